import { GrowingProgramme } from '../../tiers/simplex.ts';
import type { Week } from '../../tiers/week.ts';
import type { Counted, Given } from '../groups.ts';
import { Charges } from './charges.ts';
import type { Cut } from './cut.ts';
import type { HalfDay, Held } from './half-day.ts';
import type { Worths } from './worths.ts';

const rankOf = { must: 0, should: 1, could: 4 } as const;
const ranks = [0, 1, 4] as const;

/** What a session that nothing holds costs, to begin with; more than any that is held. */
const DEAR = 200;
/** How far prices go from the best so far towards those that the linear programme asks for. */
const STEP = 0.3;
/** Pivots of the linear programme between two looks at the half-days. */
const PIVOTS = 4000;
/** A floor and a ceiling as close as this are the same. */
const SAME = 1e-3;
/** What sums of so many prices may be wrong by. */
const SLIP = 1e-5;

/** How much prices may be looked for: steps, and what half-days look at in all. `late` only cuts short. */
export interface Climb {
  readonly steps: number;
  readonly looks: number;
  readonly late: () => boolean;
}

/**
 * Prices on sessions, and on what counters hold, for which the half-days bring least beyond them (Dantzig & Wolfe 1960;
 * Geoffrion 1974): each half-day is solved by itself at prices, and a linear programme over all that was seen so far finds those to
 * try next. Whatever the prices, what the half-days say at them holds of every programme that costs what is given in the tiers
 * before. `known`: what the half-days hold in a programme, to begin with.
 */
export class Ascent {
  private readonly week: Week;
  private readonly halfDays: readonly HalfDay[];
  private readonly given: Given;
  private readonly charges: Charges;
  /** Rows: sessions, stretches, charges, and then those of what is given. */
  private readonly first: number;
  private readonly singles: number;
  private readonly beyond: number;
  private readonly outs = new Map<number, number>();
  private readonly rows: number;
  private readonly lp: GrowingProgramme;
  private readonly seen = new Set<string>();

  constructor(week: Week, halfDays: readonly HalfDay[], given: Given, counted: readonly Counted[]) {
    this.week = week;
    this.halfDays = halfDays;
    this.given = given;
    this.charges = new Charges(week.model, counted);
    this.first = week.model.items.length + week.stretches.length;
    let rows = this.first + this.charges.rows.length;
    this.singles = given[2] > 0 ? rows++ : -1;
    this.beyond = given[3] > 0 ? rows++ : -1;
    for (const rank of ranks) if (given[rank] > 0) this.outs.set(rank, rows++);
    this.rows = rows;
    this.lp = this.programme();
  }

  /** The cuts that were met on the way, those first that come highest by themselves. */
  climb(known: readonly Held[], { steps, looks, late }: Climb): readonly Cut[] {
    known.forEach((held, stretch) => void this.offer(stretch, held));
    const duals = new Float64Array(this.rows);
    const best = this.whoAlone();
    let least = Number.NEGATIVE_INFINITY;
    const cuts: Cut[] = [];
    const spent = (): boolean => this.halfDays.reduce((sum, half) => sum + half.looked, 0) > looks;
    for (let step = 0; step < steps && !spent() && !late(); step++) {
      const ceiling = this.lp.solve(PIVOTS);
      if (ceiling - least < SAME) break;
      let added = false;
      for (const mix of step === 0 ? [0] : [STEP, 1]) {
        for (let r = 0; r < this.rows; r++) duals[r] = mix * this.lp.duals[r]! + (1 - mix) * best[r]!;
        const worths = this.worthsOf(duals);
        let most = 0;
        for (const half of this.halfDays) {
          // What only some half-days said is nothing to go by.
          if (late()) return cuts.sort((a, b) => b.least - a.least);
          const held = half.best(worths);
          most += held.gain;
          if (this.offer(half.index, held)) added = true;
        }
        const cut = { worths, most: most + SLIP, least: this.paidAt(duals) - most - SLIP };
        cuts.push(cut);
        if (cut.least > least) {
          least = cut.least;
          best.set(duals);
        }
        if (added) break;
      }
      if (!added && step > 0) break;
    }
    return cuts.sort((a, b) => b.least - a.least);
  }

  /** Rows that are met at a price, and nothing in them yet but what says how far they are from it. */
  private programme(): GrowingProgramme {
    const { given, first } = this;
    const { items } = this.week.model;
    const rhs = new Array<number>(this.rows).fill(0);
    const dear = new Array<number>(this.rows).fill(0);
    rhs.fill(1, 0, first);
    dear.fill(DEAR, 0, items.length);
    this.charges.rows.forEach(({ aim, short }, k) => {
      rhs[first + k] = aim;
      dear[first + k] = short;
    });
    if (this.singles >= 0) rhs[this.singles] = given[2];
    if (this.beyond >= 0) rhs[this.beyond] = given[3];
    for (const [rank, row] of this.outs) rhs[row] = given[rank as 0 | 1 | 4];
    const lp = new GrowingProgramme(rhs, dear);
    items.forEach((item, i) => {
      // Held more than once is no better than once.
      lp.add(0, [[i, -1]]);
      const row = this.outs.get(rankOf[item.session.priority]);
      if (row === undefined) return;
      lp.add(0, [
        [i, 1],
        [row, 1],
      ]);
    });
    this.charges.rows.forEach(({ over }, k) => void lp.add(over, [[first + k, -1]]));
    return lp;
  }

  /** Prices for who takes what, whatever the times: at these no half-day brings anything. */
  private whoAlone(): Float64Array {
    const lp = this.programme();
    for (const item of this.week.model.items)
      for (const team of item.teams) {
        if (this.singles < 0 && team.price.singles > 0) continue;
        const terms: [number, number][] = [[item.index, 1]];
        for (const [row, units] of this.charges.held(item, team)) terms.push([this.first + row, units]);
        if (this.singles >= 0 && team.price.singles > 0) terms.push([this.singles, team.price.singles]);
        lp.add(team.price.points, gathered(terms));
      }
    lp.solve(PIVOTS);
    return Float64Array.from(lp.duals);
  }

  /** What sessions are worth at these prices, which are brought to where they may be. */
  private worthsOf(duals: Float64Array): Worths {
    const { first } = this;
    const { items } = this.week.model;
    items.forEach((item, i) => {
      const row = this.outs.get(rankOf[item.session.priority]);
      const most = row === undefined ? Number.POSITIVE_INFINITY : Math.max(0, -duals[row]!);
      duals[i] = Math.min(most, Math.max(0, duals[i]!));
    });
    this.charges.rows.forEach(({ over, short }, k) => {
      duals[first + k] = Math.max(-over, Math.min(short, duals[first + k]!));
    });
    const priceOf = (row: number): number => (row < 0 ? Number.POSITIVE_INFINITY : Math.max(0, -duals[row]!));
    return {
      of: items.map((item, i) =>
        Float64Array.from(
          item.teams,
          (team) =>
            duals[i]! - team.price.points + this.charges.most(item, team, (row) => duals[first + row]!),
        ),
      ),
      points: 1,
      single: priceOf(this.singles),
      beyond: priceOf(this.beyond),
    };
  }

  /** What is paid at these prices if half-days bring nothing. */
  private paidAt(duals: Float64Array): number {
    const { first, given } = this;
    let paid = 0;
    this.week.model.items.forEach((_, i) => {
      paid += duals[i]!;
    });
    this.charges.rows.forEach(({ aim }, k) => {
      paid += duals[first + k]! * aim;
    });
    const less = (row: number, n: number): void => {
      if (row >= 0) paid -= Math.max(0, -duals[row]!) * n;
    };
    less(this.singles, given[2]);
    less(this.beyond, given[3]);
    for (const [rank, row] of this.outs) less(row, given[rank as 0 | 1 | 4]);
    return paid;
  }

  /** A new column of the linear programme; false where it was seen before, or is empty. */
  private offer(stretch: number, held: Held): boolean {
    const { points, singles, beyond, taken } = held;
    const which = taken.map(({ offer, team }) => `${offer.index}:${team.index}`).sort();
    const key = [stretch, points, singles, beyond, ...which].join(' ');
    if (taken.length === 0 || this.seen.has(key)) return false;
    this.seen.add(key);
    const terms: [number, number][] = [[this.week.model.items.length + stretch, 1]];
    let cost = points;
    for (const one of taken) {
      const { item } = one.offer.seat;
      cost += one.team.price.points;
      terms.push([item.index, 1]);
      for (const [row, units] of this.charges.held(item, one.team, one))
        terms.push([this.first + row, units]);
    }
    if (this.singles >= 0) terms.push([this.singles, singles]);
    if (this.beyond >= 0) terms.push([this.beyond, beyond]);
    this.lp.add(cost, gathered(terms));
    return true;
  }
}

/** Each row named once. */
function gathered(terms: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const by = new Map<number, number>();
  for (const [row, units] of terms) by.set(row, (by.get(row) ?? 0) + units);
  return [...by].filter(([, units]) => units !== 0);
}
