import { concerns } from '../../src/check/breaches.ts';
import type { PairedPart } from '../../src/rules/rule.ts';
import type { Item, Model, Slot } from '../model/model.ts';
import type { Priced } from '../model/parts.ts';
import { clash, concernsBetween } from './clash-tables.ts';
import type { Placed } from './placed.ts';

/** A part about two placements, and between which items it can speak. */
interface Pairing {
  readonly priced: Priced<PairedPart>;
  readonly between: Uint8Array;
  /** Items that it can speak of at all. */
  readonly about: Uint8Array;
}

/** Parts that say which sessions are alike: what they say of two times holds for all sessions at such times. */
const classed = ({ part }: Priced<PairedPart>): boolean => part.among === 'day' && part.alike !== undefined;

/**
 * What the musts on two placements that look at the time alone say of a session that might be put beside those that
 * are. Slots at which sessions alike are at the same time are one class, and of each class it is counted how many of
 * the sessions placed rule it out, so that the usual question is answered by looking.
 */
export class TimeClashes {
  private readonly model: Model;
  private readonly placed: Placed;
  private readonly parts: readonly Priced<PairedPart>[];
  private readonly others: readonly Pairing[];
  /** By item and slot. */
  private readonly classOf: readonly Int32Array[];
  /** An example of each class, and the classes of each day. */
  private readonly examples: Slot[] = [];
  private readonly byDay: number[][] = [[], [], [], [], [], []];
  /** The classes that each class rules out, worked out when it is first placed. */
  private readonly ruledOut: (Int32Array | undefined)[] = [];
  /** How many of those placed rule each class out. */
  private readonly counts: Int32Array;

  constructor(model: Model, placed: Placed, parts: readonly Priced<PairedPart>[]) {
    this.model = model;
    this.placed = placed;
    this.parts = parts.filter(classed);
    this.others = parts.filter((p) => !classed(p)).map((priced) => pairing(model, priced));
    const numbers = new Map<string, number>();
    const likenesses = new Map<string, number>();
    this.classOf = model.items.map((item) => {
      const words = this.parts.map(({ part }) => part.alike!(model.review, item.session)).join('|');
      const likeness = likenesses.get(words) ?? likenesses.size;
      likenesses.set(words, likeness);
      return Int32Array.from(item.slots, (slot) => {
        const key = `${likeness} ${slot.start} ${slot.end} ${slot.awayFrom} ${slot.awayTo}`;
        let number = numbers.get(key);
        if (number === undefined) {
          number = this.examples.length;
          numbers.set(key, number);
          this.examples.push(slot);
          this.byDay[slot.day]!.push(number);
        }
        return number;
      });
    });
    this.counts = new Int32Array(this.examples.length);
  }

  /** A session is put there, or lifted from there. */
  add(item: Item, slot: Slot, by: 1 | -1): void {
    const { counts } = this;
    for (const other of this.row(this.classOf[item.index]![slot.index]!)) counts[other]! += by;
  }

  /** Whether what is placed refuses the slot. */
  refuse(item: Item, slot: Slot): boolean {
    if (this.counts[this.classOf[item.index]![slot.index]!]! > 0) return true;
    for (const pairing of this.others) {
      if (pairing.about[item.index] === 0) continue;
      for (let i = 0; i < this.placed.at.length; i++) if (this.refuseBy(pairing, item, slot, i)) return true;
    }
    return false;
  }

  /** The same, of one that is placed. */
  refuseBeside(item: Item, slot: Slot, other: number): boolean {
    const mine = this.classOf[item.index]![slot.index]!;
    const theirs = this.classOf[other]![this.placed.at[other]!.slot]!;
    return (
      this.row(theirs).includes(mine) ||
      this.others.some((pairing) => this.refuseBy(pairing, item, slot, other))
    );
  }

  private row(number: number): Int32Array {
    let row = this.ruledOut[number];
    if (!row) {
      const { examples, parts, model } = this;
      const mine = examples[number]!;
      row = Int32Array.from(
        this.byDay[mine.day]!.filter((other) =>
          parts.some((part) => clash(model, part, mine.held, examples[other]!.held)),
        ),
      );
      this.ruledOut[number] = row;
    }
    return row;
  }

  private refuseBy({ priced, between }: Pairing, item: Item, slot: Slot, i: number): boolean {
    const other = this.placed.heldOf(i);
    if (!other || i === item.index || between[item.index * this.placed.at.length + i] === 0) return false;
    const { among } = priced.part;
    if (among !== 'week' && this.placed.slotOf(i)!.day !== slot.day) return false;
    if (among === 'person-day' && !concerns(this.model.review, priced.part, slot.held, other)) return false;
    return clash(this.model, priced, slot.held, other);
  }
}

function pairing(model: Model, priced: Priced<PairedPart>): Pairing {
  const between = concernsBetween(model, priced);
  const n = model.items.length;
  const about = Uint8Array.from(model.items, (item) =>
    between.subarray(item.index * n, (item.index + 1) * n).some((speaks) => speaks === 1) ? 1 : 0,
  );
  return { priced, between, about };
}
