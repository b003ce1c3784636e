import type { Held } from '../../src/programme/placement.ts';
import type { Item, Model, Slot } from '../model/model.ts';
import { type Choice, heldAt } from './choice.ts';

/** Who is where: each session's choice, and the sessions of each day in time order. */
export class Placed {
  /** By item; undefined where a session is not placed. */
  readonly at: (Choice | undefined)[];
  /** As rules read them: made when a rule first looks, for most answers are remembered and none does. */
  private readonly held: (Held | undefined)[];
  /** Items by day, in time order. */
  readonly onDay: readonly number[][] = [[], [], [], [], [], []];
  private readonly items: readonly Item[];

  constructor({ items }: Model) {
    this.items = items;
    this.at = items.map(() => undefined);
    this.held = items.map(() => undefined);
  }

  add(item: Item, choice: Choice): void {
    const i = item.index;
    this.at[i] = choice;
    const slot = item.slots[choice.slot]!;
    const list = this.onDay[slot.day]!;
    let n = list.length;
    while (n > 0 && this.isBefore(item, slot, list[n - 1]!)) n--;
    list.splice(n, 0, i);
  }

  remove(item: Item): void {
    const i = item.index;
    const list = this.onDay[this.slotOf(i)!.day]!;
    list.splice(list.indexOf(i), 1);
    this.at[i] = undefined;
    this.held[i] = undefined;
  }

  /** The order of time that `heldIn` gives and rules expect. */
  private isBefore({ session }: Item, slot: Slot, other: number): boolean {
    const there = this.slotOf(other)!;
    if (slot.start !== there.start) return slot.start < there.start;
    if (slot.end !== there.end) return slot.end < there.end;
    return session.id < this.items[other]!.session.id;
  }

  /** A session as the rules read it; undefined where it is not placed. */
  heldOf(i: number): Held | undefined {
    const choice = this.at[i];
    if (!choice) return undefined;
    this.held[i] ??= heldAt(this.items[i]!, choice);
    return this.held[i];
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

  day = (day: number): readonly Held[] => this.onDay[day]!.map((i) => this.heldOf(i)!);

  week(): readonly Held[] {
    const out: Held[] = [];
    for (const list of this.onDay) for (const i of list) out.push(this.heldOf(i)!);
    return out;
  }

  peerDay(peer: number, day: number): readonly Held[] {
    const out: Held[] = [];
    for (const i of this.onDay[day]!) if (this.maskOf(i) & (1 << peer)) out.push(this.heldOf(i)!);
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
      if (this.items[i]!.contacts.includes(contact)) out.push(this.heldOf(i)!);
    }
    return out;
  }
}
