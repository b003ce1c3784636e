import { bankHolidaysIn } from '../../../src/time/bank-holidays.ts';
import { DAY } from '../../../src/time/span.ts';
import { dayLength, daysUntil, type Week } from '../../../src/time/week.ts';
import { dayName, weekday } from '../../../src/time/words.ts';

/** A day of the week with what stands out about it. */
export interface NotedDay {
  readonly name: string;
  readonly what: string;
  readonly notes: readonly string[];
}

const what = ['The evening before: the team first meets', 'Day 1', 'Day 2', 'Day 3', 'Day 4', 'Day 5'];

function notesOf(week: Week, day: number): readonly string[] {
  const notes = bankHolidaysIn(week)
    .filter((holiday) => holiday.day === day)
    .map(({ name }) => `${name}: a bank holiday in England. Most of those to be seen will be off.`);
  const length = dayLength(week, day);
  if (length !== DAY)
    notes.push(
      `The clocks go ${length < DAY ? 'forward' : 'back'} an hour at ${length < DAY ? '1.00am' : '2.00am'}. Tell those who travel that day.`,
    );
  if (day > 0 && ['Saturday', 'Sunday'].includes(weekday(week, day)))
    notes.push('A weekend: nobody is at work.');
  return notes;
}

/** The evening before and the five days, each with its bank holiday, clock change or weekend. */
export const notedDays = (week: Week): readonly NotedDay[] =>
  what.map((words, day) => ({ name: dayName(week, day), what: words, notes: notesOf(week, day) }));

/** Everything that stands out about a week, a sentence each. `today`: `yyyy-mm-dd`. */
export function weekNotes(week: Week, today: string): readonly string[] {
  const days = daysUntil(week, today);
  const soon =
    days < 0
      ? ['This week has begun or is over.']
      : days < 56
        ? [
            `Day 1 is ${days} ${days === 1 ? 'day' : 'days'} away. A rough draft is wanted six weeks before, and the final programme two weeks before.`,
          ]
        : [];
  const found = notedDays(week).flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note}`));
  return [...found, ...soon];
}
