import type { Item, Model, Slot } from '../model/model.ts';
import { TICK, TICKS } from '../model/model.ts';
import { LinearBuilder, type LinearModel } from './linear.ts';

/**
 * What must stay out, as a model that forgets some of the truth and so can only be too kind: a session is held at one
 * of its times or left out; no person, and no more than the streams there are, is asked for twice at once; blocks that
 * would cut each other are not both used; heads are counted for peers, and rooms by which sessions nothing else would
 * do for. Pairs, travel, breaks and prices are forgotten. So what it proves impossible is impossible, and the least it
 * leaves out is a floor under what any programme leaves out. (design.md, "Relaxation for bounds and explanations".)
 */
export interface Relaxation {
  readonly model: LinearModel;
  /** The variable that says an item is left out, by item. */
  readonly out: readonly number[];
  /** The variable of each slot, by item and slot. */
  readonly at: readonly (readonly number[])[];
}

/** What each session left out adds to the objective: intake takes fewer than a hundred of a kind at once in earnest. */
export const leftOutWeights = { must: 1_000_000, should: 1_000, could: 1 } as const;

type Term = readonly [number, number];

const tick = (minute: number): number => Math.floor(minute / TICK);
const tickUp = (minute: number): number => Math.ceil(minute / TICK);

export function relax(model: Model): Relaxation {
  const builder = new LinearBuilder();
  const at = model.items.map((item) =>
    item.slots.map((slot) => builder.variable(`${item.session.id}_at_${slot.day}_${slot.start % 1440}`)),
  );
  const out = model.items.map((item) => builder.variable(`${item.session.id}_left_out`));
  model.items.forEach((item, i) => {
    builder.add(
      `held_or_left_out_${item.session.id}`,
      [...at[i]!.map((v): Term => [1, v]), [1, out[i]!]],
      '=',
      1,
    );
  });
  shareThings(model, at, builder);
  countPeers(model, at, builder);
  countRooms(model, at, builder);
  alignBlocks(model, at, builder);
  for (const item of model.items)
    builder.objective.push([leftOutWeights[item.session.priority], out[item.index]!]);
  return { model: builder.build(`What must stay out of the programme of ${model.review.council}`), out, at };
}

const each = (model: Model, visit: (item: Item, slot: Slot) => void): void => {
  for (const item of model.items) for (const slot of item.slots) visit(item, slot);
};

/** Adds "at most so many" by tick, but for ticks where it says nothing or the same as the one before. */
function atMostByTick(
  builder: LinearBuilder,
  name: string,
  terms: ReadonlyMap<number, readonly Term[]>,
  most: (tick: number) => number,
): void {
  let last = '';
  for (const t of [...terms.keys()].sort((a, b) => a - b)) {
    const list = terms.get(t)!;
    const limit = most(t);
    if (list.reduce((sum, [c]) => sum + c, 0) <= limit) continue;
    const text = `${limit}:${list.map(([c, v]) => `${c}x${v}`).join()}`;
    if (text === last) continue;
    last = text;
    builder.add(`${name}_${t}`, list, '<=', limit);
  }
}

const push = <K>(map: Map<K, Term[]>, key: K, term: Term): void => {
  const list = map.get(key);
  if (list) list.push(term);
  else map.set(key, [term]);
};

/** Contacts, streams: whatever a session draws on whoever takes it and wherever it is. */
function shareThings(model: Model, at: Relaxation['at'], builder: LinearBuilder): void {
  const drawn: Map<number, Term[]>[] = Array.from({ length: model.things }, () => new Map());
  each(model, (item, slot) => {
    for (const use of slot.uses) {
      for (let t = use.from; t < use.to; t++) push(drawn[use.thing]!, t, [1, at[item.index]![slot.index]!]);
    }
  });
  drawn.forEach((terms, thing) => {
    atMostByTick(builder, `shared_${thing}`, terms, (t) => model.most[thing * TICKS + t]!);
  });
}

/** Heads: no more peers at work than could be had; and a peer whom a session can't do without is in one at a time. */
function countPeers(model: Model, at: Relaxation['at'], builder: LinearBuilder): void {
  const heads = new Map<number, Term[]>();
  const needed = new Map<number, Map<number, Term[]>>();
  const there = new Map<number, number>();
  each(model, (item, slot) => {
    const least = Math.min(...item.teams.map((t) => t.members.length));
    const always = item.teams.reduce((mask, t) => mask & t.mask, ~0);
    for (let t = tick(slot.awayFrom); t < tickUp(slot.awayTo); t++) {
      const term: Term = [least, at[item.index]![slot.index]!];
      push(heads, t, term);
      there.set(t, (there.get(t) ?? 0) | slot.peers);
      for (let p = 0; p < model.review.peers.length; p++) {
        if (!(always & (1 << p))) continue;
        const own = needed.get(p) ?? new Map<number, Term[]>();
        needed.set(p, own);
        push(own, t, [1, term[1]]);
      }
    }
  });
  atMostByTick(builder, 'peers', heads, (t) => bits(there.get(t)!));
  for (const [p, own] of needed) atMostByTick(builder, `peer_${p}`, own, () => 1);
}

/** Rooms: of the sessions for which nothing but these rooms would do, no more at once than the rooms. */
function countRooms(model: Model, at: Relaxation['at'], builder: LinearBuilder): void {
  const sets = new Map<string, Set<number>>();
  const roomsOf = (item: Item, slot: Slot): readonly number[] | undefined => {
    const things = slot.places.map((p) => model.placeThings[item.index]![p]!);
    return things.some((t) => t.length === 0) ? undefined : [...new Set(things.flat().map((t) => t.thing))];
  };
  each(model, (item, slot) => {
    const rooms = roomsOf(item, slot);
    if (rooms) sets.set(rooms.join(), new Set(rooms));
  });
  let n = 0;
  for (const set of sets.values()) {
    const terms = new Map<number, Term[]>();
    each(model, (item, slot) => {
      const rooms = roomsOf(item, slot);
      if (!rooms?.every((r) => set.has(r))) return;
      for (let t = tick(slot.start); t < tickUp(slot.end); t++)
        push(terms, t, [1, at[item.index]![slot.index]!]);
    });
    atMostByTick(builder, `rooms_${n++}`, terms, () => set.size);
  }
}

/**
 * Blocks (rule `aligned-ends`): a session needs a block that ends when it does and is at least as long; blocks don't
 * cover the same moment; no block runs on past the end of a visit beside it.
 */
function alignBlocks(model: Model, at: Relaxation['at'], builder: LinearBuilder): void {
  const users = new Map<number, Map<number, Term[]>>();
  const visits: { readonly end: number; readonly start: number; readonly variable: number }[] = [];
  each(model, (item, slot) => {
    const end = tickUp(slot.awayTo);
    const variable = at[item.index]![slot.index]!;
    if (item.session.kind === 'site-visit') {
      visits.push({ start: tick(slot.awayFrom), end, variable });
      return;
    }
    const byLength = users.get(end) ?? new Map<number, Term[]>();
    users.set(end, byLength);
    push(byLength, end - tick(slot.awayFrom), [1, variable]);
  });
  const blocks: { readonly start: number; readonly end: number; readonly variable: number }[] = [];
  for (const [end, byLength] of users) {
    const lengths = [...byLength.keys()].sort((a, b) => a - b);
    const made = lengths.map((length) => {
      const variable = builder.variable(`block_${end}_${length}`);
      blocks.push({ start: end - length, end, variable });
      return { length, variable };
    });
    for (const length of lengths) {
      const longer = made.filter((m) => m.length >= length).map((m): Term => [-1, m.variable]);
      for (const [, variable] of byLength.get(length)!)
        builder.add(`in_block_${end}`, [[1, variable], ...longer], '<=', 0);
    }
  }
  const cover = new Map<number, Term[]>();
  for (const b of blocks) for (let t = b.start; t < b.end; t++) push(cover, t, [1, b.variable]);
  atMostByTick(builder, 'blocks', cover, () => 1);
  for (const v of visits) {
    const cut = blocks.filter((b) => b.start < v.end && v.end < b.end).map((b): Term => [1, b.variable]);
    if (cut.length > 0) builder.add(`visit_ends_${v.end}`, [[1, v.variable], ...cut], '<=', 1);
  }
}

function bits(mask: number): number {
  let n = 0;
  for (let m = mask; m; m &= m - 1) n++;
  return n;
}
