import type { Entry } from '../../../src/entry/entry.ts';
import { hoursOf } from '../../../src/intake/bring-in/typed.ts';
import { weekOf } from '../../../src/intake/diary-entry.ts';
import type { Window } from '../../../src/review/frame.ts';
import { appendix11Frame } from '../../../src/review/frame.ts';
import type { Review } from '../../../src/review/review.ts';
import type { WorkingDay } from '../../../src/review/working-day.ts';
import type { Week } from '../../../src/time/week.ts';

/** The week that diaries are painted on. */
export interface DiaryWeek {
  readonly week: Week;
  readonly hours: WorkingDay;
  readonly windows: readonly Window[];
}

/** The week of what is being entered; the usual frame while its own can't be read. */
export function diaryWeek(entry: Entry, review: Review | undefined): DiaryWeek {
  const week = weekOf(entry.review) ?? { firstDay: entry.review.firstDay, zone: 'Europe/London' };
  return {
    week,
    hours: hoursOf(entry, week),
    windows: (review?.frame ?? appendix11Frame(2, 2)).windows,
  };
}
