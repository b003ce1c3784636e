import type { Diary } from '../../review/diary.ts';
import type { DatedSpanEntry, DiaryEntry } from '../../review/file.ts';
import { DAY, type Span } from '../../time/span.ts';
import { dateOf, type Week, writeLocal } from '../../time/week.ts';
import { orAbsent, type Writing } from './absent.ts';

/** A diary as a file has it; absent where it says nothing. */
export function diary(week: Week, from: Diary): Writing<DiaryEntry> | undefined {
  const spans = (list: readonly Span[]) => orAbsent(list.map((s) => span(week, s)));
  const written = {
    busy: spans(from.busy),
    ifNeeded: spans(from.ifNeeded),
    preferred: spans(from.preferred),
  };
  return Object.values(written).every((list) => list === undefined) ? undefined : written;
}

/** Whole days as dates, the last one in it; all else as local times. */
const span = (week: Week, { from, to }: Span): DatedSpanEntry =>
  from % DAY === 0 && to % DAY === 0
    ? { from: dateOf(week, from / DAY), to: dateOf(week, to / DAY - 1) }
    : { from: writeLocal(week, from), to: writeLocal(week, to) };
