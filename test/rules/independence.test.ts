import { describe, expect, it } from 'vitest';
import { independence } from '../../src/rules/independence.ts';
import { aContact, aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview({
  peers: [
    aPeer('rose', { name: 'Rose Adeyemi', knows: ['dee', 'finn'] }),
    aPeer('sam', {
      name: 'Sam Bell',
      relationship: { what: 'worked there until 2019', acceptedBy: 'Dee Okoro' },
    }),
  ],
  contacts: [
    aContact('dee', { name: 'Dee Okoro' }),
    aContact('finn', { name: 'Finn Hall' }),
    aContact('gus', { name: 'Gus Ito' }),
  ],
  sessions: [aSession('nurses', { contacts: ['dee'] })],
});
const director = aSession('director', { title: 'the director', contacts: ['dee'] });
const board = aSession('board', { title: 'the board', contacts: ['gus', 'dee', 'finn'] });
const chair = aSession('chair', { title: 'the chair', contacts: ['gus'] });
const hospital = aSession('hospital', { kind: 'site-visit', title: 'the hospital', includes: ['nurses'] });

describe('independence (manual 192)', () => {
  describe('kept', () => {
    it.each([
      ['a peer who knows nobody', aHeld(director, 2, 9, 0, { peers: ['sam'] })],
      ['a peer with people whom they do not know', aHeld(chair, 2, 9, 0, { peers: ['rose', 'sam'] })],
    ])('%s', (_, held) => expect(speaks(independence, review, [held])).toEqual([]));
    it('a relationship with the council that it accepted', () =>
      expect(speaks(independence, review, [], 'accepted')).toEqual([]));
  });

  describe('broken', () => {
    it('a peer with somebody whom they know, among others', () => {
      expect(speaks(independence, review, [aHeld(board, 2, 9, 0, { peers: ['sam', 'rose'] })])).toEqual([
        'Rose Adeyemi has a declared relationship with Dee Okoro and Finn Hall, and takes the board on Tuesday, 9.00am to 10.00am: give it to somebody else.',
      ]);
    });
    it('somebody seen in the course of a visit', () => {
      expect(speaks(independence, review, [aHeld(hospital, 2, 9, 0, { peers: ['rose'] })])).toEqual([
        'Rose Adeyemi has a declared relationship with Dee Okoro, and takes the hospital on Tuesday, 9.00am to 10.30am: give it to somebody else.',
      ]);
    });
    it('a relationship with the council that nobody accepted', () => {
      const tim = aPeer('tim', { name: 'Tim Cole', relationship: { what: 'a contract for training' } });
      expect(speaks(independence, aReview({ peers: [tim] }), [], 'accepted')).toEqual([
        'Tim Cole has declared a relationship with the council (a contract for training): record who at the council accepted it, or change the team.',
      ]);
    });
  });
});
