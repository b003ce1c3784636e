import type { SessionEntry } from '../../review/file.ts';
import { numbered, type Partly } from '../partly.ts';
import { type Path, shown } from '../problem.ts';
import { usualPeers } from '../usual.ts';
import type { Asked } from './asked.ts';

/** Each session by itself: what it refers to, its people, its place. */
export function askSessions(asked: Asked): void {
  for (const [session, i] of numbered(asked.entry.sessions)) {
    const at: Path = ['sessions', i];
    asked.refersAll([...at, 'contacts'], session.contacts, 'contacts');
    asked.refers([...at, 'host'], session.host, 'contacts');
    asked.refersAll([...at, 'themes'], session.themes, 'themes');
    askHeads(asked, at, session);
    askPeers(asked, at, session);
    askPlace(asked, at, session);
    askSubstitutes(asked, at, session);
    askDays(asked, at, session);
  }
}

function askHeads(asked: Asked, at: Path, { headcount, contacts }: Partly<SessionEntry>): void {
  if (headcount !== undefined && contacts !== undefined && headcount < contacts.length)
    asked.problems.add(
      [...at, 'headcount'],
      `is ${headcount}, and there ${contacts.length === 1 ? 'is 1 contact' : `are ${contacts.length} contacts`}.`,
      `Give ${contacts.length} or more, or leave it out.`,
    );
}

function askPeers(asked: Asked, at: Path, { kind, peers }: Partly<SessionEntry>): void {
  asked.refersAll([...at, 'peers', 'named'], peers?.named, 'peers');
  if (peers?.named === undefined || asked.isLost([...at, 'peers', 'count'])) return;
  const count = peers.count ?? (kind && usualPeers(kind));
  if (count !== undefined && peers.named.length > count)
    asked.problems.add(
      [...at, 'peers'],
      `names ${peers.named.length} peers and asks for ${count}.`,
      `Give "count": ${peers.named.length}, or name fewer.`,
    );
}

function askPlace(asked: Asked, at: Path, { kind, place }: Partly<SessionEntry>): void {
  const path = [...at, 'place'];
  asked.refers([...path, 'site'], place?.site, 'sites');
  asked.refers([...path, 'atSite'], place?.atSite, 'sites');
  if (typeof place?.room === 'string') asked.refers([...path, 'room'], place.room, 'rooms');
  const says = place && (place.office || place.room || place.site !== undefined || place.phone);
  const lost = asked.isLost(path) || asked.isLost([...path, 'site']) || asked.isLost([...path, 'room']);
  if (kind === 'site-visit' && !says && !lost)
    asked.problems.add(
      path,
      place ? 'does not say where the visit goes.' : 'is missing; a site visit has no usual place.',
      'Say where it goes: { "site": "…" }.',
    );
}

function askSubstitutes(asked: Asked, at: Path, { contacts, substitutes }: Partly<SessionEntry>): void {
  // A contact that is misspelt may be the one.
  const allKnown = (contacts ?? []).every((id) => id !== undefined && asked.known.contacts?.has(id));
  for (const [substitute, i] of numbered(substitutes)) {
    const path = [...at, 'substitutes', i, 'for'];
    const before = asked.known.contacts?.has(substitute.for ?? '');
    asked.refers(path, substitute.for, 'contacts');
    if (before && allKnown && !contacts?.includes(substitute.for))
      asked.problems.add(
        path,
        `${shown(substitute.for)} is not one of this session’s contacts.`,
        'Give the contact whose place is taken; they stay listed.',
      );
  }
}

function askDays(asked: Asked, at: Path, { earliestDay, latestDay }: Partly<SessionEntry>): void {
  if (earliestDay !== undefined && latestDay !== undefined && earliestDay > latestDay)
    asked.problems.add(
      [...at, 'latestDay'],
      `is day ${latestDay}, before the earliest, day ${earliestDay}.`,
      'Swap them, or mend the one that is wrong.',
    );
}
