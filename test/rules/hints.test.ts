import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateReview } from '../../fixtures/generate.ts';
import { breachesOf } from '../../src/check/breaches.ts';
import { awayFor } from '../../src/programme/away.ts';
import type { Held } from '../../src/programme/placement.ts';
import { sessionsToPlace } from '../../src/review/facts.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import { ruleBook } from '../../src/rules/index.ts';
import type { Part, PlacedPart, WholePart } from '../../src/rules/rule.ts';
import { at } from '../../src/time/span.ts';
import { reviewFixture } from '../support/fixtures.ts';

/*
 * Rules tell engines which sessions they don't tell apart (`alike`) and what of a placement they don't look at
 * (`looksAt`). An engine that believes a wrong word of it builds wrong programmes, so each is held to its test.
 */

const named = <P extends Part>(pick: (part: Part) => P | undefined) =>
  ruleBook.flatMap((rule) =>
    rule.parts.flatMap((part) => {
      const own = pick(part);
      return own ? [{ name: `${rule.id}/${part.name}`, part: own }] : [];
    }),
  );

const reviews: readonly (readonly [string, Review])[] = [
  ['appendix-11', reviewFixture('appendix-11')],
  ['county', reviewFixture('county')],
  ['intervention', reviewFixture('intervention')],
  ['generated S', generateReview({ size: 'S', tightness: 'tight', seed: 3 })],
];

const placesOf = (review: Review): readonly Place[] => [
  { phone: true },
  { office: true },
  ...review.rooms.map((r) => ({ room: r.id })),
  ...review.sites.map((s) => ({ site: s.id })),
];

const peersOf = (review: Review) =>
  fc.subarray(
    review.peers.map((p) => p.id),
    { minLength: 1, maxLength: 2 },
  );

const when = fc.record({ day: fc.integer({ min: 0, max: 5 }), quarter: fc.integer({ min: 0, max: 56 }) });

function holdAt(
  review: Review,
  session: Session,
  { day, quarter }: { readonly day: number; readonly quarter: number },
  place: Place,
  peers: readonly string[],
): Held {
  const start = at(day, 8) + 15 * quarter;
  const end = start + session.minutes;
  const away = awayFor(review, session, place, { from: start, to: end });
  return {
    session,
    placement: { session: session.id, start, end, away, stream: 'A', place, peers, told: false },
  };
}

describe('sessions of one length that a rule calls alike get the same answer at the same times, places and with the same peers', () => {
  const parts = named((part): PlacedPart | undefined =>
    part.shape === 'placed' && part.alike ? part : undefined,
  );
  const answer = (review: Review, part: PlacedPart, held: Held) => {
    const breach = part.test(review, held);
    return breach ? (breach.amount ?? 1) : 0;
  };
  describe.each(reviews)('%s', (_name, review) => {
    it.each(parts)('$name', ({ part }) => {
      const sessions = sessionsToPlace(review);
      const alike = sessions.flatMap((a) =>
        sessions
          .filter(
            (b) =>
              a.id < b.id &&
              a.minutes === b.minutes &&
              // A visit takes its travel with it: other times.
              (a.kind === 'site-visit') === (b.kind === 'site-visit') &&
              part.alike!(review, a) === part.alike!(review, b),
          )
          .map((b) => [a, b] as const),
      );
      if (alike.length === 0) return;
      const looks = part.looksAt.includes('peers') ? undefined : 1;
      fc.assert(
        fc.property(
          fc.constantFrom(...alike),
          when,
          fc.constantFrom(...placesOf(review)),
          peersOf(review),
          ([a, b], time, place, peers) => {
            // A host's office is the session's own.
            const who = peers.slice(0, looks);
            const [one, other] = [a, b].map((s) => answer(review, part, holdAt(review, s, time, place, who)));
            expect(one).toBe(other);
          },
        ),
        { numRuns: 150, seed: 11 },
      );
    });
  });
});

describe('what a rule about a piece of the week does not look at makes no difference to it', () => {
  const parts = named((part): WholePart | undefined =>
    part.shape === 'whole' && part.looksAt ? part : undefined,
  );
  const amount = (review: Review, part: WholePart, held: readonly Held[]) =>
    breachesOf(review, part, held, {}).reduce((sum, b) => sum + (b.amount ?? 1), 0);
  describe.each(reviews)('%s', (_name, review) => {
    it.each(parts)('$name', ({ part }) => {
      const sessions = sessionsToPlace(review).filter((s) => s.kind !== 'site-visit');
      const places = placesOf(review);
      const one = fc.tuple(when, fc.nat(places.length - 1), fc.nat(places.length - 1), peersOf(review));
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.constantFrom(...sessions), one), { maxLength: 8 }), (drawn) => {
          const own = [...new Map(drawn.map(([s, d]) => [s.id, [s, d] as const])).values()];
          const hold = (second: boolean) =>
            own
              .map(([s, [time, p, q, peers]]) =>
                holdAt(review, s, time, places[second && !part.looksAt!.includes('place') ? q : p]!, peers),
              )
              .sort(
                (a, b) => a.placement.start - b.placement.start || (a.session.id < b.session.id ? -1 : 1),
              );
          expect(amount(review, part, hold(true))).toBe(amount(review, part, hold(false)));
        }),
        { numRuns: 80, seed: 5 },
      );
    });
  });
});
