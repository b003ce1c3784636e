import type { Counter, Prices } from './counter.ts';
import type { ProgramBuilder, Sum } from './program.ts';

/** Units that so few sessions add are counted by themselves; the step is that of the others. */
const FEW = 3;
/** Ways to have taken of those few, by how many of each. */
const MOST_WAYS = 60;

const INFINITE = Number.POSITIVE_INFINITY;

/**
 * The distance of a counter from an aim that it can't come to in whole steps. Most sessions add a multiple of one step;
 * of the few that don't, so many of each are taken. For each such way, and each aim that may be it, the counter stands on a ladder of its own, and
 * pays at least what the rungs on both sides of the aim do. False where that is not said, for nothing would be gained.
 */
export function payInSteps(
  counter: Counter,
  aims: readonly { readonly aim: number; readonly is: number }[],
  prices: Prices,
  builder: ProgramBuilder,
): boolean {
  const all = [...counter.units].filter(([unit]) => unit !== 0);
  if (all.some(([unit]) => !Number.isInteger(unit) || unit < 0)) return false;
  const step = all.filter(([, { sessions }]) => sessions > FEW).reduce((g, [unit]) => gcd(g, unit), 0);
  if (step <= 1) return false;
  const few = all.filter(([unit]) => unit % step !== 0);
  const ways = waysOf(few.map(([, { sessions }]) => sessions));
  if (ways.length * aims.length > MOST_WAYS) return false;
  const taken: [number, number][][] = few.map(() => []);
  const stands: [number, number][] = [];
  for (const { aim, is } of aims) {
    const one: [number, number][] = [[-1, is]];
    for (const way of ways) {
      const foot = way.reduce((sum, n, k) => sum + n * few[k]![0], 0);
      const low = foot + Math.floor((aim - foot) / step) * step;
      const [below, above] = [(aim - low) * prices.short, (low + step - aim) * prices.over];
      const here = builder.variable(below, 1, true);
      const up = builder.variable((above - below) / step, step, false);
      builder.row(
        -INFINITE,
        [
          [1, up],
          [-step, here],
        ],
        0,
      );
      one.push([1, here]);
      stands.push([-low, here], [-1, up]);
      way.forEach((n, k) => {
        if (n > 0) taken[k]!.push([-n, here]);
      });
    }
    builder.row(0, one, 0);
  }
  few.forEach(([, { sum }], k) => {
    builder.row(0, [...sum, ...taken[k]!], 0);
  });
  // Beyond the rungs beside the aim each unit costs the same, whichever the ladder.
  const beyond: Sum = [
    [-1, builder.variable(prices.over, INFINITE, false)],
    [1, builder.variable(prices.short, INFINITE, false)],
  ];
  builder.row(0, [...counter.sum, ...stands, ...beyond], 0);
  return true;
}

/** Every way to take from none to all of each. */
function waysOf(most: readonly number[]): readonly (readonly number[])[] {
  let ways: readonly (readonly number[])[] = [[]];
  for (const m of most) {
    ways = ways.flatMap((way) => Array.from({ length: m + 1 }, (_, n) => [...way, n]));
    if (ways.length > MOST_WAYS) break;
  }
  return ways;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
