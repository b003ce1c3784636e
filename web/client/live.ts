import { isKnown, knowsBy } from './knows.ts';
import { newsLine, said } from './news-line.ts';
import { showAnew } from './show-anew.ts';

interface Change {
  readonly text: string;
  readonly thing: string;
  readonly version: number;
  /** Done by the same person: on this page most likely, which is about to show it. */
  readonly own: boolean;
}

interface Build {
  readonly id: string;
  readonly state: string;
  readonly by: string;
}

/** Milliseconds until what was done on this page is surely shown by it. */
const OWN = 4_000;
/** Between two showings of a programme that is being built, and between two sayings of how far it is. */
const LOOK = 1_000;
const SAY = 12_000;

/**
 * Hears of what others do to the review (`data-live`: where) and shows it: in place where nobody is in the middle of
 * something, else in a line with the way to it. A page that nobody looks at hears nothing, and catches up later.
 */
export function live(place: HTMLElement): void {
  if (!('EventSource' in window)) return;
  const page = place.dataset.page ?? '';
  const line = newsLine(place, page);
  const show = atOnce(() => showAnew(page).catch(() => 'not now' as const));
  knowsBy(document);

  const changed = (change: Change): void => {
    if (isKnown(change.thing, change.version)) return;
    if (change.own) {
      setTimeout(() => changed({ ...change, own: false }), OWN);
      return;
    }
    line.add(change.text);
    void show().then((anew) => line.show(anew === 'shown'));
  };
  hear(place.dataset.live ?? '', changed, buildings(place, line, show));
}

/** Several who ask while it is being done are answered by one more doing. */
function atOnce<T>(work: () => Promise<T>): () => Promise<T> {
  let now: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    now = work();
    void now.then(() => {
      now = undefined;
    });
    return now;
  };
  return () => {
    if (!now) return begin();
    next ??= now.then(() => {
      next = undefined;
      return begin();
    });
    return next;
  };
}

/** Shows a programme that is being built as it gets better; elsewhere says that one is. */
function buildings(
  place: HTMLElement,
  line: ReturnType<typeof newsLine>,
  show: () => Promise<unknown>,
): (build: Build) => void {
  let spoke = Date.now();
  let begun = '';
  let soon: ReturnType<typeof setTimeout> | undefined;
  const lookAt = async (ended: boolean) => {
    soon = undefined;
    await show();
    // Said now and then, not with every step.
    if (!ended && Date.now() - spoke < SAY) return;
    spoke = Date.now();
    said(place, document.querySelector('[data-say]')?.textContent ?? '');
  };
  return ({ id, state, by }) => {
    const ended = state === 'ended';
    if (document.querySelector('[data-building]')) {
      if (soon !== undefined && !ended) return;
      clearTimeout(soon);
      soon = setTimeout(() => void lookAt(ended), ended ? 0 : LOOK);
    } else if (!ended && begun !== id) {
      begun = id;
      line.add(`${by} is building the programme.`);
      line.show(true);
    }
  };
}

/** Listens while somebody looks at the page. */
function hear(address: string, changed: (change: Change) => void, builds: (build: Build) => void): void {
  let source: EventSource | undefined;
  let last = '';
  const listen = (): void => {
    if (source && source.readyState !== EventSource.CLOSED) return;
    const from = new URL(address, location.href);
    if (last) from.searchParams.set('since', last);
    source = new EventSource(from);
    source.addEventListener('change', (event) => {
      last = event.lastEventId || last;
      changed(JSON.parse(event.data));
    });
    source.addEventListener('build', (event) => builds(JSON.parse(event.data)));
  };
  const leave = (): void => {
    source?.close();
    source = undefined;
  };
  const look = (): void => (document.visibilityState === 'visible' ? listen() : leave());
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', look);
  look();
}
