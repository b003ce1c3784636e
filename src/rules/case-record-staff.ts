import { namesOf, partsOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Rule } from './rule.ts';

// Who is seen about case records follows from the review alone, so it is worked out once for each.
const known = new WeakMap<Review, ReadonlySet<string>>();

function caseRecordStaff(review: Review): ReadonlySet<string> {
  let staff = known.get(review);
  if (!staff) {
    staff = new Set(review.sessions.filter((s) => s.caseRecords).flatMap((s) => s.contacts));
    known.set(review, staff);
  }
  return staff;
}

/**
 * Social workers interviewed for the case records review are in no other focus group (manual 1748). What is said is
 * said of the other group: the case records discussions may themselves be groups.
 */
export const caseRecordStaffRule: Rule = {
  id: 'case-record-staff',
  title: 'Case record staff are in no other focus group',
  group: 'people',
  manual: ['1748'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      waivable: true,
      shape: 'placed',
      looksAt: [],
      asks: 'Where case records are reviewed, those seen about them are in no other focus group.',
      test(review, held) {
        if (!review.options.caseRecords) return undefined;
        const staff = caseRecordStaff(review);
        const groups = partsOf(review, held.session).filter(
          (s) => s.kind === 'focus-group' && !s.caseRecords && s.contacts.some((id) => staff.has(id)),
        );
        if (groups.length === 0) return undefined;
        const who = groups.flatMap((group) => group.contacts.filter((id) => staff.has(id)));
        const ids = groups.map((group) => group.id);
        return {
          who,
          sessions: [...new Set([held.session.id, ...ids])],
          say: () =>
            `${namesOf(review, who)} ${who.length === 1 ? 'is' : 'are'} seen for the case records review, and so not in ${namesOf(review, ids)}: invite somebody else, or ask the review manager for a waiver.`,
        };
      },
    },
  ],
};
