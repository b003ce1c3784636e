import type { Outcome, Solve } from '../../src/programme/outcome.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';

/** A search that a test holds by the hand: what it has told, and when it ends. */
export interface Held {
  readonly solve: Solve;
  /** The searches that go on, the oldest first. */
  readonly going: {
    readonly review: Review;
    readonly tell: (programme: Programme) => void;
    readonly end: (programme: Programme) => void;
    readonly stopped: () => boolean;
  }[];
}

/** What every programme that it tells of costs. */
export const cost = [0, 1, 0, 0, 0, 7.5] as const;

/** Searches that go on until they are told to end, or to stop: then with what was told last. */
export function held(): Held {
  const going: Held['going'] = [];
  return {
    going,
    solve: (review, { progress, signal }) =>
      new Promise<Outcome>((resolve) => {
        let last: Programme | undefined;
        const end = (programme: Programme) =>
          resolve({ status: 'feasible', programme, cost, bound: cost, seconds: 1, conflicts: [] });
        const nothing: Programme = {
          review: review.id,
          revision: review.revision,
          placements: [],
          fixedEvents: [],
          unplaced: [],
        };
        signal?.addEventListener('abort', () => end(last ?? nothing), { once: true });
        going.push({
          review,
          tell(programme) {
            last = programme;
            progress?.({ programme, cost, bound: [0, 1, 0, 0, 0, 4], proven: 5, seconds: 1 });
          },
          end,
          stopped: () => signal?.aborted === true,
        });
      }),
  };
}
