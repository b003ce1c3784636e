import { concerns, oneByOne } from '../../src/check/breaches.ts';
import type { Held } from '../../src/programme/placement.ts';
import type { Cost } from '../../src/programme/programme.ts';
import type { PairedPart, PlacedPart } from '../../src/rules/rule.ts';
import { type Item, type Model, type Price, type Slot, TICK, TICKS } from '../model/model.ts';
import { breaks, type Priced } from '../model/parts.ts';
import { acquaintance, clash, clearances, concernsBetween, TimeClasses } from './clashes.ts';
import { type HeldIn, Scopes, type Tally } from './scopes.ts';

/** Where one session is: its slot, place and team by number. */
export interface Choice {
  readonly slot: number;
  readonly place: number;
  readonly team: number;
}

/** A part about two placements, and between which items it can speak. */
interface Pairing {
  readonly priced: Priced<PairedPart>;
  readonly between: Uint8Array;
  /** By item and place: two of the same number are clear of each other. */
  readonly clear: readonly (readonly number[])[] | undefined;
}

const sameAspects = (part: PlacedPart, ...aspects: string[]): boolean =>
  part.looksAt.length === aspects.length &&
  aspects.every((a) => (part.looksAt as readonly string[]).includes(a));

const ALLOWED = 1;
const REFUSED = 2;

/** Combinations of aspects that the slots, places and teams already carry. */
const carriedMusts = [
  [],
  ['time'],
  ['place'],
  ['peer'],
  ['peers'],
  ['time', 'place'],
  ['time', 'peer'],
  ['place', 'peer'],
];
const carriedWants = [[], ['time'], ['place'], ['peer'], ['peers']];

/**
 * A programme in the making: who is where, what each thing has drawn on it, and what it costs. `put` and `lift` are
 * the only ways to change it; `settle` asks the rules again about the pieces that changed.
 */
export class State implements HeldIn {
  readonly model: Model;
  readonly at: (Choice | undefined)[];
  private readonly held: (Held | undefined)[];
  private readonly drawn: Int16Array;
  private readonly onDay: number[][] = [[], [], [], [], [], []];
  private readonly scopes: Scopes;
  private readonly tallies: Tally[];
  private readonly dirty = new Set<number>();
  private readonly classes: TimeClasses;
  private readonly timePairs: readonly Pairing[];
  private readonly fullPairs: readonly Pairing[];
  /** Whether two items share a contact, as a table of items × items. */
  private readonly acquainted: Uint8Array;
  private readonly lateMusts: readonly Priced<PlacedPart>[];
  private readonly lateAnswers: (Uint8Array | undefined)[] = [];
  private readonly lateWants: readonly Priced<PlacedPart>[];
  /** Late prices by session, so that lifting one takes off exactly what putting it added. */
  private readonly latePoints: Float64Array;
  // Totals, kept as sessions come and go.
  unplaced: [number, number, number] = [0, 0, 0];
  singles = 0;
  beyond = 0;
  points = 0;
  broken = 0;

  constructor(model: Model) {
    this.model = model;
    this.at = model.items.map(() => undefined);
    this.held = model.items.map(() => undefined);
    this.drawn = new Int16Array(model.things * TICKS);
    this.scopes = new Scopes(model);
    this.tallies = [];
    this.latePoints = new Float64Array(model.items.length);
    const { pairedMusts, placedMusts, placedWants } = model.parts;
    const timeOnly = ({ part }: Priced<PairedPart>) => part.looksAt.every((a) => a === 'time');
    const classed = (p: Priced<PairedPart>) =>
      timeOnly(p) && p.part.among === 'day' && p.part.alike !== undefined;
    const pairing = (priced: Priced<PairedPart>): Pairing => ({
      priced,
      between: concernsBetween(model, priced),
      clear: clearances(model, priced),
    });
    this.acquainted = acquaintance(model);
    this.classes = new TimeClasses(model, pairedMusts.filter(classed));
    this.timePairs = pairedMusts.filter((p) => timeOnly(p) && !classed(p)).map(pairing);
    this.fullPairs = pairedMusts.filter((p) => !timeOnly(p)).map(pairing);
    this.lateMusts = placedMusts.filter(({ part }) => !carriedMusts.some((c) => sameAspects(part, ...c)));
    const together = this.lateMusts.find(({ part }) => part.looksAt.includes('peers'));
    if (together)
      throw new Error(`${together.rule.id} looks at all peers and more: the engine asks one at a time.`);
    this.lateWants = placedWants.filter(({ part }) => !carriedWants.some((c) => sameAspects(part, ...c)));
    for (const item of model.items) this.unplaced[rank(item)]++;
    for (let n = 0; n < this.scopes.count; n++) {
      const tally = this.scopes.tally(n, this);
      this.tallies.push(tally);
      this.count(tally, 1);
    }
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

  day = (day: number): readonly Held[] => this.onDay[day]!.map((i) => this.held[i]!);
  week(): readonly Held[] {
    const out: Held[] = [];
    for (const list of this.onDay) for (const i of list) out.push(this.held[i]!);
    return out;
  }
  peerDay(peer: number, day: number): readonly Held[] {
    const out: Held[] = [];
    for (const i of this.onDay[day]!) if (this.maskOf(i) & (1 << peer)) out.push(this.held[i]!);
    return out;
  }
  peerWeek(peer: number): readonly Held[] {
    const out: Held[] = [];
    for (let day = 0; day < 6; day++) out.push(...this.peerDay(peer, day));
    return out;
  }
  contactDay(contact: number, day: number): readonly Held[] {
    const out: Held[] = [];
    for (const i of this.onDay[day]!) {
      if (this.model.items[i]!.contacts.includes(contact)) out.push(this.held[i]!);
    }
    return out;
  }

  private maskOf(i: number): number {
    const choice = this.at[i];
    return choice ? this.model.items[i]!.teams[choice.team]!.mask : 0;
  }

  /** Sessions placed on a day, in time order. */
  placedOn = (day: number): readonly number[] => this.onDay[day]!;

  heldOf = (i: number): Held | undefined => this.held[i];

  /** Whether the session's contacts, the streams and the ends beside it allow this slot now. */
  fitsTime(item: Item, slot: Slot): boolean {
    for (const use of slot.uses) if (!this.hasRoom(use.thing, use.from, use.to)) return false;
    const mine = this.classes.of[item.index]![slot.index]!;
    for (const i of this.onDay[slot.day]!) {
      if (this.classes.clash(mine, this.classes.of[i]![this.at[i]!.slot]!)) return false;
    }
    return !this.clashesInTime(item, slot, undefined);
  }

  /** Whether a part that looks at the time alone, and is in no table, refuses the slot beside one other or any. */
  private clashesInTime(item: Item, slot: Slot, only: number | undefined): boolean {
    const n = this.held.length;
    for (const { priced, between } of this.timePairs) {
      const { among } = priced.part;
      for (let i = only ?? 0; i < (only === undefined ? n : only + 1); i++) {
        const other = this.held[i];
        if (!other || i === item.index || between[item.index * n + i] === 0) continue;
        if (among !== 'week' && this.slotOf(i)!.day !== slot.day) continue;
        if (among === 'person-day' && !concerns(this.model.review, priced.part, slot.held, other)) continue;
        if (clash(this.model, priced, slot.held, other)) return true;
      }
    }
    return false;
  }

  /** Sessions whose time clashes with the slot, and those with which it shares a thing that has no room left. */
  blockersOf(item: Item, slot: Slot): readonly number[] {
    const out: number[] = [];
    const full = slot.uses.filter((use) => !this.hasRoom(use.thing, use.from, use.to));
    const mine = this.classes.of[item.index]![slot.index]!;
    for (const list of this.onDay) {
      for (const i of list) {
        if (i === item.index) continue;
        const otherSlot = this.slotOf(i)!;
        const shares = full.some((use) =>
          otherSlot.uses.some((u) => u.thing === use.thing && u.from < use.to && use.from < u.to),
        );
        if (
          shares ||
          this.classes.clash(mine, this.classes.of[i]![otherSlot.index]!) ||
          this.clashesInTime(item, slot, i)
        ) {
          out.push(i);
        }
      }
    }
    return out;
  }

  private hasRoom(thing: number, from: number, to: number): boolean {
    const base = thing * TICKS;
    const { most } = this.model;
    for (let t = from; t < to; t++) if (this.drawn[base + t]! >= most[base + t]!) return false;
    return true;
  }

  /** Whether the place is free then. */
  fitsPlace(item: Item, slot: Slot, place: number): boolean {
    for (const use of this.model.placeThings[item.index]![place]!) {
      if (!this.hasRoom(use.thing, ...ticks(slot, use.away))) return false;
    }
    return true;
  }

  /** The peers who are free for a slot at a place, as bits. */
  peersFree(item: Item, slot: Slot, place: number): number {
    let mask = slot.peers & item.places[place]!.peers;
    for (let p = 0; mask >> p !== 0; p++) {
      if (!(mask & (1 << p))) continue;
      for (const use of this.model.peerThings[p]!) {
        if (!this.hasRoom(use.thing, ...ticks(slot, use.away))) {
          mask &= ~(1 << p);
          break;
        }
      }
    }
    return mask;
  }

  slotOf(i: number): Slot | undefined {
    const choice = this.at[i];
    return choice && this.model.items[i]!.slots[choice.slot];
  }

  /** Musts on two placements that look at places and peers too, and those no table holds: false where one refuses. */
  allowsFully(item: Item, choice: Choice): boolean {
    if (!this.allowsLate(item, choice)) return false;
    let held: Held | undefined;
    const day = item.slots[choice.slot]!.day;
    const n = this.held.length;
    const mask = item.teams[choice.team]!.mask;
    for (const { priced, between, clear } of this.fullPairs) {
      const personal = priced.part.among === 'person-day';
      const mine = clear?.[item.index]?.[choice.place];
      for (let d = 0; d < 6; d++) {
        if (priced.part.among !== 'week' && d !== day) continue;
        for (const i of this.onDay[d]!) {
          if (i === item.index || between[item.index * n + i] === 0) continue;
          if (clear && clear[i]![this.at[i]!.place] === mine) continue;
          if (personal && !(mask & this.maskOf(i)) && this.acquainted[item.index * n + i] === 0) continue;
          held ??= this.make(item, choice);
          if (clash(this.model, priced, held, this.held[i]!)) return false;
        }
      }
    }
    return true;
  }

  /** The musts on one placement that no table of the model holds, asked once of each slot, place and peer. */
  private allowsLate(item: Item, choice: Choice): boolean {
    if (this.lateMusts.length === 0) return true;
    const peers = this.model.review.peers.length;
    this.lateAnswers[item.index] ??= new Uint8Array(item.slots.length * item.places.length * peers);
    const answers = this.lateAnswers[item.index]!;
    const first = (choice.slot * item.places.length + choice.place) * peers;
    for (const p of item.teams[choice.team]!.members) {
      if (answers[first + p] === 0) {
        const held = this.make(item, choice);
        const one: Held = {
          ...held,
          placement: { ...held.placement, peers: [this.model.review.peers[p]!.id] },
        };
        const refused = this.lateMusts.some(({ rule, part }) =>
          breaks(this.model.review, rule, part, part.test(this.model.review, one)),
        );
        answers[first + p] = refused ? REFUSED : ALLOWED;
      }
      if (answers[first + p] === REFUSED) return false;
    }
    return true;
  }

  private make(item: Item, choice: Choice): Held {
    const { placement } = item.slots[choice.slot]!.held;
    return {
      session: item.session,
      placement: {
        ...placement,
        place: item.places[choice.place]!.place,
        peers: item.teams[choice.team]!.ids,
        told: item.kept?.slot === choice.slot ? item.kept.told : false,
      },
    };
  }

  /** Puts a session that is not placed. Asks nothing: `fitsTime`, `fitsPlace`, `peersFree`, `allowsFully` do. */
  put(item: Item, choice: Choice): void {
    const i = item.index;
    const slot = item.slots[choice.slot]!;
    const held = this.make(item, choice);
    this.at[i] = choice;
    this.held[i] = held;
    this.unplaced[rank(item)]--;
    this.use(item, slot, choice, 1);
    const list = this.onDay[slot.day]!;
    let n = list.length;
    while (n > 0 && before(held, this.held[list[n - 1]!]!)) n--;
    list.splice(n, 0, i);
    this.payFixed(item, choice, 1);
    if (this.lateWants.length > 0) {
      const late = this.late(held);
      this.latePoints[i] = late;
      this.points += late;
    }
    this.touch(item, slot.day, choice);
  }

  /** Takes a session out; gives where it was. */
  lift(item: Item): Choice {
    const i = item.index;
    const choice = this.at[i]!;
    const slot = item.slots[choice.slot]!;
    this.touch(item, slot.day, choice);
    this.at[i] = undefined;
    this.held[i] = undefined;
    this.unplaced[rank(item)]++;
    this.use(item, slot, choice, -1);
    const list = this.onDay[slot.day]!;
    list.splice(list.indexOf(i), 1);
    this.payFixed(item, choice, -1);
    this.points -= this.latePoints[i]!;
    this.latePoints[i] = 0;
    return choice;
  }

  private late(held: Held): number {
    let points = 0;
    for (const { part, weight } of this.lateWants) {
      for (const one of part.looksAt.includes('peer') ? oneByOne('peer', held) : [held]) {
        const breach = part.test(this.model.review, one);
        if (breach) points += (breach.amount ?? 1) * weight;
      }
    }
    return points;
  }

  private use(item: Item, slot: Slot, choice: Choice, by: 1 | -1): void {
    for (const u of slot.uses) this.add(u.thing, u.from, u.to, by);
    for (const u of this.model.placeThings[item.index]![choice.place]!)
      this.add(u.thing, ...ticks(slot, u.away), by);
    for (const p of item.teams[choice.team]!.members) {
      for (const u of this.model.peerThings[p]!) this.add(u.thing, ...ticks(slot, u.away), by);
    }
  }

  private add(thing: number, from: number, to: number, by: 1 | -1): void {
    const base = thing * TICKS;
    for (let t = from; t < to; t++) this.drawn[base + t]! += by;
  }

  private payFixed(item: Item, choice: Choice, by: 1 | -1): void {
    const slot = item.slots[choice.slot]!.price;
    const place = item.places[choice.place]!.price;
    const team = item.teams[choice.team]!.price;
    this.singles += by * (slot.singles + place.singles + team.singles);
    this.beyond += by * (slot.beyond + place.beyond + team.beyond);
    this.points += by * (slot.points + place.points + team.points);
  }

  private touch(item: Item, day: number, choice: Choice): void {
    const { dirty, scopes } = this;
    if (scopes.asks.day) dirty.add(scopes.ofDay(day));
    if (scopes.asks.week) dirty.add(scopes.week);
    for (const p of item.teams[choice.team]!.members) {
      if (scopes.asks['peer-day']) dirty.add(scopes.ofPeerDay(p, day));
      if (scopes.asks['peer-week']) dirty.add(scopes.ofPeerWeek(p));
    }
    if (scopes.asks['contact-day']) for (const c of item.contacts) dirty.add(scopes.ofContactDay(c, day));
  }

  private count(tally: Tally, by: 1 | -1): void {
    this.broken += by * tally.broken;
    this.singles += by * tally.singles;
    this.beyond += by * tally.beyond;
    this.points += by * tally.points;
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

  /** Items placed at a price in tiers 3 and 4: by themselves, or by what the `whole` wants say of them. */
  dearly(): readonly number[] {
    const ids = new Set<string>();
    this.tallies.forEach((tally, number) => {
      if (tally.singles + tally.beyond > 0) for (const id of this.scopes.blamed(number, this)) ids.add(id);
    });
    return this.model.items.flatMap((item) => {
      const choice = this.at[item.index];
      if (!choice) return [];
      const prices = [item.slots[choice.slot]!.price, item.teams[choice.team]!.price];
      const own = prices.some((price) => price.singles + price.beyond > 0);
      return own || ids.has(item.session.id) ? item.index : [];
    });
  }

  /** Asks the `whole` rules again about what changed since the last time. Gives what to hand to `unsettle`. */
  settle(): readonly (readonly [number, Tally])[] {
    const before: (readonly [number, Tally])[] = [];
    for (const number of this.dirty) {
      const old = this.tallies[number]!;
      before.push([number, old]);
      this.count(old, -1);
      const now = this.scopes.tally(number, this);
      this.tallies[number] = now;
      this.count(now, 1);
    }
    this.dirty.clear();
    return before;
  }

  /** After sessions were put back where they were: the tallies as they were before `settle`, without asking again. */
  unsettle(before: readonly (readonly [number, Tally])[]): void {
    this.dirty.clear();
    for (const [number, old] of before) {
      this.count(this.tallies[number]!, -1);
      this.tallies[number] = old;
      this.count(old, 1);
    }
  }
}

const ticks = (slot: Slot, away: boolean): [number, number] =>
  away
    ? [Math.floor(slot.awayFrom / TICK), Math.ceil(slot.awayTo / TICK)]
    : [Math.floor(slot.start / TICK), Math.ceil(slot.end / TICK)];

const rank = (item: Item): 0 | 1 | 2 =>
  item.session.priority === 'must' ? 0 : item.session.priority === 'should' ? 1 : 2;

/** The order of time that `heldIn` gives and rules expect. */
const before = (a: Held, b: Held): boolean =>
  a.placement.start - b.placement.start < 0 ||
  (a.placement.start === b.placement.start &&
    (a.placement.end < b.placement.end ||
      (a.placement.end === b.placement.end && a.session.id < b.session.id)));
