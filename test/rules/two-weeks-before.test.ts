import { describe, expect, it } from 'vitest';
import { twoWeeksBefore } from '../../src/rules/two-weeks-before.ts';
import { aReview } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

// Day 1 is Monday 23 March 2026; two weeks before is Monday 9 March.
const review = aReview();
const says = (r = review, today?: string) =>
  speaks(twoWeeksBefore, r, [], 'rule', today === undefined ? {} : { today });

describe('two-weeks-before (manual 947, 1442)', () => {
  describe('kept', () => {
    it('approved two weeks before to the day', () =>
      expect(says(aReview({ approvedAt: '2026-03-09T17:00:00Z' }), '2026-03-22')).toEqual([]));
    it('not approved, and the day has not passed', () => expect(says(review, '2026-03-09')).toEqual([]));
    it('shared early is not approved, but nobody asks on a day', () =>
      expect(says(aReview({ sharedAt: '2026-01-09T17:00:00Z' }))).toEqual([]));
    it('approved three days before, where the council has agreed three', () =>
      expect(
        says(aReview({ approvedAt: '2026-03-20T09:00:00Z', limits: { 'two-weeks-before/days': 3 } })),
      ).toEqual([]));
  });

  describe('broken', () => {
    it('approved four days late', () =>
      expect(says(aReview({ approvedAt: '2026-03-13T09:00:00Z' }))).toEqual([
        'The programme was approved 4 days late: it was due on Monday 9 March.',
      ]));
    it('not approved the day after', () =>
      expect(says(review, '2026-03-10')).toEqual([
        'The programme is not approved yet: it was due on Monday 9 March, 1 day ago. It can still be approved.',
      ]));
    it('not approved once the week has begun', () =>
      expect(says(review, '2026-03-24')).toEqual([
        'The programme is not approved yet: it was due on Monday 9 March, 15 days ago. It can still be approved.',
      ]));
  });
});
