import type { Diary } from '../review/diary.ts';
import { spanEntry } from '../review/diary-entry.ts';
import type { DiaryEntry, SpanEntry } from '../review/file.ts';
import { DAY, type Span } from '../time/span.ts';
import { isDate, type Week } from '../time/week.ts';
import { isNamedZone, Times } from './times.ts';

/** The week of what is being entered; undefined while its first day or its zone can't be read. */
export function weekOf({
  firstDay,
  timeZone = 'Europe/London',
}: {
  readonly firstDay: string;
  readonly timeZone?: string;
}): Week | undefined {
  return isDate(firstDay) && isNamedZone(timeZone) ? { firstDay, zone: timeZone } : undefined;
}

const theWeek: Span = { from: 0, to: 6 * DAY };

/** A diary that is being entered, in minutes of days 0 to 5; a span of it that can't be read is left out. */
export function diaryFrom(week: Week, entry: DiaryEntry | undefined): Diary {
  const times = new Times(week);
  const spans = (list: readonly SpanEntry[] = []): readonly Span[] =>
    list.flatMap((one) => {
      const { from, to } = times.span(one);
      if (!from?.ok || !to?.ok) return [];
      const span = { from: Math.max(theWeek.from, from.minute), to: Math.min(theWeek.to, to.minute) };
      return span.from < span.to ? [span] : [];
    });
  return { busy: spans(entry?.busy), ifNeeded: spans(entry?.ifNeeded), preferred: spans(entry?.preferred) };
}

/** A diary as it is entered; undefined where it says nothing. Whole days as dates, the last one in it. */
export function diaryEntry(week: Week, diary: Diary): DiaryEntry | undefined {
  const lists = (['busy', 'ifNeeded', 'preferred'] as const).flatMap((mark) =>
    diary[mark].length > 0 ? [[mark, diary[mark].map((span) => spanEntry(week, span))] as const] : [],
  );
  return lists.length > 0 ? Object.fromEntries(lists) : undefined;
}
