import { timeOf } from '../programme/placement.ts';
import { contactOf, everyoneIn, namesOf } from '../review/facts.ts';
import { spanName } from '../time/words.ts';
import type { Rule } from './rule.ts';

/** A contact is seen by phone or video only if the review manager agreed beforehand (manual 1466). */
export const byPhone: Rule = {
  id: 'by-phone',
  title: 'By phone only by agreement',
  group: 'people',
  manual: ['1466'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      waivable: true,
      shape: 'placed',
      looksAt: ['place'],
      asks: 'A contact who can’t be on site is seen by phone or video only if the review manager agreed beforehand.',
      test(review, { session, placement }) {
        if (!('phone' in placement.place)) return undefined;
        const who = everyoneIn(review, session).filter((id) => contactOf(review, id)?.phoneAgreed === false);
        if (who.length === 0) return undefined;
        return {
          who,
          sessions: [session.id],
          when: timeOf(placement),
          say: () =>
            `${session.title} on ${spanName(review.week, timeOf(placement))} is by phone, and the review manager has not agreed to that for ${namesOf(review, who)}: record the agreement, or see them on site.`,
        };
      },
    },
  ],
};
