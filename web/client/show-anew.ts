import { knowsBy } from './knows.ts';
import { startIn } from './start.ts';
import { isTouched } from './touched.ts';

/** What came of showing a part of the page anew. */
export type Anew = 'shown' | 'not now';

/** What is said of a page once, and not when it is shown again. */
const once = ['done', 'moved', 'late', 'wait'];

/**
 * Whether the part can be exchanged under somebody's hands: not where something is typed, ticked, dragged or waited for.
 */
function isFree(part: HTMLElement): boolean {
  const at = document.activeElement;
  const types = at instanceof HTMLElement && part.contains(at) && at.matches('textarea, input, select');
  const waits = part.getAttribute('aria-busy') === 'true';
  const drags = document.body.classList.contains('pw-dragging');
  return !types && !waits && !drags && !isTouched(part);
}

/** Where the keyboard is, so as to find the same place in what comes instead. */
function placeOf(element: Element | null, part: HTMLElement): () => HTMLElement | null {
  if (!element || !part.contains(element)) return () => null;
  if (element.id) return () => document.getElementById(element.id);
  const href = element.getAttribute('href');
  const links = () => [...part.querySelectorAll<HTMLElement>('a')];
  if (href !== null) return () => links().find((a) => a.getAttribute('href') === href) ?? null;
  const buttons = () => [...part.querySelectorAll<HTMLElement>('button, summary')];
  const n = buttons().indexOf(element as HTMLElement);
  return () => buttons()[n] ?? null;
}

/**
 * Asks for the page again and puts what is in its part (`#live-part`, of the grid as an editor that alone) in the place
 * of what is shown; nothing else moves. Not for an answer to a form (`page` empty), which can't be asked for again.
 */
export async function showAnew(page: string): Promise<Anew> {
  const part = document.querySelector<HTMLElement>(
    '#live-part [data-editor], #live-part:not(:has([data-editor]))',
  );
  if (page === '' || !part || !isFree(part)) return 'not now';
  // The editor goes on within the page: where it is now.
  const address = new URL(location.href);
  for (const name of once) address.searchParams.delete(name);
  const answer = await fetch(address, { headers: { Accept: 'text/html' }, cache: 'no-store' });
  if (!answer.ok) return 'not now';
  // What was waited for is there, on another page.
  if (answer.redirected) {
    location.assign(answer.url);
    return 'shown';
  }
  const read = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = read.getElementById(part.id);
  // While it was asked for somebody may have begun to type.
  if (!next || !part.isConnected || !isFree(part)) return 'not now';
  exchange(part, next);
  knowsBy(read);
  return 'shown';
}

function exchange(part: HTMLElement, next: HTMLElement): void {
  const find = placeOf(document.activeElement, part);
  const unfolded = [...part.querySelectorAll('details')].map((d) => d.open);
  part.replaceChildren(...[...next.childNodes].map((child) => document.adoptNode(child)));
  [...part.querySelectorAll('details')].forEach((d, n) => {
    d.open ||= unfolded[n] ?? false;
  });
  startIn(part);
  part.dispatchEvent(new CustomEvent('exchanged'));
  find()?.focus({ preventScroll: true });
}
