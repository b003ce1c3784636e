import { type Item, type Model, type Slot, TICK, TICKS } from '../../../solver/model/model.ts';
import { LinearBuilder, type LinearModel } from '../../../solver/proof/linear.ts';
import { relax } from '../../../solver/proof/relaxation.ts';

/** The times of a review as a linear model, and the variable of each slot, by item. */
export interface Times {
  readonly model: LinearModel;
  readonly at: readonly ReadonlyMap<number, number>[];
}

/**
 * What the first stage pays, the tiers far enough apart for the few dozen sessions of a week: whole numbers, since
 * clasp knows no others.
 */
const pays = { must: 4_000_000, should: 200_000, beyond: 8_000, could: 400, point: 1 } as const;

type Term = readonly [number, number];

/**
 * Times alone, at the prices that times have: the engine's own relaxation, with the objective of a whole programme as
 * far as it hangs on times (what is left out, what runs beyond the usual streams, points of the hour).
 */
export function timesOf(model: Model): Times {
  const { model: base, at, out } = relax(model);
  const builder = new LinearBuilder();
  for (const name of base.variables) builder.variable(name);
  for (const { name, terms, sense, rhs } of base.conditions) builder.add(name, terms, sense, rhs);
  for (const item of model.items) builder.objective.push([pays[item.session.priority], out[item.index]!]);
  const slots = model.items.map((item) =>
    item.slots.map((slot) => [slot.index, at[item.index]![slot.index]!] as const),
  );
  price(model, slots, builder);
  countBeyond(model, slots, builder);
  return {
    model: builder.build(`Times of the programme of ${model.review.council}`),
    at: slots.map((s) => new Map(s)),
  };
}

/** The same for some slots only, which lie in blocks that are given: no blocks are asked for. */
export function timesWithin(model: Model, within: (item: Item, slot: Slot) => boolean): Times {
  const builder = new LinearBuilder();
  const slots = model.items.map((item) =>
    item.slots
      .filter((slot) => within(item, slot))
      .map((slot) => [slot.index, builder.variable(`${item.session.id}_${slot.index}`)] as const),
  );
  model.items.forEach((item, i) => {
    // Left out is what no slot is taken for, so it needs no variable: each slot takes its price off.
    builder.add(
      `once_${i}`,
      slots[i]!.map(([, v]): Term => [1, v]),
      '<=',
      1,
    );
    for (const [, v] of slots[i]!) builder.objective.push([-pays[item.session.priority], v]);
  });
  share(model, slots, builder);
  price(model, slots, builder);
  countBeyond(model, slots, builder);
  return { model: builder.build('Times within a pattern'), at: slots.map((s) => new Map(s)) };
}

type Slots = readonly (readonly (readonly [slot: number, variable: number])[])[];

function price(model: Model, slots: Slots, builder: LinearBuilder): void {
  for (const item of model.items) {
    for (const [slot, v] of slots[item.index]!) {
      const { points, beyond, singles } = item.slots[slot]!.price;
      const all = Math.round(points * pays.point) + (beyond + singles) * pays.beyond;
      if (all !== 0) builder.objective.push([all, v]);
    }
  }
}

/** Sessions beyond the usual streams: without those that are called so, never more than the usual run at once. */
function countBeyond(model: Model, slots: Slots, builder: LinearBuilder): void {
  const { review } = model;
  if (review.frame.windows.every((w) => w.limit <= review.streams)) return;
  const running = new Map<number, Term[]>();
  for (const item of model.items) {
    if (item.session.kind === 'record-review') continue;
    for (const [s, v] of slots[item.index]!) {
      const slot = item.slots[s]!;
      const called = builder.variable(`beyond_${item.index}_${s}`);
      builder.add(
        `beyond_${item.index}_${s}`,
        [
          [1, called],
          [-1, v],
        ],
        '<=',
        0,
      );
      builder.objective.push([pays.beyond, called]);
      for (const t of ticks(slot.awayFrom, slot.awayTo)) push(running, t, [1, v], [-1, called]);
    }
  }
  atMost(builder, running, () => review.streams);
}

/** Contacts, streams, heads of peers and rooms, as in the relaxation. */
function share(model: Model, slots: Slots, builder: LinearBuilder): void {
  const drawn: Map<number, Term[]>[] = Array.from({ length: model.things }, () => new Map());
  const heads = new Map<number, Term[]>();
  const there = new Map<number, number>();
  const rooms = new Map<string, { readonly size: number; readonly terms: Map<number, Term[]> }>();
  for (const item of model.items) {
    const least = Math.min(...item.teams.map((t) => t.members.length));
    for (const [s, v] of slots[item.index]!) {
      const slot = item.slots[s]!;
      for (const use of slot.uses) for (let t = use.from; t < use.to; t++) push(drawn[use.thing]!, t, [1, v]);
      for (const t of ticks(slot.awayFrom, slot.awayTo)) {
        push(heads, t, [least, v]);
        there.set(t, (there.get(t) ?? 0) | slot.peers);
      }
      const things = slot.places.map((p) => model.placeThings[item.index]![p]!);
      if (things.some((t) => t.length === 0)) continue;
      const set = [...new Set(things.flat().map((t) => t.thing))].sort((a, b) => a - b);
      const same = rooms.get(set.join()) ?? { size: set.length, terms: new Map<number, Term[]>() };
      rooms.set(set.join(), same);
      for (const t of ticks(slot.start, slot.end)) push(same.terms, t, [1, v]);
    }
  }
  drawn.forEach((terms, thing) => {
    atMost(builder, terms, (t) => model.most[thing * TICKS + t]!);
  });
  atMost(builder, heads, (t) => bits(there.get(t)!));
  for (const { size, terms } of rooms.values()) atMost(builder, terms, () => size);
}

function* ticks(from: number, to: number): Generator<number> {
  for (let t = Math.floor(from / TICK); t < Math.ceil(to / TICK); t++) yield t;
}

function push(map: Map<number, Term[]>, key: number, ...terms: readonly Term[]): void {
  const list = map.get(key);
  if (list) list.push(...terms);
  else map.set(key, [...terms]);
}

/** "At most so many" by quarter hour, but where it says nothing, or the same as before. */
function atMost(
  builder: LinearBuilder,
  terms: ReadonlyMap<number, readonly Term[]>,
  most: (tick: number) => number,
): void {
  const said = new Set<string>();
  for (const [t, list] of terms) {
    const limit = most(t);
    if (list.reduce((sum, [c]) => sum + Math.max(0, c), 0) <= limit) continue;
    const text = `${limit}:${list.map(([c, v]) => `${c}x${v}`).join()}`;
    if (said.has(text)) continue;
    said.add(text);
    builder.add(`at_${t}`, list, '<=', limit);
  }
}

function bits(mask: number): number {
  let n = 0;
  for (let m = mask; m; m &= m - 1) n++;
  return n;
}
