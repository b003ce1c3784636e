import type { PairedPart } from '../../src/rules/rule.ts';
import type { Item, Model } from '../model/model.ts';
import type { Priced } from '../model/parts.ts';
import { type Choice, heldAt } from './choice.ts';
import { acquaintance, clash, clearances, concernsBetween } from './clash-tables.ts';
import type { Placed } from './placed.ts';
import { firsts } from './spots.ts';

/** A part about two placements, and between which items it can speak. */
interface Pairing {
  readonly priced: Priced<PairedPart>;
  readonly between: Uint8Array;
  /** By item and place: two of the same number are clear of each other. */
  readonly clear: readonly (readonly number[])[] | undefined;
}

/** Answers that are kept, at least and at most; a newer one takes the place of an older with the same hash. */
const [LEAST_ROOM, MOST_ROOM] = [1 << 8, 1 << 16];
const ALLOWED = 1;
const REFUSED = 2;

/** What the musts on two placements that look at places and peers too say of one that might be put beside others. */
export class Clashes {
  private readonly model: Model;
  private readonly placed: Placed;
  /** Parts about one person's day: peers matter to them only as far as both placements have them. */
  private readonly personal: readonly Pairing[];
  private readonly others: readonly Pairing[];
  /** Whether two items share a contact, as a table of items × items. */
  private readonly acquainted: Uint8Array;
  /** By item and place: two of the same number are clear of each other by every part; undefined where a part says nothing. */
  private readonly clearOfAll: readonly (readonly number[])[] | undefined;
  /** By item, the first of its numbers for a slot and place. */
  private readonly firstSpot: Int32Array;
  /** What the parts about one person's day answered: three numbers a line (two spots, the peers in both), and the answer. */
  private readonly keys: Int32Array;
  private readonly answers: Uint8Array;

  constructor(model: Model, placed: Placed, parts: readonly Priced<PairedPart>[]) {
    this.model = model;
    this.placed = placed;
    const pairings = parts.map((priced) => ({
      priced,
      between: concernsBetween(model, priced),
      clear: clearances(model, priced),
    }));
    this.personal = pairings.filter(({ priced }) => priced.part.among === 'person-day');
    this.others = pairings.filter(({ priced }) => priced.part.among !== 'person-day');
    this.acquainted = acquaintance(model);
    this.clearOfAll = together(model, pairings);
    const spotsOf = (item: Item): number => item.slots.length * item.places.length;
    this.firstSpot = firsts(model.items, spotsOf);
    const spots = model.items.reduce((sum, item) => sum + spotsOf(item), 0);
    const room = 2 ** Math.ceil(Math.log2(Math.min(Math.max(spots * 8, LEAST_ROOM), MOST_ROOM)));
    this.keys = new Int32Array(room * 3);
    this.answers = new Uint8Array(room);
  }

  /** Whether what is placed refuses the choice. */
  refuse(item: Item, choice: Choice): boolean {
    const { placed, acquainted, clearOfAll, personal, others } = this;
    const { day } = item.slots[choice.slot]!;
    const n = placed.at.length;
    const mask = item.teams[choice.team]!.mask;
    const mine = clearOfAll ? clearOfAll[item.index]![choice.place] : undefined;
    if (personal.length > 0) {
      for (const i of placed.onDay[day]!) {
        const both = mask & placed.maskOf(i);
        if (both === 0 && acquainted[item.index * n + i] === 0) continue;
        if (i === item.index || (clearOfAll && clearOfAll[i]![placed.at[i]!.place] === mine)) continue;
        if (this.refuseInPerson(item, choice, i, both)) return true;
      }
    }
    for (const pairing of others) {
      for (let d = 0; d < 6; d++) {
        if (pairing.priced.part.among === 'day' && d !== day) continue;
        for (const i of placed.onDay[d]!)
          if (i !== item.index && this.refuseBy(pairing, item, choice, i)) return true;
      }
    }
    return false;
  }

  /** Whether a part about one person's day refuses the choice beside what has some of the same people. */
  private refuseInPerson(item: Item, choice: Choice, i: number, both: number): boolean {
    const { keys, answers, personal } = this;
    const mine = this.spotOf(item, choice);
    const theirs = this.spotOf(this.model.items[i]!, this.placed.at[i]!);
    const [a, b] = mine < theirs ? [mine, theirs] : [theirs, mine];
    const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ Math.imul(both, 0xc2b2ae35);
    const line = ((hash ^ (hash >>> 15)) >>> 0) % answers.length;
    const base = line * 3;
    if (answers[line] !== 0 && keys[base] === a && keys[base + 1] === b && keys[base + 2] === both)
      return answers[line] === REFUSED;
    const refused = personal.some((pairing) => this.refuseBy(pairing, item, choice, i));
    keys[base] = a;
    keys[base + 1] = b;
    keys[base + 2] = both;
    answers[line] = refused ? REFUSED : ALLOWED;
    return refused;
  }

  private refuseBy({ priced, between, clear }: Pairing, item: Item, choice: Choice, i: number): boolean {
    const { model, placed } = this;
    if (between[item.index * placed.at.length + i] === 0) return false;
    if (clear && clear[i]![placed.at[i]!.place] === clear[item.index]![choice.place]) return false;
    return clash(model, priced, heldAt(item, choice), placed.heldOf(i)!);
  }

  private spotOf(item: Item, choice: Choice): number {
    return this.firstSpot[item.index]! + choice.slot * item.places.length + choice.place;
  }
}

/** The parts' clearances as one; undefined where one of them has none, and may speak of any two. */
function together(model: Model, pairs: readonly Pairing[]): readonly (readonly number[])[] | undefined {
  if (pairs.some(({ clear, between }) => !clear && between.some((speaks) => speaks === 1))) return undefined;
  const numbers = new Map<string, number>();
  return model.items.map((item) =>
    item.places.map((_, p) => {
      const key = pairs.map(({ clear }) => (clear ? clear[item.index]![p] : '')).join(' ');
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    }),
  );
}
