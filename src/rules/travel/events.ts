import type { Held } from '../../programme/placement.ts';
import { timeOf } from '../../programme/placement.ts';
import { everyoneIn, hostOf, nameOf, namesOf, siteOfEvent } from '../../review/facts.ts';
import type { FixedEvent } from '../../review/frame.ts';
import { perReview } from '../../review/per-review.ts';
import type { Review } from '../../review/review.ts';
import type { Session } from '../../review/session.ts';
import { minutes, spanName } from '../../time/words.ts';
import type { Breach, PlacedPart } from '../rule.ts';
import { isFor, isForAll, tooShortToEvent } from './gaps.ts';

/** The events of the whole team, and those that name a peer or contact, by whom they name. */
interface Events {
  readonly team: readonly FixedEvent[];
  readonly peers: ReadonlyMap<string, readonly FixedEvent[]>;
  readonly contacts: ReadonlyMap<string, readonly FixedEvent[]>;
}

const eventsOf = perReview((review): Events => {
  const named = review.frame.events.filter((e) => !isForAll(e));
  const by = (ids: readonly string[], names: (event: FixedEvent, id: string) => boolean) =>
    new Map(
      ids.flatMap((id) => {
        const own = named.filter((event) => names(event, id));
        return own.length > 0 ? [[id, own] as const] : [];
      }),
    );
  return {
    team: review.frame.events.filter(isForAll),
    peers: by(
      review.peers.map((p) => p.id),
      isFor,
    ),
    contacts: by(
      review.contacts.map((c) => c.id),
      (event, id) => event.contacts.includes(id),
    ),
  };
});

/** The first of some events to or from which there is too little time. */
function firstTooFar(
  review: Review,
  held: Held,
  who: readonly string[],
  events: readonly FixedEvent[],
): Breach | undefined {
  for (const event of events) {
    const short = tooShortToEvent(review, held, event);
    if (!short) continue;
    const time = timeOf(held.placement);
    return {
      who,
      sessions: [held.session.id],
      when: time,
      say: () => {
        const whose = who.length === 0 ? 'the team' : namesOf(review, who);
        const site = nameOf(review, siteOfEvent(review, event) ?? '');
        const side = event.from < time.from ? 'after' : 'before';
        return `${held.session.title} on ${spanName(review.week, time)} leaves ${whose} ${minutes(short.gap)} ${side} ${event.title} at ${site}: the way takes ${short.needed}.`;
      },
    };
  }
  return undefined;
}

/** All that a place says of a site but for an office, which is where the host is. */
const officeSite = (review: Review, session: Session): string => hostOf(review, session)?.office?.site ?? '';

/** What the whole team attends. */
export const teamEvents: PlacedPart = {
  name: 'team-events',
  kind: 'must',
  shape: 'placed',
  looksAt: ['time', 'place'],
  alike: officeSite,
  asks: 'Between a session off the base site and what the whole team does there is the travel time; of a lunch, all but 45 minutes may go on the way.',
  test: (review, held) => firstTooFar(review, held, [], eventsOf(review).team),
};

/** What some of the peers attend. */
export const peerEvents: PlacedPart = {
  name: 'peer-events',
  kind: 'must',
  shape: 'placed',
  looksAt: ['time', 'place', 'peer'],
  asks: 'Between a session and a fixed event that names a peer of it there is the travel time.',
  test(review, held) {
    const peer = held.placement.peers[0];
    if (peer === undefined) return undefined;
    return firstTooFar(review, held, [peer], eventsOf(review).peers.get(peer) ?? []);
  },
};

/** What a contact of the session attends; where the whole team does too, `team-events` says it. */
export const contactEvents: PlacedPart = {
  name: 'contact-events',
  kind: 'must',
  shape: 'placed',
  looksAt: ['time', 'place'],
  asks: 'Between a session and a fixed event that names a contact of it there is the travel time.',
  test(review, held) {
    for (const contact of everyoneIn(review, held.session)) {
      const events = eventsOf(review).contacts.get(contact);
      const breach = events && firstTooFar(review, held, [contact], events);
      if (breach) return breach;
    }
    return undefined;
  },
};
