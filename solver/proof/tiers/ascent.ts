import { type Branch, isOpen, type Prices } from './fill.ts';
import type { HalfDay, Held } from './half-day.ts';
import { GrowingProgramme } from './simplex.ts';
import type { Seat, Week } from './week.ts';

/** What is asked of the cost: its tiers so far as they are known, and the one that a floor is wanted for. */
export interface Question {
  /** 0 to 4: musts, shoulds, single-handed, beyond and evenings, coulds. */
  readonly tier: number;
  /** The most that each tier before it may cost. */
  readonly given: readonly number[];
  /** What need not be gone beyond: what a programme costs that costs what is given before. */
  readonly enough: number;
}

/** What one stretch holds, as often as it was seen to be the best at some prices. */
export interface Column {
  readonly stretch: number;
  readonly seats: readonly Seat[];
  readonly singles: number;
  readonly beyond: number;
}

/** Of these seats (by number) no more than so many can be had. */
export interface Limit {
  readonly seats: ReadonlySet<number>;
  readonly most: number;
}

export interface Floor {
  /** No programme of the branch costs less in the tier that is asked about. */
  readonly least: number;
  /** What the mixture that costs so little holds, each seat with its share; by item, the share that is left out. */
  readonly mixture: readonly (readonly [Seat, number])[];
  /** What the mixture holds of each stretch, where it is one thing only. */
  readonly columns: readonly Column[];
  readonly out: readonly number[];
}

export const tierOf = { must: 0, should: 1, could: 4 } as const;

/** What a session that can't be left out, or a tier that can't be gone over, is worth at the most. */
const DEAR = 30;

/**
 * A floor under one tier (Dantzig & Wolfe 1960; Geoffrion 1974): that a session is held once only is forgotten, and
 * every time it is held is paid for at a price instead. Then each stretch is a matter of its own and is solved exactly.
 * Whatever the prices, the sum is never above the truth; a linear programme over all that was seen so far finds
 * the prices to try next.
 */
export class Ascent {
  private readonly week: Week;
  private readonly halfDays: readonly HalfDay[];
  private readonly question: Question;
  private readonly columns: Column[] = [];
  private readonly known = new Set<string>();
  /** What is known of seats that can't all be had together: of these, no more than so many. */
  private readonly limits: Limit[] = [];
  /** Times that all stretches were solved. */
  steps = 0;

  constructor(week: Week, halfDays: readonly HalfDay[], question: Question) {
    this.week = week;
    this.halfDays = halfDays;
    this.question = question;
  }

  /** From now on this is kept to. */
  keepTo(limit: Limit): void {
    this.limits.push(limit);
  }

  /** The floor of a branch: as high as it gets, or as soon as it is above `target`. */
  floor(branch: Branch, target: number, most: number, late: () => boolean): Floor {
    const { week, question, limits } = this;
    const { tier, given } = question;
    const { items } = week.model;
    const n = items.length;
    const W = week.stretches.length;
    const counted = [0, 1, 2, 3].filter((t) => t < tier && given[t]! > 0);
    const rowOf = (t: number): number => n + W + counted.indexOf(t);
    const L = n + W + counted.length;
    const priceOf = (t: number, tiers: Float64Array): number =>
      t === tier ? 1 : t > tier ? 0 : given[t] === 0 ? Number.POSITIVE_INFINITY : tiers[t]!;
    const rank = items.map((i) => tierOf[i.session.priority]);
    const mayGo = items.map((_, i) => branch.out[i]! && !(rank[i]! < tier && given[rank[i]!] === 0));

    const lp = new GrowingProgramme(
      [
        ...items.map(() => 1),
        ...week.stretches.map(() => 1),
        ...counted.map((t) => given[t]!),
        ...limits.map((l) => l.most),
      ],
      [
        ...items.map(() => DEAR),
        ...week.stretches.map(() => 0),
        ...counted.map(() => 0),
        ...limits.map(() => 0),
      ],
    );
    const outs = items.map((_, i) => {
      // Held more than once is no better than once.
      lp.add(0, [[i, -1]]);
      if (!mayGo[i]) return -1;
      const t = rank[i]!;
      return lp.add(
        t === tier ? 1 : 0,
        counted.includes(t)
          ? [
              [i, 1],
              [rowOf(t), 1],
            ]
          : [[i, 1]],
      );
    });
    for (const t of counted) lp.add(DEAR, [[rowOf(t), -1]]);
    const own: { readonly number: number; readonly column: Column }[] = [];
    const offer = (column: Column): void => {
      if (!column.seats.every((seat) => isOpen(branch, seat))) return;
      const terms: [number, number][] = [
        ...column.seats.map((seat): [number, number] => [seat.item.index, 1]),
        [n + column.stretch, 1],
      ];
      if (counted.includes(2) && column.singles > 0) terms.push([rowOf(2), column.singles]);
      if (counted.includes(3) && column.beyond > 0) terms.push([rowOf(3), column.beyond]);
      limits.forEach(({ seats }, r) => {
        const there = column.seats.reduce((sum, s) => sum + (seats.has(s.index) ? 1 : 0), 0);
        if (there > 0) terms.push([L + r, there]);
      });
      const cost = tier === 2 ? column.singles : tier === 3 ? column.beyond : 0;
      own.push({ number: lp.add(cost, terms), column });
    };
    for (const column of this.columns) offer(column);

    let least = Number.NEGATIVE_INFINITY;
    const worth = new Float64Array(n);
    const tiers = new Float64Array(5);
    const bestWorth = new Float64Array(n);
    const bestTiers = new Float64Array(5);
    const strict = new Float64Array(limits.length);
    const bestStrict = new Float64Array(limits.length);
    const off = new Float64Array(week.seats.length);
    for (let step = 0; step < most && !late(); step++) {
      const ceiling = lp.solve(4000);
      // What the mixture costs is as high as the floor can come.
      if (ceiling - least < 1e-4 || Math.ceil(ceiling - 1e-3) <= Math.ceil(least - 1e-6)) break;
      let added = false;
      for (const mix of least === Number.NEGATIVE_INFINITY ? [1] : [0.4, 1]) {
        for (let i = 0; i < n; i++) worth[i] = Math.max(0, mix * lp.duals[i]! + (1 - mix) * bestWorth[i]!);
        for (const t of counted)
          tiers[t] = Math.max(0, -mix * lp.duals[rowOf(t)]! + (1 - mix) * bestTiers[t]!);
        for (let i = 0; i < n; i++) if (mayGo[i]) worth[i] = Math.min(worth[i]!, priceOf(rank[i]!, tiers));
        limits.forEach((_, r) => {
          strict[r] = Math.max(0, -mix * lp.duals[L + r]! + (1 - mix) * bestStrict[r]!);
        });
        off.fill(0);
        limits.forEach(({ seats }, r) => {
          if (strict[r]! > 0) for (const s of seats) off[s]! += strict[r]!;
        });
        const prices: Prices = { worth, single: priceOf(2, tiers), beyond: priceOf(3, tiers), branch, off };
        let floor = 0;
        for (let i = 0; i < n; i++) floor += worth[i]!;
        for (const t of counted) floor -= tiers[t]! * given[t]!;
        limits.forEach(({ most }, r) => {
          floor -= strict[r]! * most;
        });
        this.steps++;
        for (const half of this.halfDays) {
          const held = half.best(prices);
          floor -= held.gain;
          const column = this.note(half.index, held);
          if (column) {
            offer(column);
            added = true;
          }
        }
        if (floor > least) {
          least = floor;
          bestWorth.set(worth);
          bestTiers.set(tiers);
          bestStrict.set(strict);
        }
        if (least > target) return { least, mixture: [], columns: [], out: [] };
        if (added) break;
      }
      if (!added) break;
    }
    const mixture: [Seat, number][] = [];
    const columns: Column[] = [];
    for (const { number, column } of own) {
      const share = lp.shareOf(number);
      if (share > 0.5) columns.push(column);
      if (share > 1e-7) for (const seat of column.seats) mixture.push([seat, share]);
    }
    return { least, mixture, columns, out: outs.map((number) => (number < 0 ? 0 : lp.shareOf(number))) };
  }

  /** Keeps what a stretch held, if it was not seen before. */
  private note(stretch: number, held: Held): Column | undefined {
    if (held.seats.length === 0) return undefined;
    const which = held.seats.map((s) => s.index).sort((a, b) => a - b);
    const singles = held.singles + held.seats.reduce((sum, s) => sum + s.singles, 0);
    const beyond = held.beyond + held.seats.reduce((sum, s) => sum + s.beyond, 0);
    const key = `${stretch} ${which.join()} ${singles} ${beyond}`;
    if (this.known.has(key)) return undefined;
    this.known.add(key);
    const column = { stretch, seats: held.seats, singles, beyond };
    this.columns.push(column);
    return column;
  }
}
