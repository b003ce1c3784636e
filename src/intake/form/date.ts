import { isDate } from '../../time/week.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_FIRST = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./-]+(\d{4})$/i;

/**
 * A date as people type it, as `2026-03-24`: `24/3/2026`, `24.3.2026`, `24 March 2026`, `2026-03-24`. Undefined where
 * it can't be read or is on no calendar.
 */
export function readDate(text: string): string | undefined {
  const typed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return isDate(typed) ? typed : undefined;
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(typed) ?? [];
  const number = /^\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

/** A date, or the date of a moment, as it stands in a form: `24/3/2026`. */
export function dateWords(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${day}/${month}/${year}`;
}
