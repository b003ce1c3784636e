import type { ContactEntry, MeetingEntry, PairingsEntry, PeerEntry } from '../../review/file.ts';
import { type Meeting, metSpans, withMet } from '../../review/meeting.ts';
import type { Contact, Pairings, Peer } from '../../review/people.ts';
import { given } from '../given.ts';
import type { Times } from '../times.ts';
import { toDiary } from './diary.ts';
import { fillInitials } from './initials.ts';

export function toPeers(times: Times, entries: readonly PeerEntry[]): readonly Peer[] {
  const initials = fillInitials(entries);
  return entries.map((entry, i) => ({
    ...given(entry, 'id', 'name', 'role', 'relationship', 'dietary', 'email'),
    initials: initials[i]!,
    themes: entry.themes ?? [],
    interviews: entry.interviews ?? entry.role !== 'review-manager',
    diary: toDiary(times, entry.diary),
    knows: entry.knows ?? [],
    access: entry.access ?? [],
  }));
}

/** A meeting of which nothing lies in the week keeps nobody. */
export const toMeeting = (times: Times, entry: MeetingEntry): Meeting => ({
  ...given(entry, 'id', 'title', 'contacts'),
  spans: toDiary(times, { busy: entry.spans }).busy,
});

/**
 * `council` is the name of the council: those of its organisation represent it. `meetings` go into the diary.
 */
export const toContact = (
  times: Times,
  council: string,
  meetings: readonly Meeting[],
  entry: ContactEntry,
): Contact => ({
  ...given(entry, 'id', 'name', 'organisation', 'email', 'phone', 'pa', 'early', 'key'),
  ...(entry.office && { office: { ...entry.office, access: entry.office.access ?? [] } }),
  jobTitle: entry.jobTitle ?? '',
  roles: entry.roles ?? [],
  diary: withMet(toDiary(times, entry.diary), metSpans(meetings, entry.id)),
  phoneAgreed: entry.phoneAgreed ?? false,
  access: entry.access ?? [],
  child: entry.child ?? false,
  representsCouncil: entry.representsCouncil ?? sameName(entry.organisation, council),
});

const sameName = (a: string, b: string): boolean => {
  const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(a) === plain(b);
};

export const toPairings = (entry: PairingsEntry | undefined): Pairings => ({
  fixed: entry?.fixed ?? [],
  preferred: entry?.preferred ?? [],
  forbidden: entry?.forbidden ?? [],
});
