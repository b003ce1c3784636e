import type { Session } from '../../../src/review/session.ts';
import type { Minute } from '../../../src/time/span.ts';
import { type Item, type Model, type Slot, TICK } from '../../model/model.ts';
import { bits, mostBefore, spanOf } from './things.ts';

/** A session at one of its times, with what the proof needs to know of it there. */
export interface Seat {
  readonly index: number;
  readonly item: Item;
  readonly slot: Slot;
  readonly from: Minute;
  readonly to: Minute;
  /** The peers who could be among those who take it; those without whom nobody can. As bits. */
  readonly union: number;
  readonly always: number;
  /** How many peers it takes at the cheapest, and at the fewest. */
  readonly heads: number;
  readonly fewest: number;
  /** What it pays by itself in tiers 3 and 4, at the least. */
  readonly singles: number;
  readonly beyond: number;
  /** Rooms, one of which it needs; undefined where it can do without. */
  readonly rooms: readonly number[] | undefined;
  /** Things that several may draw on at once, and how many of them. */
  readonly draws: readonly number[];
  /** Whether it counts for the columns of tier 4. */
  readonly counts: boolean;
}

/** The end of a block, with all that could end there: what does runs side by side just before. */
export interface End {
  readonly minute: Minute;
  readonly seats: readonly Seat[];
  /** How long a block that ends here may be, the shortest first. Minutes. */
  readonly lengths: readonly Minute[];
  /** The most that can run side by side just before. */
  readonly most: number;
}

/** A stretch of time that nothing runs into or out of: a half-day as a rule. */
export interface Stretch {
  readonly index: number;
  readonly ends: readonly End[];
  /** What may run on past the ends of blocks, and only not end within one. */
  readonly spanning: readonly Seat[];
}

/** A week as a proof looks at it: stretches that share nothing but the sessions, each of which is in one of them at most. */
export interface Week {
  readonly model: Model;
  readonly stretches: readonly Stretch[];
  readonly seats: readonly Seat[];
  /** How many may run at once before one is beyond the columns; unlimited where no rule counts. */
  readonly usual: number;
}

export function weekOf(model: Model): Week {
  const swaps = model.parts.pairedMusts.find(({ part }) => part.swaps)?.part.swaps;
  const columns = model.parts.wholeWants.find(({ part }) => part.tier === 4 && part.columns)?.part.columns;
  const seats: Seat[] = [];
  for (const item of model.items)
    for (const seat of seatsOf(model, item, (slot) => columns?.counts(slot.held) ?? false))
      seats.push({ ...seat, index: seats.length });
  const keeps = (session: Session) => swaps?.(session) === 'ends';
  const stretches = apart(seats).map((list, index) => stretchOf(model, list, index, keeps));
  return { model, stretches, seats, usual: columns?.most(model.review) ?? Number.POSITIVE_INFINITY };
}

function seatsOf(model: Model, item: Item, counts: (slot: Slot) => boolean): Omit<Seat, 'index'>[] {
  const known = new Map<number, Pick<Seat, 'union' | 'always' | 'heads' | 'fewest' | 'singles'>>();
  return item.slots.flatMap((slot) => {
    const there = slot.places.reduce((mask, p) => mask | item.places[p]!.peers, 0) & slot.peers;
    let team = known.get(there);
    if (!team) {
      const open = item.teams.filter((t) => (t.mask & ~there) === 0);
      if (open.length === 0) return [];
      const singles = Math.min(...open.map((t) => t.price.singles));
      team = {
        union: open.reduce((mask, t) => mask | t.mask, 0),
        always: open.reduce((mask, t) => mask & t.mask, ~0),
        heads: Math.min(...open.filter((t) => t.price.singles === singles).map((t) => bits(t.mask))),
        fewest: Math.min(...open.map((t) => bits(t.mask))),
        singles,
      };
      known.set(there, team);
    }
    const things = slot.places.map((p) => model.placeThings[item.index]![p]!);
    return [
      {
        item,
        slot,
        from: slot.awayFrom,
        to: slot.awayTo,
        ...team,
        singles: team.singles + slot.price.singles,
        beyond: slot.price.beyond,
        rooms: things.some((t) => t.length === 0)
          ? undefined
          : [...new Set(things.flat().map((t) => t.thing))],
        draws: slot.uses.flatMap(({ thing, from }) =>
          mostBefore(model, thing, (from + 1) * TICK) > 1 ? [thing] : [],
        ),
        counts: counts(slot),
      },
    ];
  });
}

/** Seats in groups such that nothing of one runs at the time of anything of another. */
function apart(seats: readonly Seat[]): readonly (readonly Seat[])[] {
  const groups: Seat[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const seat of [...seats].sort((a, b) => a.from - b.from || a.index - b.index)) {
    if (seat.from >= until) groups.push([]);
    groups.at(-1)!.push(seat);
    until = Math.max(until, seat.to);
  }
  return groups;
}

function stretchOf(
  model: Model,
  seats: readonly Seat[],
  index: number,
  keeps: (session: Session) => boolean,
): Stretch {
  const spanning = seats.filter((s) => !keeps(s.item.session));
  const byEnd = new Map<Minute, Seat[]>();
  for (const seat of seats) {
    if (!keeps(seat.item.session)) continue;
    const list = byEnd.get(seat.to);
    if (list) list.push(seat);
    else byEnd.set(seat.to, [seat]);
  }
  const ends = [...byEnd]
    .sort(([a], [b]) => a - b)
    .map(
      ([minute, list]): End => ({
        minute,
        seats: list,
        lengths: [...new Set(list.map((s) => s.to - s.from))].sort((a, b) => a - b),
        most: mostAtOnce(
          model,
          [...list, ...spanning.filter((s) => s.from < minute && minute <= s.to)],
          minute,
        ),
      }),
    );
  return { index, ends, spanning };
}

/** Each session counts for the scarcest thing that it draws on; those that draw on nothing scarce by themselves. */
function mostAtOnce(model: Model, seats: readonly Seat[], minute: Minute): number {
  const items = new Map<number, Set<Item>>();
  for (const { item, draws } of seats) {
    const scarcest = draws.reduce(
      (a, b) => (a < 0 || mostBefore(model, b, minute) < mostBefore(model, a, minute) ? b : a),
      -1,
    );
    items.set(scarcest, (items.get(scarcest) ?? new Set()).add(item));
  }
  let most = 0;
  for (const [thing, some] of items)
    most += thing < 0 ? some.size : Math.min(some.size, mostBefore(model, thing, minute));
  return most;
}

/** Whether two seats share somebody who can be in one thing at a time, at the same time. */
export function share(model: Model, a: Seat, b: Seat): boolean {
  for (const u of a.slot.uses)
    for (const v of b.slot.uses) {
      if (u.thing !== v.thing || mostBefore(model, u.thing, (u.from + 1) * TICK) > 1) continue;
      const [x, y] = [spanOf(a.slot, u), spanOf(b.slot, v)];
      if (x.from < y.to && y.from < x.to) return true;
    }
  return false;
}
