import { describe, expect, it } from 'vitest';
import { breachesOf } from '../../src/check/breaches.ts';
import { keyPeopleEarly } from '../../src/rules/key-people-early.ts';
import { aContact, aHeld, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const contacts = [
  aContact('dee', { name: 'Dee Okoro', roles: ['director-childrens-services'] }),
  aContact('early', { name: 'Ed Early', early: true }),
  aContact('third', { name: 'Thea Third', early: 3 }),
  aContact('plain', { name: 'Pat Plain' }),
];
const debrief = aSession('debrief', { kind: 'debrief', contacts: ['dee'] });
const group = aSession('group', { kind: 'focus-group', contacts: ['dee', 'early'] });
const director = aSession('director', { title: 'the director', contacts: ['dee'] });
const second = aSession('second', { contacts: ['dee'] });
const early = aSession('early', { title: 'the early bird', contacts: ['early'] });
const both = aSession('both', { title: 'the two', contacts: ['third', 'early2'] });
const plain = aSession('plain', { contacts: ['plain'] });
const review = aReview({
  contacts: [...contacts, aContact('early2', { name: 'Eve Early', early: true })],
  sessions: [debrief, group, director, second, early, both, plain],
});

describe('key-people-early (manual 1573-1580)', () => {
  describe('kept', () => {
    it.each([
      ['the director on day 1', aHeld(director, 1, 14, 0)],
      ['the director again later', aHeld(second, 4, 9, 0)],
      ['the director at a later debrief', aHeld(debrief, 3, 9, 0)],
      ['the director in a later group', aHeld(group, 4, 9, 0)],
      ['one marked early, on the second of four days with windows', aHeld(early, 2, 17, 0)],
      ['one to be seen by day 3 and one early, on day 2', aHeld(both, 2, 9, 0)],
      ['somebody with no date', aHeld(plain, 4, 9, 0)],
    ])('%s', (_, held) => expect(speaks(keyPeopleEarly, review, [held])).toEqual([]));
    it('the director by the day that the council gave instead', () => {
      const given = aReview({
        contacts: [aContact('dee', { roles: ['director-childrens-services'], early: 2 })],
        sessions: [director],
      });
      expect(speaks(keyPeopleEarly, given, [aHeld(director, 2, 9, 0)])).toEqual([]);
    });
  });

  describe('broken, at 6 points a day late', () => {
    const said = (held: ReturnType<typeof aHeld>) =>
      breachesOf(review, keyPeopleEarly.parts[0]!, [held], {}).map((b) => [b.amount, b.say()]);
    it('the director on day 3: 2 days', () => {
      expect(said(aHeld(director, 3, 9, 0))).toEqual([
        [2, 'the director is on Wednesday, 9.00am to 10.00am: Dee Okoro was to be seen by Monday.'],
      ]);
      expect(keyPeopleEarly.parts[0]?.weight).toBe(6);
    });
    it('one marked early on day 3: 1 day', () => {
      expect(said(aHeld(early, 3, 9, 0))).toEqual([
        [1, 'the early bird is on Wednesday, 9.00am to 10.00am: Ed Early was to be seen by Tuesday.'],
      ]);
    });
    it('two people on day 4, by day 3 and by day 2: 1 + 2 days', () => {
      expect(said(aHeld(both, 4, 9, 0))).toEqual([
        [
          3,
          'the two is on Thursday, 9.00am to 10.00am: Thea Third was to be seen by Wednesday, Eve Early was to be seen by Tuesday.',
        ],
      ]);
    });
  });
});
