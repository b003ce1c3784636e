import type { Cost } from '../../src/programme/programme.ts';
import type { Given } from './arguments.ts';
import type { Case } from './cases.ts';
import { type Searched, type Step, searchOften } from './ours.ts';
import { costWords, type Table, took } from './tables.ts';

/** When the search had what it ended with, so far as these tiers go (0 to 5). */
const settledIn = (trail: readonly Step[], tiers: readonly number[]): number => {
  const last = trail.at(-1)!.cost;
  const same = ({ cost }: Step): boolean => tiers.every((tier) => cost[tier] === last[tier]);
  // What was reached and lost again does not count.
  let first = trail.length - 1;
  while (first > 0 && same(trail[first - 1]!)) first--;
  return trail[first]!.at;
};

/** What the search of a build comes to on one review. Milliseconds; compiling is counted in. */
export interface SearchFigures {
  readonly case: Case;
  readonly sessions: number;
  readonly compiled: number;
  /** Undefined where none of its programmes holds every must. */
  readonly musts: number | undefined;
  /** Until the musts, shoulds and coulds left out were those that it ended with. */
  readonly unplaced: number;
  /** Until all tiers above the points were. */
  readonly tiers: number;
  readonly best: number;
  readonly took: number;
  readonly cost: Cost;
  readonly run: Searched;
}

export function searchFigures(of: Case, often: number): SearchFigures {
  const run = searchOften(of.review(), 1, often);
  const { trail } = run;
  return {
    case: of,
    sessions: run.model.items.length,
    compiled: run.compiled,
    musts: trail.find(({ cost }) => cost[0] === 0)?.at,
    unplaced: settledIn(trail, [0, 1, 4]),
    tiers: settledIn(trail, [0, 1, 2, 3, 4]),
    best: trail.at(-1)!.at,
    took: run.took,
    cost: trail.at(-1)!.cost,
    run,
  };
}

/** The part `search`: how soon the search has what. */
export function measureSearch(cases: readonly Case[], { times }: Given): Table {
  const rows = cases.map((of) => {
    const f = searchFigures(of, times);
    return [
      of.name,
      String(f.sessions),
      took(f.compiled),
      took(f.musts),
      took(f.unplaced),
      took(f.tiers),
      took(f.best),
      took(f.took),
      costWords(f.cost),
    ];
  });
  return {
    name: 'search',
    head: [
      'week',
      'sessions',
      'compiled',
      'all musts placed',
      'final unplaced',
      'final tiers 1 to 5',
      'best',
      'search ended',
      'cost by tier',
    ],
    rows,
  };
}
