import { describe, expect, it } from 'vitest';
import { draftHandover } from '../../src/rules/draft-handover.ts';
import { at } from '../../src/time/span.ts';
import { aContact, aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { withEvent, withoutEvents } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const says = (review: ReturnType<typeof aReview>, part = 'frame') => speaks(draftHandover, review, [], part);
const peers = [
  aPeer('lea', { name: 'Lea Hart', role: 'team-leader' }),
  aPeer('max', { name: 'Max Reed', role: 'review-manager' }),
  aPeer('ann'),
];
const contacts = [
  aContact('sponsor', { name: 'Sam Poole' }),
  aContact('director', { name: 'Dee Lane', roles: ['director-childrens-services'] }),
];
const people = { peers, contacts, sponsor: 'sponsor' };
const called = { title: 'Draft to the sponsor' };

describe('draft-handover (manual 317, 1618)', () => {
  describe('kept', () => {
    it.each([
      ['5.30pm on day 4', aReview(people)],
      [
        'with the team leader and the review manager alone',
        withEvent('handover', { peers: ['max', 'lea'] }, people),
      ],
      ['first thing on day 5', withEvent('handover', { day: 5, from: at(5, 9), to: at(5, 9, 30) })],
    ])('%s', (_, review) => expect(says(review)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'none',
        withoutEvents(['handover']),
        'The draft presentation is not handed over: add it to Thursday, at about 5.30pm, or first thing on Friday.',
      ],
      [
        'before the interviews are over',
        withEvent('handover', { ...called, from: at(4, 11), to: at(4, 12) }),
        '“Draft to the sponsor” is on Thursday 11.00am: it is for Thursday, when the interviews are over, or first thing on Friday.',
      ],
      [
        'late on day 5',
        withEvent('handover', { ...called, day: 5, from: at(5, 10), to: at(5, 10, 30) }),
        '“Draft to the sponsor” is on Friday 10.00am: it is for Thursday, when the interviews are over, or first thing on Friday.',
      ],
      [
        'without the review manager',
        withEvent('handover', { ...called, peers: ['lea', 'ann'] }, people),
        'Max Reed should be at “Draft to the sponsor” on Thursday 5.30pm: it needs the team leader and the review manager.',
      ],
    ])('%s', (_, review, sentence) => expect(says(review)).toEqual([sentence]));

    it('a session during the handover', () =>
      expect(
        speaks(draftHandover, aReview(), [aHeld(aSession('late', { title: 'the late one' }), 4, 17, 30)]),
      ).toEqual([
        'the late one on Thursday, 5.30pm to 6.30pm runs into “Draft presentation to the sponsor and director”, 5.30pm to 6.30pm.',
      ]));
  });
});

describe('draft-handover: who comes (manual 317)', () => {
  describe('kept', () => {
    it.each([
      ['nobody is listed yet', aReview(people)],
      ['sponsor and director', withEvent('handover', { contacts: ['sponsor', 'director'] }, people)],
    ])('%s', (_, review) => expect(says(review, 'who')).toEqual([]));
  });
  it('broken: without the director', () =>
    expect(says(withEvent('handover', { ...called, contacts: ['sponsor'] }, people), 'who')).toEqual([
      'Dee Lane should be at “Draft to the sponsor”: the draft goes to the review sponsor and the director.',
    ]));
});
