import { contactOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import type { Session } from '../../review/session.ts';

/** The days on whose mornings the sponsor is debriefed (manual 1599, 1613). */
export const debriefDays: readonly number[] = [3, 4];

/** A debrief of the review sponsor; where the review names no sponsor, any debrief. */
export const isSponsorDebrief = (review: Review, session: Session): boolean =>
  session.kind === 'debrief' && (review.sponsor === undefined || session.contacts.includes(review.sponsor));

/** The sponsor's name, or who it is where none is named. */
export const sponsorName = (review: Review): string =>
  contactOf(review, review.sponsor ?? '')?.name ?? 'the review sponsor';

/** Ids of the peers who take a debrief: those it names, else the team leader and the review manager. */
export const debriefPeers = (review: Review, session: Session): readonly string[] =>
  session.peers.named.length > 0
    ? session.peers.named
    : review.peers.flatMap((p) => (p.role === 'team-leader' || p.role === 'review-manager' ? [p.id] : []));

/** The review gives a debrief a time of its own, in place of the morning of day 3 or 4. */
export const hasTimeOfItsOwn = (session: Session): boolean =>
  session.fixed !== undefined || session.latestDay < debriefDays[0]!;
