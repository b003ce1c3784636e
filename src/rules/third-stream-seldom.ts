import { beyondUsual, runsAsStream } from '../programme/streams.ts';
import type { Review } from '../review/review.ts';
import { spanName } from '../time/words.ts';
import type { Rule, WholePart } from './rule.ts';

const asNeeded = (review: Review): boolean => review.moreStreams.when === 'as-needed';

/** So many streams are not seldom: where more may run as needed, as many as may run at all. */
const freely = (review: Review): number => (asNeeded(review) ? review.moreStreams.limit : review.streams);

/** Each session of a day that runs beyond so many streams. */
const beyond =
  (most: (review: Review) => number): WholePart['test'] =>
  (review, { held }) =>
    beyondUsual(held, most(review)).map(({ session, placement }) => ({
      sessions: [session.id],
      when: placement.away,
      say: () =>
        `${session.title} on ${spanName(review.week, placement.away)} is beyond the usual ${review.streams} streams.`,
    }));

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
      columns: { most: freely, counts: runsAsStream },
      asks: 'As few sessions as possible run beyond the usual number of streams, each counting one; where a review takes further streams as needed, none counts.',
      test: beyond(freely),
    },
    {
      name: 'as-needed',
      kind: 'want',
      weight: 2,
      shape: 'whole',
      over: 'day',
      mendedBy: 'fewer',
      looksAt: ['time'],
      asks: 'Where a review takes further streams as needed, each session beyond the usual number costs a little.',
      test: (review, facts) => (asNeeded(review) ? beyond((r) => r.streams)(review, facts) : []),
    },
  ],
};
