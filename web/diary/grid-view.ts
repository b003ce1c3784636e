import type { Diary } from '../../src/review/diary.ts';
import type { Window } from '../../src/review/frame.ts';
import type { WorkingDay } from '../../src/review/working-day.ts';
import { DAY, QUARTER } from '../../src/time/span.ts';
import type { Week } from '../../src/time/week.ts';
import { clock, weekday } from '../../src/time/words.ts';
import { DAY_QUARTERS, type Paint, quartersOf, type Shown } from './painted.ts';
import { paintedDiary } from './painted-diary.ts';

/** What each mark is called: in what a cell says, and beside what one paints with. */
export const markWords: Readonly<Record<Paint, string>> = {
  c: 'can’t',
  i: 'if needed',
  p: 'prefer',
  '': 'free',
};

export interface GridGiven {
  readonly week: Week;
  readonly hours: WorkingDay;
  /** Where sessions may go; undefined while that is not known. */
  readonly windows: readonly Window[];
  /** As it is painted; a diary, or the text that a form sent. */
  readonly painted: Diary | string;
  /** The marks that there are; the first is the one that one begins with. */
  readonly marks: readonly Exclude<Paint, ''>[];
}

const days = [1, 2, 3, 4, 5];

/** The hours that are shown, in quarters from midnight. */
export const shownOf = (hours: WorkingDay): Shown => ({
  first: hours.from / QUARTER,
  last: hours.to / QUARTER - 1,
});

/** Five days across and quarter hours down, as `views/diary/grid.hbs` draws them. */
export function gridView({ week, hours, windows, painted: given, marks }: GridGiven) {
  const painted = typeof given === 'string' ? given : paintedDiary(given);
  const quarters = quartersOf(painted);
  const { first, last } = shownOf(hours);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const paints: readonly { value: string; text: string; hint: string }[] = [
    { value: 'c', text: 'Can’t', hint: 'not to be seen then' },
    { value: 'i', text: 'If needed', hint: 'only where nothing else will do' },
    { value: 'p', text: 'Prefer', hint: 'better than other times' },
  ].filter((p) => marks.includes(p.value as Exclude<Paint, ''>));
  return {
    painted,
    first,
    last,
    paints: [...paints, { value: '', text: 'Rub out', hint: 'nothing is said of it' }].map((p, i) => ({
      ...p,
      id: `mark-${p.value || 'none'}`,
      checked: i === 0,
    })),
    days: days.map((day) => ({ day, name: weekday(week, day), short: weekday(week, day).slice(0, 3) })),
    rows: rows.map((row) => ({
      time: clock(row * QUARTER),
      onHour: row % 4 === 0,
      cells: days.map((day) => {
        const quarter = day * DAY_QUARTERS + row;
        const from = day * DAY + row * QUARTER;
        const mark = quarters[quarter] ?? '';
        return {
          quarter,
          mark,
          off: !windows.some((w) => w.from <= from && from + QUARTER <= w.to),
          label: `${weekday(week, day)} ${clock(row * QUARTER)}, ${markWords[mark]}`,
        };
      }),
    })),
  };
}
