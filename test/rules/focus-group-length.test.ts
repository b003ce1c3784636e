import { describe, expect, it } from 'vitest';
import { focusGroupLength } from '../../src/rules/focus-group-length.ts';
import { aHeld, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview();
const partners = aSession('partners', { kind: 'focus-group', title: 'the partners’ group' });
const leader = aSession('leader');

describe('focus-group-length (manual 1458)', () => {
  describe('kept', () => {
    it.each([
      ['an hour and a half', aHeld(partners, 2, 14, 30)],
      ['an interview is no focus group', aHeld(leader, 2, 14, 30)],
    ])('%s', (_, held) => expect(speaks(focusGroupLength, review, [held])).toEqual([]));
  });

  it('broken: the 135 minutes of the printed Tuesday', () =>
    expect(speaks(focusGroupLength, review, [aHeld(partners, 2, 10, 15, { minutes: 135 })])).toEqual([
      'the partners’ group on Tuesday, 10.15am to 12.30pm is given 135 minutes: a focus group takes 90.',
    ]));

  it('may be waived', () => expect(focusGroupLength.parts[0]?.waivable).toBe(true));
});
