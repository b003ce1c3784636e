import type { Conflict } from '../../src/programme/outcome.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Compiled } from '../model/compile.ts';
import type { Plan } from '../search/search.ts';
import { quick, why } from './why/explain.ts';
import { unaided } from './why/inquiry.ts';

export interface Conflicts {
  readonly list: readonly Conflict[];
  /** At least one conflict was proven: no complete programme exists. */
  readonly proven: boolean;
}

/**
 * Why a plan leaves out what must be held, as far as can be told in passing, with no proof engine at hand: the same as
 * `peerweek explain` goes into, with fewer mends. Stops within the steps that it is given, or when `late` says so.
 */
export function conflictsOf(
  compiled: Compiled,
  plan: Plan,
  keep?: Programme,
  late: () => boolean = () => false,
): Conflicts {
  const { conflicts, proven } = unaided(why(compiled, plan, keep ? { keep } : {}, quick, late));
  return { list: conflicts, proven };
}
