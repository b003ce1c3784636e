import type { Held } from '../programme/placement.ts';
import { sessionsToPlace } from '../review/facts.ts';
import type { Peer } from '../review/people.ts';
import { perReview } from '../review/per-review.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import { at, free, length, type Minute, type Span } from '../time/span.ts';
import { weekday } from '../time/words.ts';
import type { Rule } from './rule.ts';
import { debriefPeers } from './week/debriefs.ts';
import { daytimeWindows, sessionDays } from './week/frame-times.ts';
import { BREAK } from './week/runs.ts';

/** A free block: as long as the shortest session. Minutes. */
const BLOCK: Minute = 60;

/** A full day has time for sessions both before and after noon. */
function isFullDay(review: Review, day: number): boolean {
  let [morning, afternoon] = [false, false];
  for (const window of review.frame.windows) {
    if (window.day !== day || window.evening) continue;
    if (window.from < at(day, 12)) morning = true;
    else afternoon = true;
  }
  return morning && afternoon;
}

/** Whether one of some stretches of time has an hour that `taken` leaves free; `taken` in the order of its starts. */
function hasBlock(open: readonly Span[], taken: readonly Held[]): boolean {
  for (const { from, to } of open) {
    let since = from;
    for (const { placement } of taken) {
      const { away } = placement;
      if (Math.min(away.from, to) - since >= BLOCK) return true;
      since = Math.max(since, away.to);
    }
    if (to - since >= BLOCK) return true;
  }
  return false;
}

/** By day, what the diary and fixed events leave of the windows to a peer, in stretches of an hour or more. */
const openTo = perReview(
  (review): ReadonlyMap<Peer, readonly (readonly Span[])[]> =>
    new Map(
      review.peers.map((peer) => {
        const taken = spokenFor(review, peer);
        const onDay = (day: number) =>
          isFullDay(review, day)
            ? daytimeWindows(review, day)
                .flatMap((window) => free(window, taken))
                .filter((gap) => length(gap) >= BLOCK)
            : [];
        return [peer, [0, 1, 2, 3, 4, 5].map(onDay)];
      }),
    ),
);

/** In the order of the peers' time: a visit's journey begins before it does. Nearly always they are. */
function asAway(held: readonly Held[]): readonly Held[] {
  for (let i = 1; i < held.length; i++)
    if (held[i - 1]!.placement.away.from > held[i]!.placement.away.from)
      return [...held].sort((a, b) => a.placement.away.from - b.placement.away.from);
  return held;
}

/** What takes a peer's time without being a session: the diary, and the fixed events that name the peer. */
function spokenFor(review: Review, peer: Peer): Span[] {
  const taken: Span[] = [...peer.diary.busy];
  for (const event of review.frame.events)
    if (event.peers !== 'all' && event.peers.includes(peer.id)) taken.push(event);
  return taken;
}

/** The interviewing peers whom a session takes up. */
const drawn = (review: Review, session: Session): number =>
  session.kind === 'debrief'
    ? review.peers.filter((p) => p.interviews && debriefPeers(review, session).includes(p.id)).length
    : session.peers.count;

/** Peers have some time for their own calls and e-mail (manual 176, 791). */
export const downTime: Rule = {
  id: 'down-time',
  title: 'Down time',
  group: 'time',
  manual: ['176', '791'],
  parts: [
    {
      name: 'rule',
      kind: 'want',
      weight: 4,
      per: 'a peer and day',
      shape: 'whole',
      over: 'peer-day',
      mendedBy: 'fewer',
      looksAt: ['time'],
      asks: 'On each full day, one with sessions in the morning and the afternoon, each interviewing peer has a free hour in the time for sessions.',
      test(review, { peer, day, held }) {
        if (!peer?.interviews || day === undefined || held.length === 0) return [];
        // Somebody who is hardly there that day is not short of time because of the sessions.
        const open = openTo(review).get(peer)?.[day] ?? [];
        if (open.length === 0 || hasBlock(open, asAway(held))) return [];
        return [
          {
            who: [peer.id],
            when: { from: held[0]!.placement.away.from, to: held.at(-1)!.placement.away.to },
            say: () => `${peer.name} has no free hour on ${weekday(review.week, day)}.`,
          },
        ];
      },
    },
    {
      name: 'can-be-had',
      kind: 'check',
      shape: 'data',
      asks: 'The team is large enough for its sessions to leave everybody a free hour on each full day.',
      /**
       * Counted in peer-minutes: what the interviewing peers have in the windows, a break in each left out, less an
       * hour a peer and full day, against what the sessions take. A warning, no proof: blocks and travel take more.
       */
      test(review) {
        const peers = review.peers.filter((p) => p.interviews);
        const days = sessionDays.filter((day) => isFullDay(review, day));
        if (peers.length === 0 || days.length === 0) return [];
        const windows = sessionDays.flatMap((day) => daytimeWindows(review, day));
        const had = windows.reduce((sum, w) => sum + length(w) - BREAK, 0);
        const needed = sessionsToPlace(review).reduce((sum, s) => sum + s.minutes * drawn(review, s), 0);
        const spare = had * peers.length - needed;
        if (spare >= BLOCK * peers.length * days.length) return [];
        return [
          {
            say: () =>
              `With ${peers.length} interviewing peers the sessions leave no room for a free hour each on ${days.map((day) => weekday(review.week, day)).join(' and ')}: ` +
              'another peer or fewer sessions would make some.',
          },
        ];
      },
    },
  ],
};
