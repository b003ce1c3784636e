import type { Model, Slot } from '../../model/model.ts';
import { TICK, TICKS } from '../../model/model.ts';
import type { Choice } from '../../search/choice.ts';
import { State } from '../../search/state.ts';
import { clashes } from './between.ts';
import type { Field } from './field.ts';
import type { Open, View } from './view.ts';

/** `yes`: with the choices that show it, by item; `no`: proven; `unknown`: neither within the budget. */
export type Placeable =
  | { readonly answer: 'yes'; readonly choices: ReadonlyMap<number, Choice> }
  | { readonly answer: 'no' | 'unknown' };

const FREE = 0;
const CLASH = 1;

/**
 * Tells whether a few sessions can all be held, all else forgotten, by trying: first times for all of them, the session
 * with the fewest left first; then who takes them and where. No is only said when everything was tried.
 */
export class Trying {
  private readonly model: Model;
  private made: State | undefined;
  /** By two items, a < b: what is known of their slots, 2 where nothing is yet. */
  private readonly known = new Map<number, Uint8Array>();
  private readonly late: () => boolean;
  private steps = 0;
  /** Peers who could be had at all, by tick, and those that sessions with a time need. */
  private heads: Uint8Array = new Uint8Array(TICKS);
  private readonly taken = new Uint8Array(TICKS);
  /** Steps of all that was asked so far. */
  spent = 0;

  constructor(field: Field, late: () => boolean = () => false) {
    this.model = field.model;
    this.late = late;
  }

  /** Made when it is first needed: it is dear, and where the times don't fit it never is. */
  private get state(): State {
    this.made ??= new State(this.model);
    return this.made;
  }

  /** Whether the sessions of a view can all be held. */
  try(view: View, steps: number): Placeable {
    if (view.open.some((open) => open.length === 0)) return { answer: 'no' };
    this.steps = steps;
    this.heads = headsIn(view);
    this.taken.fill(0);
    const drawn = view.limits.map(() => new Int16Array(TICKS));
    const answer = this.times(view, view.open, new Map(), drawn);
    this.spent += steps - Math.max(0, this.steps);
    if (typeof answer === 'string') return { answer };
    return { answer: 'yes', choices: answer };
  }

  /** Gives a time to the session with the fewest left, and goes on; at the end, people and places. */
  private times(
    view: View,
    domains: readonly (readonly Open[])[],
    chosen: ReadonlyMap<number, Open>,
    drawn: readonly Int16Array[],
  ): 'no' | 'unknown' | ReadonlyMap<number, Choice> {
    if (chosen.size === view.items.length) return this.whoAndWhere(view, chosen);
    let n = -1;
    domains.forEach((domain, i) => {
      if (!chosen.has(i) && (n < 0 || domain.length < domains[n]!.length)) n = i;
    });
    let answer: 'no' | 'unknown' = 'no';
    for (const open of domains[n]!) {
      if (--this.steps < 0 || (this.steps % 64 === 0 && this.late())) return 'unknown';
      if (!this.drawOn(view, n, open.slot, drawn, 1)) {
        this.drawOn(view, n, open.slot, drawn, -1);
        continue;
      }
      const narrowed = this.narrowed(view, domains, chosen, n, open);
      if (narrowed) {
        const below = this.times(view, narrowed, new Map([...chosen, [n, open]]), drawn);
        if (typeof below !== 'string') return below;
        if (below === 'unknown') answer = 'unknown';
      }
      this.drawOn(view, n, open.slot, drawn, -1);
      if (this.steps < 0) return 'unknown';
    }
    return answer;
  }

  /** Draws on the peers there are and on what changeable things limit, or gives it back; false where there is not so much. */
  private drawOn(view: View, n: number, slot: Slot, drawn: readonly Int16Array[], by: 1 | -1): boolean {
    let fits = true;
    const least = this.model.items[view.items[n]!]!.teams[view.teams[n]![0]!]!.members.length;
    for (let t = Math.floor(slot.awayFrom / TICK); t < slot.awayTo / TICK; t++) {
      this.taken[t]! += by * least;
      if (this.taken[t]! > this.heads[t]!) fits = false;
    }
    view.limits.forEach(({ away, draws, most }, l) => {
      if (!draws(slot)) return;
      const counts = drawn[l]!;
      const { from, to } = spanOf(slot, away);
      for (let t = Math.floor(from / TICK); t < to / TICK; t++) {
        counts[t]! += by;
        if (counts[t]! > most[t]!) fits = false;
      }
    });
    return fits;
  }

  /** What is left to the others when one session has a time; undefined where one of them has nothing left. */
  private narrowed(
    view: View,
    domains: readonly (readonly Open[])[],
    chosen: ReadonlyMap<number, Open>,
    n: number,
    open: Open,
  ): readonly (readonly Open[])[] | undefined {
    const out: (readonly Open[])[] = [...domains];
    for (let m = 0; m < domains.length; m++) {
      if (m === n || chosen.has(m)) continue;
      const left = domains[m]!.filter((other) => !this.clash(view, n, open, m, other));
      if (left.length === 0) return undefined;
      out[m] = left;
    }
    return out;
  }

  /** Whether two sessions can't be at these times whoever else takes them and wherever else they are. */
  private clash(view: View, n: number, x: Open, m: number, y: Open): boolean {
    const [a, b] = [view.items[n]!, view.items[m]!];
    if (a < b ? this.timesClash(a, x.slot, b, y.slot) : this.timesClash(b, y.slot, a, x.slot)) return true;
    for (const order of view.orders) {
      if (order.a === a && order.b === b && order.clash(x.slot, y.slot)) return true;
      if (order.a === b && order.b === a && order.clash(y.slot, x.slot)) return true;
    }
    const away = x.slot.awayFrom < y.slot.awayTo && y.slot.awayFrom < x.slot.awayTo;
    if (away && x.always & y.always) return true;
    // Rooms matter only to what runs at the same time.
    if (!away) return false;
    return (
      x.places.length === 1 && y.places.length === 1 && this.sameRoom(a, x, x.places[0]!, b, y, y.places[0]!)
    );
  }

  private timesClash(a: number, x: Slot, b: number, y: Slot): boolean {
    const { items, parts, most, review } = this.model;
    const [first, second] = [items[a]!, items[b]!];
    const key = a * items.length + b;
    let table = this.known.get(key);
    if (!table) {
      table = new Uint8Array(first.slots.length * second.slots.length).fill(2);
      this.known.set(key, table);
    }
    const cell = x.index * second.slots.length + y.index;
    if (table[cell] === 2) {
      const shares = x.uses.some((u) =>
        y.uses.some(
          (v) =>
            u.thing === v.thing &&
            u.from < v.to &&
            v.from < u.to &&
            most[u.thing * TICKS + Math.max(u.from, v.from)]! < 2,
        ),
      );
      const refused =
        shares ||
        parts.pairedMusts.some(
          (priced) =>
            priced.part.looksAt.every((aspect) => aspect === 'time') &&
            (priced.part.between?.(review, first.session, second.session) ?? true) &&
            clashes(review, priced, { item: first, slot: x }, { item: second, slot: y }),
        );
      table[cell] = refused ? CLASH : FREE;
    }
    return table[cell] === CLASH;
  }

  /** Whether two sessions at these places draw on the same room, or whatever else a place is, at once. */
  private sameRoom(a: number, x: Open, place: number, b: number, y: Open, other: number): boolean {
    const { placeThings, most } = this.model;
    return placeThings[a]![place]!.some((s) =>
      placeThings[b]![other]!.some((t) => {
        if (s.thing !== t.thing) return false;
        const [p, q] = [spanOf(x.slot, s.away), spanOf(y.slot, t.away)];
        return (
          p.from < q.to &&
          q.from < p.to &&
          most[s.thing * TICKS + Math.floor(Math.max(p.from, q.from) / TICK)]! < 2
        );
      }),
    );
  }

  /** People and places for sessions that have their times. */
  private whoAndWhere(
    view: View,
    chosen: ReadonlyMap<number, Open>,
  ): 'no' | 'unknown' | ReadonlyMap<number, Choice> {
    const order = [...chosen].sort(
      ([a, x], [b, y]) => x.slot.awayFrom - y.slot.awayFrom || view.teams[a]!.length - view.teams[b]!.length,
    );
    if (!this.teamsSuffice(view, order) || !this.placesSuffice(view, order)) return 'no';
    const found = new Map<number, Choice>();
    const answer = this.fill(view, order, 0, found);
    return answer === 'yes' ? found : answer;
  }

  /** Whether each could have a team of its own, places and journeys forgotten. */
  private teamsSuffice(view: View, order: readonly (readonly [number, Open])[]): boolean {
    const { items } = this.model;
    const taken: number[] = [];
    const walk = (n: number): boolean => {
      const at = order[n];
      if (!at) return true;
      const [i, open] = at;
      let free = open.peers;
      for (let m = 0; m < n; m++) {
        const other = order[m]![1].slot;
        if (other.awayFrom < open.slot.awayTo && open.slot.awayFrom < other.awayTo) free &= ~taken[m]!;
      }
      for (const t of view.teams[i]!) {
        const { mask } = items[view.items[i]!]!.teams[t]!;
        if (mask & ~free) continue;
        if (--this.steps < 0) return true;
        taken[n] = mask;
        if (walk(n + 1)) return true;
      }
      return false;
    };
    return walk(0);
  }

  /** Whether each could have a place of its own, people and journeys forgotten. */
  private placesSuffice(view: View, order: readonly (readonly [number, Open])[]): boolean {
    const taken: number[] = [];
    const walk = (n: number): boolean => {
      const at = order[n];
      if (!at) return true;
      const [i, open] = at;
      for (const place of open.places) {
        const clash = taken.some(
          (other, m) =>
            m < n &&
            this.sameRoom(view.items[i]!, open, place, view.items[order[m]![0]]!, order[m]![1], other),
        );
        if (clash) continue;
        if (--this.steps < 0) return true;
        taken[n] = place;
        if (walk(n + 1)) return true;
      }
      return false;
    };
    return walk(0);
  }

  /** Puts them one by one, held to every rule. */
  private fill(
    view: View,
    order: readonly (readonly [number, Open])[],
    n: number,
    found: Map<number, Choice>,
  ): 'yes' | 'no' | 'unknown' {
    const at = order[n];
    if (!at) return 'yes';
    const { state, model } = this;
    const [i, open] = at;
    const item = model.items[view.items[i]!]!;
    if (!state.fitsTime(item, open.slot)) return 'no';
    let answer: 'no' | 'unknown' = 'no';
    for (const place of open.places) {
      if (!state.fitsPlace(item, open.slot, place)) continue;
      const free = state.peersFree(item, open.slot, place) & open.peers;
      for (const t of view.teams[i]!) {
        if (item.teams[t]!.mask & ~free) continue;
        const choice = { slot: open.slot.index, place, team: t };
        if (--this.steps < 0 || (this.steps % 64 === 0 && this.late())) return 'unknown';
        if (!state.allowsFully(item, choice)) continue;
        state.put(item, choice);
        const settled = state.settle();
        const below = state.broken > 0 ? 'no' : this.fill(view, order, n + 1, found);
        state.lift(item);
        state.unsettle(settled);
        if (below === 'yes') {
          found.set(item.index, choice);
          return 'yes';
        }
        if (below === 'unknown') answer = 'unknown';
        if (this.steps < 0) return 'unknown';
      }
    }
    return answer;
  }
}

/** How many peers could be had in each tick by any of the sessions of a view. */
function headsIn(view: View): Uint8Array {
  const masks = new Int32Array(TICKS);
  for (const open of view.open)
    for (const { slot, peers } of open)
      for (let t = Math.floor(slot.awayFrom / TICK); t < slot.awayTo / TICK; t++) masks[t]! |= peers;
  return Uint8Array.from(masks, (mask) => {
    let n = 0;
    for (let m = mask; m; m &= m - 1) n++;
    return n;
  });
}

const spanOf = (slot: Slot, away: boolean) =>
  away ? { from: slot.awayFrom, to: slot.awayTo } : { from: slot.start, to: slot.end };
