/** Follows a link by itself after a moment: what it leads to tells how far something is that goes on by itself. */
export function again(link: HTMLElement): void {
  if (link instanceof HTMLAnchorElement) setTimeout(() => location.replace(link.href), 400);
}
