import type { Entry } from './entry.ts';
import { same } from './merge.ts';

/**
 * What a programme is built from: everything entered but for counts and moments of edits, what was agreed about the
 * whole, how people are reached, and locks, which hold a programme as it is.
 */
function substanceOf({ $schema: _, locks: __, review, contacts, peers, declined, ...rest }: Entry): object {
  const { revision: _a, editedAt: _b, sharedAt: _c, approvedAt: _d, ...about } = review;
  return {
    ...rest,
    review: about,
    contacts: contacts?.map(({ email: _e, phone: _f, jobTitle: _g, pa: _h, ...contact }) => contact),
    peers: peers?.map(({ email: _e, dietary: _f, ...peer }) => peer),
    declined: declined?.map(({ role }) => role),
  };
}

/** Whether a programme that was built from one is as good for the other, proofs and all. */
export const sameSubstance = (a: Entry, b: Entry): boolean => same(substanceOf(a), substanceOf(b));
