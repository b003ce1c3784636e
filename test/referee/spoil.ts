import type { Placement } from '../../src/programme/placement.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';

/** What can be done to a programme, by name; each takes numbers that say to what and by how much. */
export type Spoil = (review: Review, programme: Programme, n: readonly number[]) => Programme;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

const moved = (p: Placement, by: number): Placement => ({
  ...p,
  start: p.start + by,
  end: p.end + by,
  away: { from: p.away.from + by, to: p.away.to + by },
});

/** The programme with one placement made another. */
function alter(programme: Programme, n: number, change: (p: Placement) => Placement): Programme {
  if (programme.placements.length === 0) return programme;
  const which = pick(programme.placements, n);
  return {
    ...programme,
    placements: programme.placements.map((p) => (p === which ? change(p) : p)),
  };
}

const asList = (n: number, from: number, to: number): number => from + (n % (to - from + 1));

const place = (review: Review, n: readonly number[]): Placement['place'] => {
  switch (n[1]! % 6) {
    case 0:
      return { office: true };
    case 1:
      return { phone: true };
    case 2:
      return review.sites.length > 0 ? { site: pick(review.sites, n[2]!).id } : { office: true };
    default:
      return review.rooms.length > 0 ? { room: pick(review.rooms, n[2]!).id } : { office: true };
  }
};

export const spoils: Readonly<Record<string, Spoil>> = {
  move: (_, programme, n) =>
    alter(programme, n[0]!, (p) => moved(p, pick(programme.placements, n[1]!).start - p.start)),
  shift: (_, programme, n) => alter(programme, n[0]!, (p) => moved(p, 15 * asList(n[1]!, -12, 12))),
  offGrid: (_, programme, n) => alter(programme, n[0]!, (p) => moved(p, asList(n[1]!, -20, 20))),
  otherDay: (_, programme, n) => alter(programme, n[0]!, (p) => moved(p, 1440 * asList(n[1]!, -3, 3))),
  stretch: (_, programme, n) =>
    alter(programme, n[0]!, (p) => {
      const by = 5 * asList(n[1]!, -6, 6);
      return { ...p, end: p.end + by, away: { from: p.away.from, to: p.away.to + by } };
    }),
  swap: (_, programme, n) => {
    const [a, b] = [pick(programme.placements, n[0]!), pick(programme.placements, n[1]!)];
    return {
      ...programme,
      placements: programme.placements.map((p) =>
        p === a ? moved(a, b.start - a.start) : p === b ? moved(b, a.start - b.start) : p,
      ),
    };
  },
  rePair: (review, programme, n) =>
    alter(programme, n[0]!, (p) => {
      const other = pick(review.peers, n[1]!).id;
      if (p.peers.includes(other)) return p;
      const out = n[2]! % Math.max(1, p.peers.length);
      return { ...p, peers: p.peers.map((peer, i) => (i === out ? other : peer)) };
    }),
  addPeer: (review, programme, n) =>
    alter(programme, n[0]!, (p) => ({
      ...p,
      peers: [...new Set([...p.peers, pick(review.peers, n[1]!).id])],
    })),
  dropPeer: (_, programme, n) =>
    alter(programme, n[0]!, (p) => ({ ...p, peers: p.peers.filter((_, i) => i !== n[1]! % 3) })),
  otherPlace: (review, programme, n) => alter(programme, n[0]!, (p) => ({ ...p, place: place(review, n) })),
  otherAway: (_, programme, n) =>
    alter(programme, n[0]!, (p) => ({
      ...p,
      away: { from: p.away.from - asList(n[1]!, -30, 30), to: p.away.to + asList(n[2]!, -30, 30) },
    })),
  leaveOut: (_, programme, n) => {
    const which = pick(programme.placements, n[0]!);
    return {
      ...programme,
      placements: programme.placements.filter((p) => p !== which),
      unplaced: [...programme.unplaced, { session: which.session, because: [] }],
    };
  },
  moveEvent: (review, programme, n) => {
    const event = pick(review.frame.events, n[0]!);
    const [by, longer] = [5 * asList(n[1]!, -24, 24), 5 * asList(n[2]!, -12, 12)];
    if (programme.fixedEvents.some((e) => e.id === event.id) || event.to + longer <= event.from)
      return programme;
    const time = { id: event.id, start: event.from + by, end: event.to + by + longer };
    return { ...programme, fixedEvents: [...programme.fixedEvents, time] };
  },
};
