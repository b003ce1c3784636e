import { type Across, type Filling, Fillings, gainOf, isOpen, type Prices, times } from './fill.ts';
import { fewestAlone, NEVER } from './together.ts';
import { type Seat, type Stretch, share, type Week } from './week.ts';

/** The best that one stretch can hold at the prices asked: what it brings, and how much of what. */
export interface Held {
  readonly gain: number;
  readonly seats: readonly Seat[];
  readonly singles: number;
  readonly beyond: number;
}

interface Block {
  readonly index: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** How many of the ends are over when it begins. */
  readonly before: number;
}

/** A visit at one of its times, with what it brings so. */
interface Visit extends Across {
  readonly gain: number;
}

/** Sets of visits that are looked into before the rest is judged by a floor alone. */
const MOST_TRIED = 400;

/**
 * One stretch by itself, solved exactly at prices: which blocks it is cut into, what is held in each, which visits run
 * across them. A walk over the ends in time order (dynamic programming) for each set of visits that could pay.
 */
export class HalfDay {
  readonly index: number;
  private readonly week: Week;
  private readonly stretch: Stretch;
  private readonly blocks: readonly Block[];
  private readonly fillings: readonly Fillings[];
  /** The names of visits that fillings can't tell apart, by seat. */
  private readonly names: readonly number[];
  private readonly values = new Map<number, Filling>();
  private readonly sideBySide = new Map<number, boolean>();
  private readonly gains: Float64Array;
  private readonly chosen: (Block | undefined)[] = [];
  private readonly fillingOf: Filling[] = [];

  constructor(week: Week, stretch: Stretch) {
    this.week = week;
    this.stretch = stretch;
    this.index = stretch.index;
    const { ends } = stretch;
    const blocks: Block[] = [];
    ends.forEach(({ minute, lengths }, end) => {
      for (const length of lengths) {
        let before = 0;
        while (before < end && ends[before]!.minute <= minute - length) before++;
        blocks.push({ index: blocks.length, end, from: minute - length, to: minute, before });
      }
    });
    this.blocks = blocks;
    this.fillings = ends.map((end) => new Fillings(week, end));
    this.gains = new Float64Array(ends.length + 1);
    this.names = namesFor(week, stretch);
  }

  best(prices: Prices): Held {
    this.values.clear();
    for (const f of this.fillings) f.price(prices);
    const visits = this.visits(prices);
    let best = this.walk([]);
    let bestGain = best.gain;
    let tried = 0;
    // By sets: of two that are alike but for one visit, the larger leaves no more room for the rest.
    const add = (from: number, across: readonly Visit[], gain: number, room: number): void => {
      for (let n = from; n < visits.length; n++) {
        const v = visits[n]!;
        if (room + gain + v.gain + this.rest(visits, n, across, v) <= bestGain + 1e-9) continue;
        if (!this.beside(across, v)) continue;
        const more = [...across, v];
        if (tried++ > MOST_TRIED) {
          bestGain = room + gain + v.gain + this.rest(visits, n, across, v);
          continue;
        }
        const held = this.walk(more);
        const own = gain + v.gain;
        if (held.gain + own > bestGain + 1e-9) {
          bestGain = held.gain + own;
          best = {
            gain: bestGain,
            seats: [...held.seats, ...more.map((a) => a.seat)],
            singles: held.singles + more.filter((a) => a.alone && a.seat.heads > a.seat.fewest).length,
            beyond: held.beyond + more.filter((a) => a.beyond).length,
          };
        }
        add(n + 1, more, own, held.gain);
      }
    };
    add(0, [], 0, best.gain);
    return { ...best, gain: bestGain };
  }

  /** The most that visits later in the list could bring beside these: the best of each session that is not in yet. */
  private rest(visits: readonly Visit[], n: number, across: readonly Visit[], v: Visit): number {
    let rest = 0;
    const seen = new Set([v.seat.item, ...across.map((a) => a.seat.item)]);
    for (let m = n + 1; m < visits.length; m++) {
      const { seat, gain } = visits[m]!;
      if (seen.has(seat.item)) continue;
      seen.add(seat.item);
      rest += gain;
    }
    return rest;
  }

  /** Visits as they could be, those that bring most first: in full number or single-handed, within the columns or beyond. */
  private visits(prices: Prices): readonly Visit[] {
    const { usual } = this.week;
    const mostBeside = this.stretch.ends.reduce((most, end) => Math.max(most, end.most), 0);
    const out: Visit[] = [];
    for (const [n, seat] of this.stretch.spanning.entries()) {
      if (!isOpen(prices.branch, seat)) continue;
      const gain = gainOf(seat, prices);
      const either = (asks: boolean, price: number) =>
        !asks ? [false] : price === 0 ? [true] : [false, true];
      for (const alone of either(seat.heads > seat.fewest, prices.single))
        for (const beyond of either(seat.counts && usual < mostBeside, prices.beyond)) {
          const all = gain - times(alone ? 1 : 0, prices.single) - times(beyond ? 1 : 0, prices.beyond);
          const name = 1 + this.names[n]! * 4 + (alone ? 2 : 0) + (beyond ? 1 : 0);
          if (all > 1e-9) out.push({ seat, alone, beyond, name, gain: all });
        }
    }
    return out.sort((a, b) => b.gain - a.gain || a.seat.index - b.seat.index);
  }

  /** Whether a visit can run beside those chosen, as far as two of them are concerned. */
  private beside(across: readonly Visit[], next: Visit): boolean {
    return across.every(({ seat }) => {
      const [a, b] = [seat, next.seat];
      if (a.item === b.item) return false;
      if (a.from >= b.to || b.from >= a.to) return true;
      const key = Math.min(a.index, b.index) * 65536 + Math.max(a.index, b.index);
      let fits = this.sideBySide.get(key);
      if (fits === undefined) {
        fits = fewestAlone(this.week.model, [a, b], Math.min(a.to, b.to)) !== NEVER;
        this.sideBySide.set(key, fits);
      }
      return fits;
    });
  }

  /** The best blocks beside these visits. */
  private walk(across: readonly Visit[]): Held {
    const { gains, blocks, chosen, fillingOf } = this;
    const { ends } = this.stretch;
    let n = 0;
    for (let e = 0; e < ends.length; e++) {
      gains[e + 1] = gains[e]!;
      chosen[e + 1] = undefined;
      for (; n < blocks.length && blocks[n]!.end === e; n++) {
        const block = blocks[n]!;
        if (cuts(across, block)) continue;
        const filling = this.filling(block, across);
        const gain = gains[block.before]! + filling.gain;
        if (gain > gains[e + 1]! + 1e-12) {
          gains[e + 1] = gain;
          chosen[e + 1] = block;
          fillingOf[e + 1] = filling;
        }
      }
    }
    const seats: Seat[] = [];
    let [singles, beyond] = [0, 0];
    for (let e = ends.length; e > 0; ) {
      const block = chosen[e];
      if (!block) {
        e--;
        continue;
      }
      const filling = fillingOf[e]!;
      seats.push(...filling.seats);
      singles += filling.singles;
      beyond += filling.beyond;
      e = block.before;
    }
    return { gain: gains[ends.length]!, seats, singles, beyond };
  }

  private filling(block: Block, across: readonly Visit[]): Filling {
    let name = 0;
    let running: Visit[] | undefined;
    for (const v of across) {
      if (v.seat.from >= block.to || block.to > v.seat.to) continue;
      running ??= [];
      running.push(v);
    }
    if (running) {
      if (running.length > 1) running.sort((a, b) => a.name - b.name);
      for (const v of running) name = name * 512 + v.name;
    }
    const key = name * 256 + block.index;
    let filling = this.values.get(key);
    if (!filling) {
      filling = this.fillings[block.end]!.best(block.to - block.from, running ?? [], name);
      this.values.set(key, filling);
    }
    return filling;
  }
}

/** Whether one of the visits ends within the block. */
function cuts(across: readonly Visit[], { from, to }: Block): boolean {
  for (const { seat } of across) if (from < seat.to && seat.to < to && seat.from < to) return true;
  return false;
}

/**
 * Numbers for visits that fillings can't tell apart: the same session with the same peers and rooms, nobody of which
 * is seen in any session of the stretch beside it.
 */
function namesFor(week: Week, stretch: Stretch): readonly number[] {
  const numbers = new Map<string, number>();
  const beside = stretch.ends.flatMap((end) => end.seats);
  return stretch.spanning.map((seat) => {
    const shares = beside.some((other) => share(week.model, seat, other));
    const key = [
      seat.item.index,
      seat.union,
      seat.always,
      seat.heads,
      seat.fewest,
      seat.counts,
      ...(shares || seat.rooms ? [seat.index] : []),
    ].join();
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}
