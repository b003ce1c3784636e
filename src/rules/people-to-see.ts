import { peopleToSee, rolesIn } from '../review/facts.ts';
import type { Breach, Rule } from './rule.ts';

/**
 * Every role of the Appendix 10 list has a session, or a reason why not that the review manager accepted; the
 * improvement board's chair is added in intervention (manual 1484-1547, 2126). The lead of the case mapping group
 * may be seen in another role: a contact who fills both has a session for both.
 */
export const peopleToSeeRule: Rule = {
  id: 'people-to-see',
  title: 'Everybody on the list is seen',
  group: 'people',
  manual: ['1484-1547', '2126'],
  parts: [
    {
      name: 'rule',
      kind: 'check',
      blocksApproval: true,
      shape: 'data',
      asks: 'Every role on the Appendix 10 list has a session, or a reason why not that the review manager accepted.',
      test(review) {
        const seen = new Set<string>(review.sessions.flatMap((s) => rolesIn(review, s)));
        return peopleToSee(review).flatMap((role): Breach[] => {
          if (seen.has(role.id)) return [];
          const declined = review.declined.filter((d) => d.role === role.id);
          if (declined.some((d) => d.acceptedBy)) return [];
          const who = review.contacts.filter((c) => c.roles.some((id) => id === role.id)).map((c) => c.id);
          const because = declined[0]?.because;
          return [
            {
              who,
              say: () =>
                because === undefined
                  ? `Nobody is to be seen as “${role.label}” (manual ${role.manual}): plan a session, or give a reason for the review manager to accept.`
                  : `Nobody is to be seen as “${role.label}” (manual ${role.manual}), and the review manager has not accepted the reason yet: ${because}.`,
            },
          ];
        });
      },
    },
  ],
};
