import { readDate } from '../../../src/intake/form/date.ts';
import type { Fields } from '../../../src/intake/form/sent.ts';
import { dateOf } from '../../../src/time/week.ts';
import { dayAndYear } from '../../../src/time/words.ts';
import type { TypedDate } from '../../form/fields.ts';

/** A date as people say it: `Saturday 27 March 2027`. A day's name is the same in every zone. */
export const dateSaid = (date: string): string => dayAndYear({ firstDay: date, zone: 'Europe/London' }, 1);

/** The last day of a review's week. */
export const lastDay = (firstDay: string): string => dateOf({ firstDay, zone: 'Europe/London' }, 5);

/** What we propose: a year after the week; the 28th where that year has no 29 February. */
export function proposed(firstDay: string): string {
  const [year = '', rest = ''] = [lastDay(firstDay).slice(0, 4), lastDay(firstDay).slice(4)];
  const next = `${Number(year) + 1}${rest}`;
  return readDate(next) ?? `${Number(year) + 1}-02-28`;
}

export const typedDate = (date: string): TypedDate => ({
  year: date.slice(0, 4),
  month: String(Number(date.slice(5, 7))),
  day: String(Number(date.slice(8, 10))),
});

export type Until =
  | { readonly ok: true; readonly until: string }
  | { readonly ok: false; readonly typed: TypedDate; readonly why: string };

const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The last day as it was typed: after the week (it is needed until then), and not over already. */
export function readUntil(fields: Fields, firstDay: string, today: string): Until {
  const typed = {
    day: text(fields, 'until-day'),
    month: text(fields, 'until-month'),
    year: text(fields, 'until-year'),
  };
  const until = readDate(`${typed.day}/${typed.month}/${typed.year}`);
  if (until === undefined)
    return { ok: false, typed, why: 'Give a day, a month and a year, such as 27 3 2027' };
  const from = lastDay(firstDay) > today ? lastDay(firstDay) : today;
  if (until < from)
    return {
      ok: false,
      typed,
      why: `Give ${dateSaid(from)} or a later day: the review is needed until then`,
    };
  return { ok: true, until };
}
