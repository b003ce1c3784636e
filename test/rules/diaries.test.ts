import { describe, expect, it } from 'vitest';
import { openDiary } from '../../src/review/diary.ts';
import { diaries } from '../../src/rules/diaries.ts';
import { at } from '../../src/time/span.ts';
import { aContact, aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview({
  peers: [
    aPeer('rose', {
      name: 'Rose Adeyemi',
      diary: { ...openDiary, busy: [{ from: at(2, 10), to: at(2, 11) }] },
    }),
    aPeer('sam', { name: 'Sam Bell' }),
  ],
  contacts: [
    aContact('dee', {
      name: 'Dee Okoro',
      diary: {
        busy: [{ from: at(2, 9), to: at(2, 11, 30) }],
        ifNeeded: [{ from: at(2, 16), to: at(2, 18) }],
        preferred: [{ from: at(2, 13, 30), to: at(2, 15) }],
      },
    }),
    aContact('finn', {
      name: 'Finn Hall',
      diary: { ...openDiary, ifNeeded: [{ from: at(2, 16), to: at(2, 17) }] },
    }),
  ],
  sessions: [aSession('nurses', { contacts: ['dee'] })],
});
const director = aSession('director', { title: 'the director', contacts: ['dee'] });
const board = aSession('board', { title: 'the board', contacts: ['dee', 'finn'] });
const doctor = aSession('doctor', { title: 'the designated doctor' });
const hospital = aSession('hospital', { kind: 'site-visit', title: 'the hospital', includes: ['nurses'] });

describe('diaries (manual 1446)', () => {
  describe('kept', () => {
    it.each([
      ['a session that starts as the contact becomes free', 'contacts', aHeld(director, 2, 11, 30)],
      ['a session that ends as the contact becomes busy', 'contacts', aHeld(director, 2, 8, 0)],
      ['the same hour of another day', 'contacts', aHeld(director, 3, 9, 0)],
      ['a peer whose diary is free', 'peers', aHeld(doctor, 2, 10, 0, { peers: ['sam'] })],
      ['a peer who is back in time', 'peers', aHeld(doctor, 2, 9, 0, { peers: ['rose'] })],
      ['a session within the preferred times', 'preferred', aHeld(director, 2, 14, 0)],
      ['a contact who prefers nothing', 'preferred', aHeld(doctor, 2, 9, 0)],
      ['a session before the times at a pinch', 'if-needed', aHeld(board, 2, 15, 0)],
    ])('%s', (_, part, held) => expect(speaks(diaries, review, [held], part)).toEqual([]));
  });

  describe('broken', () => {
    it('a contact who is busy', () => {
      expect(speaks(diaries, review, [aHeld(director, 2, 11, 0)])).toEqual([
        'Dee Okoro can’t be had for the director on Tuesday, 11.00am to 12.00pm: the diary says no.',
      ]);
    });
    it('a busy contact of a session that a visit includes', () => {
      expect(speaks(diaries, review, [aHeld(hospital, 2, 9, 0)])).toEqual([
        'Dee Okoro can’t be had for the hospital on Tuesday, 9.00am to 10.30am: the diary says no.',
      ]);
    });
    it('a peer who is busy on the way back', () => {
      const away = { from: at(2, 8, 30), to: at(2, 10, 15) };
      expect(
        speaks(diaries, review, [aHeld(doctor, 2, 9, 0, { peers: ['rose', 'sam'], away })], 'peers'),
      ).toEqual([
        'Rose Adeyemi can’t take the designated doctor on Tuesday, 8.30am to 10.15am: the diary says no.',
      ]);
    });
    it('a session half outside the preferred times: 4 points', () => {
      expect(speaks(diaries, review, [aHeld(director, 2, 14, 30)], 'preferred')).toEqual([
        'the director on Tuesday, 2.30pm to 3.30pm is outside the times that Dee Okoro would prefer.',
      ]);
      expect(diaries.parts.find((p) => p.name === 'preferred')?.weight).toBe(4);
    });
    it('a time that both offered only if needed: 10 points a contact', () => {
      expect(speaks(diaries, review, [aHeld(board, 2, 16, 0)], 'if-needed')).toEqual([
        'the board on Tuesday, 4.00pm to 5.00pm uses a time that Dee Okoro and Finn Hall offered only if needed.',
      ]);
      expect(diaries.parts.find((p) => p.name === 'if-needed')?.weight).toBe(10);
    });
  });
});
