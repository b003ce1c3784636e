import type { Held } from '../programme/placement.ts';
import type { Peer } from '../review/people.ts';
import type { Review } from '../review/review.ts';
import { free, length, type Minute } from '../time/span.ts';
import { minutes } from '../time/words.ts';
import type { Counts } from './counts.ts';
import type { Breach, Rule } from './rule.ts';

/** Each interviewing peer's place in the sums, and the part of the work that is theirs by availability (adds up to 1). */
interface Shares {
  readonly place: ReadonlyMap<string, number>;
  readonly of: readonly number[];
}

// Availability is the review's own, so it is worked out once for each.
const known = new WeakMap<Review, Shares>();

function sharesOf(review: Review): Shares {
  let shares = known.get(review);
  if (!shares) {
    const peers = review.peers.filter((p) => p.interviews);
    const available = peers.map((p) =>
      review.frame.windows
        .flatMap((w) => free(w, p.diary.busy))
        .reduce((minutes, gap) => minutes + length(gap), 0),
    );
    const all = available.reduce((a, b) => a + b, 0);
    shares = {
      place: new Map(peers.map((p, i) => [p.id, i])),
      of: available.map((minutes) => (all === 0 ? 0 : minutes / all)),
    };
    known.set(review, shares);
  }
  return shares;
}

/** A counter for each interviewing peer's minutes, and one more for the minutes of all. */
function loads(review: Review): Counts {
  const shares = sharesOf(review);
  const all = shares.of.length;
  return {
    keys: all + 1,
    adds(_session, peers) {
      const own = peers.flatMap((id) => shares.place.get(id) ?? []);
      return own.length === 0 ? [] : [...own.map((key) => [key, 1] as const), [all, own.length]];
    },
    times: length,
    charges: shares.of.map((share, key) => ({ key, aim: { share, of: all }, over: 1 / 60, short: 1 / 60 })),
  };
}

/** What an interviewing peer takes on of a programme, and what would be fair. Minutes, travel included. */
export interface Share {
  readonly peer: Peer;
  readonly load: Minute;
  readonly fair: Minute;
}

/** The share of each interviewing peer in what is held, as the rule counts it; in the order of the team. */
export function shareOfEach(review: Review, held: readonly Held[]): readonly Share[] {
  const shares = sharesOf(review);
  const load: Minute[] = shares.of.map(() => 0);
  let total: Minute = 0;
  for (const { placement } of held) {
    const minutes = length(placement.away);
    for (const id of placement.peers) {
      const i = shares.place.get(id);
      if (i === undefined) continue;
      load[i]! += minutes;
      total += minutes;
    }
  }
  return review.peers.flatMap((peer) => {
    const i = shares.place.get(peer.id);
    return i === undefined ? [] : [{ peer, load: load[i]!, fair: total * shares.of[i]! }];
  });
}

/** Hours with one decimal, and no `.0`. */
const hours = (minutes: Minute): string => {
  const n = Math.round(minutes / 6) / 10;
  return `${n} hour${n === 1 ? '' : 's'}`;
};

/** A distance in words that is never "0 hours": minutes below an hour. */
const distance = (apart: Minute): string =>
  apart >= 60 ? hours(apart) : apart < 1 ? 'less than a minute' : minutes(Math.round(apart));

/**
 * Work is shared evenly, against availability (the manual is silent).
 *
 * With `load(p)` the minutes that an interviewing peer is away at sessions, travel included, and `availability(p)`
 * the minutes of the windows that the peer's diary leaves free:
 *
 *     fair(p)  = sum of all loads × availability(p) ÷ sum of all availabilities
 *     amount   = sum over p of |load(p) − fair(p)| ÷ 60        (hours)
 *
 * Peers who do not interview have no share, and what they take (debriefs) does not count.
 */
export const fairLoad: Rule = {
  id: 'fair-load',
  title: 'Work is shared fairly',
  group: 'people',
  manual: ['silent'],
  parts: [
    {
      name: 'rule',
      kind: 'want',
      weight: 2,
      shape: 'whole',
      over: 'week',
      mendedBy: 'fewer',
      asks: 'Time at sessions, travel included, is shared evenly among the interviewing peers, against the time each has.',
      counts: loads,
      test(review, { held }) {
        const out: Breach[] = [];
        for (const { peer, load, fair } of shareOfEach(review, held)) {
          const more = load - fair;
          // Closer than a millionth of a minute is arithmetic, not unfairness.
          if (Math.abs(more) < 1e-6) continue;
          out.push({
            amount: Math.abs(more) / 60,
            who: [peer.id],
            say: () =>
              `${peer.name} has ${hours(load)} of sessions, ${distance(Math.abs(more))} ${more > 0 ? 'more' : 'less'} than a fair share (${hours(fair)}).`,
          });
        }
        return out;
      },
    },
  ],
};
