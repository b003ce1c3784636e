import type { Against, Swap, Way } from '../../../src/check/elsewhere.ts';
import { swapping } from '../../../src/programme/edit.ts';
import type { Placement } from '../../../src/programme/placement.ts';
import type { Item, Slot } from '../../model/model.ts';
import { bestAt } from './choices.ts';
import type { OpenWeek } from './week.ts';

/** Rooms and pairs that are put to the checker for the one, and for the other beside each. */
const TRIED = 4;

/**
 * Two sessions change times: each with its own room and pair if they can be had then, else with the best that can. What
 * stands against it is said of the plain exchange. Undefined where one of them has no place in the week.
 */
export function swapIn(week: OpenWeek, one: string, other: string): Swap | undefined {
  const move = swapping(week.programme, one, other);
  const [a, b] = [week.itemOf(one), week.itemOf(other)];
  if (!move || !a || !b || one === other) return undefined;
  const [is, was] = [one, other].map((id) => week.ledger.placementOf(id)!);
  // Those that end together, whenever they begin, have nothing to exchange but the streams.
  if (is!.end === was!.end) return undefined;
  const locked = [a, b].map(({ session }) => lockOn(week, session.id)).find((lock) => lock !== undefined);
  if (locked) return { ok: false, against: locked };
  const then = new Map(move(week.programme).placements.map((p) => [p.session, p]));
  const moves = new Map([one, other].map((id) => [id, then.get(id)!]));
  const difference = week.ledger.differenceOf(moves);
  if (difference.breaks.length === 0) return { ok: true, way: week.told(moves, difference) };
  const way = seated(week, a, b, [then.get(one)!, then.get(other)!]);
  if (way) return { ok: true, way };
  const [{ rule, sentence } = { rule: '', sentence: '' }] = difference.breaks;
  return { ok: false, against: { rule, sentence, tried: then.get(one)! } };
}

/** The lock that holds a session at its time. */
function lockOn({ review }: OpenWeek, id: string): Against | undefined {
  const lock = review.locks.find((l) => l.session === id && l.time);
  return (
    lock && {
      rule: 'lock',
      sentence: `The time of ${review.sessions.find((s) => s.id === id)?.title ?? id} is locked by ${lock.by}: ${lock.because}`,
    }
  );
}

/** Both at the other's time, in rooms and with pairs that are free then; the first that the checker lets pass. */
function seated(
  week: OpenWeek,
  a: Item,
  b: Item,
  [forA, forB]: readonly [Placement, Placement],
): Way | undefined {
  const { state } = week;
  const most = state.broken;
  for (const item of [a, b]) state.lift(item);
  state.settle();
  let found: Way | undefined;
  for (const { choice } of bestAt(week, a, slotsAt(a, forA), most).slice(0, TRIED)) {
    state.put(a, choice);
    const settled = state.settle();
    for (const { choice: beside } of bestAt(week, b, slotsAt(b, forB), most).slice(0, TRIED)) {
      found ??= week.way(
        new Map([
          [a, choice],
          [b, beside],
        ]),
      );
      if (found) break;
    }
    state.lift(a);
    state.unsettle(settled);
    if (found) break;
  }
  for (const item of [a, b]) state.put(item, item.standing!);
  state.settle();
  return found;
}

/** The slots that end when the other did, or that begin then: sessions side by side end together. */
const slotsAt = ({ slots }: Item, { start, end }: Placement): readonly Slot[] => {
  const ending = slots.filter((slot) => slot.end === end);
  return ending.length > 0 ? ending : slots.filter((slot) => slot.start === start);
};
