import { type Item, type Model, type Slot, TICK, TICKS, type Use } from '../model/model.ts';
import { State } from '../search/state.ts';

/**
 * Who is when, with places and pairs forgotten but for what they make sure of: heads, peers whom a session can't do
 * without, and the one place where it can be. It allows all that may be, and more; so what it refuses can't be.
 */
export class Times {
  readonly model: Model;
  /**
   * Two states that are asked for clashes of two times alone: in their model nothing runs out, and nobody is anybody's
   * pair. One has everything at its kept time, for good; the other what is at another.
   */
  private readonly keptState: State;
  private readonly others: State;
  private readonly kept: readonly (number | undefined)[];
  /** Whether an item is at its kept time. */
  private readonly atKept: Uint8Array;
  /** By item: sets of sessions, each with a slot, that can't all be there. */
  private readonly forbidden: ReadonlyMap<number, number>[][] = [];
  /** By item and slot: whom it clashes with of those at their kept times. */
  private readonly known: (readonly number[] | undefined)[][];
  private readonly most: Int16Array;
  private readonly drawn: Int16Array;
  private readonly heads: number;
  private readonly needs: readonly { readonly always: number; readonly least: number }[];
  private readonly uses: (readonly Use[] | undefined)[][];

  /** `kept`: the slot of each session in what is kept, by item. */
  constructor(model: Model, kept: readonly (number | undefined)[]) {
    this.model = model;
    this.kept = kept;
    const bare = timesOnly(model);
    this.keptState = new State(bare);
    this.others = new State(bare);
    for (const item of model.items) {
      const slot = kept[item.index];
      if (slot !== undefined) this.keptState.put(item, { slot, place: 0, team: 0 });
    }
    this.atKept = new Uint8Array(model.items.length);
    this.known = model.items.map(() => []);
    this.heads = model.things;
    this.most = new Int16Array((model.things + 1) * TICKS);
    this.most.set(model.most);
    this.needs = model.items.map(({ teams }) => ({
      always: teams.reduce((mask, t) => mask & t.mask, teams.length > 0 ? ~0 : 0),
      least: teams.reduce((low, t) => Math.min(low, t.members.length), Number.POSITIVE_INFINITY),
    }));
    headsInto(this.most, model, this.heads);
    this.drawn = new Int16Array(this.most.length);
    this.uses = model.items.map(() => []);
  }

  /** Notes that these sessions can't all be where they are, for a reason that times don't show. */
  forbid(items: readonly number[]): void {
    const clash = new Map(items.map((i) => [i, this.slotOf(i)!.index]));
    for (const i of items) {
      this.forbidden[i] ??= [];
      this.forbidden[i]!.push(clash);
    }
  }

  slotOf(i: number): Slot | undefined {
    return this.atKept[i] === 1 ? this.model.items[i]!.slots[this.kept[i]!] : this.others.slotOf(i);
  }

  put(item: Item, slot: Slot): void {
    if (this.kept[item.index] === slot.index) this.atKept[item.index] = 1;
    else this.others.put(item, { slot: slot.index, place: 0, team: 0 });
    this.draw(item, slot, 1);
  }

  lift(item: Item): void {
    const slot = this.slotOf(item.index)!;
    if (this.atKept[item.index] === 1) this.atKept[item.index] = 0;
    else this.others.lift(item);
    this.draw(item, slot, -1);
  }

  /** Sessions whose time can't be beside this slot, whatever else is moved. */
  clashing(item: Item, slot: Slot): readonly number[] {
    const known = this.known[item.index]!;
    known[slot.index] ??= this.keptState.blockersOf(item, slot);
    const out = known[slot.index]!.filter((i) => this.atKept[i] === 1);
    out.push(...this.others.blockersOf(item, slot));
    return out;
  }

  /**
   * Sessions of which at least one has to go before the slot has room, those in `gone` taken as gone; undefined where
   * it has. Empty: there is no room whoever goes.
   */
  crowding(item: Item, slot: Slot, gone: readonly number[]): readonly number[] | undefined {
    for (const i of gone) this.draw(this.model.items[i]!, this.slotOf(i)!, -1);
    const crowd = this.crowdOf(item, slot, gone);
    for (const i of gone) this.draw(this.model.items[i]!, this.slotOf(i)!, 1);
    return crowd;
  }

  private crowdOf(item: Item, slot: Slot, gone: readonly number[]): readonly number[] | undefined {
    const mine = this.usesOf(item, slot);
    this.drawUses(mine, 1);
    let crowd: readonly number[] | undefined;
    for (const use of mine) {
      const tick = this.overTick(use);
      if (tick < 0) continue;
      crowd = this.drawersOf(use.thing, tick).filter((i) => !gone.includes(i));
      break;
    }
    this.drawUses(mine, -1);
    return crowd ?? this.forbiddenWith(item, slot, gone);
  }

  /** The others of a forbidden set that the slot would complete. */
  private forbiddenWith(item: Item, slot: Slot, gone: readonly number[]): readonly number[] | undefined {
    for (const clash of this.forbidden[item.index] ?? []) {
      if (clash.get(item.index) !== slot.index) continue;
      const others = [...clash.keys()].filter((i) => i !== item.index);
      if (others.every((i) => !gone.includes(i) && this.slotOf(i)?.index === clash.get(i))) return others;
    }
    return undefined;
  }

  /** The sessions that draw on a thing at a moment. */
  private drawersOf(thing: number, tick: number): readonly number[] {
    const out: number[] = [];
    for (const item of this.model.items) {
      const slot = this.slotOf(item.index);
      if (!slot) continue;
      if (this.usesOf(item, slot).some((u) => u.thing === thing && u.from <= tick && tick < u.to))
        out.push(item.index);
    }
    return out;
  }

  /** The first moment at which more draw on a thing than may; -1 where there is none. */
  private overTick({ thing, from, to }: Use): number {
    const base = thing * TICKS;
    for (let t = from; t < to; t++) if (this.drawn[base + t]! > this.most[base + t]!) return t;
    return -1;
  }

  private draw(item: Item, slot: Slot, by: 1 | -1): void {
    this.drawUses(this.usesOf(item, slot), by);
  }

  private drawUses(uses: readonly Use[], by: 1 | -1): void {
    for (const { thing, from, to } of uses) {
      const base = thing * TICKS;
      for (let t = from; t < to; t++) this.drawn[base + t]! += by;
    }
  }

  /** What a session draws on at a time, whatever pair and place it is given. */
  private usesOf(item: Item, slot: Slot): readonly Use[] {
    const known = this.uses[item.index]!;
    known[slot.index] ??= this.usesAt(item, slot);
    return known[slot.index]!;
  }

  private usesAt(item: Item, slot: Slot): readonly Use[] {
    const { peerThings, placeThings } = this.model;
    const { always, least } = this.needs[item.index]!;
    const time = { from: tick(slot.start), to: tickUp(slot.end) };
    const journey = { from: tick(slot.awayFrom), to: tickUp(slot.awayTo) };
    const over = ({ thing, away }: { readonly thing: number; readonly away: boolean }): Use => ({
      thing,
      ...(away ? journey : time),
    });
    const uses: Use[] = [...slot.uses];
    for (let p = 0; p < peerThings.length; p++) if (always & (1 << p)) uses.push(...peerThings[p]!.map(over));
    if (slot.places.length === 1) uses.push(...placeThings[item.index]![slot.places[0]!]!.map(over));
    for (let n = 0; n < least && n < peerThings.length; n++) uses.push({ thing: this.heads, ...journey });
    return uses;
  }
}

const tick = (minute: number): number => Math.floor(minute / TICK);
const tickUp = (minute: number): number => Math.ceil(minute / TICK);

/** The model with nothing that runs out, and one empty pair for every session. */
function timesOnly(model: Model): Model {
  return {
    ...model,
    parts: { ...model.parts, placedWants: [], wholeMusts: [], wholeWants: [] },
    items: model.items.map((item) => ({
      ...item,
      places: item.places.slice(0, 1),
      teams: [{ index: 0, mask: 0, members: [], ids: [], price: { singles: 0, beyond: 0, points: 0 } }],
      teamByMask: new Map(),
    })),
    most: new Int16Array(model.most.length).fill(32_000),
    peerThings: model.peerThings.map(() => []),
    placeThings: model.placeThings.map((places) => places.map(() => [])),
  };
}

/** How many peers could be at work at each moment: all whom some session could have then. */
function headsInto(most: Int16Array, model: Model, thing: number): void {
  const there = new Int32Array(TICKS);
  for (const item of model.items) {
    for (const slot of item.slots) {
      const to = tickUp(slot.awayTo);
      for (let t = tick(slot.awayFrom); t < to; t++) there[t]! |= slot.peers;
    }
  }
  for (let t = 0; t < TICKS; t++) {
    let heads = 0;
    for (let m = there[t]!; m; m &= m - 1) heads++;
    most[thing * TICKS + t] = heads;
  }
}
