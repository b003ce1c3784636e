import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/check/finding.ts';
import { costOf, verdict } from '../../src/check/verdict.ts';
import { compareCosts } from '../../src/programme/programme.ts';
import { aPlacement, aProgramme, aReview, aSession } from '../support/cast.ts';

const leader = aSession('leader');
const chief = aSession('chief');
const doctor = aSession('doctor', { priority: 'should' });
const youth = aSession('youth', { priority: 'could' });
const visit = aSession('visit', { kind: 'site-visit', includes: ['ward'] });
const ward = aSession('ward');
const review = aReview({ sessions: [leader, chief, doctor, youth, visit, ward] });
const everything = aProgramme([
  aPlacement(leader, 1, 14, 0),
  aPlacement(chief, 1, 15, 0),
  aPlacement(doctor, 2, 9, 0),
  aPlacement(youth, 2, 10, 0),
  aPlacement(visit, 3, 10, 0),
]);
const without = (...ids: string[]) =>
  aProgramme(everything.placements.filter((placement) => !ids.includes(placement.session)));

const aFinding = (over: Partial<Finding>): Finding => ({
  rule: 'a-rule',
  part: 'rule',
  kind: 'want',
  waivable: false,
  blocksApproval: false,
  points: 0,
  who: [],
  sessions: [],
  sentence: 'Something is so.',
  manual: ['1446'],
  ...over,
});
const must = aFinding({ kind: 'must', waivable: true });
const waived = aFinding({
  kind: 'must',
  waivable: true,
  waiver: { rule: 'a-rule', about: 'leader', by: 'Rae Manager', at: '2026-03-01', because: 'Agreed.' },
});

describe('the cost of a programme (rules.md, “Tiers”)', () => {
  it('is nothing where everything is placed and nothing is paid for', () =>
    expect(costOf(review, everything, [])).toEqual([0, 0, 0, 0, 0, 0]));

  it('counts what is not placed by its priority; what a visit takes in is placed with it', () => {
    expect(costOf(review, without('leader', 'doctor', 'youth'), [])).toEqual([1, 1, 0, 0, 1, 0]);
    expect(costOf(review, without('visit'), [])).toEqual([1, 0, 0, 0, 0, 0]);
    expect(costOf(review, aProgramme([]), [])).toEqual([3, 1, 0, 0, 1, 0]);
  });

  it('adds singles, third streams with evenings, and points, each in its tier; musts and checks pay nothing', () =>
    expect(
      costOf(review, everything, [
        aFinding({ tier: 3, points: 1 }),
        aFinding({ tier: 3, points: 1 }),
        aFinding({ tier: 4, points: 1, rule: 'few-evenings' }),
        aFinding({ tier: 4, points: 1, rule: 'third-stream-seldom' }),
        aFinding({ tier: 4, points: 1, rule: 'third-stream-seldom' }),
        aFinding({ points: 20 }),
        aFinding({ points: 50 / 15 }),
        aFinding({ kind: 'must', points: 7 }),
        aFinding({ kind: 'check', points: 7 }),
      ]),
    ).toEqual([0, 0, 2, 3, 0, 23.333]));

  it('compares tier by tier: one must left out outweighs any number of points', () => {
    const dear = costOf(review, without('youth'), [
      aFinding({ points: 9999 }),
      aFinding({ tier: 4, points: 9 }),
    ]);
    expect(compareCosts(costOf(review, without('leader'), []), dear)).toBeGreaterThan(0);
    expect(compareCosts(dear, costOf(review, without('doctor'), []))).toBeLessThan(0);
    expect(compareCosts(dear, dear)).toBe(0);
  });
});

describe('the verdict', () => {
  it('is good where every must rule is kept or waived and every must session placed', () =>
    expect(verdict(review, without('doctor', 'youth'), [waived, aFinding({ points: 4 })])).toEqual({
      good: true,
      broken: [],
      missing: [],
      cost: [0, 1, 0, 0, 1, 4],
    }));

  it('is not good with a must rule broken', () =>
    expect(verdict(review, everything, [must, waived])).toEqual({
      good: false,
      broken: [must],
      missing: [],
      cost: [0, 0, 0, 0, 0, 0],
    }));

  it('is not good with must sessions left out, and names them', () =>
    expect(verdict(review, without('chief', 'visit', 'doctor'), [])).toEqual({
      good: false,
      broken: [],
      missing: ['chief', 'visit'],
      cost: [2, 1, 0, 0, 0, 0],
    }));
});
