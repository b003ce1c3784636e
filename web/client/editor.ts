import { dragging } from './editor/drag.ts';
import { type Parts, partsOf, type Then } from './editor/part.ts';
import { beside, firstPlace, nearest, placesIn, stopAt, wordsOf } from './editor/places.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select') !== null;

const cellOf = (session: string): string => `[data-session="${CSS.escape(session)}"]`;

const pickedIn = (editor: HTMLElement): string | undefined =>
  editor.querySelector<HTMLElement>('[data-picked]')?.dataset.picked;

const buttonOf = (editor: HTMLElement): HTMLElement | null =>
  editor.querySelector<HTMLElement>('[data-chosen] button, [data-chosen] select') ??
  editor.querySelector<HTMLElement>('[data-picked]');

/**
 * The grid as an editor within the page: clicks, keys and drops follow the links and send the forms that the page has
 * for those without script, and the answer takes the place of the grid.
 */
export function editor(element: HTMLElement): void {
  const line = document.createElement('p');
  line.className = 'govuk-visually-hidden';
  line.setAttribute('role', 'status');
  element.after(line);
  const parts = partsOf(element, (words) => {
    line.textContent = words;
  });
  const settle = () => stopAt(element, firstPlace(element));
  settle();
  element.addEventListener('exchanged', settle);
  clicks(element, parts);
  keys(element, parts);
  hints(element);
  dragging(element, {
    pick: (href) => parts.goTo(href, () => null, cellOf(sessionIn(href))),
    show: (tab) => parts.goTo(tab.href, () => null),
    drop: (place) => drop(element, parts, place),
  });
  addEventListener('popstate', () => void parts.goTo(location.href, () => null, undefined, true));
}

const sessionIn = (href: string): string => new URL(href, location.href).searchParams.get('pick') ?? '';

/** Where the keyboard goes after a link: to what comes next. */
function thenFor(link: HTMLAnchorElement, element: HTMLElement): Then {
  const picked = pickedIn(element);
  if ('cancel' in link.dataset) return (now) => linkTo(now, picked);
  if ('place' in link.dataset || new URL(link.href).searchParams.has('to')) return buttonOf;
  if (link.closest('.day-grid__swap')) return buttonOf;
  if ('day' in link.dataset)
    return (now) => firstPlace(now) ?? now.querySelector<HTMLElement>('[data-day][aria-current]');
  return (now) => firstPlace(now);
}

const linkTo = (element: HTMLElement, session: string | undefined): HTMLElement | null =>
  session === undefined ? null : element.querySelector<HTMLElement>(`${cellOf(session)} a`);

function clicks(element: HTMLElement, parts: Parts): void {
  element.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-part]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const session = sessionIn(link.href) || pickedIn(element);
    void parts.goTo(link.href, thenFor(link, element), session ? cellOf(session) : undefined);
  });
  element.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!('part' in form.dataset)) return;
    event.preventDefault();
    const picked = pickedIn(element);
    const isStep = 'undo' in form.dataset || 'redo' in form.dataset;
    const step = 'undo' in form.dataset ? '[data-undo] button' : '[data-redo] button';
    void parts.send(form, (now) =>
      isStep
        ? (now.querySelector<HTMLElement>(step) ?? now.querySelector<HTMLElement>('.pw-steps button'))
        : form.method === 'get'
          ? buttonOf(now)
          : linkTo(now, picked),
    );
  });
}

/** Dropped where nobody else moves, it goes there: what it costs was shown on the way. Else it is chosen, to be looked at. */
function drop(element: HTMLElement, parts: Parts, place: HTMLElement): void {
  const form = element.querySelector<HTMLFormElement>('[data-drop-form]');
  const start = form?.querySelector<HTMLInputElement>('[name="start"]');
  if (place.dataset.drop && form && start) {
    start.value = place.dataset.drop;
    form.requestSubmit();
  } else if (place instanceof HTMLAnchorElement) void parts.goTo(place.href, buttonOf);
}

function keys(element: HTMLElement, parts: Parts): void {
  document.addEventListener('keydown', (event) => {
    if (!element.isConnected || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
      const which = key === 'y' || event.shiftKey ? '[data-redo]' : '[data-undo]';
      const form = element.querySelector<HTMLFormElement>(which);
      event.preventDefault();
      form?.requestSubmit();
    } else if (event.key === 'Escape') leave(element, event);
    else if (event.target instanceof HTMLElement && 'place' in event.target.dataset)
      walk(element, parts, event.target, event);
  });
  element.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && 'place' in target.dataset) stopAt(element, target);
  });
}

/** From what is chosen back to the places; from there it is put down. */
function leave(element: HTMLElement, event: KeyboardEvent): void {
  const inChosen = (event.target as Element).closest('[data-chosen]');
  const place = inChosen ? placesIn(element).find((p) => p.getAttribute('aria-current')) : undefined;
  if (place) place.focus();
  else element.querySelector<HTMLElement>('[data-cancel]')?.click();
}

function walk(element: HTMLElement, parts: Parts, place: HTMLElement, event: KeyboardEvent): void {
  const to = beside(element, place, event.key);
  if (!to) return;
  event.preventDefault();
  if (to instanceof HTMLElement) {
    to.focus();
    return;
  }
  const tab = [...element.querySelectorAll<HTMLAnchorElement>('a[data-day]')].find(
    (link) => new URL(link.href).searchParams.get('day') === String(to.day),
  );
  if (tab) void parts.goTo(tab.href, (now) => nearest(now, to.start) ?? null);
}

/** What a place would cost and whom it moves, in full, as it is pointed at. */
function hints(element: HTMLElement): void {
  const show = ({ target }: Event) => {
    const place = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
    const line = element.querySelector('[data-said]');
    if (place && line) line.textContent = wordsOf(place);
  };
  element.addEventListener('pointerover', show);
  element.addEventListener('focusin', show);
}
