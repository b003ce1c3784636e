/** Milliseconds between two looks, and after which a look that got no answer is given up. */
const PACE = 15_000;

/**
 * Shows the board anew (`data-board`: from where) every quarter of a minute, in place, so that a screen on the wall is never out of date; where
 * there is no answer it says since when, and goes on trying.
 */
export function board(place: HTMLElement): void {
  let shown = new Date();
  const look = async (): Promise<void> => {
    if (!place.isConnected) return;
    const next = await read(place.dataset.board ?? '', place.id).catch(() => undefined);
    if (next) {
      shown = new Date();
      place.replaceChildren(...[...next.childNodes].map((child) => document.adoptNode(child)));
    } else says(place, shown);
    setTimeout(() => void look(), PACE);
  };
  setTimeout(() => void look(), PACE);
}

async function read(address: string, id: string): Promise<HTMLElement | undefined> {
  const answer = await fetch(address, {
    headers: { Accept: 'text/html' },
    cache: 'no-store',
    signal: AbortSignal.timeout(PACE),
  });
  if (!answer.ok) return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.getElementById(id) ?? undefined;
}

function says(place: HTMLElement, since: Date): void {
  const line = place.querySelector<HTMLElement>('[data-board-gone]');
  if (!line) return;
  const time = since.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  line.textContent = `No connection: this is how it was at ${time}.`;
  line.hidden = false;
}
