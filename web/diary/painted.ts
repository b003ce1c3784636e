/*
 * A painted week as text: each quarter of an hour of days 0 to 5 under at most one mark, runs of them as `c96-104`
 * (from the 96th quarter on, up to but not with the 104th). Browser and server both read and write it.
 */

/** Can't, if needed, prefers; nothing. */
export type Paint = 'c' | 'i' | 'p' | '';
export const DAY_QUARTERS = 96;
export const QUARTERS = 6 * DAY_QUARTERS;

/** Every quarter with its mark; what can't be read of the text is left out. */
export function quartersOf(text: string): Paint[] {
  const quarters = new Array<Paint>(QUARTERS).fill('');
  for (const [, mark, from, to] of text.matchAll(/\b([cip])(\d{1,3})-(\d{1,3})\b/g))
    quarters.fill(mark as Paint, Number(from), Math.min(Number(to), QUARTERS));
  return quarters;
}

export function paintedOf(quarters: readonly Paint[]): string {
  const runs: string[] = [];
  for (let from = 0; from < quarters.length; ) {
    const mark = quarters[from]!;
    let to = from + 1;
    while (to < quarters.length && quarters[to] === mark) to++;
    if (mark) runs.push(`${mark}${from}-${to}`);
    from = to;
  }
  return runs.join(' ');
}

/** The hours of a day that are shown to be painted, in quarters from midnight; `last` is the last one shown. */
export interface Shown {
  readonly first: number;
  readonly last: number;
}

/**
 * Paints one quarter that is shown. The first of a day stands for the time before it as well, and the last for the
 * time after it: whoever can't all day as it is shown can't all day.
 */
export function paintQuarter(quarters: Paint[], quarter: number, mark: Paint, { first, last }: Shown): void {
  const midnight = Math.floor(quarter / DAY_QUARTERS) * DAY_QUARTERS;
  const from = quarter - midnight === first ? midnight : quarter;
  const to = quarter - midnight === last ? midnight + DAY_QUARTERS : quarter + 1;
  quarters.fill(mark, from, to);
}

/** Puts what is marked in `over` on top. */
export const paintOver = (under: readonly Paint[], over: readonly Paint[]): Paint[] =>
  under.map((mark, i) => over[i] || mark);
