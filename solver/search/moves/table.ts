import type { Workings } from '../workings.ts';
import { chain } from './chain.ts';
import { drop } from './drop.ts';
import { exchange } from './exchange.ts';
import { force } from './force.ts';
import { moveHouse } from './move-house.ts';
import { rebuild } from './rebuild.ts';
import { relocate } from './relocate.ts';
import { reteam } from './reteam.ts';
import { shift } from './shift.ts';
import { split } from './split.ts';
import { swap } from './swap.ts';
import { trade } from './trade.ts';
import { turn } from './turn.ts';

/** Changes a state through its journal, the rules about the whole not yet asked. False where it came to nothing. */
export type Move = (workings: Workings) => boolean;

/** A move, and what it costs, in moves of one session to another time. */
interface Priced {
  readonly move: Move;
  readonly spends: number;
}

/** How a search for the tiers above the points stands. */
interface Standing {
  /** A session is left out that is looked for. */
  readonly short: boolean;
  /** Something is paid in tiers 3 and 4. */
  readonly dear: boolean;
}

/** Made where a draw in [0, 1) is below this and not below that of a row above. */
interface Row<Given> extends Priced {
  readonly below: (given: Given) => number;
}

const forTiers: readonly Row<Standing>[] = [
  { move: force, spends: 12, below: ({ short }) => (short ? 0.04 : 0) },
  // Emptying and refilling a window is dear, and pays where a higher tier is still to be won.
  { move: rebuild, spends: 30, below: ({ short, dear }) => (short ? 0.09 : dear ? 0.05 : 0.008) },
  { move: chain, spends: 15, below: ({ short, dear }) => (short || dear ? 0.15 : 0) },
  { move: split, spends: 8, below: ({ short }) => (short ? 0.17 : 0) },
  { move: relocate, spends: 1, below: () => 0.35 },
  { move: swap, spends: 1, below: () => 0.6 },
  { move: reteam, spends: 1, below: () => 0.78 },
  { move: exchange, spends: 1, below: () => 0.95 },
  { move: drop, spends: 1, below: ({ dear }) => (dear ? 0.97 : 0) },
  { move: moveHouse, spends: 1, below: () => 1 },
];

/** Below this temperature, in points, a window that is emptied and refilled is never better than it was. */
const REBUILT = 1.5;

/** By temperature. Other partners cost a third of what another time does, and are more often to the good. */
const forPoints: readonly Row<number>[] = [
  { move: rebuild, spends: 30, below: (temperature) => (temperature > REBUILT ? 0.008 : 0) },
  { move: relocate, spends: 1, below: () => 0.2 },
  { move: swap, spends: 0.6, below: () => 0.36 },
  { move: reteam, spends: 0.4, below: () => 0.56 },
  { move: exchange, spends: 0.4, below: () => 0.76 },
  { move: trade, spends: 0.4, below: () => 0.91 },
  { move: shift, spends: 1, below: () => 0.945 },
  { move: turn, spends: 1, below: () => 0.965 },
  { move: moveHouse, spends: 0.6, below: () => 1 },
];

const forPartners: readonly Row<number>[] = [
  { move: reteam, spends: 0.3, below: () => 0.35 },
  { move: exchange, spends: 0.3, below: () => 0.65 },
  { move: trade, spends: 0.3, below: () => 1 },
];

/**
 * What a search is after: the tiers above the points; those that come before the coulds; the points, by none of the
 * moves for what is left out; the points, times and places as they are.
 */
export type After = 'tiers' | 'most' | 'points' | 'partners';

/** A kind of move, drawn by chance as things stand. */
export function drawMove({ state, random }: Workings, after: After, temperature: number): Priced {
  const draw = random.next();
  if (after === 'points') return drawn(forPoints, draw, temperature);
  if (after === 'partners') return drawn(forPartners, draw, temperature);
  const { unplaced, beyond, singles } = state;
  const most = unplaced[0] + unplaced[1];
  const short = (after === 'tiers' && most + unplaced[2] > 0) || (after === 'most' && most > 0);
  return drawn(forTiers, draw, { short, dear: beyond + singles > 0 });
}

function drawn<Given>(rows: readonly Row<Given>[], draw: number, given: Given): Priced {
  for (const row of rows) if (draw < row.below(given)) return row;
  return rows.at(-1)!;
}
