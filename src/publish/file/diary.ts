import type { Diary } from '../../review/diary.ts';
import { spanEntry } from '../../review/diary-entry.ts';
import type { DiaryEntry } from '../../review/file.ts';
import type { Span } from '../../time/span.ts';
import type { Week } from '../../time/week.ts';
import { orAbsent, type Writing } from './absent.ts';

/** A diary as a file has it; absent where it says nothing. */
export function diary(week: Week, from: Diary): Writing<DiaryEntry> | undefined {
  const spans = (list: readonly Span[]) => orAbsent(list.map((s) => spanEntry(week, s)));
  const written = {
    busy: spans(from.busy),
    ifNeeded: spans(from.ifNeeded),
    preferred: spans(from.preferred),
  };
  return Object.values(written).every((list) => list === undefined) ? undefined : written;
}
