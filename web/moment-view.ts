import { nowAndNext } from '../src/publish/now-next.ts';
import { DAY, type Span } from '../src/time/span.ts';
import { minuteAt, type Week } from '../src/time/week.ts';
import { spanName } from '../src/time/words.ts';

interface Item extends Span {
  readonly kind: string;
  readonly title: string;
  readonly place: string | null;
}

/** `Head of midwifery, Tuesday, 9.00am to 10.00am, Committee Room B`, for what is now or next. */
export const lineOf = (week: Week, item: Item): string =>
  [item.title, spanName(week, item), item.place].filter(Boolean).join(', ');

/** Down time is no next thing: nobody has to be told that their time is their own. */
export const isFree = (item: Item): boolean => item.kind === 'down-time';

/** What is now in somebody's week and what comes next; nothing once the week is over. */
export function momentView(week: Week, items: readonly Item[], now: Date) {
  const at = minuteAt(week, now.getTime());
  const { now: going, next } = nowAndNext(items, at, isFree);
  if (at >= 6 * DAY || (!next && going.length === 0)) return null;
  const words = going.map((item) => lineOf(week, item)).join('; ');
  return {
    now: words || (at < 0 ? 'The week has not begun' : 'Nothing'),
    next: next ? lineOf(week, next) : 'Nothing more',
    going,
  };
}
