import type { Minute } from '../../../src/time/span.ts';
import { bits } from './things.ts';
import { fewestAlone, NEVER } from './together.ts';
import type { End, Seat, Week } from './week.ts';

/** What a session brings that is held, and what it costs that one is single-handed or beyond the columns. */
export interface Prices {
  /** By item. */
  readonly worth: Float64Array;
  /** Infinite where none may be. */
  readonly single: number;
  readonly beyond: number;
  readonly branch: Branch;
  /** By seat: what is taken off for what it may not go with. */
  readonly off: Float64Array;
}

/** Where each session may be, as far as a proof has decided: by item, between which ends; whether it may be left out. */
export interface Branch {
  readonly earliest: readonly Minute[];
  readonly latest: readonly Minute[];
  readonly out: readonly boolean[];
}

export const isOpen = ({ earliest, latest }: Branch, { item, to }: Seat): boolean =>
  earliest[item.index]! <= to && to <= latest[item.index]!;

/** What is best held in one block: what it brings in all, and the seats. */
export interface Filling {
  readonly gain: number;
  readonly seats: readonly Seat[];
  readonly singles: number;
  readonly beyond: number;
}

export const EMPTY: Filling = { gain: 0, seats: [], singles: 0, beyond: 0 };

/** So many at a price; none cost nothing, whatever the price. */
export const times = (count: number, price: number): number => (count > 0 ? count * price : 0);

/** What a seat brings by itself. */
export const gainOf = (seat: Seat, prices: Prices): number =>
  prices.worth[seat.item.index]! -
  prices.off[seat.index]! -
  times(seat.singles, prices.single) -
  times(seat.beyond, prices.beyond);

/** A visit that runs on past blocks, as the fillings of those see it. */
export interface Across {
  readonly seat: Seat;
  /** Taken single-handed; counted as the one beyond the columns. */
  readonly alone: boolean;
  readonly beyond: boolean;
  /** The same for all that a filling can't tell apart. */
  readonly name: number;
}

/** Differences smaller than this are none. */
const SAME = 1e-9;
/** Sets of sessions that are looked into for one block before the rest is judged by a floor alone. */
const MOST_TRIED = 250;

/**
 * The best fillings of the blocks that end at one moment. What can be held side by side does not change with the
 * prices, so it is worked out once for each set of sessions.
 */
export class Fillings {
  private readonly week: Week;
  private readonly end: End;
  private readonly base: number;
  /** How many must be single-handed, by what runs across and then by the sessions. */
  private readonly known = new Map<number, Map<number, number>>();
  private readonly candidates: Seat[] = [];
  private readonly gains: Float64Array;
  private prices!: Prices;

  constructor(week: Week, end: End) {
    this.week = week;
    this.end = end;
    this.base = week.model.items.length + 1;
    this.gains = new Float64Array(week.model.items.length);
  }

  /** New prices: what brings something, the most first. */
  price(prices: Prices): void {
    this.prices = prices;
    const { candidates, gains } = this;
    candidates.length = 0;
    for (const seat of this.end.seats) {
      if (!isOpen(prices.branch, seat)) continue;
      const i = seat.item.index;
      const gain = gainOf(seat, prices);
      if (gain <= SAME) continue;
      gains[i] = gain;
      candidates.push(seat);
    }
    candidates.sort((a, b) => gains[b.item.index]! - gains[a.item.index]! || a.index - b.index);
  }

  /** The best filling of a block of a length, beside what runs across it; `name` says what that is. */
  best(length: number, across: readonly Across[], name: number): Filling {
    const { prices, end, gains } = this;
    const list = this.candidates.filter(
      (seat) => seat.to - seat.from <= length && !across.some((a) => a.seat.item === seat.item),
    );
    const room = Math.min(end.most - across.length, list.length);
    if (room <= 0) return EMPTY;
    const { usual } = this.week;
    const taken = across.reduce((n, a) => n + (a.seat.counts && !a.beyond ? 1 : 0), 0);
    const over = (counted: number): number => Math.min(counted, Math.max(0, counted + taken - usual));
    // Peers asked for beyond all that there are have to be done without: so many are single-handed whoever they are.
    let [peers, heads, asked] = [0, Number.POSITIVE_INFINITY, 0];
    for (const seat of list) {
      peers |= seat.union;
      heads = Math.min(heads, seat.heads);
    }
    for (const a of across) {
      peers |= a.seat.union;
      asked += a.alone ? a.seat.fewest : a.seat.heads;
    }
    const there = bits(peers) - asked;
    const pays = (counted: number, held: number, alone: number): number =>
      times(over(counted), prices.beyond) + times(Math.max(alone, held * heads - there), prices.single);
    let best = EMPTY;
    let ceiling = 0;
    let tried = 0;
    const allCount = list.every((seat) => seat.counts);
    const chosen: Seat[] = [];
    const walk = (from: number, sum: number, counted: number, singles: number): void => {
      // The most that could still come of it: the next so many, each paid for where it would be beyond or too many.
      let [most, more, n] = [0, sum, counted];
      for (let k = from, held = chosen.length; k < list.length && held < room; k++) {
        more += gains[list[k]!.item.index]!;
        if (list[k]!.counts) n++;
        most = Math.max(most, more - pays(n, ++held, singles));
      }
      if (most <= Math.max(best.gain, ceiling) + SAME) return;
      if (tried > MOST_TRIED) {
        ceiling = most;
        return;
      }
      for (let k = from; k < list.length; k++) {
        const seat = list[k]!;
        const gain = gains[seat.item.index]!;
        if (k > from && allCount) {
          // All that follows brings no more each than this one does.
          let can = 0;
          for (let m = 1; chosen.length + m <= room; m++)
            can = Math.max(can, sum + m * gain - pays(counted + m, chosen.length + m, singles));
          if (can <= Math.max(best.gain, ceiling) + SAME) return;
        }
        tried++;
        chosen.push(seat);
        const alone = this.alone(chosen, across, name);
        if (alone !== NEVER) {
          const now = counted + (seat.counts ? 1 : 0);
          const total = sum + gain - times(over(now), prices.beyond) - times(alone, prices.single);
          if (total > best.gain + SAME)
            best = { gain: total, seats: [...chosen], singles: alone, beyond: over(now) };
          if (chosen.length < room) walk(k + 1, sum + gain, now, alone);
        }
        chosen.pop();
      }
    };
    walk(0, 0, 0, 0);
    return ceiling > best.gain ? { ...best, gain: ceiling } : best;
  }

  private alone(seats: readonly Seat[], across: readonly Across[], name: number): number {
    let known = this.known.get(name);
    if (!known) {
      known = new Map();
      this.known.set(name, known);
    }
    // At one end a session has one seat, so its number says which.
    let key = 0;
    if (seats.length === 1) key = seats[0]!.item.index + 1;
    else for (const n of seats.map((s) => s.item.index).sort((a, b) => a - b)) key = key * this.base + n + 1;
    let answer = known.get(key);
    if (answer === undefined) {
      const running = across.map(({ seat, alone }) => {
        const heads = alone ? seat.fewest : seat.heads;
        return { ...seat, heads, fewest: heads };
      });
      answer = fewestAlone(this.week.model, [...running, ...seats], this.end.minute);
      known.set(key, answer);
    }
    return answer;
  }
}
