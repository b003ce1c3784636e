import type { PairedPart } from '../../src/rules/rule.ts';
import type { Item, Model } from '../model/model.ts';
import type { Priced } from '../model/parts.ts';
import { type Choice, heldAt } from './choice.ts';
import { acquaintance, clash, clearances, concernsBetween } from './clash-tables.ts';
import type { Placed } from './placed.ts';

/** A part about two placements, and between which items it can speak. */
interface Pairing {
  readonly priced: Priced<PairedPart>;
  readonly between: Uint8Array;
  /** By item and place: two of the same number are clear of each other. */
  readonly clear: readonly (readonly number[])[] | undefined;
  /** Answers by two spots and the peers that are in both. */
  readonly known: Map<number, boolean>;
}

/** More than there are peers: a key of two spots leaves room for them as bits. */
const MOST_PEERS = 16;

/** What the musts on two placements that look at places and peers too say of one that might be put beside others. */
export class Clashes {
  private readonly model: Model;
  private readonly placed: Placed;
  private readonly pairs: readonly Pairing[];
  /** Whether two items share a contact, as a table of items × items. */
  private readonly acquainted: Uint8Array;
  /** By item and place: two of the same number are clear of each other by every part; undefined where a part says nothing. */
  private readonly clearOfAll: readonly (readonly number[])[] | undefined;
  /** By item, the first of its numbers for a slot and place. */
  private readonly firstSpot: number[] = [];
  private readonly spots: number;

  constructor(model: Model, placed: Placed, parts: readonly Priced<PairedPart>[]) {
    this.model = model;
    this.placed = placed;
    this.pairs = parts.map((priced) => ({
      priced,
      between: concernsBetween(model, priced),
      clear: clearances(model, priced),
      known: new Map(),
    }));
    this.acquainted = acquaintance(model);
    this.clearOfAll = together(model, this.pairs);
    let next = 0;
    for (const item of model.items) {
      this.firstSpot.push(next);
      next += item.slots.length * item.places.length;
    }
    this.spots = next;
  }

  /** Whether what is placed refuses the choice. */
  refuse(item: Item, choice: Choice): boolean {
    const { placed, acquainted, clearOfAll, pairs } = this;
    if (pairs.length === 0) return false;
    const { day } = item.slots[choice.slot]!;
    const n = placed.held.length;
    const mask = item.teams[choice.team]!.mask;
    const mine = clearOfAll ? clearOfAll[item.index]![choice.place] : undefined;
    for (let d = 0; d < 6; d++) {
      for (const i of placed.onDay[d]!) {
        if (i === item.index) continue;
        if (clearOfAll && clearOfAll[i]![placed.at[i]!.place] === mine) continue;
        const both = mask & placed.maskOf(i);
        const personal = both !== 0 || acquainted[item.index * n + i] === 1;
        for (const pairing of pairs) {
          const { among } = pairing.priced.part;
          if (among !== 'week' && d !== day) continue;
          if (among === 'person-day' && !personal) continue;
          if (this.refuseBy(pairing, item, choice, i, both)) return true;
        }
      }
    }
    return false;
  }

  private refuseBy(pairing: Pairing, item: Item, choice: Choice, i: number, both: number): boolean {
    const { model, placed } = this;
    const { priced, between, clear, known } = pairing;
    const theirs = placed.at[i]!;
    if (between[item.index * placed.held.length + i] === 0) return false;
    if (clear && clear[i]![theirs.place] === clear[item.index]![choice.place]) return false;
    const ask = () => clash(model, priced, heldAt(item, choice), placed.held[i]!);
    // Peers matter to a part about one person's day only as far as both have them; to others they may matter each.
    if (priced.part.among !== 'person-day' || model.review.peers.length > MOST_PEERS) return ask();
    const a = this.spotOf(item, choice);
    const b = this.spotOf(model.items[i]!, theirs);
    const key = keyOf(a, b, this.spots, both);
    let answer = known.get(key);
    if (answer === undefined) {
      answer = ask();
      known.set(key, answer);
    }
    return answer;
  }

  private spotOf(item: Item, choice: Choice): number {
    return this.firstSpot[item.index]! + choice.slot * item.places.length + choice.place;
  }
}

/** Two spots in either order and the peers in both, as one number. */
const keyOf = (a: number, b: number, spots: number, both: number): number =>
  (a < b ? a * spots + b : b * spots + a) * (1 << MOST_PEERS) + both;

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
