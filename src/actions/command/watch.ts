import type { Progress } from '../../programme/outcome.ts';
import { costWords } from '../../publish/proof-words.ts';
import { counted } from '../../publish/words.ts';
import { sessionsToPlace } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import type { Desk } from './desk.ts';

/** Milliseconds between looks at the clock while nothing better is found. */
const TICK = 500;

/** How a search stands, in a line for somebody who waits: `1.2 s: 43 of 45 sessions placed; 3 points of …`. */
function standing(review: Review, seconds: number, news: Progress | undefined): string {
  const time = `${seconds.toFixed(1)} s`;
  if (!news) return `${time}: looking for a first programme`;
  const all = sessionsToPlace(review).length;
  const { cost, proven, programme } = news;
  const best = proven === 6 ? 'No better one exists' : 'Ctrl+C keeps this one';
  return `${time}: ${programme.placements.length} of ${counted(all, 'session')} placed; ${costWords(cost)}. ${best}.`;
}

/**
 * Shows somebody at a terminal how a search goes on, in one line that is written over; where nobody looks (`live` is
 * not there, or the answer is for a program) nothing. `done` wipes the line.
 */
export function watch(
  { live }: Pick<Desk, 'live'>,
  review: Review,
  json: boolean,
): { readonly progress?: (news: Progress) => void; readonly done: () => void } {
  if (!live || json) return { done: () => {} };
  const began = performance.now();
  let last: Progress | undefined;
  const show = (): void => live(standing(review, (performance.now() - began) / 1000, last));
  const clock = setInterval(show, TICK);
  return {
    progress(news) {
      last = news;
      show();
    },
    done() {
      clearInterval(clock);
      live('');
    },
  };
}
