import type { Outcome, SolveOptions } from '../../src/programme/outcome.ts';
import type { Review } from '../../src/review/review.ts';
import { givenBy, withFloor } from '../proof/points/with-floor.ts';
import { threads } from './in-workers.ts';
import { newTold, type PointsOrder, pointsFloor, readTold } from './points.ts';

/** Seconds that it may take, whatever its budget: as with the proof of the tiers, only where a machine hardly gets on. */
const LONGEST = 120;

/**
 * The outcome with a floor under its points, worked out in a thread of its own; as it was where the tiers before them
 * are not proven, or where it is stopped before there is one.
 */
export async function withPointsProven(
  review: Review,
  outcome: Outcome,
  { signal: word, keep, timeLimit, effort }: Pick<SolveOptions, 'signal' | 'keep' | 'timeLimit' | 'effort'>,
): Promise<Outcome> {
  const given = givenBy(outcome);
  if (keep !== undefined || word?.aborted || given.some((c, tier) => c > outcome.bound[tier]! + 1e-9))
    return outcome;
  // What is left of the time that whoever asked gave.
  const left = timeLimit === undefined ? LONGEST : Math.min(LONGEST, timeLimit - outcome.seconds);
  if (left <= 0) return outcome;
  // Not AbortSignal.any: in Node 20 one that hangs on a timeout may be collected before it is due, and is never heard.
  const end = new AbortController();
  const { signal } = end;
  const stop = (): void => end.abort();
  const clock = setTimeout(stop, left * 1000);
  word?.addEventListener('abort', stop, { once: true });
  const told = newTold();
  const order: PointsOrder = { given, below: outcome.cost[5], told, quick: effort === 'quick' };
  const pool = threads();
  try {
    const proven = pool
      ? await Promise.race([pool.ask('points', review, () => order, { signal }), soonAfter(signal)])
      : await pointsFloor(review, order, () => signal.aborted);
    const floor = proven ?? readTold(told);
    return floor === undefined || !Number.isFinite(floor) ? outcome : withFloor(outcome, floor);
  } finally {
    clearTimeout(clock);
    word?.removeEventListener('abort', stop);
  }
}

/** Resolves a little after the word to stop: whoever said it does not wait for an engine that is deaf to it. */
const soonAfter = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    const after = (): void => void setTimeout(() => resolve(undefined), 200).unref();
    if (signal.aborted) after();
    else signal.addEventListener('abort', after, { once: true });
  });
