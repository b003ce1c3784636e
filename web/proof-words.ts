import type { Draft } from '../src/actions/open-review.ts';
import type { Cost } from '../src/programme/programme.ts';
import { counted } from './standing-words.ts';

/** What each tier of the cost counts (rules.md, "Tiers"), in the order in which they are compared. */
export const tierWords: readonly string[] = [
  'Sessions that must be held and have no place',
  'Sessions that should be held and have no place',
  'Sessions taken by one peer alone',
  'Sessions beyond the usual streams, and in the evening',
  'Sessions that could be held and have no place',
  'Wishes not met, in points',
];

const same = (cost: Cost, bound: Cost, tiers: number): boolean =>
  cost.slice(0, tiers).every((figure, tier) => Math.abs(figure - bound[tier]!) < 1e-6);

/** What is proven about a draft, in a sentence or two; never more than is. */
export function proofWords({ verdict: { cost }, programme: { bound }, answer, behind }: Draft): string {
  if (behind) return 'The review has changed since this programme was built, so nothing is proven about it.';
  if (!answer || !bound) return 'Made by hand: whether a better one exists has not been looked into.';
  if (answer.status === 'impossible') return 'No programme holds every session that must be held: proven.';
  const placed = same(cost, bound, 2) && cost[4] === bound[4];
  if (same(cost, bound, 6)) return 'No better programme exists: proven.';
  if (same(cost, bound, 5))
    return `Nothing more could be placed: proven. At most ${counted(Math.ceil(cost[5] - bound[5]), 'point')} better is possible.`;
  if (placed) return 'Nothing more could be placed: proven. How much better it could be is not known.';
  return 'The best that was found. Whether a better one exists is not proven.';
}
