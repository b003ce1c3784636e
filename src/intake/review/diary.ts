import type { Diary } from '../../review/diary.ts';
import type { DiaryEntry, SpanEntry } from '../../review/file.ts';
import { DAY, type Span } from '../../time/span.ts';
import { minuteIn, type Times } from '../times.ts';

const END = 6 * DAY;

/** A diary in minutes of the week; what lies outside days 0 to 5 is kept off. */
export const toDiary = (times: Times, entry: DiaryEntry | undefined): Diary => ({
  busy: spans(times, entry?.busy),
  ifNeeded: spans(times, entry?.ifNeeded),
  preferred: spans(times, entry?.preferred),
});

const spans = (times: Times, entries: readonly SpanEntry[] = []): readonly Span[] =>
  entries.flatMap((entry) => {
    const reading = times.span(entry);
    const [from, to] = [Math.max(0, minuteIn(reading.from)), Math.min(END, minuteIn(reading.to))];
    return from < to ? [{ from, to }] : [];
  });
