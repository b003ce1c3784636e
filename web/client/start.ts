/**
 * Starts a piece of script on every element that asks for it (`data-NAME`). A piece that breaks is left out and said
 * in the console: the page works without it, and the other pieces go on.
 */
export function start(name: string, piece: (element: HTMLElement) => void): void {
  for (const element of document.querySelectorAll<HTMLElement>(`[data-${name}]`))
    try {
      piece(element);
    } catch (error) {
      console.error(name, error);
    }
}
