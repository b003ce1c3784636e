import { type Item, type Model, type Slot, TICK, TICKS, type Use } from '../model/model.ts';
import type { Choice } from './choice.ts';

/** What each thing (a person, a room, the streams) has drawn on it, quarter hour by quarter hour. */
export class Usage {
  private readonly model: Model;
  /** By thing × tick. */
  private readonly drawn: Int16Array;

  constructor(model: Model) {
    this.model = model;
    this.drawn = new Int16Array(model.things * TICKS);
  }

  /** Whether one more may draw on the thing over ticks [from, to). */
  private hasRoom(thing: number, from: number, to: number): boolean {
    const base = thing * TICKS;
    const { most } = this.model;
    for (let t = from; t < to; t++) if (this.drawn[base + t]! >= most[base + t]!) return false;
    return true;
  }

  hasRoomFor = (use: Use): boolean => this.hasRoom(use.thing, use.from, use.to);

  /** Whether the session's contacts and the streams are free then. */
  slotIsFree(slot: Slot): boolean {
    for (const use of slot.uses) if (!this.hasRoomFor(use)) return false;
    return true;
  }

  placeIsFree(item: Item, slot: Slot, place: number): boolean {
    for (const { thing, away } of this.model.placeThings[item.index]![place]!) {
      if (!this.hasRoom(thing, from(slot, away), to(slot, away))) return false;
    }
    return true;
  }

  /** The peers who are free for a slot at a place, as bits. */
  peersFree(item: Item, slot: Slot, place: number): number {
    let mask = slot.peers & item.places[place]!.peers;
    for (let p = 0; mask >> p !== 0; p++) {
      if (!(mask & (1 << p))) continue;
      for (const { thing, away } of this.model.peerThings[p]!) {
        if (!this.hasRoom(thing, from(slot, away), to(slot, away))) {
          mask &= ~(1 << p);
          break;
        }
      }
    }
    return mask;
  }

  /** Draws on everything that a choice needs, or gives it back. */
  use(item: Item, choice: Choice, by: 1 | -1): void {
    const slot = item.slots[choice.slot]!;
    for (const use of slot.uses) this.add(use.thing, use.from, use.to, by);
    for (const { thing, away } of this.model.placeThings[item.index]![choice.place]!)
      this.add(thing, from(slot, away), to(slot, away), by);
    for (const p of item.teams[choice.team]!.members) {
      for (const { thing, away } of this.model.peerThings[p]!)
        this.add(thing, from(slot, away), to(slot, away), by);
    }
  }

  private add(thing: number, from: number, to: number, by: 1 | -1): void {
    const base = thing * TICKS;
    for (let t = from; t < to; t++) this.drawn[base + t]! += by;
  }
}

// The ticks of a slot: of the peers' time where a thing is drawn on over that, else of the contact's.
const from = (slot: Slot, away: boolean): number => Math.floor((away ? slot.awayFrom : slot.start) / TICK);
const to = (slot: Slot, away: boolean): number => Math.ceil((away ? slot.awayTo : slot.end) / TICK);
