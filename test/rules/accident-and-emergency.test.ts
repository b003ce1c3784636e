import { describe, expect, it } from 'vitest';
import { accidentAndEmergency } from '../../src/rules/accident-and-emergency.ts';
import { aHeld, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const hospital = aSession('hospital', {
  kind: 'site-visit',
  visit: 'accident-and-emergency',
  title: 'The emergency department',
});
const doctor = aSession('doctor', { title: 'The designated doctor' });
const acuteTrust = aSession('acute-trust', {
  kind: 'site-visit',
  title: 'A morning at the hospital',
  includes: ['hospital'],
});
const review = aReview({ sessions: [hospital, doctor] });
const combined = aReview({ sessions: [hospital, acuteTrust] });

describe('accident-and-emergency (manual 1462, 1556-1558)', () => {
  describe('kept', () => {
    it('a visit to accident and emergency', () =>
      expect(
        speaks(accidentAndEmergency, review, [aHeld(doctor, 2, 9, 0), aHeld(hospital, 3, 10, 0)]),
      ).toEqual([]));
    it('a longer visit in the course of which it is held', () =>
      expect(speaks(accidentAndEmergency, combined, [aHeld(acuteTrust, 3, 10, 0)])).toEqual([]));
    it('a review with such a must session', () => {
      expect(speaks(accidentAndEmergency, review, [], 'review')).toEqual([]);
      expect(speaks(accidentAndEmergency, combined, [], 'review')).toEqual([]);
    });
  });

  describe('broken', () => {
    it('it is a session, and left out', () =>
      expect(speaks(accidentAndEmergency, review, [aHeld(doctor, 2, 9, 0)])).toEqual([
        'There is no visit to accident and emergency in the programme: The emergency department has no place in it.',
      ]));
    it('no session is one: another visit is not enough', () => {
      const other = aSession('other', { kind: 'site-visit', visit: 'duty-desk' });
      const without = aReview({ sessions: [other] });
      expect(speaks(accidentAndEmergency, without, [aHeld(other, 3, 10, 0)])).toEqual([
        'There is no visit to accident and emergency in the programme, and no session of the review is one: add it.',
      ]);
      expect(speaks(accidentAndEmergency, without, [], 'review')).toEqual([
        'No session is a visit to accident and emergency: every programme has one, so add it.',
      ]);
    });
    it('it only should be placed, or what includes it only should', () => {
      const should = aReview({ sessions: [{ ...hospital, priority: 'should' }] });
      expect(speaks(accidentAndEmergency, should, [], 'review')).toEqual([
        'The emergency department is only a “should”: every programme has a visit to accident and emergency, so make it a “must”.',
      ]);
      const could = aReview({ sessions: [hospital, { ...acuteTrust, priority: 'could' }] });
      expect(speaks(accidentAndEmergency, could, [], 'review')).toEqual([
        'A morning at the hospital is only a “could”: every programme has a visit to accident and emergency, so make it a “must”.',
      ]);
    });
  });
});
