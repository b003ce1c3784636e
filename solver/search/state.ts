import type { Held } from '../../src/programme/placement.ts';
import type { Cost } from '../../src/programme/programme.ts';
import type { PairedPart } from '../../src/rules/rule.ts';
import type { Item, Model, Price, Slot } from '../model/model.ts';
import type { Priced } from '../model/parts.ts';
import type { Choice } from './choice.ts';
import { Clashes } from './clashes.ts';
import { Columns } from './columns.ts';
import { Counters } from './counters.ts';
import { LateMusts, LateWants } from './late.ts';
import { Placed } from './placed.ts';
import type { Tally } from './scopes.ts';
import { type Settled, Tallies } from './tallies.ts';
import { TimeClashes } from './time-clashes.ts';
import { Usage } from './usage.ts';

/**
 * A programme in the making: who is where, what each thing has drawn on it, and what it costs. `put` and `lift` are
 * the only ways to change it; `settle` asks the rules again about the pieces that changed.
 */
export class State {
  readonly model: Model;
  /** By item; undefined where a session is not placed. */
  readonly at: readonly (Choice | undefined)[];
  private readonly placed: Placed;
  private readonly usage: Usage;
  private readonly timeClashes: TimeClashes;
  private readonly clashes: Clashes;
  private readonly lateMusts: LateMusts;
  private readonly lateWants: LateWants;
  private readonly tallies: Tallies;
  private readonly counters: Counters;
  private readonly columns: Columns;
  /** Kept as sessions come and go. */
  private readonly totals: Tally = { broken: 0, singles: 0, beyond: 0, points: 0 };
  /** Sessions that are not placed: musts, shoulds and coulds. */
  readonly unplaced: [number, number, number] = [0, 0, 0];

  constructor(model: Model) {
    this.model = model;
    this.placed = new Placed(model);
    this.at = this.placed.at;
    this.usage = new Usage(model);
    const { pairedMusts } = model.parts;
    this.timeClashes = new TimeClashes(model, this.placed, pairedMusts.filter(timeOnly));
    this.clashes = new Clashes(
      model,
      this.placed,
      pairedMusts.filter((p) => !timeOnly(p)),
    );
    this.lateMusts = new LateMusts(model);
    this.lateWants = new LateWants(model);
    for (const item of model.items) this.unplaced[rank(item)]++;
    this.tallies = new Tallies(model, this.placed, this.totals);
    this.counters = new Counters(model, this.totals);
    this.columns = new Columns(model);
  }

  // ── what it costs ─────────────────────────────────────────────────────────────────────────────────────────────

  /** Musts that are broken by what has been settled. */
  get broken(): number {
    return this.totals.broken;
  }
  get singles(): number {
    return this.totals.singles;
  }
  get beyond(): number {
    return this.totals.beyond;
  }
  get points(): number {
    return this.totals.points;
  }

  /** Six figures, compared in order (rules.md, "Tiers"). */
  cost(): Cost {
    return [
      this.unplaced[0],
      this.unplaced[1],
      this.singles,
      this.beyond,
      this.unplaced[2],
      Math.round(this.points * 1000) / 1000,
    ];
  }

  /** Items placed at a price in tiers 3 and 4: by themselves, or by what the `whole` wants say of them. */
  dearly(): readonly number[] {
    const ids = this.tallies.blamed();
    return this.model.items.flatMap((item) => {
      const choice = this.at[item.index];
      if (!choice) return [];
      const prices = [item.slots[choice.slot]!.price, item.teams[choice.team]!.price];
      const own = prices.some((price) => price.singles + price.beyond > 0);
      return own || ids.has(item.session.id) ? item.index : [];
    });
  }

  // ── who is where ──────────────────────────────────────────────────────────────────────────────────────────────

  week(): readonly Held[] {
    return this.placed.week();
  }

  /** Sessions placed on a day, in time order. */
  placedOn(day: number): readonly number[] {
    return this.placed.onDay[day]!;
  }

  heldOf(i: number): Held | undefined {
    return this.placed.heldOf(i);
  }

  slotOf(i: number): Slot | undefined {
    return this.placed.slotOf(i);
  }

  // ── what may be put ───────────────────────────────────────────────────────────────────────────────────────────

  /** Whether the session's contacts, the streams and the ends beside it allow this slot now. */
  fitsTime(item: Item, slot: Slot): boolean {
    return this.usage.slotIsFree(slot) && !this.timeClashes.refuse(item, slot);
  }

  /** Whether the slot is likely to be paid for in tier 4: as many sessions as are usual run then already. */
  isCrowded(item: Item, slot: Slot): boolean {
    return this.columns.areFull(item, slot);
  }

  /** Sessions whose time clashes with the slot, and those with which it shares a thing that has no room left. */
  blockersOf(item: Item, slot: Slot): readonly number[] {
    const out: number[] = [];
    const full = slot.uses.filter((use) => !this.usage.hasRoomFor(use));
    for (const list of this.placed.onDay) {
      for (const i of list) {
        if (i === item.index) continue;
        const { uses } = this.slotOf(i)!;
        const shares = full.some((use) =>
          uses.some((u) => u.thing === use.thing && u.from < use.to && use.from < u.to),
        );
        if (shares || this.timeClashes.refuseBeside(item, slot, i)) out.push(i);
      }
    }
    return out;
  }

  /** Whether the place is free then. */
  fitsPlace(item: Item, slot: Slot, place: number): boolean {
    return this.usage.placeIsFree(item, slot, place);
  }

  /** The peers who are free for a slot at a place, as bits. */
  peersFree(item: Item, slot: Slot, place: number): number {
    return this.usage.peersFree(item, slot, place);
  }

  /** Musts on two placements that look at places and peers too, and those no table holds: false where one refuses. */
  allowsFully(item: Item, choice: Choice): boolean {
    return this.lateMusts.allow(item, choice) && !this.clashes.refuse(item, choice);
  }

  // ── changing it ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Puts a session that is not placed. Asks nothing: `fitsTime`, `fitsPlace`, `peersFree`, `allowsFully` do. */
  put(item: Item, choice: Choice): void {
    this.placed.add(item, choice);
    this.unplaced[rank(item)]--;
    this.usage.use(item, choice, 1);
    this.timeClashes.add(item, item.slots[choice.slot]!, 1);
    this.columns.add(item, item.slots[choice.slot]!, 1);
    this.payFixed(item, choice, 1);
    this.counters.add(item, choice, 1);
    this.totals.points += this.lateWants.pay(item, choice);
    this.tallies.touch(item, choice);
  }

  /** Takes a session out; gives where it was. */
  lift(item: Item): Choice {
    const choice = this.at[item.index]!;
    this.tallies.touch(item, choice);
    this.placed.remove(item);
    this.unplaced[rank(item)]++;
    this.usage.use(item, choice, -1);
    this.timeClashes.add(item, item.slots[choice.slot]!, -1);
    this.columns.add(item, item.slots[choice.slot]!, -1);
    this.payFixed(item, choice, -1);
    this.counters.add(item, choice, -1);
    this.totals.points -= this.lateWants.giveBack(item);
    return choice;
  }

  /** What the choice pays by itself, whatever else is placed. */
  private payFixed(item: Item, choice: Choice, by: 1 | -1): void {
    const { totals } = this;
    const slot = item.slots[choice.slot]!.price;
    const place = item.places[choice.place]!.price;
    const team = item.teams[choice.team]!.price;
    totals.singles += by * (slot.singles + place.singles + team.singles);
    totals.beyond += by * (slot.beyond + place.beyond + team.beyond);
    totals.points += by * (slot.points + place.points + team.points);
  }

  /** The most that `settle` could take off the tiers and points now. */
  mostToGain(): Price {
    return this.tallies.mostToGain();
  }

  /** Asks the `whole` rules again about what changed since the last time. Gives what to hand to `unsettle`. */
  settle(): Settled {
    return this.tallies.settle();
  }

  /** After sessions were put back where they were: everything as it was before `settle`, without asking again. */
  unsettle(before: Settled): void {
    this.tallies.unsettle(before);
  }
}

const timeOnly = ({ part }: Priced<PairedPart>): boolean => part.looksAt.every((a) => a === 'time');

const rank = (item: Item): 0 | 1 | 2 =>
  item.session.priority === 'must' ? 0 : item.session.priority === 'should' ? 1 : 2;
