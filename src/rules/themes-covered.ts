import { allThemes, everyoneIn, limitOf, sessionsToPlace, themesOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import type { Theme } from '../review/themes.ts';
import type { Breach, Rule } from './rule.ts';

/** How many sessions explore a theme enough; silent in the manual, so a council may change it. */
const enough = (review: Review): number => limitOf(review, 'themes-covered', 3);

const about = (review: Review, theme: Theme): readonly Session[] =>
  sessionsToPlace(review).filter((s) => themesOf(review, s).includes(theme.id));

const sessions = (n: number): string => (n === 0 ? 'no session' : n === 1 ? 'one session' : `${n} sessions`);

// Who specialises in what follows from the review alone, so it is worked out once for each.
const known = new WeakMap<Review, ReadonlyMap<string, ReadonlySet<string>>>();

/** Peer ids by the theme that they specialise in. */
function specialists(review: Review): ReadonlyMap<string, ReadonlySet<string>> {
  let found = known.get(review);
  if (!found) {
    found = new Map(
      allThemes(review).map(({ id }) => [
        id,
        new Set(review.peers.filter((p) => p.themes.includes(id)).map((p) => p.id)),
      ]),
    );
    known.set(review, found);
  }
  return found;
}

/**
 * Each of the five standard themes, and each key line of enquiry that the council added, is explored in enough
 * sessions with a peer who specialises in it; each added enquiry has people to see for it (manual 87-97, 1484, 1550).
 */
export const themesCovered: Rule = {
  id: 'themes-covered',
  title: 'Every theme is explored',
  group: 'people',
  manual: ['87-97', '1484', '1550'],
  parts: [
    {
      name: 'rule',
      kind: 'check',
      shape: 'data',
      asks: 'Enough sessions (three, unless the council changed it) explore each theme and key line of enquiry.',
      test(review) {
        const wanted = enough(review);
        return allThemes(review).flatMap((theme): Breach[] => {
          const found = about(review, theme).map((s) => s.id);
          if (found.length >= wanted) return [];
          return [
            {
              amount: wanted - found.length,
              sessions: found,
              say: () =>
                `“${theme.title}” is a theme of ${sessions(found.length)} (at least ${wanted} wanted): add it to those that explore it.`,
            },
          ];
        });
      },
    },
    {
      name: 'specialist',
      kind: 'check',
      shape: 'data',
      asks: 'An interviewing peer specialises in each theme and key line of enquiry.',
      test: (review) =>
        allThemes(review)
          .filter((theme) => !review.peers.some((p) => p.interviews && p.themes.includes(theme.id)))
          .map((theme) => ({
            say: () => `No interviewing peer specialises in “${theme.title}”: agree with one that they do.`,
          })),
    },
    {
      name: 'enquiries',
      kind: 'check',
      shape: 'data',
      asks: 'Each key line of enquiry that the council added has people to see for it.',
      test: (review) =>
        review.keyLinesOfEnquiry
          .filter((theme) => !about(review, theme).some((s) => everyoneIn(review, s).length > 0))
          .map((theme) => ({
            say: () =>
              `Nobody is to be seen about “${theme.title}”, which the council added: say who can speak about it.`,
          })),
    },
    {
      name: 'explored',
      kind: 'want',
      weight: 10,
      shape: 'whole',
      over: 'week',
      mendedBy: 'more',
      asks: 'Each theme is explored in enough sessions taken by a peer who specialises in it.',
      test(review, { held }) {
        const wanted = enough(review);
        const able = specialists(review);
        const times = new Map<string, number>();
        for (const { session, placement } of held) {
          for (const theme of themesOf(review, session)) {
            const who = able.get(theme);
            if (who && placement.peers.some((id) => who.has(id)))
              times.set(theme, (times.get(theme) ?? 0) + 1);
          }
        }
        const out: Breach[] = [];
        for (const theme of allThemes(review)) {
          const n = times.get(theme.id) ?? 0;
          if (n >= wanted) continue;
          out.push({
            amount: wanted - n,
            say: () =>
              `“${theme.title}” is explored in ${sessions(n)} with a peer who specialises in it (at least ${wanted} wanted).`,
          });
        }
        return out;
      },
    },
  ],
};
