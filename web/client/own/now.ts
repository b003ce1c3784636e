/** Milliseconds between two looks at the clock. */
const LOOK = 20_000;
/** So old, a page was not fetched just now: it is the one that was kept. Clocks of phones may be some minutes off. */
const OLD = 10 * 60_000;

const at = (item: HTMLElement, name: 'from' | 'to'): number => Date.parse(item.dataset[name] ?? '');

/** Says what is now and what comes next, as the clock goes on; and that there is no signal, where the page is old. */
export function now(page: HTMLElement): void {
  const items = [...page.querySelectorAll<HTMLElement>('[data-from]')];
  const [nowLine, nextLine] = [page.querySelector('[data-now]'), page.querySelector('[data-next]')];
  const old = page.querySelector<HTMLElement>('[data-old]');
  const look = (): void => {
    const time = Date.now();
    const going = items.filter((item) => at(item, 'from') <= time && time < at(item, 'to'));
    const next = items.filter((item) => at(item, 'from') > time && item.dataset.free === undefined)[0];
    for (const item of items) item.classList.toggle('now', going.includes(item));
    if (nowLine) nowLine.textContent = going.map((item) => item.dataset.line).join('; ') || 'Nothing';
    if (nextLine) nextLine.textContent = next?.dataset.line ?? 'Nothing more';
  };
  const age = Date.now() - Date.parse(page.dataset.fetched ?? '');
  if (old && (!navigator.onLine || age > OLD)) old.hidden = false;
  // A rehearsed or past week shows what its own day said: the clock counts only within it.
  if (Date.now() < Date.parse(page.dataset.begins ?? '') || Date.now() > Date.parse(page.dataset.ends ?? ''))
    return;
  look();
  setInterval(look, LOOK);
}
