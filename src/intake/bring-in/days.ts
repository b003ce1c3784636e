import type { Entry } from '../../entry/entry.ts';
import { weekOf } from '../diary-entry.ts';
import { dayAt, dayNames } from '../typed-diary/calendar-words.ts';
import { cut } from './cells.ts';
import type { Row } from './row.ts';

/** A day of the week from words: `Tuesday`, `24 March`, `24/3/2026`, `day 2`, `2`. Undefined where it is none. */
export function dayIn(entry: Entry, text: string): number | undefined {
  const numbered = /^(?:day\s*)?([0-5])$/i.exec(text.trim());
  if (numbered) return Number(numbered[1]);
  const week = weekOf(entry.review);
  if (!week) return undefined;
  const names = dayNames(week);
  const words = text.toLowerCase().trim();
  const first = dayAt(names, words, 0);
  // "Tuesday 24 March": the date counts, and both have to be the same day.
  const rest = first?.ok ? words.slice(first.to).replace(/^[\s,]+/, '') : '';
  const second = rest === '' ? undefined : dayAt(names, rest, 0);
  const day = first?.ok && first.days.length === 1 ? first.days[0] : undefined;
  if (!second) return rest === '' || /^(00:00|at|from|\d)/.test(rest) ? day : undefined;
  return second.ok && second.days[0] === day ? day : undefined;
}

/** The day that a cell names; undefined where it is blank or, said in a note, not a day of the week. */
export function dayNamed(entry: Entry, row: Row, column: string): number | undefined {
  const text = row.text(column);
  if (text === '') return undefined;
  const day = dayIn(entry, text);
  if (day === undefined)
    row.note(
      column,
      `“${cut(text)}” is not a day of the review’s week.`,
      'Write Tuesday, 24 March or 24/3/2026.',
    );
  return day;
}
