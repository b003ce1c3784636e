import { describe, expect, it } from 'vitest';
import { presentationPreparation } from '../../src/rules/presentation-preparation.ts';
import { aHeld, aReview, aSession } from '../support/cast.ts';
import { aWindow, withoutEvents, withWindows } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview();
const leader = aSession('leader', { title: 'the council leader' });

describe('presentation-preparation (manual 1617)', () => {
  describe('kept', () => {
    it.each([
      ['a session that ends at noon', aHeld(leader, 4, 11, 0)],
      ['an afternoon of another day', aHeld(leader, 3, 14, 0)],
      ['day 1’s preparation is for five-day-week', aHeld(leader, 1, 9, 0)],
    ])('%s', (_, held) => expect(speaks(presentationPreparation, review, [held])).toEqual([]));
    it.each([
      ['the frame of Appendix 11', review],
      ['an evening window of day 4', withWindows([aWindow(4, 20, 21, { evening: true })])],
    ])('%s', (_, r) => expect(speaks(presentationPreparation, r, [], 'frame')).toEqual([]));
  });

  describe('broken', () => {
    it('a session in the afternoon of day 4', () =>
      expect(speaks(presentationPreparation, review, [aHeld(leader, 4, 14, 0)])).toEqual([
        'the council leader on Thursday, 2.00pm to 3.00pm runs into “Team prepares the final presentation and conference”, 1.00pm to 5.30pm.',
      ]));
    it.each([
      [
        'no time to prepare',
        withoutEvents(['preparation-4']),
        'The team has no time on the afternoon of Thursday to prepare the final presentation.',
      ],
      [
        'a window in the afternoon',
        withWindows([aWindow(4, 13, 15)]),
        'Thursday, 1.00pm to 3.00pm is set aside for sessions: the afternoon, from 12.00pm, is for preparing the final presentation.',
      ],
    ])('%s', (_, r, sentence) => expect(speaks(presentationPreparation, r, [], 'frame')).toEqual([sentence]));
  });
});
