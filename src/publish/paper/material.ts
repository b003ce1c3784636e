import type { Finding } from '../../check/finding.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import { headerView, teamView } from '../page/sheet.ts';
import type { Stamp } from '../stamp.ts';
import type { FootNote, Paper, Sheet } from './paper.ts';

/** What papers are made of. */
export interface Material {
  readonly review: Review;
  readonly programme: Programme;
  readonly findings: readonly Finding[];
  readonly stamp: Stamp;
}

/** `Exception agreed.` and what has no place: at the foot of whatever shows sessions. */
export const footNotes = (waivers: readonly string[], left: readonly string[] = []): readonly FootNote[] => [
  ...waivers.map((text) => ({ strong: 'Exception agreed.', text })),
  ...left.map((text) => ({ strong: 'Not placed yet.', text })),
];

/** Where there is so much that it is said in few words. */
export const briefNote: FootNote = {
  strong: 'In few words.',
  text: 'The jobs of those seen are left out, so that all is on one page and can be read.',
};

/** The key to the initials. */
export const keyNote = (review: Review): readonly FootNote[] =>
  review.peers.length === 0
    ? []
    : [
        {
          strong: 'The team.',
          text: teamView(review)
            .map(({ initials, name, role }) => `${initials} ${name}, ${role}`)
            .join('; '),
        },
      ];

/** A paper with the heading that every print has: whose, what, which version, when. */
export const paperOf = (
  { review, stamp }: Material,
  subject: string,
  sheets: readonly Sheet[],
  title = subject,
): Paper => ({
  title: `${review.council}: ${title}`,
  header: headerView(review, subject, stamp),
  at: stamp.at,
  sheets,
});
