import type { Entry } from '../../entry/entry.ts';
import type { DiaryEntry } from '../../review/file.ts';
import { appendix11Frame } from '../../review/frame.ts';
import { type WorkingDay, workingDay } from '../../review/working-day.ts';
import type { Week } from '../../time/week.ts';
import { diaryEntry, diaryFrom, weekOf } from '../diary-entry.ts';
import { toFrame } from '../review/frame.ts';
import { Times } from '../times.ts';
import { readTypedDiary, sayDiary } from '../typed-diary/index.ts';
import { cut } from './cells.ts';
import type { Row } from './row.ts';

/** The working day of what is being entered; that of Appendix 11 while its frame can't be read. */
export function hoursOf(entry: Entry, week: Week): WorkingDay {
  const streams = { streams: 2, limit: 2 };
  const days = entry.review.frame?.days ?? [];
  const times = new Times(week);
  // A time that the clocks skip has the right shape and is no time.
  const readable = days.every(({ day, events = [], windows = [] }) =>
    [...events, ...windows].every(
      ({ start, end }) => times.onDay(day, start)?.ok && times.onDay(day, end)?.ok,
    ),
  );
  return workingDay(readable ? toFrame(times, entry.review.frame, streams) : appendix11Frame(2, 2));
}

/**
 * The diary that the cell `diary` of a row says in words; undefined where it is blank, or says what is there already.
 * Words that were not understood are said.
 */
export function typedDiary(entry: Entry, row: Row, before: DiaryEntry | undefined): DiaryEntry | undefined {
  const text = row.text('diary');
  const week = weekOf(entry.review);
  if (text === '' || !week) return undefined;
  const read = readTypedDiary({ week, hours: hoursOf(entry, week), asks: 'cant' }, text);
  for (const { words, why } of read.lost)
    row.note(
      'diary',
      `“${cut(words)}” was not understood.${why ? ` ${why}` : ''}`,
      'Write it as “not Tue 10-12, Thu after 3 if needed”.',
    );
  const { busy, ifNeeded, preferred } = read.diary;
  // Nothing understood is no reason to empty a diary; "any time" is an answer.
  if (busy.length + ifNeeded.length + preferred.length === 0 && read.lost.length > 0) return undefined;
  const same = before && sayDiary(week, diaryFrom(week, before)).join() === read.readBack.join();
  return same ? undefined : (diaryEntry(week, read.diary) ?? {});
}

/** A diary in sentences. */
export function shownDiary(entry: Entry, diary: unknown): string {
  const week = weekOf(entry.review);
  return week ? sayDiary(week, diaryFrom(week, diary as DiaryEntry)).join(' ') : '';
}
