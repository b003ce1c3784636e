import { describe, expect, it } from 'vitest';
import { byPhone } from '../../src/rules/by-phone.ts';
import { aContact, aHeld, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview({
  contacts: [
    aContact('ann', { name: 'Ann Bird', phoneAgreed: true }),
    aContact('bo', { name: 'Bo Cray' }),
    aContact('cy', { name: 'Cy Dunn' }),
  ],
});
const agreed = aSession('agreed', { contacts: ['ann'] });
const doctors = aSession('doctors', { title: 'the doctors', contacts: ['ann', 'bo', 'cy'] });
const phone = { place: { phone: true } } as const;

describe('by-phone (manual 1466)', () => {
  describe('kept', () => {
    it.each([
      ['a call that the review manager agreed to', aHeld(agreed, 2, 9, 0, phone)],
      ['in the contact’s office', aHeld(doctors, 2, 9, 0)],
      ['in a room', aHeld(doctors, 2, 9, 0, { place: { room: 'base' } })],
    ])('%s', (_, held) => expect(speaks(byPhone, review, [held])).toEqual([]));
  });

  describe('broken', () => {
    it('a call with three people, agreed for one of them', () => {
      expect(speaks(byPhone, review, [aHeld(doctors, 2, 9, 0, phone)])).toEqual([
        'the doctors on Tuesday, 9.00am to 10.00am is by phone, and the review manager has not agreed to that for Bo Cray and Cy Dunn: record the agreement, or see them on site.',
      ]);
      expect(byPhone.parts[0]?.waivable).toBe(true);
    });
  });
});
