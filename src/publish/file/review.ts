import { spanEntry } from '../../review/diary-entry.ts';
import type { ReviewFile } from '../../review/file.ts';
import { ownDiary } from '../../review/meeting.ts';
import type { Review } from '../../review/review.ts';
import { orAbsent, type Writing } from './absent.ts';
import { frameDays } from './frame.ts';
import { contact, peer } from './people.ts';
import { room, site } from './places.ts';
import { lock, session } from './session.ts';

/**
 * A review as people write one. What depends on other things (lengths, head counts, places, initials) is always
 * written; lists that are empty and marks that are not set are left out, as everywhere else they mean just that.
 */
export function reviewFile(review: Review): Writing<ReviewFile> {
  return {
    $schema: undefined,
    peerweek: 1,
    review: {
      id: review.id,
      council: review.council,
      firstDay: review.week.firstDay,
      timeZone: review.week.zone,
      revision: review.revision,
      editedAt: review.editedAt,
      streams: review.streams,
      moreStreams: { limit: review.moreStreams.limit, when: review.moreStreams.when },
      sponsor: review.sponsor,
      organiser: review.organiser,
      options: {
        caseRecords: review.options.caseRecords,
        caseRecordingReview: review.options.caseRecordingReview,
        auditValidation: review.options.auditValidation,
        intervention: review.options.intervention,
      },
      keyLinesOfEnquiry: orAbsent(review.keyLinesOfEnquiry.map(({ id, title }) => ({ id, title }))),
      weights: sorted(review.weights),
      limits: sorted(review.limits),
      sharedAt: review.sharedAt,
      approvedAt: review.approvedAt,
      frame: { days: frameDays(review.frame) },
    },
    peers: review.peers.map((p) => peer(review.week, p)),
    pairings: {
      fixed: orAbsent(review.pairings.fixed),
      preferred: orAbsent(review.pairings.preferred),
      forbidden: orAbsent(review.pairings.forbidden),
    },
    contacts: review.contacts.map((c) => contact(review.week, { ...c, diary: ownDiary(review, c) })),
    meetings: orAbsent(
      (review.meetings ?? []).map(({ id, title, contacts, spans }) => ({
        id,
        title,
        contacts,
        spans: spans.map((s) => spanEntry(review.week, s)),
      })),
    ),
    declined: orAbsent(
      review.declined.map(({ role, because, acceptedBy, at }) => ({ role, because, acceptedBy, at })),
    ),
    sites: review.sites.map((s) => site(review.week, s)),
    travel: orAbsent(
      review.travel.map(({ between, minutes, access, assumed }) => ({ between, minutes, access, assumed })),
    ),
    rooms: review.rooms.map((r) => room(review.week, r)),
    sessions: review.sessions.map((s) => session(review.week, s)),
    locks: orAbsent(review.locks.map(lock)),
    waivers: orAbsent(
      review.waivers.map(({ rule, about, by, at, because }) => ({ rule, about, by, at, because })),
    ),
  };
}

/** By name, so that the order in which weights were changed makes no difference; absent where there are none. */
const sorted = (numbers: Readonly<Record<string, number>>) => {
  const names = Object.keys(numbers).sort();
  return names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, numbers[name]!]));
};
