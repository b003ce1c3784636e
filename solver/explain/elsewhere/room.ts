import { type Cost, compareCosts } from '../../../src/programme/programme.ts';
import type { Item, Slot } from '../../model/model.ts';
import type { Choice } from '../../search/choice.ts';
import { cheapest, costWith, freeAt, type Tried } from './choices.ts';
import { nearBy, slotsInOrder } from './near.ts';
import type { OpenWeek } from './week.ts';

/** The most that move for one. */
const MOST_MOVED = 3;
/** Programmes looked at for one time, by how many move: what decides what is found. */
const TRIES = [0, 60, 60, 60] as const;
/** Ways to sit a session that are tried for itself, and new homes for one that gives way. */
const SEATS = 2;
const HOMES = 6;

/** One session in, and those that make room, each with its new place. The first is the session itself. */
export interface Found {
  readonly moves: ReadonlyMap<Item, Choice>;
  readonly cost: Cost;
  /** Of those that make room, how many go to another time: their contacts are moved, not only peers. */
  readonly times: number;
}

/**
 * Ways to have a session at a time that others hold: who is there gives way and finds another home, which may put out
 * one more. Those that move fewest are tried first, and the first number that does is all that is given, best first.
 * A bounded look: that fewer would not do is not proven.
 */
export function roomFor(week: OpenWeek, item: Item, slots: readonly Slot[], most: number): readonly Found[] {
  const look = new Look(week, item, slots, most);
  for (let total = 1; total <= MOST_MOVED; total++) {
    const found = look.moving(total);
    if (found.length > 0) return [...found].sort((a, b) => a.times - b.times || compareCosts(a.cost, b.cost));
  }
  return [];
}

class Look {
  private readonly week: OpenWeek;
  private readonly item: Item;
  private readonly slots: readonly Slot[];
  private readonly most: number;
  private readonly near: readonly Item[];
  /** Sets of sessions whose leaving lets this one in, as bits of `near`. */
  private readonly enough: number[] = [];
  private tries = 0;

  constructor(week: OpenWeek, item: Item, slots: readonly Slot[], most: number) {
    this.week = week;
    this.item = item;
    this.slots = slots;
    this.most = most;
    this.near = nearBy(week, item, slots);
  }

  /** Ways in which just so many others move. */
  moving(total: number): readonly Found[] {
    this.tries = TRIES[total]!;
    const found: Found[] = [];
    // Those found to be enough before, whose homes may put out others; then larger sets.
    for (const set of [...this.enough])
      if (sizeOf(set) < total) this.without(set, total - sizeOf(set), found);
    for (let set = 1; set < 1 << this.near.length; set++) {
      if (sizeOf(set) !== total || this.enough.some((e) => (e & set) === e)) continue;
      this.without(set, 0, found);
    }
    return found;
  }

  /** With these out: puts the session in, and finds a home for each of them. */
  private without(set: number, spare: number, found: Found[]): void {
    const { week, item } = this;
    const { journal, state } = week;
    if (this.tries <= 0) return;
    const out = this.near.filter((_, n) => set & (1 << n));
    const mark = journal.mark();
    for (const other of out) journal.lift(other);
    journal.settle();
    let seats = 0;
    for (const slot of this.slots) {
      for (const choice of freeAt(state, item, slot)) {
        if (++seats > SEATS || this.tries <= 0) break;
        const seated = journal.mark();
        journal.put(item, choice);
        journal.settle();
        this.tries--;
        if (state.broken <= this.most) {
          if (spare === 0 && !this.enough.includes(set)) this.enough.push(set);
          this.rehome(out, spare, new Map([[item, choice]]), found);
        }
        journal.undoTo(seated);
      }
    }
    journal.undoTo(mark);
  }

  /** Finds a home for each of those that are out, one after the other; true where all have one. */
  private rehome(
    out: readonly Item[],
    spare: number,
    moves: ReadonlyMap<Item, Choice>,
    found: Found[],
  ): boolean {
    const { journal, state } = this.week;
    const [next, ...rest] = out;
    if (!next) {
      found.push({ moves, cost: state.cost(), times: timesMoved(moves, this.item) });
      return true;
    }
    const [home] = this.homes(next);
    if (home) {
      const mark = journal.mark();
      journal.put(next, home.choice);
      journal.settle();
      const all = this.rehome(rest, spare, new Map([...moves, [next, home.choice]]), found);
      journal.undoTo(mark);
      if (all) return true;
    }
    return spare > 0 && this.rehomeByForce(next, rest, spare, moves, found);
  }

  /** The homes that are free for a session now: with its own time and place kept first, then the cheapest. */
  private homes(item: Item): readonly Tried[] {
    const { state } = this.week;
    const own = item.standing!;
    const stay: Tried[] = [];
    const away: Tried[] = [];
    let tried = 0;
    for (const slot of slotsInOrder(item)) {
      if (tried >= HOMES || this.tries <= 0) break;
      let here = 0;
      for (const choice of freeAt(state, item, slot)) {
        if (isSame(choice, own)) continue;
        if (++here > SEATS || tried >= HOMES) break;
        tried++;
        this.tries--;
        const cost = costWith(state, item, choice, this.most);
        if (cost) (slot.index === own.slot ? stay : away).push({ choice, cost });
      }
    }
    return [...stay.sort(cheapest), ...away.sort(cheapest)];
  }

  /** A home that somebody else has, who then finds another. */
  private rehomeByForce(
    item: Item,
    rest: readonly Item[],
    spare: number,
    moves: ReadonlyMap<Item, Choice>,
    found: Found[],
  ): boolean {
    const { journal, state, model } = this.week;
    const own = item.standing!;
    for (const slot of slotsInOrder(item)) {
      if (slot.index === own.slot) continue;
      for (const i of state.blockersOf(item, slot)) {
        const other = model.items[i]!;
        if (this.tries <= 0) return false;
        if (moves.has(other) || rest.includes(other) || !this.week.isMovable(other)) continue;
        const mark = journal.mark();
        journal.lift(other);
        journal.settle();
        const [choice] = freeAt(state, item, slot);
        let all = false;
        if (choice) {
          journal.put(item, choice);
          journal.settle();
          this.tries--;
          if (state.broken <= this.most)
            all = this.rehome([other, ...rest], spare - 1, new Map([...moves, [item, choice]]), found);
        }
        journal.undoTo(mark);
        if (all) return true;
      }
    }
    return false;
  }
}

const isSame = (a: Choice, b: Choice): boolean =>
  a.slot === b.slot && a.place === b.place && a.team === b.team;

const sizeOf = (set: number): number => {
  let size = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) size++;
  return size;
};

const timesMoved = (moves: ReadonlyMap<Item, Choice>, item: Item): number =>
  [...moves].filter(([other, choice]) => other !== item && choice.slot !== other.standing!.slot).length;
