import { dateOfInstant, daysUntil, type Week } from '../../time/week.ts';
import { dayName } from '../../time/words.ts';

/** How late something is, in words. */
export interface Late {
  /** Done, though late; otherwise still to do. */
  readonly done: boolean;
  /** `1 day`, `12 days`. */
  readonly by: string;
  /** `Monday 9 March`. */
  readonly dueOn: string;
}

/**
 * Whether something due `due` days before day 1 was done (`doneAt`, a UTC instant) or still waits (`today`,
 * `yyyy-mm-dd`) after its last day. Undefined where it is in time, and where neither is known.
 */
export function late(
  week: Week,
  due: number,
  doneAt: string | undefined,
  today: string | undefined,
): Late | undefined {
  const on = doneAt === undefined ? today : dateOfInstant(week, doneAt);
  if (on === undefined) return undefined;
  const days = due - daysUntil(week, on);
  if (days <= 0) return undefined;
  return {
    done: doneAt !== undefined,
    by: `${days} day${days === 1 ? '' : 's'}`,
    dueOn: dayName(week, 1 - due),
  };
}
