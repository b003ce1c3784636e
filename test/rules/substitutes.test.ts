import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/review/session.ts';
import { substitutes } from '../../src/rules/substitutes.ts';
import { aContact, aHeld, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const session = (list: Session['substitutes']) =>
  aSession('doctor', { title: 'the doctor', contacts: ['ann'], substitutes: list });
const reviewOf = (...sessions: Session[]) =>
  aReview({
    contacts: [aContact('ann', { name: 'Ann Bird' }), aContact('bo', { name: 'Bo Cray' })],
    sessions,
  });
const says = (one: Session, inside: readonly Session[] = []) =>
  substitutes.parts.map((part) =>
    speaks(substitutes, reviewOf(one, ...inside), [aHeld(one, 2, 9, 0)], part.name),
  );

describe('substitutes (manual silent)', () => {
  describe('kept', () => {
    it.each([
      ['nobody else comes', session([])],
      ['the review manager agreed', session([{ for: 'ann', by: 'Bo Cray', agreedBy: 'Una Dean' }])],
    ])('%s', (_, one) => expect(says(one)).toEqual([[], []]));
  });

  describe('broken', () => {
    const sentence =
      'Bo Cray is to take the place of Ann Bird in the doctor, and the review manager has not agreed: record who agreed and when.';
    it.each([
      ['a name', 'Bo Cray'],
      ['another contact', 'bo'],
    ])('nobody agreed to %s', (_, by) =>
      expect(says(session([{ for: 'ann', by }]))).toEqual([[sentence], []]),
    );
    it('nobody agreed, in the course of a visit', () => {
      const visit = aSession('visit', { kind: 'site-visit', includes: ['doctor'] });
      expect(says(visit, [session([{ for: 'ann', by: 'bo' }])])).toEqual([[sentence], []]);
    });
    it('it was agreed, and the session does not say who comes', () => {
      expect(says(session([{ for: 'ann', by: ' ', agreedBy: 'Una Dean' }]))).toEqual([
        [],
        ['the doctor does not say who takes the place of Ann Bird: give the name.'],
      ]);
    });
    it('nobody agreed, and the session does not say who comes', () => {
      expect(says(session([{ for: 'ann', by: '' }]))[0]).toEqual([
        'somebody not yet named is to take the place of Ann Bird in the doctor, and the review manager has not agreed: record who agreed and when.',
      ]);
    });
  });
});
