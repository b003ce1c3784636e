import type { Held } from '../programme/placement.ts';
import type { Peer } from '../review/people.ts';
import type { Review } from '../review/review.ts';
import { dayOf } from '../time/span.ts';
import { clock, spanName, weekday } from '../time/words.ts';
import type { Counts } from './counts.ts';
import { type Breach, type Limit, limitIn, type Rule } from './rule.ts';
import { closingMeeting, eveningWindow, isAfterMeeting, isEvening } from './week/evenings.ts';
import { runsInto } from './week/runs-into.ts';

const A_DAY: Limit = {
  name: 'evening-limit/day',
  usual: 1,
  says: 'The most evening sessions of one peer on one day.',
};
const A_WEEK: Limit = {
  name: 'evening-limit/week',
  usual: 2,
  says: 'The most evening sessions of one peer in the week.',
};

/** A peer's evening sessions, where they are more than may be; `in` words what they are counted in. */
function tooMany(
  review: Review,
  peer: Peer | undefined,
  held: readonly Held[],
  most: number,
  within: (evenings: readonly Held[]) => string,
): readonly Breach[] {
  if (!peer || held.length <= most) return [];
  const evenings = held.filter((h) => isEvening(review, h.placement.away));
  if (evenings.length <= most) return [];
  return [
    {
      amount: evenings.length - most,
      who: [peer.id],
      sessions: evenings.map((h) => h.session.id),
      when: evenings.at(-1)!.placement.away,
      say: () =>
        `${peer.name} has ${evenings.length} evening sessions ${within(evenings)}: ${most} is the most.`,
    },
  ];
}

/** A counter for each peer's evening sessions. */
function evenings(review: Review): Counts {
  const keys = new Map(review.peers.map((p, key) => [p.id, key]));
  const aim = limitIn(review, A_WEEK);
  return {
    keys: keys.size,
    adds: (_session, peers) =>
      peers.flatMap((id) => {
        const key = keys.get(id);
        return key === undefined ? [] : [[key, 1] as const];
      }),
    times: (away) => (isEvening(review, away) ? 1 : 0),
    charges: review.peers.map((_peer, key) => ({ key, aim, over: 1, short: 0 })),
  };
}

/** Evening sessions only where evenings were set aside, and not too many for one peer (manual 1470). */
export const eveningLimit: Rule = {
  id: 'evening-limit',
  title: 'Evenings are kept in bounds',
  group: 'time',
  manual: ['1470'],
  limits: [A_DAY, A_WEEK],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time'],
      alike: () => '',
      asks: 'After the day’s team meeting, sessions are held only in times marked as evening.',
      test(review, { session, placement }) {
        const { away } = placement;
        if (!isAfterMeeting(review, away) || eveningWindow(review, away)) return undefined;
        // What runs into something else of the whole team is said by that thing's own rule.
        if (runsInto(review, away)) return undefined;
        return {
          sessions: [session.id],
          when: away,
          say: () =>
            `${session.title} on ${spanName(review.week, away)} comes after the team meeting at ` +
            `${clock(closingMeeting(review, dayOf(away.from))!.from)}, and is not within a time marked as evening.`,
        };
      },
    },
    {
      name: 'agreed',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time'],
      alike: (_review, { evening }) => `${evening}`,
      asks: 'Only a session that may be held in the evening is held then.',
      test(review, { session, placement }) {
        if (session.evening || !eveningWindow(review, placement.away)) return undefined;
        return {
          sessions: [session.id],
          when: placement.away,
          say: () =>
            `${session.title} is on ${spanName(review.week, placement.away)}, and may not be held in the evening.`,
        };
      },
    },
    {
      name: 'day',
      kind: 'must',
      shape: 'whole',
      over: 'peer-day',
      mendedBy: 'fewer',
      looksAt: ['time'],
      asks: 'A peer has at most one evening session a day.',
      test: (review, { peer, held }) =>
        tooMany(
          review,
          peer,
          held,
          limitIn(review, A_DAY),
          (evenings) => `on ${weekday(review.week, dayOf(evenings[0]!.placement.start))}`,
        ),
    },
    {
      name: 'week',
      kind: 'must',
      shape: 'whole',
      over: 'peer-week',
      mendedBy: 'fewer',
      asks: 'A peer has at most two evening sessions in the week.',
      counts: evenings,
      test: (review, { peer, held }) =>
        tooMany(review, peer, held, limitIn(review, A_WEEK), () => 'in the week'),
    },
  ],
};
