import type { Held } from '../../src/programme/placement.ts';
import type { Item, Model, Slot } from '../model/model.ts';
import type { Choice } from './choice.ts';

/** Who is where: each session's choice, and the sessions of each day in time order. */
export class Placed {
  /** By item; undefined where a session is not placed. */
  readonly at: (Choice | undefined)[];
  readonly held: (Held | undefined)[];
  /** Items by day, in time order. */
  readonly onDay: readonly number[][] = [[], [], [], [], [], []];
  private readonly items: readonly Item[];

  constructor({ items }: Model) {
    this.items = items;
    this.at = items.map(() => undefined);
    this.held = items.map(() => undefined);
  }

  add(item: Item, choice: Choice, held: Held): void {
    const i = item.index;
    this.at[i] = choice;
    this.held[i] = held;
    const list = this.onDay[item.slots[choice.slot]!.day]!;
    let n = list.length;
    while (n > 0 && before(held, this.held[list[n - 1]!]!)) n--;
    list.splice(n, 0, i);
  }

  remove(item: Item): void {
    const i = item.index;
    const list = this.onDay[this.slotOf(i)!.day]!;
    list.splice(list.indexOf(i), 1);
    this.at[i] = undefined;
    this.held[i] = undefined;
  }

  slotOf(i: number): Slot | undefined {
    const choice = this.at[i];
    return choice && this.items[i]!.slots[choice.slot];
  }

  /** The peers who take a session, as bits. */
  maskOf(i: number): number {
    const choice = this.at[i];
    return choice ? this.items[i]!.teams[choice.team]!.mask : 0;
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
      if (this.items[i]!.contacts.includes(contact)) out.push(this.held[i]!);
    }
    return out;
  }
}

/** The order of time that `heldIn` gives and rules expect. */
const before = (a: Held, b: Held): boolean =>
  a.placement.start - b.placement.start < 0 ||
  (a.placement.start === b.placement.start &&
    (a.placement.end < b.placement.end ||
      (a.placement.end === b.placement.end && a.session.id < b.session.id)));
