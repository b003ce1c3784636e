import type { Item, Model, Price } from '../model/model.ts';
import type { Choice } from './choice.ts';
import { type HeldIn, Scopes, type Tally } from './scopes.ts';

/** The tallies that asking again replaced, by piece: what puts them back. */
export type Settled = readonly (readonly [number, Tally])[];

/**
 * What every piece of the programme breaks and pays by the `whole` rules, and which pieces have changed since they were
 * asked. Every change is passed on to the totals.
 */
export class Tallies {
  private readonly scopes: Scopes;
  private readonly heldIn: HeldIn;
  private readonly totals: Tally;
  private readonly tallies: Tally[] = [];
  private readonly dirty = new Set<number>();

  constructor(model: Model, heldIn: HeldIn, totals: Tally) {
    this.scopes = new Scopes(model);
    this.heldIn = heldIn;
    this.totals = totals;
    for (let n = 0; n < this.scopes.count; n++) {
      const tally = this.scopes.tally(n, heldIn);
      this.tallies.push(tally);
      this.count(tally, 1);
    }
  }

  private count(tally: Tally, by: 1 | -1): void {
    const { totals } = this;
    totals.broken += by * tally.broken;
    totals.singles += by * tally.singles;
    totals.beyond += by * tally.beyond;
    totals.points += by * tally.points;
  }

  /** Notes the pieces that a session at this choice is part of: they are to be asked again. */
  touch(item: Item, choice: Choice): void {
    const { dirty, scopes } = this;
    const { day } = item.slots[choice.slot]!;
    if (scopes.asks.day) dirty.add(scopes.ofDay(day));
    if (scopes.asks.week) dirty.add(scopes.week);
    for (const p of item.teams[choice.team]!.members) {
      if (scopes.asks['peer-day']) dirty.add(scopes.ofPeerDay(p, day));
      if (scopes.asks['peer-week']) dirty.add(scopes.ofPeerWeek(p));
    }
    if (scopes.asks['contact-day']) for (const c of item.contacts) dirty.add(scopes.ofContactDay(c, day));
  }

  /**
   * The most that asking again about what changed could take off the tiers and points: what those pieces pay now. A
   * move that is worse by more than this needs no asking.
   */
  mostToGain(): Price {
    const most: Price = { singles: 0, beyond: 0, points: 0 };
    for (const number of this.dirty) {
      const tally = this.tallies[number]!;
      most.singles += tally.singles;
      most.beyond += tally.beyond;
      most.points += tally.points;
    }
    return most;
  }

  /** The ids of the sessions that the `whole` wants blame for what is paid in tiers 3 and 4. */
  blamed(): ReadonlySet<string> {
    const ids = new Set<string>();
    this.tallies.forEach((tally, number) => {
      if (tally.singles + tally.beyond > 0)
        for (const id of this.scopes.blamed(number, this.heldIn)) ids.add(id);
    });
    return ids;
  }

  /** Asks the `whole` rules again about what changed since the last time. Gives what to hand to `unsettle`. */
  settle(): Settled {
    const before: (readonly [number, Tally])[] = [];
    for (const number of this.dirty) {
      const old = this.tallies[number]!;
      before.push([number, old]);
      this.count(old, -1);
      const now = this.scopes.tally(number, this.heldIn);
      this.tallies[number] = now;
      this.count(now, 1);
    }
    this.dirty.clear();
    return before;
  }

  /** After sessions were put back where they were: the tallies as they were before `settle`, without asking again. */
  unsettle(before: Settled): void {
    this.dirty.clear();
    for (const [number, old] of before) {
      this.count(this.tallies[number]!, -1);
      this.tallies[number] = old;
      this.count(old, 1);
    }
  }
}
