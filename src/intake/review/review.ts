import type { ReviewFile, RoomEntry, SiteEntry } from '../../review/file.ts';
import type { Frame } from '../../review/frame.ts';
import type { Room, Site } from '../../review/places.ts';
import type { Review } from '../../review/review.ts';
import { deepFreeze } from '../freeze.ts';
import { given } from '../given.ts';
import type { Times } from '../times.ts';
import { toDiary } from './diary.ts';
import { toFrame } from './frame.ts';
import { toContact, toMeeting, toPairings, toPeers } from './people.ts';
import { toLock, toSession } from './session.ts';

/** The review of a file in which no problem was found: what was left out filled in, times in minutes, frozen. */
export function toReview(file: ReviewFile, times: Times): Review {
  const about = file.review;
  const streams = about.streams ?? 2;
  const moreStreams = about.moreStreams ?? { limit: streams, when: 'never' };
  const frame = toFrame(times, about.frame, { streams, limit: moreStreams.limit });
  const days = daysOf(frame);
  const meetings = (file.meetings ?? []).map((m) => toMeeting(times, m));
  return deepFreeze({
    ...given(about, 'id', 'council', 'editedAt', 'sponsor', 'organiser', 'sharedAt', 'approvedAt'),
    week: times.week,
    revision: about.revision ?? 1,
    streams,
    moreStreams,
    options: {
      caseRecords: false,
      caseRecordingReview: false,
      auditValidation: false,
      intervention: false,
      ...about.options,
    },
    keyLinesOfEnquiry: about.keyLinesOfEnquiry ?? [],
    weights: about.weights ?? {},
    limits: about.limits ?? {},
    frame,
    peers: toPeers(times, file.peers ?? []),
    pairings: toPairings(file.pairings),
    contacts: (file.contacts ?? []).map((c) => toContact(times, about.council, meetings, c)),
    ...(meetings.length > 0 && { meetings }),
    declined: file.declined ?? [],
    sites: (file.sites ?? []).map((s) => toSite(times, s)),
    travel: file.travel ?? [],
    rooms: (file.rooms ?? []).map((r) => toRoom(times, r)),
    sessions: (file.sessions ?? []).map((s) => toSession(times, days, s)),
    locks: (file.locks ?? []).map(toLock),
    waivers: file.waivers ?? [],
  });
}

/** The first and the last day that has a window; days 1 to 4 where none has. */
function daysOf({ windows }: Frame): readonly [number, number] {
  const days = windows.map((w) => w.day);
  return days.length === 0 ? [1, 4] : [Math.min(...days), Math.max(...days)];
}

const toSite = (times: Times, entry: SiteEntry): Site => ({
  ...given(entry, 'id', 'name', 'address', 'notes'),
  access: entry.access ?? [],
  diary: toDiary(times, entry.diary),
});

const toRoom = (times: Times, entry: RoomEntry): Room => ({
  ...given(entry, 'id', 'site', 'building', 'name', 'capacity'),
  equipment: entry.equipment ?? [],
  access: entry.access ?? [],
  baseRoom: entry.baseRoom ?? false,
  divides: entry.divides ?? false,
  diary: toDiary(times, entry.diary),
});
