import { nameOf, partsOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Breach, Rule } from './rule.ts';

/** Who comes instead: a contact by id, or a name as it was given. */
const comes = (review: Review, by: string): string => nameOf(review, by).trim() || 'somebody not yet named';

/** Somebody else takes a contact's place only if the review manager agreed; the session says who (manual silent). */
export const substitutes: Rule = {
  id: 'substitutes',
  title: 'Substitutes only by agreement',
  group: 'people',
  manual: ['silent'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'placed',
      looksAt: [],
      asks: 'Somebody else takes a contact’s place only if the review manager agreed.',
      test(review, held) {
        const found = partsOf(review, held.session).flatMap((session) =>
          session.substitutes.filter((s) => !s.agreedBy).map((substitute) => ({ session, substitute })),
        );
        if (found.length === 0) return undefined;
        return {
          who: found.map((f) => f.substitute.for),
          sessions: [...new Set([held.session.id, ...found.map((f) => f.session.id)])],
          say: () =>
            found
              .map(
                ({ session, substitute }) =>
                  `${comes(review, substitute.by)} is to take the place of ${nameOf(review, substitute.for)} in ${session.title}, and the review manager has not agreed: record who agreed and when.`,
              )
              .join(' '),
        };
      },
    },
    {
      name: 'who',
      kind: 'check',
      shape: 'data',
      asks: 'A session in which somebody takes a contact’s place says who.',
      test: (review) =>
        review.sessions.flatMap((session) =>
          session.substitutes
            .filter((s) => s.by.trim() === '')
            .map(
              (s): Breach => ({
                who: [s.for],
                sessions: [session.id],
                say: () =>
                  `${session.title} does not say who takes the place of ${nameOf(review, s.for)}: give the name.`,
              }),
            ),
        ),
    },
  ],
};
