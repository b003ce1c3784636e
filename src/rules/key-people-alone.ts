import { contactOf, isKey, namesOf, partsOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import type { Rule } from './rule.ts';

/** The key people of a focus group that more than they attend. */
function keyInGroup(review: Review, session: Session): readonly string[] {
  if (session.kind !== 'focus-group' || Math.max(session.headcount, session.contacts.length) < 2) return [];
  return session.contacts.filter((id) => {
    const contact = contactOf(review, id);
    return contact !== undefined && isKey(contact);
  });
}

/**
 * Key strategic members and officers are seen individually, not in a focus group (manual 1486). An interview with
 * two people is let be: who comes along is the key person's own choice.
 */
export const keyPeopleAlone: Rule = {
  id: 'key-people-alone',
  title: 'Key people are seen individually',
  group: 'people',
  manual: ['1486'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      waivable: true,
      shape: 'placed',
      looksAt: [],
      asks: 'Key strategic members and officers are seen individually, not in a focus group.',
      test(review, held) {
        const groups = partsOf(review, held.session).filter((s) => keyInGroup(review, s).length > 0);
        if (groups.length === 0) return undefined;
        const who = groups.flatMap((group) => keyInGroup(review, group));
        const ids = groups.map((group) => group.id);
        return {
          who,
          sessions: [...new Set([held.session.id, ...ids])],
          say: () =>
            `${namesOf(review, who)} ${who.length === 1 ? 'is' : 'are'} to be seen individually, not in ${namesOf(review, ids)}: plan an interview instead, or ask the review manager for a waiver.`,
        };
      },
    },
  ],
};
