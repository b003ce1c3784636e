import type { Status } from '../programme/outcome.ts';
import type { Cost } from '../programme/programme.ts';
import { counted } from './words.ts';

interface TierWords {
  /** What it counts, as the heading of a figure. */
  readonly title: string;
  /** The same after a figure: `1 session …`, `2 sessions …`. */
  readonly one: string;
  readonly many: string;
}

/** What each tier of the cost counts (rules.md, "Tiers"), in the order in which they are compared. */
const tiers: readonly TierWords[] = [
  {
    title: 'Sessions that must be held and have no place',
    one: 'session that must be held has no place',
    many: 'sessions that must be held have no place',
  },
  {
    title: 'Sessions that should be held and have no place',
    one: 'session that should be held has no place',
    many: 'sessions that should be held have no place',
  },
  {
    title: 'Sessions taken by one peer alone',
    one: 'session is taken by one peer alone',
    many: 'sessions are taken by one peer alone',
  },
  {
    title: 'Sessions beyond the usual streams, and in the evening',
    one: 'session is in a stream beyond the usual or in the evening',
    many: 'sessions are in a stream beyond the usual or in the evening',
  },
  {
    title: 'Sessions that could be held and have no place',
    one: 'session that could be held has no place',
    many: 'sessions that could be held have no place',
  },
  {
    title: 'Wishes not met, in points',
    one: 'point of wishes not met',
    many: 'points of wishes not met',
  },
];

export const tierTitles: readonly string[] = tiers.map((tier) => tier.title);

/** The cost in words, tier by tier, those at 0 left out. */
export const costWords = (cost: Cost): string =>
  cost.flatMap((n, i) => (n === 0 ? [] : [counted(n, tiers[i]!.one, tiers[i]!.many)])).join('; ') ||
  'every wish is met';

/** What an engine said of a programme; `bound` is what no programme can cost less than, tier by tier. */
interface Proven {
  readonly status: Status;
  readonly cost: Cost;
  readonly bound: Cost;
}

/** What is proven about a programme, in a sentence or two; never more than is. Undefined: nothing was looked into. */
export function proofWords(proven: Proven | undefined): string {
  if (!proven) return 'Made by hand: whether a better one exists has not been looked into.';
  const { status, cost, bound } = proven;
  const met = (...which: readonly number[]) => which.every((tier) => cost[tier]! <= bound[tier]! + 1e-6);
  if (status === 'impossible')
    return `No programme holds every session that must be held: proven.${met(0) ? ' None holds more of them than this one.' : ''}`;
  if (met(0, 1, 2, 3, 4, 5)) return 'No better programme exists: proven.';
  if (met(0, 1, 2, 3, 4)) {
    // Up, so that no more is promised than is proven.
    const points = Math.ceil((cost[5] - bound[5]) * 10 - 1e-6) / 10;
    return `Nothing more could be placed: proven. At most ${counted(points, 'point')} better is possible.`;
  }
  if (met(0, 1, 4)) return 'Nothing more could be placed: proven. How much better it could be is not known.';
  if (met(0, 1)) return `${mostProven(met(2), met(2, 3))} That there is no better one is not proven.`;
  if (status === 'unfinished')
    return 'No programme that holds every session that must be held was found; that there is none is not proven.';
  return 'This is the best that was found; that there is no better one is not proven.';
}

/** What is known of a programme while a better one is looked for: how much better it could still be. */
export function soFarWords(cost: Cost, bound: Cost): string {
  const met = (tier: number) => cost[tier]! <= bound[tier]! + 1e-6;
  if (![0, 1, 2, 3, 4].every(met))
    return met(0) && met(1) && met(4)
      ? 'Nothing more could be placed: proven.'
      : 'How much better it could be is not known yet.';
  const points = Math.ceil((cost[5] - bound[5]) * 10 - 1e-6) / 10;
  return points <= 0
    ? 'No better programme exists: proven.'
    : `Nothing more could be placed: proven. At most ${counted(points, 'point')} better is possible.`;
}

/** What is proven where nothing more of what must and should be held could be: with fewer of what is exceptional, too? */
function mostProven(alone: boolean, beyond: boolean): string {
  const most = 'No programme holds more of what must and should be held';
  if (beyond)
    return `${most}, nor with fewer sessions taken by one peer, in a further stream or in the evening: proven.`;
  return alone ? `${most}, nor with fewer sessions taken by one peer: proven.` : `${most}: proven.`;
}
