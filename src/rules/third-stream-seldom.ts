import { beyondUsual, runsAsStream } from '../programme/streams.ts';
import { spanName } from '../time/words.ts';
import type { Rule } from './rule.ts';

/** A further stream is for what can't be seen otherwise (manual 1452). */
export const thirdStreamSeldom: Rule = {
  id: 'third-stream-seldom',
  title: 'A third stream only on occasion',
  group: 'streams',
  manual: ['1452'],
  parts: [
    {
      name: 'rule',
      kind: 'want',
      tier: 4,
      shape: 'whole',
      over: 'day',
      mendedBy: 'fewer',
      looksAt: ['time'],
      columns: { most: (review) => review.streams, counts: runsAsStream },
      asks: 'As few sessions as possible run beyond the usual number of streams, each counting one.',
      test: (review, { held }) =>
        beyondUsual(held, review.streams).map(({ session, placement }) => ({
          sessions: [session.id],
          when: placement.away,
          say: () =>
            `${session.title} on ${spanName(review.week, placement.away)} is beyond the usual ${review.streams} streams.`,
        })),
    },
  ],
};
