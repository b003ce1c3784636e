import { concerns } from '../../src/check/breaches.ts';
import type { Held } from '../../src/programme/placement.ts';
import type { PairedPart } from '../../src/rules/rule.ts';
import type { Item, Model, Slot } from '../model/model.ts';
import type { Priced } from '../model/parts.ts';
import { type Choice, heldAt } from './choice.ts';
import { acquaintance, clash, clearances, concernsBetween, TimeClasses } from './clash-tables.ts';
import type { Placed } from './placed.ts';

/** A part about two placements, and between which items it can speak. */
interface Pairing {
  readonly priced: Priced<PairedPart>;
  readonly between: Uint8Array;
  /** By item and place: two of the same number are clear of each other. */
  readonly clear: readonly (readonly number[])[] | undefined;
}

const timeOnly = ({ part }: Priced<PairedPart>): boolean => part.looksAt.every((a) => a === 'time');

/** Parts that a table of classes of times holds whole. */
const classed = (priced: Priced<PairedPart>): boolean =>
  timeOnly(priced) && priced.part.among === 'day' && priced.part.alike !== undefined;

/** What the musts on two placements say of one that might be put beside those that are. */
export class Clashes {
  private readonly model: Model;
  private readonly placed: Placed;
  private readonly classes: TimeClasses;
  private readonly timePairs: readonly Pairing[];
  private readonly fullPairs: readonly Pairing[];
  /** Whether two items share a contact, as a table of items × items. */
  private readonly acquainted: Uint8Array;

  constructor(model: Model, placed: Placed) {
    this.model = model;
    this.placed = placed;
    const { pairedMusts } = model.parts;
    const pairing = (priced: Priced<PairedPart>): Pairing => ({
      priced,
      between: concernsBetween(model, priced),
      clear: clearances(model, priced),
    });
    this.acquainted = acquaintance(model);
    this.classes = new TimeClasses(model, pairedMusts.filter(classed));
    this.timePairs = pairedMusts.filter((p) => timeOnly(p) && !classed(p)).map(pairing);
    this.fullPairs = pairedMusts.filter((p) => !timeOnly(p)).map(pairing);
  }

  /** Whether a part that looks at the time alone refuses the slot beside what is placed. */
  inTime(item: Item, slot: Slot): boolean {
    const { classes, placed } = this;
    const mine = classes.of[item.index]![slot.index]!;
    for (const i of placed.onDay[slot.day]!) {
      if (classes.clash(mine, classes.of[i]![placed.at[i]!.slot]!)) return true;
    }
    for (const pairing of this.timePairs) {
      for (let i = 0; i < placed.held.length; i++) if (this.inTimeBy(pairing, item, slot, i)) return true;
    }
    return false;
  }

  /** The same, beside one other that is placed. */
  inTimeWith(item: Item, slot: Slot, other: number): boolean {
    const { of, clash } = this.classes;
    return (
      clash(of[item.index]![slot.index]!, of[other]![this.placed.at[other]!.slot]!) ||
      this.timePairs.some((pairing) => this.inTimeBy(pairing, item, slot, other))
    );
  }

  /** Whether a part that looks at the time alone, and is in no table, refuses the slot beside one other. */
  private inTimeBy({ priced, between }: Pairing, item: Item, slot: Slot, i: number): boolean {
    const other = this.placed.held[i];
    if (!other || i === item.index || between[item.index * this.placed.held.length + i] === 0) return false;
    const { among } = priced.part;
    if (among !== 'week' && this.placed.slotOf(i)!.day !== slot.day) return false;
    if (among === 'person-day' && !concerns(this.model.review, priced.part, slot.held, other)) return false;
    return clash(this.model, priced, slot.held, other);
  }

  /** Whether a part that looks at places and peers too refuses the choice beside what is placed. */
  inFull(item: Item, choice: Choice): boolean {
    const { placed, acquainted } = this;
    let held: Held | undefined;
    const day = item.slots[choice.slot]!.day;
    const n = placed.held.length;
    const mask = item.teams[choice.team]!.mask;
    for (const { priced, between, clear } of this.fullPairs) {
      const personal = priced.part.among === 'person-day';
      const mine = clear?.[item.index]?.[choice.place];
      for (let d = 0; d < 6; d++) {
        if (priced.part.among !== 'week' && d !== day) continue;
        for (const i of placed.onDay[d]!) {
          if (i === item.index || between[item.index * n + i] === 0) continue;
          if (clear && clear[i]![placed.at[i]!.place] === mine) continue;
          if (personal && !(mask & placed.maskOf(i)) && acquainted[item.index * n + i] === 0) continue;
          held ??= heldAt(item, choice);
          if (clash(this.model, priced, held, placed.held[i]!)) return true;
        }
      }
    }
    return false;
  }
}
