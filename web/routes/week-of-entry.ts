import { dayAndYear, dayName } from '../../src/time/words.ts';

/** `Monday 23 March to Friday 27 March 2026`, of a first day that may have been mistyped. */
export function weekOfEntry(firstDay: string, zone = 'Europe/London'): string {
  const week = { firstDay, zone };
  return `${dayName(week, 1)} to ${dayAndYear(week, 5)}`;
}
