import { describe, expect, it } from 'vitest';
import { breachesOf } from '../../src/check/breaches.ts';
import { standardThemes } from '../../src/review/themes.ts';
import { themesCovered } from '../../src/rules/themes-covered.ts';
import { aContact, aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const all = standardThemes.map((t) => t.id);
const rose = aPeer('rose', { name: 'Rose Adeyemi', themes: all });
const sam = aPeer('sam', { name: 'Sam Bell' });
const neglect = { id: 'neglect', title: 'Neglect' };
const three = ['one', 'two', 'three'].map((id) => aSession(id, { themes: all, contacts: ['dee'] }));
const base = { peers: [rose, sam], contacts: [aContact('dee')], sessions: three };
const review = aReview(base);
const byRose = three.map((s, i) => aHeld(s, 2, 9 + i, 0, { peers: ['sam', 'rose'] }));

describe('themes-covered (manual 87-97, 1484, 1550)', () => {
  describe('kept', () => {
    it('three sessions with every theme, each with a peer who specialises', () => {
      for (const part of themesCovered.parts)
        expect(speaks(themesCovered, review, byRose, part.name)).toEqual([]);
    });
    it('two, where the council asks for two', () => {
      const two = aReview({ ...base, sessions: three.slice(1), limits: { 'themes-covered': 2 } });
      for (const part of themesCovered.parts)
        expect(speaks(themesCovered, two, byRose.slice(1), part.name)).toEqual([]);
    });
    it('an added enquiry with a peer and somebody to see', () => {
      const added = aReview({
        ...base,
        peers: [aPeer('rose', { themes: [...all, 'neglect'] })],
        keyLinesOfEnquiry: [neglect],
        sessions: three.map((s) => ({ ...s, themes: [...all, 'neglect'] })),
      });
      for (const part of ['rule', 'specialist', 'enquiries'])
        expect(speaks(themesCovered, added, [], part)).toEqual([]);
    });
  });

  describe('broken', () => {
    it('too few sessions are about an added enquiry, nobody specialises in it and nobody is to be seen', () => {
      const group = aSession('group', { kind: 'focus-group', themes: ['neglect'] });
      const added = aReview({ ...base, keyLinesOfEnquiry: [neglect], sessions: [...three, group] });
      expect(speaks(themesCovered, added, [])).toEqual([
        '“Neglect” is a theme of one session (at least 3 wanted): add it to those that explore it.',
      ]);
      expect(speaks(themesCovered, added, [], 'specialist')).toEqual([
        'No interviewing peer specialises in “Neglect”: agree with one that they do.',
      ]);
      expect(speaks(themesCovered, added, [], 'enquiries')).toEqual([
        'Nobody is to be seen about “Neglect”, which the council added: say who can speak about it.',
      ]);
    });
    it('a session that a visit includes counts once, with its visit', () => {
      const visit = aSession('visit', { kind: 'site-visit', themes: ['capacity'], includes: ['inner'] });
      const inner = aSession('inner', { themes: ['capacity', 'outcomes'] });
      const small = aReview({ ...base, sessions: [visit, inner], limits: { 'themes-covered': 1 } });
      expect(speaks(themesCovered, small, [])).toEqual([
        '“Effective practice, service delivery and the voice of the child” is a theme of no session (at least 1 wanted): add it to those that explore it.',
        '“Working together, the health and wellbeing board included” is a theme of no session (at least 1 wanted): add it to those that explore it.',
        '“Vision, strategy and leadership” is a theme of no session (at least 1 wanted): add it to those that explore it.',
      ]);
    });
    it('sessions that somebody else takes: 10 points for each that is short', () => {
      const explored = themesCovered.parts.find((p) => p.name === 'explored')!;
      const leadership = three.map((s) => ({ ...s, themes: ['leadership'] }));
      const only = aReview({ ...base, sessions: leadership, limits: { 'themes-covered': 3 } });
      const held = leadership.map((s, i) => aHeld(s, 2, 9 + i, 0, { peers: [i === 0 ? 'rose' : 'sam'] }));
      expect(breachesOf(only, explored, held, {}).map((b) => [b.amount, b.say()])).toEqual([
        [
          3,
          '“Effective practice, service delivery and the voice of the child” is explored in no session with a peer who specialises in it (at least 3 wanted).',
        ],
        [
          3,
          '“Outcomes, impact and performance management” is explored in no session with a peer who specialises in it (at least 3 wanted).',
        ],
        [
          3,
          '“Working together, the health and wellbeing board included” is explored in no session with a peer who specialises in it (at least 3 wanted).',
        ],
        [
          3,
          '“Capacity and managing resources” is explored in no session with a peer who specialises in it (at least 3 wanted).',
        ],
        [
          2,
          '“Vision, strategy and leadership” is explored in one session with a peer who specialises in it (at least 3 wanted).',
        ],
      ]);
      expect(explored.weight).toBe(10);
    });
  });
});
