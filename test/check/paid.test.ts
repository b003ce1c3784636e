import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateReview, generateTiny } from '../../fixtures/generate.ts';
import { search } from '../../solver/solve.ts';
import { check } from '../../src/check/check.ts';
import { paidFor } from '../../src/check/paid.ts';
import { costOf } from '../../src/check/verdict.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

/*
 * For any programme and any step:
 * 1. the lines of each tier add up to its total, to the last digit;
 * 2. the total is what the programme costs in that tier, to the step;
 * 3. no line is further from what its finding asks than a step.
 */
function addsUp(review: Review, programme: Programme): void {
  const findings = check(review, programme);
  const cost = costOf(review, programme, findings);
  for (const step of [0.001, 0.1]) {
    const paid = paidFor(review, programme, findings, step);
    const inSteps = (n: number) => Math.round(n / step);
    expect(paid.map((t) => t.lines.reduce((sum, line) => sum + inSteps(line.amount), 0))).toEqual(
      paid.map((t) => inSteps(t.total)),
    );
    expect(paid.map((t) => inSteps(t.total))).toEqual(cost.map(inSteps));
    const asked = findings.filter((f) => f.kind === 'want').map((f) => f.points);
    const told = paid.flatMap((t) => t.lines.filter((line) => line.rule).map((line) => line.amount));
    expect(told).toHaveLength(asked.length);
    const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
    sorted(told).forEach((amount, n) => {
      expect(Math.abs(amount - sorted(asked)[n]!)).toBeLessThanOrEqual(step + 1e-9);
    });
  }
}

describe('each thing paid is told, and the sums are the cost', () => {
  it('in the sample as the manual prints it', () => addsUp(sampleReview(), sampleProgramme()));

  it('in a built week that leaves some out', () => {
    const review = generateReview({ size: 'S', tightness: 'over', seed: 4 });
    addsUp(review, search(review, { seed: 1, timeLimit: 0.5 }, () => false).programme);
  });

  it('in small weeks', () => {
    fc.assert(
      fc.property(fc.nat(500), (n) => {
        const review = generateTiny(n);
        addsUp(review, search(review, { seed: 1, timeLimit: 0.1 }, () => false).programme);
      }),
      { numRuns: 20 },
    );
  });

  it('says a session that has no place by its name, in the tier of its priority', () => {
    const review = sampleReview();
    const [first, ...rest] = sampleProgramme().placements;
    const programme = sampleProgramme({ placements: rest });
    const session = review.sessions.find((s) => s.id === first!.session)!;
    const [must] = paidFor(review, programme, check(review, programme));
    expect(must).toEqual({
      tier: 1,
      total: 1,
      lines: [
        {
          amount: 1,
          who: session.contacts,
          sessions: [session.id],
          sentence: `${session.title} has no place.`,
        },
      ],
    });
  });
});
