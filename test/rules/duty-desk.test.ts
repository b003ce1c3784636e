import { describe, expect, it } from 'vitest';
import { dutyDesk } from '../../src/rules/duty-desk.ts';
import { aHeld, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const desk = aSession('desk', { kind: 'site-visit', visit: 'duty-desk', title: 'The front door team' });
const hospital = aSession('hospital', { kind: 'site-visit', visit: 'accident-and-emergency' });
const review = aReview({ sessions: [desk, hospital] });

describe('duty-desk (manual 1556-1559)', () => {
  describe('kept', () => {
    it('a visit to the duty desk', () =>
      expect(speaks(dutyDesk, review, [aHeld(desk, 2, 10, 15)])).toEqual([]));
    it('a focus group held at the desk, marked as that visit', () => {
      const group = aSession('group', { kind: 'focus-group', visit: 'duty-desk' });
      expect(speaks(dutyDesk, aReview({ sessions: [group] }), [aHeld(group, 2, 10, 15)])).toEqual([]);
    });
    it('a review with such a must session', () => expect(speaks(dutyDesk, review, [], 'review')).toEqual([]));
  });

  describe('broken', () => {
    it('left out, though accident and emergency is visited', () =>
      expect(speaks(dutyDesk, review, [aHeld(hospital, 3, 10, 15)])).toEqual([
        'There is no visit to the duty desk in the programme: The front door team has no place in it.',
      ]));
    it('nowhere in the review', () =>
      expect(speaks(dutyDesk, aReview({ sessions: [hospital] }), [], 'review')).toEqual([
        'No session is a visit to the duty desk: every programme has one, so add it.',
      ]));
    it('only a should', () =>
      expect(
        speaks(dutyDesk, aReview({ sessions: [{ ...desk, priority: 'should' }] }), [], 'review'),
      ).toEqual([
        'The front door team is only a “should”: every programme has a visit to the duty desk, so make it a “must”.',
      ]));
  });
});
