import type { Seat, Week } from '../../tiers/week.ts';
import type { HalfDay, Held } from './half-day.ts';

/** Where and by whom a session is held in a programme that is known. */
export interface Standing {
  readonly slot: number;
  readonly team: number;
}

/** What each stretch holds in a programme, by item where it is; as if asked for at prices. */
export function columnsOf(
  week: Week,
  halfDays: readonly HalfDay[],
  plan: readonly (Standing | undefined)[],
): readonly Held[] {
  const seats = new Map<string, Seat>();
  for (const seat of week.seats) seats.set(`${seat.item.index} ${seat.slot.index}`, seat);
  return halfDays.map((half) =>
    half.standing(
      plan.flatMap((choice, i) => {
        const seat = choice && seats.get(`${i} ${choice.slot}`);
        return seat ? [{ seat, team: seat.item.teams[choice.team]! }] : [];
      }),
    ),
  );
}
