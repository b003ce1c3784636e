import { describe, expect, it } from 'vitest';
import { roughDraftEarly } from '../../src/rules/rough-draft-early.ts';
import { aReview } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

// Day 1 is Monday 23 March 2026; six weeks before is Monday 9 February.
const review = aReview();
const sharedAt = (at: string) => aReview({ sharedAt: at });
const says = (r = review, today?: string) =>
  speaks(roughDraftEarly, r, [], 'rule', today === undefined ? {} : { today });

describe('rough-draft-early (manual 1446)', () => {
  describe('kept', () => {
    it('shared six weeks before to the day', () =>
      expect(says(sharedAt('2026-02-09T16:00:00Z'), '2026-03-20')).toEqual([]));
    it('not shared, and the day has not passed', () => expect(says(review, '2026-02-09')).toEqual([]));
    it('neither shared nor asked on any day', () => expect(says()).toEqual([]));
    it('shared four weeks before, where the council has agreed four', () =>
      expect(
        says(aReview({ sharedAt: '2026-02-23T09:00:00Z', limits: { 'rough-draft-early/weeks': 4 } })),
      ).toEqual([]));
    it('shared at the last minute of a summer evening, by the clock on the wall', () => {
      // Day 1 is Monday 7 September 2026; the draft is due on Monday 27 July, an hour ahead of UTC.
      const week = { firstDay: '2026-09-07', zone: 'Europe/London' };
      expect(says(aReview({ week, sharedAt: '2026-07-27T22:59:00Z' }))).toEqual([]);
      expect(says(aReview({ week, sharedAt: '2026-07-27T23:00:00Z' }))).toHaveLength(1);
    });
  });

  describe('broken', () => {
    it('shared a day late', () =>
      expect(says(sharedAt('2026-02-10T09:00:00Z'))).toEqual([
        'The rough draft was shared with the review manager 1 day late: it was due on Monday 9 February.',
      ]));
    it('not shared, twelve days after it was due', () =>
      expect(says(review, '2026-02-21')).toEqual([
        'No rough draft has been shared with the review manager: it was due on Monday 9 February, 12 days ago. Share it as it is.',
      ]));
  });
});
