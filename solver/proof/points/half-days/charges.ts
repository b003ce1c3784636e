import type { Item, Model, Team } from '../../../model/model.ts';
import { type Counted, factors } from '../groups.ts';
import type { Taken } from './offers.ts';

/** A price for how far a counter is from its aim, as a row: what it holds, less its share of another, is the aim. */
export interface ChargeRow {
  readonly aim: number;
  /** Points for a unit above the aim, and for one below it. */
  readonly over: number;
  readonly short: number;
}

/** What one session, taken by one of its teams, adds to a row, before the factor of the time. */
interface Add {
  readonly row: number;
  readonly units: number;
}

/** The counters of a review as rows, and what each session adds to them by who takes it. */
export class Charges {
  readonly rows: readonly ChargeRow[];
  private readonly counted: readonly Counted[];
  /** By item, team and counted want. */
  private readonly adds: readonly (readonly (readonly (readonly Add[])[])[])[];
  /** By item and counted want: the least and the most that the time multiplies by. */
  private readonly factors: readonly (readonly (readonly [number, number])[])[];

  constructor(model: Model, counted: readonly Counted[]) {
    this.counted = counted;
    const first: number[] = [];
    const rows: ChargeRow[] = [];
    for (const { counts, weight } of counted) {
      first.push(rows.length);
      for (const { aim, over, short } of counts.charges)
        rows.push({ aim: typeof aim === 'number' ? aim : 0, over: over * weight, short: short * weight });
    }
    this.rows = rows;
    const addsOf = (item: Item, team: Team): readonly (readonly Add[])[] =>
      counted.map(({ counts }, want) => {
        const own = new Map(counts.adds(item.session, team.ids));
        return counts.charges.flatMap(({ key, aim }, n): Add[] => {
          const off = typeof aim === 'number' ? 0 : aim.share * (own.get(aim.of) ?? 0);
          const units = (own.get(key) ?? 0) - off;
          return units === 0 ? [] : [{ row: first[want]! + n, units }];
        });
      });
    this.adds = model.items.map((item) => item.teams.map((team) => addsOf(item, team)));
    this.factors = model.items.map((item) => counted.map(({ counts }) => factors(item, counts)));
  }

  /** What a session brings to the rows at prices on them, at the time at which that is most. */
  most(item: Item, team: Team, prices: (row: number) => number): number {
    let worth = 0;
    this.adds[item.index]![team.index]!.forEach((adds, want) => {
      let sum = 0;
      for (const { row, units } of adds) sum += prices(row) * units;
      const [least, most] = this.factors[item.index]![want]!;
      worth += Math.max(sum * least, sum * most);
    });
    return worth;
  }

  /** What a session adds to each row, held as it is; without a time, at the shortest. */
  *held(item: Item, team: Team, at?: Taken): Generator<readonly [row: number, units: number]> {
    const adds = this.adds[item.index]![team.index]!;
    for (const [want, own] of adds.entries()) {
      const { times } = this.counted[want]!.counts;
      const factor = at && times ? times(at.offer.seat) : this.factors[item.index]![want]![0];
      for (const { row, units } of own) yield [row, units * factor];
    }
  }
}
