import { rolesIn } from '../review/facts.ts';
import type { RoleId } from '../review/roles.ts';
import type { Breach, Rule } from './rule.ts';

interface Size {
  readonly role: RoleId;
  readonly group: string;
  readonly least: number;
  readonly most: number;
  readonly words: string;
}

const sizes: readonly Size[] = [
  // manual 1509
  { role: 'practitioners', group: 'practitioners', least: 6, most: 8, words: 'six to eight' },
  // manual 1514 says about twelve; two either way is taken as about.
  { role: 'partners', group: 'council and partners', least: 10, most: 14, words: 'about twelve' },
];

/** The practitioners' group has six to eight people, the council and partners' about twelve (manual 1509-1519). */
export const focusGroupSize: Rule = {
  id: 'focus-group-size',
  title: 'Focus groups are of the size that works',
  group: 'people',
  manual: ['1509-1519'],
  parts: [
    {
      name: 'rule',
      kind: 'check',
      shape: 'data',
      asks: 'A group of practitioners has six to eight people; a group of council and partners about twelve (ten to fourteen).',
      test: (review) =>
        review.sessions.flatMap((session) => {
          // A group with no headcount is rule `named`'s to say.
          if (session.kind !== 'focus-group' || session.headcount <= 0) return [];
          const roles = rolesIn(review, session);
          return sizes.flatMap((size): Breach[] => {
            if (!roles.includes(size.role)) return [];
            if (session.headcount >= size.least && session.headcount <= size.most) return [];
            const few = session.headcount < size.least;
            return [
              {
                amount: few ? size.least - session.headcount : session.headcount - size.most,
                sessions: [session.id],
                say: () =>
                  `${session.title} has ${session.headcount === 1 ? 'one person' : `${session.headcount} people`}, and a group of ${size.group} works with ${size.words}: ${few ? 'invite more' : 'invite fewer, or plan a second group'}.`,
              },
            ];
          });
        }),
    },
  ],
};
