import { describe, expect, it } from 'vitest';
import { alignedEnds } from '../../src/rules/aligned-ends.ts';
import { at } from '../../src/time/span.ts';
import { aHeld, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview();
const leader = aSession('leader', { title: 'the council leader' });
const doctor = aSession('doctor', { title: 'the designated doctor' });
const partners = aSession('partners', { kind: 'focus-group', title: 'the partners’ group' });
const hospital = aSession('hospital', { kind: 'site-visit', title: 'accident and emergency', minutes: 135 });

describe('aligned-ends (manual 1454, 840)', () => {
  describe('kept', () => {
    it.each([
      ['two interviews of the same hour', [aHeld(leader, 2, 9, 0), aHeld(doctor, 2, 9, 0)]],
      [
        'an interview that takes the last hour of a focus group',
        [aHeld(leader, 2, 9, 30), aHeld(partners, 2, 9, 0)],
      ],
      ['one after the other', [aHeld(leader, 2, 9, 0), aHeld(doctor, 2, 10, 0)]],
      [
        'two blocks beside a visit that spans both',
        [aHeld(leader, 2, 9, 0), aHeld(doctor, 2, 10, 15), aHeld(hospital, 2, 9, 0)],
      ],
    ])('%s', (_, held) => expect(speaks(alignedEnds, review, held)).toEqual([]));
  });

  describe('broken', () => {
    it('an interview that ends half an hour before the focus group beside it', () => {
      expect(speaks(alignedEnds, review, [aHeld(leader, 2, 9, 0), aHeld(partners, 2, 9, 0)])).toEqual([
        'On Tuesday the council leader ends at 10.00am while the partners’ group runs 9.00am to 10.30am: they run side by side and should end together.',
      ]);
    });
    it('an interview in the first hour of a focus group that began before it', () => {
      expect(speaks(alignedEnds, review, [aHeld(partners, 2, 9, 0), aHeld(leader, 2, 9, 15)])).toEqual([
        'On Tuesday the council leader ends at 10.15am while the partners’ group runs 9.00am to 10.30am: they run side by side and should end together.',
      ]);
    });
    it('a visit that ends in the middle of an interview', () => {
      expect(speaks(alignedEnds, review, [aHeld(hospital, 2, 9, 0), aHeld(leader, 2, 10, 30)])).toEqual([
        'On Tuesday accident and emergency ends at 11.15am while the council leader runs 10.30am to 11.30am: they run side by side and should end together.',
      ]);
    });
    it('a visit whose journey home ends in the middle of an interview', () => {
      const home = aHeld(hospital, 2, 9, 30, {
        minutes: 90,
        away: { from: at(2, 9, 15), to: at(2, 11, 15) },
      });
      expect(speaks(alignedEnds, review, [home, aHeld(leader, 2, 10, 30)])).toEqual([
        'On Tuesday accident and emergency ends at 11.15am while the council leader runs 10.30am to 11.30am: they run side by side and should end together.',
      ]);
    });
  });
});
