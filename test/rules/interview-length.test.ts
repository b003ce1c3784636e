import { describe, expect, it } from 'vitest';
import { interviewLength } from '../../src/rules/interview-length.ts';
import { aHeld, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview();
const leader = aSession('leader', { title: 'the council leader' });
const debrief = aSession('debrief', { kind: 'debrief' });
const visit = aSession('visit', { kind: 'site-visit' });

describe('interview-length (manual 1456)', () => {
  describe('kept', () => {
    it.each([
      ['an hour', aHeld(leader, 1, 14, 0)],
      ['a debrief is no interview', aHeld(debrief, 3, 9, 0, { minutes: 30 })],
      ['nor is a visit', aHeld(visit, 2, 10, 15, { minutes: 135 })],
    ])('%s', (_, held) => expect(speaks(interviewLength, review, [held])).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'the 75 minutes of the printed Monday',
        aHeld(leader, 1, 16, 15, { minutes: 75 }),
        'the council leader on Monday, 4.15pm to 5.30pm is given 75 minutes: an interview takes 60, 45 of them talk and 15 to change over and write notes.',
      ],
      [
        'the 50 minutes of the printed Thursday',
        aHeld(leader, 4, 10, 10, { minutes: 50 }),
        'the council leader on Thursday, 10.10am to 11.00am is given 50 minutes: an interview takes 60, 45 of them talk and 15 to change over and write notes.',
      ],
    ])('%s', (_, held, sentence) => expect(speaks(interviewLength, review, [held])).toEqual([sentence]));
  });

  it('may be waived', () => expect(interviewLength.parts[0]?.waivable).toBe(true));
});
