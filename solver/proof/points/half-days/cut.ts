import type { Given, Group } from '../groups.ts';
import type { ProgramBuilder, Sum } from '../program.ts';
import { times, type Worths } from './worths.ts';

/**
 * What half-days say of who takes what: whatever they hold, what it is worth in all, less what is paid for times,
 * places and breaks in common, is no more than `most`.
 */
export interface Cut {
  readonly worths: Worths;
  readonly most: number;
  /** The floor under all points that this alone comes to, counters taken as sums that need not be whole. */
  readonly least: number;
}

/** Points are told apart to so small a part. */
const GRAIN = 1_000_000;

/** The largest step of which every amount is a multiple, none of them negative; undefined where there is none worth it. */
export function stepOf(amounts: Iterable<number>): number | undefined {
  let step = 0;
  for (const amount of new Set(amounts)) {
    const grains = Math.round(amount * GRAIN);
    if (Math.abs(amount * GRAIN - grains) > 1e-3) return undefined;
    step = gcd(step, grains);
  }
  return step >= GRAIN / 4 ? step / GRAIN : undefined;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * Keeps a programme of who takes what to these cuts. `paid`: what it pays for times, places and
 * breaks, `step`: of which all of that is a multiple.
 */
export function keepTo(
  cuts: readonly Cut[],
  given: Given,
  groups: readonly Group[],
  paid: Sum,
  step: number | undefined,
  builder: ProgramBuilder,
): void {
  if (cuts.length === 0) return;
  // Times may cost more than the least that each session pays in a half-day: so many steps more.
  const more = builder.variable(step ?? 1, Number.POSITIVE_INFINITY, step !== undefined);
  for (const { worths, most } of cuts) {
    const sum: (readonly [number, number])[] = [...paid, [step ?? 1, more] as const].map(([c, v]) => [
      worths.points * c,
      v,
    ]);
    for (const { items, teams } of groups)
      for (const item of items)
        for (const { mask, variable } of teams)
          sum.push([-worths.of[item.index]![item.teamByMask.get(mask)!]!, variable]);
    const spare = times(given[2], worths.single) + times(given[3], worths.beyond);
    builder.row(-most - spare, sum, Number.POSITIVE_INFINITY);
  }
}
