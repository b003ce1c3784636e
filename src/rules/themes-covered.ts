import { allThemes, everyoneIn, sessionsToPlace, themesOf } from '../review/facts.ts';
import { perReview } from '../review/per-review.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import type { Theme } from '../review/themes.ts';
import type { Counts } from './counts.ts';
import { type Breach, type Limit, limitIn, type Rule } from './rule.ts';

const SESSIONS: Limit = {
  name: 'themes-covered',
  usual: 3,
  says: 'The fewest sessions that explore each theme.',
};

/** How many sessions explore a theme enough; silent in the manual, so a council may change it. */
const enough = (review: Review): number => limitIn(review, SESSIONS);

const about = (review: Review, theme: Theme): readonly Session[] =>
  sessionsToPlace(review).filter((s) => themesOf(review, s).includes(theme.id));

const sessions = (n: number): string => (n === 0 ? 'no session' : n === 1 ? 'one session' : `${n} sessions`);

/** The themes by number, and who and what is about which: an engine asks at every change. */
interface Numbered {
  readonly themes: readonly Theme[];
  readonly enough: number;
  /** By session id, the numbers of its themes. */
  readonly explores: ReadonlyMap<string, readonly number[]>;
  /** By peer id, the numbers of the themes that the peer specialises in. */
  readonly specialises: ReadonlyMap<string, ReadonlySet<number>>;
}

const numbered = perReview((review): Numbered => {
  const themes = allThemes(review);
  const numbersOf = (ids: readonly string[]) => themes.flatMap((t, n) => (ids.includes(t.id) ? n : []));
  return {
    themes,
    enough: enough(review),
    explores: new Map(review.sessions.map((s) => [s.id, numbersOf(themesOf(review, s))])),
    specialises: new Map(review.peers.map((p) => [p.id, new Set(numbersOf(p.themes))])),
  };
});

/** A counter for each theme: the sessions that explore it with a peer who specialises in it. */
function explored(review: Review): Counts {
  const { themes, enough: wanted, explores, specialises } = numbered(review);
  return {
    keys: themes.length,
    adds: (session, peers) =>
      (explores.get(session.id) ?? []).flatMap((theme) =>
        peers.some((id) => specialises.get(id)?.has(theme)) ? [[theme, 1] as const] : [],
      ),
    charges: themes.map((_theme, key) => ({ key, aim: wanted, over: 0, short: 1 })),
  };
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
  limits: [SESSIONS],
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
      counts: explored,
      test(review, { held }) {
        const { themes, enough: wanted, explores, specialises } = numbered(review);
        const times = themes.map(() => 0);
        for (const { session, placement } of held) {
          for (const theme of explores.get(session.id) ?? []) {
            for (const peer of placement.peers) {
              if (!specialises.get(peer)?.has(theme)) continue;
              times[theme]!++;
              break;
            }
          }
        }
        const out: Breach[] = [];
        for (const [number, theme] of themes.entries()) {
          const n = times[number]!;
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
