import type { Review } from '../../review/review.ts';
import { dayAndYear, dayName } from '../../time/words.ts';
import { fileStamp, type Stamp } from '../stamp.ts';
import { peerRoleWords } from '../words.ts';

/** The header of every page of every print: whose, what, which version, when. */
export interface HeaderView {
  readonly council: string;
  readonly subject: string;
  readonly draft: boolean;
  readonly version: string;
  readonly week: string;
}

export interface FootView {
  readonly page: string;
  readonly team: readonly { readonly initials: string; readonly name: string; readonly role: string }[];
  readonly waivers: readonly string[];
  /** What the programme does not hold yet. */
  readonly left: readonly string[];
  /** Where it is said in few words. */
  readonly brief: { readonly strong: string; readonly text: string } | null;
}

export const headerView = (
  review: Review,
  subject: string,
  stamp: Stamp = fileStamp(review),
): HeaderView => ({
  council: review.council,
  subject,
  draft: stamp.draft,
  version: stamp.words,
  week: `${dayName(review.week, 1)} to ${dayAndYear(review.week, 5)}`,
});

/** The key to the initials. */
export const teamView = (review: Review): FootView['team'] =>
  review.peers.map(({ initials, name, role }) => ({ initials, name, role: peerRoleWords[role] }));
