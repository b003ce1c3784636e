import type { Minute } from '../time/span.ts';
import type { FixedEvent, Window } from './frame.ts';
import type { Contact, Peer } from './people.ts';
import { perReview } from './per-review.ts';
import type { Place, Room, Site } from './places.ts';
import type { Review } from './review.ts';
import { type AppendixRole, appendix10, type RoleId, roleOf } from './roles.ts';
import type { Session } from './session.ts';
import { standardThemes, type Theme } from './themes.ts';

interface Index {
  readonly peers: ReadonlyMap<string, Peer>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly events: ReadonlyMap<string, FixedEvent>;
  readonly windows: ReadonlyMap<string, Window>;
  readonly travel: ReadonlyMap<string, Minute>;
  readonly included: ReadonlySet<string>;
}

// A review is frozen, so what is looked up in it by id is worked out once and kept beside it.
const indexes = new WeakMap<Review, Index>();

const byId = <T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

function index(review: Review): Index {
  let found = indexes.get(review);
  if (!found) {
    const travel = new Map<string, Minute>();
    for (const { between, minutes } of review.travel) {
      travel.set(`${between[0]} ${between[1]}`, minutes);
      travel.set(`${between[1]} ${between[0]}`, minutes);
    }
    found = {
      peers: byId(review.peers),
      contacts: byId(review.contacts),
      sessions: byId(review.sessions),
      rooms: byId(review.rooms),
      sites: byId(review.sites),
      events: byId(review.frame.events),
      windows: byId(review.frame.windows),
      travel,
      included: new Set(review.sessions.flatMap((s) => s.includes)),
    };
    indexes.set(review, found);
  }
  return found;
}

export const peerOf = (review: Review, id: string): Peer | undefined => index(review).peers.get(id);
export const contactOf = (review: Review, id: string): Contact | undefined => index(review).contacts.get(id);
export const sessionOf = (review: Review, id: string): Session | undefined => index(review).sessions.get(id);
export const roomOf = (review: Review, id: string): Room | undefined => index(review).rooms.get(id);
export const siteOf = (review: Review, id: string): Site | undefined => index(review).sites.get(id);

/** The name to print for a person, room, site or session; the id itself where it names nothing. */
export function nameOf(review: Review, id: string): string {
  const i = index(review);
  return (
    i.contacts.get(id)?.name ??
    i.peers.get(id)?.name ??
    i.rooms.get(id)?.name ??
    i.sites.get(id)?.name ??
    i.sessions.get(id)?.title ??
    i.events.get(id)?.title ??
    id
  );
}

/** The names to print for several people, sessions or places: `Ann`, `Ann and Bo`, `Ann, Bo and Cy`. */
export function namesOf(review: Review, ids: readonly string[]): string {
  const names = ids.map((id) => nameOf(review, id));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Sessions that are placed on their own: those a visit includes are held in the course of it (manual 1554). */
export const sessionsToPlace = (review: Review): readonly Session[] =>
  review.sessions.filter((s) => !index(review).included.has(s.id));

/** A session and those held in the course of it: what a rule about what a session *is* has to look at. */
export const partsOf = (review: Review, session: Session): readonly Session[] =>
  session.includes.length === 0
    ? [session]
    : [session, ...session.includes.flatMap((id) => sessionOf(review, id) ?? [])];

/** A session's contacts, those of the sessions it includes too, each once. */
export function everyoneIn(review: Review, session: Session): readonly string[] {
  if (session.includes.length === 0) return session.contacts;
  const inside = session.includes.flatMap((id) => sessionOf(review, id)?.contacts ?? []);
  return [...new Set([...session.contacts, ...inside])];
}

/** A session's themes, those of the sessions it includes too, each once. */
export function themesOf(review: Review, session: Session): readonly string[] {
  if (session.includes.length === 0) return session.themes;
  const inside = session.includes.flatMap((id) => sessionOf(review, id)?.themes ?? []);
  return [...new Set([...session.themes, ...inside])];
}

/** The roles of the Appendix 10 list that a session covers, through its contacts and by its own word. */
export const rolesIn = (review: Review, session: Session): readonly RoleId[] => [
  ...new Set([...session.roles, ...session.contacts.flatMap((id) => contactOf(review, id)?.roles ?? [])]),
];

/** The Appendix 10 list as it stands for this review: the improvement board's lines only in intervention. */
export const peopleToSee = (review: Review): readonly AppendixRole[] =>
  appendix10.filter(
    (role: AppendixRole) =>
      role.when === 'always' || (review.options.intervention && role.when === 'intervention'),
  );

/** Seen individually: marked so, or by a role that is key strategic (manual 1486). */
export const isKey = (contact: Contact): boolean =>
  contact.key ?? contact.roles.some((role) => roleOf(role).keyStrategic);

/** The site of the base room; without one the first site. Undefined where the review has no site at all. */
export const baseSite = perReview(
  (review): string | undefined => review.rooms.find((r) => r.baseRoom)?.site ?? review.sites[0]?.id,
);

/** The site where something is held; undefined for a phone call and for what is nowhere known. */
export function siteOfPlace(review: Review, session: Session, place: Place): string | undefined {
  if ('room' in place) return roomOf(review, place.room)?.site;
  if ('site' in place) return place.site;
  if ('office' in place) return hostOf(review, session)?.office?.site;
  return undefined;
}

/** The site of a fixed event: of its room, its own, or else of the base room. */
export const siteOfEvent = (review: Review, event: FixedEvent): string | undefined =>
  (event.room === undefined ? undefined : roomOf(review, event.room)?.site) ?? event.site ?? baseSite(review);

/** Whose office it is, and who is asked for at the door: the host named, or the first contact. */
export const hostOf = (review: Review, session: Session): Contact | undefined =>
  contactOf(review, session.host ?? session.contacts[0] ?? '');

/** Minutes between two sites; 0 within one, and where either is unknown. */
export const travelMinutes = (review: Review, from: string | undefined, to: string | undefined): Minute =>
  from === undefined || to === undefined || from === to
    ? 0
    : (index(review).travel.get(`${from} ${to}`) ?? 0);

/** The five standard themes and the key lines of enquiry that the council added. */
export const allThemes = (review: Review): readonly Theme[] => [
  ...standardThemes,
  ...review.keyLinesOfEnquiry,
];

/** A peer who may be given this session: interviews, or is named for it, or it is a debrief (manual 311). */
export const mayTake = (peer: Peer, session: Session): boolean =>
  peer.interviews || session.kind === 'debrief' || session.peers.named.includes(peer.id);

/** The last day of the first half of the days that have windows: day 2 of the default frame's days 1 to 4. */
export function firstHalfEnd(review: Review): number {
  const days = [...new Set(review.frame.windows.map((w) => w.day))].sort((a, b) => a - b);
  return days[Math.ceil(days.length / 2) - 1] ?? 5;
}
