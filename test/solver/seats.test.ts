import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateReview, generateTiny } from '../../fixtures/generate.ts';
import { elsewhereIn } from '../../solver/explain/elsewhere/elsewhere.ts';
import { seatIn, seatsIn } from '../../solver/explain/elsewhere/seats.ts';
import { swapIn } from '../../solver/explain/elsewhere/swap.ts';
import { OpenWeek } from '../../solver/explain/elsewhere/week.ts';
import { search } from '../../solver/solve.ts';
import { check } from '../../src/check/check.ts';
import type { Way } from '../../src/check/elsewhere.ts';
import { isBroken } from '../../src/check/finding.ts';
import { verdict } from '../../src/check/verdict.ts';
import { placing } from '../../src/programme/edit.ts';
import type { Programme } from '../../src/programme/programme.ts';

const long = process.env.PEERWEEK_LONG !== undefined;

/*
 * For every seat and every swap that is offered in a small programme that breaks nothing:
 * 1. made, the programme costs what was said, and breaks nothing;
 * 2. a seat is at the time asked for, in another room or with another pair than every other of its list;
 * 3. a swap has each of the two end where the other did, and moves nobody else;
 * 4. asking changes nothing: asked again, all of it is the same, and so is everywhere else that the session could go.
 */
describe('rooms, pairs and swaps at a time', () => {
  const made = (programme: Programme, { placement, others }: Way): Programme =>
    placing([placement, ...others.flatMap((o) => o.after ?? [])])(programme);

  it('are what the checker says of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (seed) => {
        const review = generateTiny(seed);
        const { programme } = search(review, { seed: 1, timeLimit: 0.2 }, () => false);
        if (check(review, programme).some(isBroken)) return;
        const week = new OpenWeek(review, programme);
        const holds = (way: Way): void => {
          const after = made(programme, way);
          const findings = check(review, after);
          expect(findings.filter(isBroken)).toEqual([]);
          expect(verdict(review, after, findings).cost).toEqual(way.cost);
        };
        for (const { session, start } of programme.placements) {
          const before = elsewhereIn(week, session);
          const seats = seatsIn(week, session, start);
          for (const way of [...seats.rooms, ...seats.pairs]) {
            holds(way);
            expect(way.placement.start).toBe(start);
            expect(seatIn(week, session, way.placement)?.cost).toEqual(way.cost);
          }
          const rooms = seats.rooms.map((w) => JSON.stringify(w.placement.place));
          expect(new Set(rooms).size).toBe(rooms.length);
          for (const other of programme.placements) {
            const swap = swapIn(week, session, other.session);
            if (!swap?.ok) continue;
            holds(swap.way);
            const mine = programme.placements.find((p) => p.session === session);
            expect(swap.way.placement.end).toBe(other.end);
            expect(swap.way.others.map((o) => [o.session, o.after?.end])).toEqual([
              [other.session, mine?.end],
            ]);
          }
          expect(seatsIn(week, session, start)).toEqual(seats);
          expect(elsewhereIn(week, session)).toEqual(before);
        }
      }),
      { numRuns: long ? 200 : 15 },
    );
  });

  it('are not offered to two that end together: each would stay where it is', () => {
    const review = generateReview({ size: 'S', tightness: 'loose', seed: 3 });
    const { programme } = search(review, { seed: 1, effort: 'quick', explain: false }, () => false);
    const week = new OpenWeek(review, programme);
    const beside = programme.placements.flatMap((a) =>
      programme.placements
        .filter((b) => a.session !== b.session && a.end === b.end && a.start !== b.start)
        .map((b) => swapIn(week, a.session, b.session)),
    );
    expect(beside.length).toBeGreaterThan(0);
    expect(new Set(beside)).toEqual(new Set([undefined]));
  });
});
