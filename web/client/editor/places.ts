/** A day in minutes: what `data-place` counts in. */
const DAY = 1440;

export const placesIn = (editor: HTMLElement): readonly HTMLElement[] => [
  ...editor.querySelectorAll<HTMLElement>('[data-place]'),
];

export const startOf = (place: HTMLElement): number => Number(place.dataset.place);
const dayOf = (place: HTMLElement): number => Math.floor(startOf(place) / DAY);

/** Whether something may be put there: nothing refuses it. */
const isOpen = (place: HTMLElement): boolean => place.matches('.pw-place--free, .pw-place--moves');

/** Where the keyboard begins among the places: what is chosen, else the first that can be had, else any. */
export const firstPlace = (editor: HTMLElement): HTMLElement | undefined => {
  const all = placesIn(editor);
  return all.find((p) => p.getAttribute('aria-current')) ?? all.find(isOpen) ?? all[0];
};

/** Of all places one is reached with Tab; the arrow keys go on from there. */
export function stopAt(editor: HTMLElement, stop: HTMLElement | undefined): void {
  for (const place of placesIn(editor)) place.tabIndex = place === stop ? 0 : -1;
}

/** The place nearest in time on the same day as `start`; undefined where that day is not shown. */
export function nearest(editor: HTMLElement, start: number): HTMLElement | undefined {
  const day = Math.floor(start / DAY);
  return placesIn(editor)
    .filter((p) => dayOf(p) === day)
    .sort((a, b) => Math.abs(startOf(a) - start) - Math.abs(startOf(b) - start))[0];
}

/** Where an arrow key leads from a place: to another, or to a day that is not shown yet. */
export function beside(
  editor: HTMLElement,
  place: HTMLElement,
  key: string,
): HTMLElement | { readonly day: number; readonly start: number } | undefined {
  const all = placesIn(editor);
  if (key === 'ArrowUp' || key === 'ArrowDown') return all[all.indexOf(place) + (key === 'ArrowUp' ? -1 : 1)];
  if (key === 'Home' || key === 'End') {
    const own = all.filter((p) => dayOf(p) === dayOf(place));
    return key === 'Home' ? own[0] : own.at(-1);
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const start = startOf(place) + (key === 'ArrowLeft' ? -DAY : DAY);
  return nearest(editor, start) ?? { day: Math.floor(start / DAY), start };
}

/** What a place says of itself, in full. */
export const wordsOf = (place: HTMLElement): string =>
  [...place.querySelectorAll('.govuk-visually-hidden')]
    .map((part) => part.textContent?.replace(/^ \(|\)$/g, '') ?? '')
    .join('');
