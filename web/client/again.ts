import { startIn } from './start.ts';

/** Milliseconds before what goes on by itself is asked for again. */
const PAUSE = 400;

/**
 * Follows a link by itself after a moment: what it leads to tells how far something is that goes on by itself. Where
 * the page says which parts of it tell that (`data-again-part`, by their ids), only those are exchanged: whoever reads
 * further down stays there.
 */
export function again(link: HTMLElement): void {
  if (!(link instanceof HTMLAnchorElement)) return;
  const parts = [...document.querySelectorAll<HTMLElement>('[data-again-part]')];
  setTimeout(() => {
    if (parts.length === 0) location.replace(link.href);
    else exchange(link.href, parts).catch(() => location.replace(link.href));
  }, PAUSE);
}

async function exchange(address: string, parts: readonly HTMLElement[]): Promise<void> {
  const answer = await fetch(address, { headers: { Accept: 'text/html' }, cache: 'no-store' });
  // Signed out, or gone: whatever it is, the page itself says it.
  if (!answer.ok || answer.redirected) return location.replace(address);
  const read = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of parts) {
    const next = read.getElementById(part.id);
    if (!next) return location.replace(address);
    part.className = next.className;
    part.replaceChildren(...[...next.childNodes].map((child) => document.adoptNode(child)));
  }
  for (const part of parts) startIn(part);
}
