import { describe, expect, it } from 'vitest';
import { themeMatch } from '../../src/rules/theme-match.ts';
import { aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const rose = aPeer('rose', { name: 'Rose Adeyemi', themes: ['leadership'] });
const sam = aPeer('sam', { name: 'Sam Bell', themes: ['capacity'] });
const tim = aPeer('tim', { name: 'Tim Cole', themes: [] });
const una = aPeer('una', { name: 'Una Dean', themes: ['leadership'], interviews: false });
const review = aReview({
  peers: [rose, sam, tim, una],
  keyLinesOfEnquiry: [{ id: 'neglect', title: 'Neglect' }],
  sessions: [aSession('budget', { themes: ['capacity'] })],
});
const leader = aSession('leader', { title: 'the council leader', themes: ['leadership'] });
const nurse = aSession('nurse', { title: 'the nurse', themes: ['neglect'] });
const plain = aSession('plain');
const visit = aSession('visit', { kind: 'site-visit', includes: ['budget'] });

describe('theme-match (manual 175)', () => {
  describe('kept', () => {
    it.each([
      ['one of the pair specialises', aHeld(leader, 2, 9, 0, { peers: ['tim', 'rose'] })],
      ['one alone who specialises', aHeld(leader, 2, 9, 0, { peers: ['rose'] })],
      ['a session without themes', aHeld(plain, 2, 9, 0, { peers: ['tim'] })],
      ['a theme of a session that the visit includes', aHeld(visit, 2, 9, 0, { peers: ['sam', 'tim'] })],
      ['a session that nobody takes, which is rule pair’s to say', aHeld(leader, 2, 9, 0)],
    ])('%s', (_, held) => expect(speaks(themeMatch, review, [held])).toEqual([]));
  });

  describe('broken, at 20 points', () => {
    it('neither specialises', () => {
      expect(speaks(themeMatch, review, [aHeld(leader, 2, 9, 0, { peers: ['sam', 'tim'] })])).toEqual([
        'Nobody who takes the council leader on Tuesday, 9.00am to 10.00am specialises in its themes (“Vision, strategy and leadership”). Peers who do: Rose Adeyemi.',
      ]);
      expect(themeMatch.parts[0]?.weight).toBe(20);
    });
    it('nobody in the team could', () => {
      expect(speaks(themeMatch, review, [aHeld(nurse, 2, 9, 0, { peers: ['sam', 'rose'] })])).toEqual([
        'Nobody who takes the nurse on Tuesday, 9.00am to 10.00am specialises in its themes (“Neglect”). No interviewing peer does: ask one to.',
      ]);
    });
  });
});
