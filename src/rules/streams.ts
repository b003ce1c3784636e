import { runsAsStream } from '../programme/streams.ts';
import type { Review } from '../review/review.ts';
import type { Minute } from '../time/span.ts';
import { spanName } from '../time/words.ts';
import type { Rule } from './rule.ts';

/** How many sessions may run at a moment: its window's limit, or the usual number where more is never allowed. */
function mostAt(review: Review, moment: Minute): number {
  const never = review.moreStreams.when === 'never';
  for (const window of review.frame.windows)
    if (window.from <= moment && moment < window.to)
      return never ? Math.min(window.streams, review.streams) : window.limit;
  return never ? review.streams : review.moreStreams.limit;
}

/** Two streams, and more only where the review allows it (manual 1452). */
export const streams: Rule = {
  id: 'streams',
  title: 'No more streams than the team can form',
  group: 'streams',
  manual: ['1452'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'shared',
      looksAt: 'session',
      over: 'away',
      asks: 'At most as many sessions run at once as there are streams: two, and a third or more only where the review allows it. A record review goes on beside them.',
      draws: (_review, held) => (runsAsStream(held) ? ['streams'] : []),
      atMost: (review, _key, span) => mostAt(review, span.from),
      breach: (review, _key, held, span) => ({
        amount: held.length - mostAt(review, span.from),
        sessions: held.map((h) => h.session.id),
        when: span,
        say: () =>
          `${held.length} sessions run at once on ${spanName(review.week, span)}, where ${mostAt(review, span.from)} may: ` +
          `${held.map((h) => h.session.title).join(', ')}.`,
      }),
    },
  ],
};
