import { openDiary } from './diary.ts';
import type { Peer } from './people.ts';
import { perReview } from './per-review.ts';
import type { Review } from './review.ts';

const interviewing = ({ peers }: Review): number => peers.filter((p) => p.interviews).length;

/** The team has not been entered: with fewer than two who interview no session can be held. */
export const teamIsMissing = (review: Review): boolean => interviewing(review) < 2;

/** So many as it takes to fill every stream that there may be, two in each: two peers a session (manual 1450). */
export const usualTeamSize = (review: Review): number => Math.max(6, 2 * review.moreStreams.limit);

const standIn = (n: number): Peer => ({
  id: `peer-to-be-${n + 1}`,
  name: `Peer ${n + 1}`,
  initials: `P${n + 1}`,
  role: n === 0 ? 'team-leader' : 'other',
  themes: [],
  interviews: true,
  diary: openDiary,
  knows: [],
  access: [],
});

/**
 * A review whose team is not known yet, with a usual one that is free all week: what the diaries, the rooms and the
 * frame leave can be looked at weeks before the peers are named. A review with a team is left as it is.
 */
export const withUsualTeam = perReview((review): Review => {
  if (!teamIsMissing(review)) return review;
  const known = new Set(review.peers.flatMap((p) => [p.id, p.initials]));
  const peers = Array.from({ length: usualTeamSize(review) }, (_, n) => standIn(n)).filter(
    (p) => !known.has(p.id) && !known.has(p.initials),
  );
  return { ...review, peers: [...review.peers, ...peers] };
});
