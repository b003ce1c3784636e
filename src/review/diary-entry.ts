import { DAY, type Span } from '../time/span.ts';
import { dateOf, type Week, writeLocal } from '../time/week.ts';
import type { Diary } from './diary.ts';
import type { DatedSpanEntry, DiaryEntry } from './file.ts';

/** A span of the week as a file has it: whole days as dates, the last one in it; all else as local times. */
export const spanEntry = (week: Week, { from, to }: Span): DatedSpanEntry =>
  from % DAY === 0 && to % DAY === 0
    ? { from: dateOf(week, from / DAY), to: dateOf(week, to / DAY - 1) }
    : { from: writeLocal(week, from), to: writeLocal(week, to) };

/** A diary as it is entered; lists that are empty are left out. */
export function diaryEntry(week: Week, diary: Diary): DiaryEntry {
  const entry: { -readonly [K in keyof DiaryEntry]: DiaryEntry[K] } = {};
  for (const mark of ['busy', 'ifNeeded', 'preferred'] as const)
    if (diary[mark].length > 0) entry[mark] = diary[mark].map((span) => spanEntry(week, span));
  return entry;
}
