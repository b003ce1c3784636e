import type { Workings } from '../workings.ts';
import { chain } from './chain.ts';
import { drop } from './drop.ts';
import { exchange } from './exchange.ts';
import { force } from './force.ts';
import { moveHouse } from './move-house.ts';
import { rebuild } from './rebuild.ts';
import { relocate } from './relocate.ts';
import { reteam } from './reteam.ts';
import { split } from './split.ts';
import { swap } from './swap.ts';

/** Changes a state through its journal, the rules about the whole not yet asked. False where it came to nothing. */
export type Move = (workings: Workings) => boolean;

interface Row {
  readonly move: Move;
  /** What it costs, in plain moves. */
  readonly spends: number;
  /**
   * It is made where a draw in [0, 1) is below this and not below that of a row above. `short`: a session is left out;
   * `dear`: something is paid in tiers 3 and 4. Neither is said of a search that is after points alone.
   */
  readonly below: (short: boolean, dear: boolean) => number;
}

/** Every move and its chances. */
const moves: readonly Row[] = [
  { move: force, spends: 12, below: (short) => (short ? 0.04 : 0) },
  // Emptying and refilling a window is dear, and pays where a higher tier is still to be won.
  { move: rebuild, spends: 30, below: (short, dear) => (short ? 0.09 : dear ? 0.05 : 0.008) },
  { move: chain, spends: 15, below: (short, dear) => (short || dear ? 0.15 : 0) },
  { move: split, spends: 8, below: (short) => (short ? 0.17 : 0) },
  { move: relocate, spends: 1, below: () => 0.35 },
  { move: swap, spends: 1, below: () => 0.6 },
  { move: reteam, spends: 1, below: () => 0.78 },
  { move: exchange, spends: 1, below: () => 0.95 },
  { move: drop, spends: 1, below: (_, dear) => (dear ? 0.97 : 0) },
  { move: moveHouse, spends: 1, below: () => 1 },
];

/** A kind of move, drawn by chance as things stand; `after` says what the search is after. */
export function drawMove({ state, random }: Workings, after: After): Row {
  const { unplaced, beyond, singles } = state;
  const most = unplaced[0] + unplaced[1];
  const short = (after === 'tiers' && most + unplaced[2] > 0) || (after === 'most' && most > 0);
  const dear = after !== 'points' && beyond + singles > 0;
  const draw = random.next();
  return moves.find(({ below }) => draw < below(short, dear))!;
}

/** The tiers above the points; those that come before the coulds; the points alone, by none of the dear moves. */
export type After = 'tiers' | 'most' | 'points';
