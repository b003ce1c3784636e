import { timeOf } from '../programme/placement.ts';
import { allThemes, namesOf, peerOf, themesOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { spanName } from '../time/words.ts';
import type { Rule } from './rule.ts';

const titles = (review: Review, themes: readonly string[]): string =>
  allThemes(review)
    .filter((theme) => themes.includes(theme.id))
    .map((theme) => `“${theme.title}”`)
    .join(', ');

/** One of the pair specialises in a theme of the session (manual 175). */
export const themeMatch: Rule = {
  id: 'theme-match',
  title: 'One of the pair specialises in a theme of the session',
  group: 'people',
  manual: ['175'],
  parts: [
    {
      name: 'rule',
      kind: 'want',
      weight: 20,
      shape: 'placed',
      looksAt: ['peers'],
      alike: (review, session) => themesOf(review, session).join(' '),
      asks: 'One of the peers who take a session specialises in a theme of it.',
      test(review, { session, placement }) {
        const themes = themesOf(review, session);
        // A session that nobody takes is rule `pair`'s to say.
        if (themes.length === 0 || placement.peers.length === 0) return undefined;
        const matches = placement.peers.some((id) =>
          peerOf(review, id)?.themes.some((theme) => themes.includes(theme)),
        );
        if (matches) return undefined;
        return {
          who: placement.peers,
          sessions: [session.id],
          when: timeOf(placement),
          say: () => {
            const able = review.peers
              .filter((p) => p.interviews && p.themes.some((t) => themes.includes(t)))
              .map((p) => p.id);
            const wayOut =
              able.length === 0
                ? 'No interviewing peer does: ask one to'
                : `Peers who do: ${namesOf(review, able)}`;
            return `Nobody who takes ${session.title} on ${spanName(review.week, timeOf(placement))} specialises in its themes (${titles(review, themes)}). ${wayOut}.`;
          },
        };
      },
    },
  ],
};
