import { describe, expect, it } from 'vitest';
import type { Held } from '../../src/programme/placement.ts';
import { secondInterviews } from '../../src/rules/second-interviews.ts';
import { aHeld, aReview, aSession } from '../support/cast.ts';
import { aWindow } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

// One morning of four hours, for two streams.
const review = aReview({ frame: { events: [], windows: [aWindow(2, 9, 13)] } });
const session = (id: string) => aSession(id);
const taken = (...rows: readonly (readonly [hour: number, minute: number, minutes: number])[]): Held[] =>
  rows.map(([hour, minute, minutes], i) => aHeld(session(`s${i}`), 2, hour, minute, { minutes }));

describe('second-interviews (manual 840)', () => {
  describe('kept', () => {
    it.each([
      ['an hour in each stream', review, taken([9, 0, 180], [9, 0, 180])],
      ['two hours in one stream', review, taken([9, 0, 240], [9, 0, 60], [10, 0, 60])],
      ['an empty week', review, []],
      [
        'none asked for',
        { ...review, limits: { 'second-interviews/blocks': 0 } },
        taken([9, 0, 240], [9, 0, 240]),
      ],
      [
        'a record review takes no stream',
        review,
        [...taken([9, 0, 180], [9, 0, 180]), aHeld(aSession('records', { kind: 'record-review' }), 2, 12, 0)],
      ],
    ])('%s', (_, r, held) => expect(speaks(secondInterviews, r, held)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'one hour in all',
        taken([9, 0, 240], [9, 0, 180]),
        'The week has room for only 1 second interview: 2 free hours would be usual, one for each stream.',
      ],
      [
        'half hours: 9.00, 10.30 and 12.30 in both streams',
        taken([9, 30, 60], [9, 30, 60], [11, 0, 90], [11, 0, 90]),
        'The week has room for no second interview: 2 free hours would be usual, one for each stream.',
      ],
    ])('%s', (_, held, sentence) => expect(speaks(secondInterviews, review, held)).toEqual([sentence]));

    it('evenings are not room', () => {
      const evening = aWindow(2, 20, 22, { evening: true });
      const r = aReview({ frame: { events: [], windows: [...review.frame.windows, evening] } });
      expect(speaks(secondInterviews, r, taken([9, 0, 240], [9, 0, 240]))).toEqual([
        'The week has room for no second interview: 2 free hours would be usual, one for each stream.',
      ]);
    });
  });
});
