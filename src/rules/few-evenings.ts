import { spanName } from '../time/words.ts';
import type { Rule } from './rule.ts';
import { isEvening } from './week/evenings.ts';

/** Evening sessions are for what fits nowhere else (manual 1470). */
export const fewEvenings: Rule = {
  id: 'few-evenings',
  title: 'Few evening sessions',
  group: 'time',
  manual: ['1470'],
  parts: [
    {
      name: 'rule',
      kind: 'want',
      tier: 4,
      shape: 'placed',
      looksAt: ['time'],
      alike: () => '',
      asks: 'As few sessions as possible are in the evening, each counting one.',
      test(review, { session, placement }) {
        if (!isEvening(review, placement.away)) return undefined;
        return {
          sessions: [session.id],
          when: placement.away,
          say: () => `${session.title} is in the evening: ${spanName(review.week, placement.away)}.`,
        };
      },
    },
  ],
};
