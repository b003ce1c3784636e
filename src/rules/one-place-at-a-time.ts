import { type Held, timeOf } from '../programme/placement.ts';
import { contactOf, everyoneIn, nameOf, namesOf, peerOf } from '../review/facts.ts';
import type { FixedEvent } from '../review/frame.ts';
import type { Review } from '../review/review.ts';
import { overlaps, type Span } from '../time/span.ts';
import { clockSpan, spanName } from '../time/words.ts';
import type { Breach, Rule } from './rule.ts';

const PEER = 'peer:';
const CONTACT = 'contact:';

/** One person in several sessions at once; `key` is the prefix and the person's id. */
function inSeveral(review: Review, who: string, held: readonly Held[], span: Span): Breach {
  const sessions = held.map((h) => h.session.id);
  return {
    amount: held.length - 1,
    who: [who],
    sessions,
    when: span,
    say: () =>
      `${nameOf(review, who)} is in ${held.length} sessions at once on ${spanName(review.week, span)}: ${namesOf(review, sessions)}. Move all but one, or let somebody else take them.`,
  };
}

function atAnEvent(review: Review, who: string, event: FixedEvent, held: Held, span: Span): Breach {
  return {
    who: [who],
    sessions: [held.session.id],
    when: { from: Math.max(event.from, span.from), to: Math.min(event.to, span.to) },
    say: () =>
      `${nameOf(review, who)} is at ${event.title} (${clockSpan(event)}) while ${held.session.title} takes up ${spanName(review.week, span)}: move the session, or let somebody else take it.`,
  };
}

/** People named for both events; one that is for the whole team has every peer, but two such are the frame's affair. */
function sharedBy(review: Review, a: FixedEvent, b: FixedEvent): readonly string[] {
  const peers = ({ peers }: FixedEvent) => (peers === 'all' ? review.peers.map((p) => p.id) : peers);
  const both = a.peers === 'all' && b.peers === 'all' ? [] : peers(a).filter((id) => peers(b).includes(id));
  return [...both, ...a.contacts.filter((id) => b.contacts.includes(id))];
}

/**
 * No peer and no contact is in two things at once, fixed events that name them included (common sense). What the
 * whole team attends is looked after by the rules about time.
 */
export const onePlaceAtATime: Rule = {
  id: 'one-place-at-a-time',
  title: 'Nobody is in two things at once',
  group: 'people',
  manual: ['common sense'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'shared',
      looksAt: 'peer',
      over: 'away',
      asks: 'No peer is in two sessions at once, travel included.',
      draws: (_, { placement }) => placement.peers.map((id) => PEER + id),
      atMost: () => 1,
      breach: (review, key, held, span) => inSeveral(review, key.slice(PEER.length), held, span),
    },
    {
      name: 'contacts',
      kind: 'must',
      shape: 'shared',
      looksAt: 'session',
      over: 'time',
      asks: 'No contact is in two sessions at once.',
      draws: (review, { session }) => everyoneIn(review, session).map((id) => CONTACT + id),
      atMost: () => 1,
      breach: (review, key, held, span) => inSeveral(review, key.slice(CONTACT.length), held, span),
    },
    {
      name: 'peers-events',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time', 'peer'],
      alike: () => '',
      asks: 'No peer has a session, travel included, during a fixed event that names them.',
      test(review, held) {
        const { peers, away } = held.placement;
        for (const event of review.frame.events) {
          if (event.peers === 'all' || !overlaps(event, away)) continue;
          for (const id of peers) {
            if (event.peers.includes(id) && peerOf(review, id))
              return atAnEvent(review, id, event, held, away);
          }
        }
        return undefined;
      },
    },
    {
      name: 'contacts-events',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time'],
      asks: 'No contact has a session during a fixed event that names them.',
      test(review, held) {
        const time = timeOf(held.placement);
        for (const event of review.frame.events) {
          if (event.contacts.length === 0 || !overlaps(event, time)) continue;
          for (const id of everyoneIn(review, held.session)) {
            if (event.contacts.includes(id) && contactOf(review, id))
              return atAnEvent(review, id, event, held, time);
          }
        }
        return undefined;
      },
    },
    {
      name: 'events',
      kind: 'must',
      shape: 'whole',
      over: 'frame',
      mendedBy: 'fewer',
      asks: 'No two fixed events at the same time name the same person.',
      test(review) {
        const { events } = review.frame;
        return events.flatMap((a, i) =>
          events.slice(i + 1).flatMap((b): Breach[] => {
            const who = overlaps(a, b) ? sharedBy(review, a, b) : [];
            if (who.length === 0) return [];
            const span = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
            return [
              {
                who,
                when: span,
                say: () =>
                  `${namesOf(review, who)} can’t be at both ${a.title} and ${b.title} on ${spanName(review.week, span)}: change the time of one, or who attends it.`,
              },
            ];
          }),
        );
      },
    },
  ],
};
