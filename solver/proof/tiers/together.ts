import type { Minute } from '../../../src/time/span.ts';
import type { Model } from '../../model/model.ts';
import { bits, mostBefore } from './things.ts';
import { type Seat, share } from './week.ts';

/** What `fewestAlone` says of seats that can't be held side by side at all. */
export const NEVER = 99;

/**
 * Of seats that all run just before one moment: how many have to be taken single-handed at the fewest, or `NEVER`
 * where nobody can hold them all side by side. Contacts, streams, rooms and peers are counted exactly, but that any
 * two who could take a session are let take it together: so it is never more than the truth.
 */
export function fewestAlone(model: Model, seats: readonly Seat[], minute: Minute): number {
  for (let i = 0; i < seats.length; i++)
    for (let j = 0; j < i; j++)
      if (seats[i]!.item === seats[j]!.item || share(model, seats[i]!, seats[j]!)) return NEVER;
  if (!drawsFit(model, seats, minute) || !roomsFit(seats, minute)) return NEVER;
  return alone(seats);
}

function drawsFit(model: Model, seats: readonly Seat[], minute: Minute): boolean {
  const drawn = new Map<number, number>();
  for (const seat of seats)
    for (const thing of seat.draws) {
      const n = (drawn.get(thing) ?? 0) + 1;
      if (n > mostBefore(model, thing, minute)) return false;
      drawn.set(thing, n);
    }
  return true;
}

/** Whether each that needs a room can have one of its own (Kuhn's augmenting paths). */
function roomsFit(seats: readonly Seat[], minute: Minute): boolean {
  const holder = new Map<number, Seat>();
  const find = (seat: Seat, seen: Set<number>): boolean => {
    for (const room of seat.rooms!) {
      if (seen.has(room)) continue;
      seen.add(room);
      const other = holder.get(room);
      if (!other || find(other, seen)) {
        holder.set(room, seat);
        return true;
      }
    }
    return false;
  };
  // A room is needed for the session's own time, without the way there and back.
  return seats.every(
    (seat) => !seat.rooms || minute <= seat.slot.start || minute > seat.slot.end || find(seat, new Set()),
  );
}

/** The same for peers: first the fewest that each can do with, then whoever can be had beside them. */
function alone(seats: readonly Seat[]): number {
  let taken = 0;
  for (const { always } of seats) {
    if (taken & always) return NEVER;
    taken |= always;
  }
  // By peer: the seat that has that peer.
  const holder: (number | undefined)[] = [];
  const find = (n: number, seen: { mask: number }): boolean => {
    let open = seats[n]!.union & ~taken & ~seen.mask;
    for (; open; open &= open - 1) {
      const bit = open & -open;
      if (seen.mask & bit) continue;
      seen.mask |= bit;
      const peer = 31 - Math.clz32(bit);
      const other = holder[peer];
      if (other === n) continue;
      if (other === undefined || find(other, seen)) {
        holder[peer] = n;
        return true;
      }
    }
    return false;
  };
  const own = seats.map(({ always }) => bits(always));
  for (let n = 0; n < seats.length; n++)
    for (let k = own[n]!; k < seats[n]!.fewest; k++) if (!find(n, { mask: 0 })) return NEVER;
  let singles = 0;
  for (let n = 0; n < seats.length; n++)
    for (let k = Math.max(own[n]!, seats[n]!.fewest); k < seats[n]!.heads; k++)
      if (!find(n, { mask: 0 })) singles++;
  return singles;
}
