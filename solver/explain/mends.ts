import type { Diary } from '../../src/review/diary.ts';
import { everyoneIn, sessionOf } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';
import { spanName } from '../../src/time/words.ts';

/** One thing that people could change, and the review as it would then be. */
export interface Change {
  /** Whom or what it asks to give way. */
  readonly kind: 'contact' | 'session' | 'room' | 'peer' | 'pairing' | 'stream';
  readonly says: string;
  readonly review: Review;
}

const without = (diary: Diary, n: number): Diary => ({
  ...diary,
  busy: diary.busy.filter((_, i) => i !== n),
});

/** What could be changed about a few sessions, easiest to ask first: diaries, given times, named peers, pairings, rooms. */
export function* changes(review: Review, sessions: readonly string[]): Generator<Change> {
  const contacts = new Set(sessions.flatMap((id) => everyoneIn(review, sessionOf(review, id)!)));
  for (const contact of review.contacts.filter((c) => contacts.has(c.id))) {
    for (const [n, span] of contact.diary.busy.entries()) {
      yield {
        kind: 'contact',
        says: `if ${contact.name} can be had on ${spanName(review.week, span)} after all`,
        review: {
          ...review,
          contacts: review.contacts.map((c) => (c === contact ? { ...c, diary: without(c.diary, n) } : c)),
        },
      };
    }
  }
  for (const id of sessions) {
    const session = sessionOf(review, id)!;
    const swap = (over: Partial<typeof session>): Review => ({
      ...review,
      sessions: review.sessions.map((s) => (s === session ? { ...s, ...over } : s)),
    });
    if (session.fixed !== undefined) {
      const { fixed: _, ...rest } = session;
      yield {
        kind: 'session',
        says: `if ${session.title} need not start at the time given for it`,
        review: { ...review, sessions: review.sessions.map((s) => (s === session ? rest : s)) },
      };
    }
    if (session.peers.named.length > 0) {
      yield {
        kind: 'session',
        says: `if ${session.title} may be taken by other peers than those named`,
        review: swap({ peers: { ...session.peers, named: [] } }),
      };
    }
    if (session.earliestDay > 1 || session.latestDay < 4) {
      yield {
        kind: 'session',
        says: `if ${session.title} may be on any day`,
        review: swap({ earliestDay: 1, latestDay: 4 }),
      };
    }
    if (session.after.length > 0) {
      yield {
        kind: 'session',
        says: `if ${session.title} need not follow another session`,
        review: swap({ after: [] }),
      };
    }
  }
  for (const room of review.rooms) {
    for (const [n, span] of room.diary.busy.entries()) {
      yield {
        kind: 'room',
        says: `if ${room.name} is free on ${spanName(review.week, span)} after all`,
        review: {
          ...review,
          rooms: review.rooms.map((r) => (r === room ? { ...r, diary: without(r.diary, n) } : r)),
        },
      };
    }
  }
  for (const peer of review.peers) {
    for (const [n, span] of peer.diary.busy.entries()) {
      yield {
        kind: 'peer',
        says: `if ${peer.name} can be had on ${spanName(review.week, span)} after all`,
        review: {
          ...review,
          peers: review.peers.map((p) => (p === peer ? { ...p, diary: without(p.diary, n) } : p)),
        },
      };
    }
  }
  if (review.pairings.forbidden.length > 0) {
    yield {
      kind: 'pairing',
      says: 'if the pairs that are kept apart may work together',
      review: { ...review, pairings: { ...review.pairings, forbidden: [] } },
    };
  }
  const most = Math.max(
    0,
    ...sessions.map((id) => sessionOf(review, id)!.headcount + sessionOf(review, id)!.peers.count),
  );
  const largest = review.rooms.filter((r) => !r.baseRoom).sort((a, b) => b.capacity - a.capacity)[0];
  if (largest) {
    yield {
      kind: 'room',
      says: `if there is another room that holds ${most}`,
      review: {
        ...review,
        rooms: [
          ...review.rooms,
          {
            ...largest,
            id: `${largest.id}-another`,
            capacity: most,
            diary: { busy: [], ifNeeded: [], preferred: [] },
          },
        ],
      },
    };
  }
  yield {
    kind: 'stream',
    says: 'if one more stream may run',
    review: {
      ...review,
      moreStreams: { limit: Math.max(review.streams, review.moreStreams.limit) + 1, when: 'seldom' },
      frame: {
        ...review.frame,
        windows: review.frame.windows.map((w) => ({ ...w, limit: Math.max(w.limit, review.streams) + 1 })),
      },
    },
  };
}
