import type { Entry } from '../../entry/entry.ts';
import { dateOf } from '../../time/week.ts';
import { clockWords, readClock } from './clock.ts';
import type { Fields, Sent } from './sent.ts';

const fixedDays = ['0', '1', '2', '3', '4', '5'] as const;

/** The only start that a session can have: a day of the week and a time, or neither. */
export function readFixed(sent: Sent, entry: Entry, before: string | undefined): string | undefined {
  const { firstDay, timeZone: zone = 'Europe/London' } = entry.review;
  const dates = [...fixedDays].map((day) => dateOf({ firstDay, zone }, Number(day)));
  const old = before?.slice(0, 10);
  const day = sent.choice('fixedDay', old ? [...dates, old] : dates, 'Choose a day of the week');
  const typed = sent.line('fixedTime');
  const clock = readClock(typed ?? '');
  if (typed !== undefined && clock === undefined)
    sent.problem('fixedTime', 'Enter a time, such as 9.15am or 14:00');
  else if (day !== undefined && typed === undefined)
    sent.problem('fixedTime', 'Enter when it starts, or choose no day');
  else if (day === undefined && typed !== undefined)
    sent.problem('fixedDay', 'Choose the day, or take the time out');
  else if (clock !== undefined && Number(clock.slice(3)) % 15 !== 0)
    sent.problem('fixedTime', 'Enter a time on the quarter hour, such as 9.15am');
  return day === undefined || clock === undefined ? undefined : `${day}T${clock}`;
}

export const fixedFields = (fixed: string | undefined): Fields => ({
  fixedDay: fixed?.slice(0, 10) ?? '',
  fixedTime: fixed ? clockWords(fixed.slice(11)) : '',
});

/** The first and the last day on which it may be. */
export function readDays(sent: Sent): {
  readonly earliestDay: number | undefined;
  readonly latestDay: number | undefined;
} {
  const read = (name: string) => {
    const day = sent.choice(name, fixedDays, 'Choose a day of the week');
    return day === undefined ? undefined : Number(day);
  };
  const [earliestDay, latestDay] = [read('earliestDay'), read('latestDay')];
  if (earliestDay !== undefined && latestDay !== undefined && latestDay < earliestDay)
    sent.problem('latestDay', 'Choose a day that is not before the earliest');
  return { earliestDay, latestDay };
}
