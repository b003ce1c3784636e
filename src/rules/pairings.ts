import { timeOf } from '../programme/placement.ts';
import { namesOf } from '../review/facts.ts';
import { perReview } from '../review/per-review.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import { spanName } from '../time/words.ts';
import type { Charge, Counts } from './counts.ts';
import type { Breach, Rule } from './rule.ts';

/** The peers whom the review manager fixed to work with `peer`; usually one or none. */
const fixedWith = (review: Review, peer: string): readonly string[] =>
  review.pairings.fixed.flatMap((two) => (two[0] === peer ? [two[1]] : two[1] === peer ? [two[0]] : []));

const namesBoth = (session: Session, a: string, b: string): boolean =>
  session.peers.named.includes(a) && session.peers.named.includes(b);

/** For each peer those whom the review manager fixed or prefers to work with them. */
const chosenFor = perReview((review): ReadonlyMap<string, ReadonlySet<string>> => {
  const chosen = new Map<string, Set<string>>(review.peers.map((p) => [p.id, new Set()]));
  for (const [a, b] of [...review.pairings.preferred, ...review.pairings.fixed]) {
    chosen.get(a)?.add(b);
    chosen.get(b)?.add(a);
  }
  return chosen;
});

/** A counter for each preferred pair: the sessions they take together, at least one. */
function together(review: Review): Counts {
  const pairs = review.pairings.preferred.filter(([first]) => review.peers.some((p) => p.id === first));
  return {
    keys: pairs.length,
    adds: (_session, peers) =>
      pairs.flatMap((two, key) => (two.every((id) => peers.includes(id)) ? [[key, 1] as const] : [])),
    charges: pairs.map((_two, key) => ({ key, aim: 1, over: 0, short: 1 })),
  };
}

/** A counter for each two who are nobody's choice to work together: the sessions they take together, at most one. */
function repeats(review: Review): Counts {
  const chosen = chosenFor(review);
  const keys = new Map<string, ReadonlyMap<string, number>>();
  const charges: Charge[] = [];
  for (const { id } of review.peers) {
    const own = new Map<string, number>();
    for (const { id: other } of review.peers) {
      if (other <= id || chosen.get(id)?.has(other)) continue;
      own.set(other, charges.length);
      charges.push({ key: charges.length, aim: 1, over: 1, short: 0 });
    }
    keys.set(id, own);
  }
  return {
    keys: charges.length,
    adds: (session, peers) =>
      peers.flatMap((id) =>
        peers.flatMap((other) => {
          const key = keys.get(id)?.get(other);
          return key === undefined || namesBoth(session, id, other) ? [] : [[key, 1] as const];
        }),
      ),
    charges,
  };
}

/**
 * Pairs that the review manager fixed or forbade; those preferred work together, and other partners change through
 * the week (manual 1454). Two whom a session names are nobody's choice but the review manager's: they are no repeat
 * and break no fixed pair.
 */
export const pairings: Rule = {
  id: 'pairings',
  title: 'Partners: fixed, forbidden, preferred, and otherwise changing',
  group: 'people',
  manual: ['1454'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'placed',
      looksAt: ['peers'],
      asks: 'Two peers whose pairing the review manager forbade never take a session together.',
      test(review, { session, placement }) {
        const who = review.pairings.forbidden.find((two) => two.every((id) => placement.peers.includes(id)));
        if (!who) return undefined;
        return {
          who,
          sessions: [session.id],
          when: timeOf(placement),
          say: () =>
            `${namesOf(review, who)} are not to be paired, and take ${session.title} together on ${spanName(review.week, timeOf(placement))}: give one of them another partner.`,
        };
      },
    },
    {
      name: 'fixed',
      kind: 'must',
      shape: 'placed',
      looksAt: ['peers'],
      asks: 'A peer of a fixed pair does not take a session with somebody else.',
      test(review, { session, placement }) {
        const { peers } = placement;
        if (peers.length < 2 || review.pairings.fixed.length === 0) return undefined;
        const apart = peers.find((id) => {
          const own = fixedWith(review, id);
          if (own.length === 0 || own.some((partner) => peers.includes(partner))) return false;
          return !peers.every((other) => namesBoth(session, id, other));
        });
        if (apart === undefined) return undefined;
        const others = peers.filter((id) => id !== apart);
        return {
          who: [apart, ...others],
          sessions: [session.id],
          when: timeOf(placement),
          say: () =>
            `${namesOf(review, [apart])} is fixed to work with ${namesOf(review, fixedWith(review, apart))}, and takes ${session.title} on ${spanName(review.week, timeOf(placement))} with ${namesOf(review, others)}.`,
        };
      },
    },
    {
      name: 'preferred',
      kind: 'want',
      weight: 5,
      shape: 'whole',
      over: 'peer-week',
      mendedBy: 'more',
      asks: 'A preferred pair works together at least once in the week.',
      counts: together,
      test(review, { peer, held }) {
        const out: Breach[] = [];
        for (const two of review.pairings.preferred) {
          // Asked for each peer: the first of the two speaks for both.
          if (two[0] !== peer?.id || held.some((h) => h.placement.peers.includes(two[1]))) continue;
          out.push({
            who: two,
            say: () => `${namesOf(review, two)} are a preferred pair, and take no session together.`,
          });
        }
        return out;
      },
    },
    {
      name: 'change',
      kind: 'want',
      weight: 1,
      shape: 'whole',
      over: 'peer-week',
      mendedBy: 'fewer',
      asks: 'Partners change through the week; preferred and fixed pairs, and pairs that a session names, may repeat.',
      counts: repeats,
      test(review, { peer, held }) {
        if (!peer) return [];
        const times = new Map<string, number>();
        const chosen = chosenFor(review).get(peer.id);
        for (const { session, placement } of held) {
          for (const other of placement.peers) {
            // Asked for each peer: of two, the one whose id sorts first speaks for both.
            if (other <= peer.id || chosen?.has(other) || namesBoth(session, peer.id, other)) continue;
            times.set(other, (times.get(other) ?? 0) + 1);
          }
        }
        const out: Breach[] = [];
        for (const [other, n] of times) {
          if (n < 2) continue;
          const who = [peer.id, other];
          out.push({
            amount: n - 1,
            who,
            say: () => `${namesOf(review, who)} take ${n} sessions together: partners change where they can.`,
          });
        }
        return out;
      },
    },
  ],
};
