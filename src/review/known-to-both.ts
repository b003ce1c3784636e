import type { Review } from './review.ts';

const both = <T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): readonly T[] => {
  const known = new Set(after.map((one) => one.id));
  return [...after, ...before.filter((one) => !known.has(one.id))];
};

/**
 * The later of two reviews with what it holds no longer, so that what is gone can be named, and those whom it concerns
 * told. For words alone: it is no review to plan with.
 */
export const knownToBoth = (before: Review, after: Review): Review => ({
  ...after,
  sessions: both(before.sessions, after.sessions),
  contacts: both(before.contacts, after.contacts),
  peers: both(before.peers, after.peers),
  rooms: both(before.rooms, after.rooms),
  sites: both(before.sites, after.sites),
});
