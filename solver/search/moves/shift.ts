import { TICK } from '../../model/model.ts';
import { anyBlocks, push } from '../blocks.ts';
import type { Workings } from '../workings.ts';

/** Quarter hours by which blocks go earlier or later at most. */
const FURTHEST = 2;

/**
 * A block of a window, with those before it, those after it or by itself, a little earlier or later: gaps open and
 * close, all streams at once, which no move of a single session does.
 */
export function shift(workings: Workings): boolean {
  const { random } = workings;
  const blocks = anyBlocks(workings);
  if (blocks.length === 0) return false;
  const n = random.below(blocks.length);
  const by = (random.below(FURTHEST) + 1) * TICK * (random.next() < 0.5 ? -1 : 1);
  const draw = random.next();
  const some = draw < 0.4 ? [blocks[n]!] : draw < 0.7 ? blocks.slice(n) : blocks.slice(0, n + 1);
  return push(
    workings,
    some.map((block) => ({ block, by })),
  );
}
