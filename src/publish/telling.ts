import type { Change } from '../programme/changes.ts';
import { type Held, type Placement, timeOf } from '../programme/placement.ts';
import { contactOf, nameOf, peerOf, sessionOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { spanName } from '../time/words.ts';
import { contactTitle } from './person-week.ts';
import { whereForTeam, whereHeld, whereInFull } from './where.ts';
import { pairOf, partnerWords } from './who.ts';
import { listed, peerRoleWords } from './words.ts';

/** Somebody who has to be told of changes, how they are reached, and what to say to them. */
export interface Telling {
  readonly id: string;
  readonly name: string;
  /** Their job, or their part in the team. */
  readonly what: string;
  readonly phone: string;
  readonly email: string;
  /** Sentences, each of one session of theirs: what it is now, and what it was. */
  readonly says: readonly string[];
}

const heldAt = (review: Review, placement: Placement | undefined): Held | undefined => {
  const session = placement && sessionOf(review, placement.session);
  return session && placement && { session, placement };
};

const when = (review: Review, { placement }: Held): string => spanName(review.week, timeOf(placement));

function toContact(review: Review, { before, after }: Change): string {
  const [was, is] = [heldAt(review, before), heldAt(review, after)];
  if (!is) return was ? `${contactTitle(was)}, ${when(review, was)}: it is not held then.` : '';
  const team = listed(pairOf(review, is.placement).map((p) => p.name));
  const now = `${when(review, is)}, ${whereInFull(whereHeld(review, is))}`;
  const instead = was ? `, instead of ${when(review, was)}` : '';
  return `${contactTitle(is)}: ${was ? 'now ' : ''}${now}${instead}.${team ? ` From the team: ${team}.` : ''}`;
}

function toPeer(review: Review, peer: string, change: Change): string {
  const title = nameOf(review, change.session);
  const [was, is] = [heldAt(review, change.before), heldAt(review, change.after)];
  const had = was?.placement.peers.includes(peer) ?? false;
  if (!is) return was ? `${title}, ${when(review, was)}: it is not held then.` : '';
  const team = pairOf(review, is.placement);
  if (!team.some((p) => p.id === peer))
    return `${title}, ${when(review, was ?? is)}: you no longer take it; ${listed(team.map((p) => p.name)) || 'nobody'} will.`;
  const others = team.filter((p) => p.id !== peer).map(partnerWords);
  const now = `${when(review, is)}, ${whereForTeam(whereHeld(review, is))}, ${others.length > 0 ? `with ${listed(others)}` : 'alone'}`;
  if (!had) return `${title}: yours now, ${now}.`;
  const moved = change.moved.includes('time') && was ? `, instead of ${when(review, was)}` : '';
  return `${title}: now ${now}${moved}.`;
}

/** Everybody whom changes concern, with what to say to each: contacts first, then the team, each in the order of the changes. */
export function tellings(review: Review, changes: readonly Change[]): readonly Telling[] {
  const people = [...new Set(changes.flatMap((change) => change.tell))];
  const told = people.flatMap((id): readonly Telling[] => {
    const [contact, peer] = [contactOf(review, id), peerOf(review, id)];
    const own = changes.filter((change) => change.tell.includes(id));
    if (contact)
      return [
        {
          id,
          name: contact.name,
          what: [contact.jobTitle, contact.organisation].filter(Boolean).join(', '),
          phone: contact.phone ?? '',
          email: contact.pa?.email ?? contact.email ?? '',
          says: own.map((change) => toContact(review, change)).filter(Boolean),
        },
      ];
    return peer
      ? [
          {
            id,
            name: peer.name,
            what: peerRoleWords[peer.role],
            phone: '',
            email: peer.email ?? '',
            says: own.map((change) => toPeer(review, id, change)).filter(Boolean),
          },
        ]
      : [];
  });
  const isPeer = ({ id }: Telling) => peerOf(review, id) !== undefined;
  return [...told.filter((t) => !isPeer(t)), ...told.filter(isPeer)];
}
