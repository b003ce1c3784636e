/** Versions that the page shows: of what others do, only what is newer is news. */
const known = { programme: 0, review: 0 };

/** A page, or what takes the place of a part of it, says what it knows of (`data-live`, its `since`). */
export function knowsBy(page: Document): void {
  const address = page.querySelector<HTMLElement>('[data-live]')?.dataset.live;
  if (!address) return;
  const since = new URL(address, location.href).searchParams.get('since') ?? '';
  const [programme = 0, review = 0] = since.split('.').map(Number);
  known.programme = Math.max(known.programme, programme);
  known.review = Math.max(known.review, review);
}

/** Whether the page shows a version already. */
export const isKnown = (thing: string, version: number): boolean =>
  (thing === 'programme' || thing === 'review') && version <= known[thing];
