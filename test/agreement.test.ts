import { describe, expect, it } from 'vitest';
import { randomFrom } from '../solver/random.ts';
import { solve } from '../solver/solve.ts';
import { compareCosts } from '../src/programme/programme.ts';
import type { Review } from '../src/review/review.ts';
import { at, type Span } from '../src/time/span.ts';
import { aContact, aPeer, aReview, aRoom, aSession } from './support/cast.ts';
import { choicesIn, exhaustive } from './support/exhaustive.ts';

/** All of it with PEERWEEK_LONG=1; a sample, spread over the seeds, otherwise. */
const rounds = process.env.PEERWEEK_LONG ? 200 : 50;
/** Programmes that trying every one may have to try. */
const MOST_CHOICES = 6000;

const themes = ['effective-practice', 'outcomes', 'working-together', 'capacity', 'leadership'];

/** A review of at most four sessions, two windows of ten quarter hours, four peers and two rooms, small enough to try all. */
function tiny(seed: number): Review {
  for (let attempt = 0; ; attempt++) {
    const random = randomFrom(seed * 1000 + attempt);
    const chance = (p: number) => random.next() < p;
    const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
    const quarter = (day: number) => at(day, 9) + 15 * random.below(10);
    const busy = (p: number): Span[] =>
      [2, 3].flatMap((day) => {
        if (!chance(p)) return [];
        const from = quarter(day);
        return [{ from, to: from + 15 * (1 + random.below(8)) }];
      });
    const peers = Array.from({ length: 2 + random.below(3) }, (_, i) =>
      aPeer(`p${i}`, {
        role: pick(['team-leader', 'member-peer', 'nhs-peer', 'operational-manager-peer', 'other'] as const),
        themes: themes.filter(() => chance(0.4)),
        diary: { busy: busy(0.4), ifNeeded: [], preferred: [] },
        knows: chance(0.2) ? ['c0'] : [],
      }),
    );
    const contacts = Array.from({ length: 4 }, (_, i) =>
      aContact(`c${i}`, {
        roles: chance(0.3)
          ? [pick(['lead-member', 'nhs-managers', 'chief-executive', 'police-senior'] as const)]
          : [],
        diary: {
          busy: [...busy(0.9), ...busy(0.9), ...busy(0.9)],
          ifNeeded: busy(0.3),
          preferred: busy(0.2),
        },
        early: chance(0.2),
      }),
    );
    const sessions = Array.from({ length: 1 + random.below(4) }, (_, i) =>
      aSession(`s${i}`, {
        kind: chance(0.25) ? 'focus-group' : 'interview',
        minutes: 60,
        contacts: [`c${chance(0.3) ? 0 : i}`],
        headcount: 1 + random.below(6),
        themes: themes.filter(() => chance(0.3)),
        priority: pick(['must', 'must', 'should', 'could'] as const),
        place: chance(0.5) ? { office: true, equipment: [] } : { room: true, equipment: [] },
        peers: { count: chance(0.2) ? 1 : 2, named: chance(0.15) ? ['p0'] : [] },
        after: i > 0 && chance(0.2) ? ['s0'] : [],
      }),
    ).map((s) => (s.kind === 'focus-group' ? { ...s, minutes: 90 } : s));
    const window = (day: number) => ({
      id: `day-${day}`,
      day,
      from: at(day, 9),
      to: at(day, 11, 30),
      streams: 2,
      limit: 2,
      evening: false,
    });
    const review = aReview({
      peers,
      contacts,
      sessions,
      rooms: [
        aRoom('a', { capacity: 4 + random.below(6) }),
        aRoom('b', { diary: { busy: busy(0.5), ifNeeded: [], preferred: [] } }),
      ],
      streams: 1 + random.below(2),
      pairings: {
        fixed: [],
        preferred: chance(0.3) ? [['p0', 'p1']] : [],
        forbidden: chance(0.3) ? [['p0', 'p1']] : [],
      },
      frame: { events: [], windows: [window(2), window(3)] },
    });
    const choices = choicesIn(review);
    if (choices > 1 && choices <= MOST_CHOICES) return review;
  }
}

describe('solver, checker and trying everything agree', () => {
  // 1. What the solver returns costs exactly what the best of all programmes costs, tier by tier.
  // 2. A bound is never above the best cost.
  // 3. "impossible" is said only where every programme leaves out a must, "optimal" only of the best.
  it.each(Array.from({ length: rounds }, (_, n) => [n]))('on small review %i', async (n) => {
    const review = tiny(n);
    const truth = exhaustive(review);
    const outcome = await solve(review, { seed: 1 });
    expect(outcome.cost).toEqual(truth.cost);
    expect(compareCosts(outcome.bound, truth.cost)).toBeLessThanOrEqual(0);
    if (outcome.status === 'impossible') expect(truth.cost[0]).toBeGreaterThan(0);
    if (truth.cost[0] > 0) expect(outcome.status).not.toBe('optimal');
  });
});
