import { sessionsToPlace } from '../review/facts.ts';
import type { Peer } from '../review/people.ts';
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

/** Whether some window of the day has an hour that `taken` leaves free, its unused end included. */
function hasBlock(review: Review, day: number, taken: readonly Span[]): boolean {
  for (const window of review.frame.windows) {
    if (window.day !== day || window.evening) continue;
    for (const gap of free(window, taken)) if (length(gap) >= BLOCK) return true;
  }
  return false;
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
        if (!peer?.interviews || day === undefined || held.length === 0 || !isFullDay(review, day)) return [];
        const elsewhere = spokenFor(review, peer);
        if (hasBlock(review, day, [...elsewhere, ...held.map((h) => h.placement.away)])) return [];
        // Somebody who is hardly there that day is not short of time because of the sessions.
        if (!hasBlock(review, day, elsewhere)) return [];
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
