import { describe, expect, it } from 'vitest';
import { eveningLimit } from '../../src/rules/evening-limit.ts';
import { aHeld, aPeer, aSession } from '../support/cast.ts';
import { aWindow, withWindows } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const evenings = [1, 2, 3].map((day) => aWindow(day, 20, 22, { evening: true }));
const review = withWindows(evenings, { peers: [aPeer('ann', { name: 'Ann Lake' })] });
const parents = aSession('parents', { title: 'the foster carers', evening: true });
const carers = aSession('carers', { evening: true });
const youth = aSession('youth', { evening: true });
const leader = aSession('leader', { title: 'the council leader' });
const ann = { peers: ['ann'] };

describe('evening-limit: where evenings were set aside (manual 1470)', () => {
  describe('kept', () => {
    it.each([
      ['in an evening window', aHeld(parents, 2, 20, 0)],
      ['in the afternoon', aHeld(leader, 2, 14, 0)],
      ['running into the meeting is for team-meetings', aHeld(leader, 2, 17, 30)],
    ])('%s', (_, held) => expect(speaks(eveningLimit, review, [held])).toEqual([]));
  });
  it('broken: after the meeting, where no evening is set aside', () =>
    expect(speaks(eveningLimit, review, [aHeld(parents, 4, 20, 0)])).toEqual([
      'the foster carers on Thursday, 8.00pm to 9.00pm comes after the team meeting at 6.30pm, and is not within a time marked as evening.',
    ]));
});

describe('evening-limit: who may be seen then (manual 1470)', () => {
  it('kept: a session that may be in the evening', () =>
    expect(speaks(eveningLimit, review, [aHeld(parents, 2, 20, 0)], 'agreed')).toEqual([]));
  it('broken: one that may not', () =>
    expect(speaks(eveningLimit, review, [aHeld(leader, 2, 20, 0)], 'agreed')).toEqual([
      'the council leader is on Tuesday, 8.00pm to 9.00pm, and may not be held in the evening.',
    ]));
});

describe('evening-limit: one a day and two a week for each peer (manual 1470)', () => {
  const two = [aHeld(parents, 1, 20, 0, ann), aHeld(carers, 2, 20, 0, ann)];
  const three = [...two, aHeld(youth, 3, 20, 0, ann)];
  const both = [aHeld(parents, 1, 20, 0, ann), aHeld(carers, 1, 21, 0, ann)];
  const lenient = { ...review, limits: { 'evening-limit/day': 2, 'evening-limit/week': 3 } };

  describe('kept', () => {
    it.each([
      ['one a day', 'day', review, two],
      ['two in the week', 'week', review, two],
      ['two a day where the council allows it', 'day', lenient, both],
      ['three in the week where the council allows it', 'week', lenient, three],
      ['afternoons do not count', 'week', review, [...two, aHeld(leader, 3, 14, 0, ann)]],
    ])('%s', (_, part, r, held) => expect(speaks(eveningLimit, r, held, part)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      ['two a day', 'day', both, 'Ann Lake has 2 evening sessions on Monday: 1 is the most.'],
      ['three in the week', 'week', three, 'Ann Lake has 3 evening sessions in the week: 2 is the most.'],
    ])('%s', (_, part, held, sentence) =>
      expect(speaks(eveningLimit, review, held, part)).toEqual([sentence]),
    );
  });
});
