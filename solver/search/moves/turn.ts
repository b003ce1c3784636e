import { anyBlocks, push } from '../blocks.ts';
import type { Workings } from '../workings.ts';

/** Two blocks of a window that follow one another change places; the gap between them stays as wide. */
export function turn(workings: Workings): boolean {
  const blocks = anyBlocks(workings);
  if (blocks.length < 2) return false;
  const n = workings.random.below(blocks.length - 1);
  const [first, second] = [blocks[n]!, blocks[n + 1]!];
  return push(workings, [
    { block: first, by: second.to - first.to },
    { block: second, by: first.from - second.from },
  ]);
}
