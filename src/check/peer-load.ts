import type { Held } from '../programme/placement.ts';
import { heldBy } from '../programme/programme.ts';
import { themesOf } from '../review/facts.ts';
import type { Peer } from '../review/people.ts';
import type { Review } from '../review/review.ts';
import { shareOfEach } from '../rules/fair-load.ts';
import { dayOf, free, length, type Minute, type Span, union } from '../time/span.ts';

/** A peer's day: what takes their time, and what is left of the time for sessions. */
export interface PeerDay {
  readonly day: number;
  readonly sessions: readonly Held[];
  /** The windows of the day, evenings left out. */
  readonly windows: readonly Span[];
  /** What the diary takes of the windows. */
  readonly away: readonly Span[];
  /** What is left: for calls and e-mail (rule `down-time`). */
  readonly free: readonly Span[];
}

/** What a peer carries in a programme. */
export interface PeerLoad {
  readonly peer: Peer;
  readonly sessions: readonly Held[];
  /** Time at sessions, travel included. */
  readonly minutes: Minute;
  readonly travel: Minute;
  /** Undefined for a peer who takes no interviews. */
  readonly fair: Minute | undefined;
  readonly alone: number;
  readonly leads: number;
  readonly takesNotes: number;
  /** Sessions that have a theme of this peer's, and sessions that have any theme. */
  readonly ownThemes: number;
  readonly themed: number;
  /** Ids of those they work with, and how often; the most often first. */
  readonly partners: readonly (readonly [peer: string, times: number])[];
  readonly days: readonly PeerDay[];
}

function partnersOf(sessions: readonly Held[], peer: string): PeerLoad['partners'] {
  const times = new Map<string, number>();
  for (const { placement } of sessions)
    for (const other of placement.peers) if (other !== peer) times.set(other, (times.get(other) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function daysOf(review: Review, peer: Peer, sessions: readonly Held[]): readonly PeerDay[] {
  const named = review.frame.events.filter((e) => e.peers !== 'all' && e.peers.includes(peer.id));
  return [...new Set(review.frame.windows.map((w) => w.day))]
    .sort((a, b) => a - b)
    .map((day) => {
      const windows = review.frame.windows.filter((w) => w.day === day && !w.evening);
      const own = sessions.filter((h) => dayOf(h.placement.start) === day);
      const away = union([...peer.diary.busy, ...named]).flatMap((busy) =>
        windows.flatMap((w) => {
          const span = { from: Math.max(w.from, busy.from), to: Math.min(w.to, busy.to) };
          return span.from < span.to ? [span] : [];
        }),
      );
      const taken = [...away, ...own.map((h) => h.placement.away)];
      return { day, sessions: own, windows, away, free: windows.flatMap((w) => free(w, taken)) };
    });
}

/** What each of the team carries, in the order of the team: the figures behind who has how much of the week. */
export function loadsOf(review: Review, held: readonly Held[]): readonly PeerLoad[] {
  const fair = new Map(shareOfEach(review, held).map((share) => [share.peer.id, share.fair]));
  return review.peers.map((peer) => {
    const sessions = heldBy(review, held, peer.id);
    const minutes = sessions.reduce((sum, h) => sum + length(h.placement.away), 0);
    const atThem = sessions.reduce((sum, h) => sum + h.placement.end - h.placement.start, 0);
    const themed = sessions.filter((h) => themesOf(review, h.session).length > 0);
    const led = sessions.filter((h) => h.placement.peers.length > 1 && h.placement.lead !== undefined);
    return {
      peer,
      sessions,
      minutes,
      travel: minutes - atThem,
      fair: fair.get(peer.id),
      alone: sessions.filter((h) => h.placement.peers.length === 1 && h.session.peers.count > 1).length,
      leads: led.filter((h) => h.placement.lead === peer.id).length,
      takesNotes: led.filter((h) => h.placement.lead !== peer.id).length,
      ownThemes: themed.filter((h) => themesOf(review, h.session).some((t) => peer.themes.includes(t)))
        .length,
      themed: themed.length,
      partners: partnersOf(sessions, peer.id),
      days: daysOf(review, peer, sessions),
    };
  });
}
