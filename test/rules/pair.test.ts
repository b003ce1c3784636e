import { describe, expect, it } from 'vitest';
import { pair } from '../../src/rules/pair.ts';
import { aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview({
  peers: [
    aPeer('rose', { name: 'Rose Adeyemi' }),
    aPeer('sam', { name: 'Sam Bell' }),
    aPeer('tim', { name: 'Tim Cole' }),
    aPeer('una', { name: 'Una Dean', role: 'review-manager', interviews: false }),
    aPeer('val', { name: 'Val Eyre', role: 'review-analyst', interviews: false }),
  ],
});
const leader = aSession('leader', { title: 'the council leader' });
const records = aSession('records', {
  kind: 'record-review',
  title: 'the records',
  peers: { count: 1, named: [] },
});
const three = aSession('three', { title: 'the three', peers: { count: 3, named: [] } });
const debrief = aSession('debrief', {
  kind: 'debrief',
  title: 'the debrief',
  peers: { count: 2, named: ['rose', 'una'] },
});
const withUna = aSession('with-una', { title: 'the chair', peers: { count: 2, named: ['una'] } });

describe('pair (manual 819, 1450)', () => {
  describe('kept', () => {
    it.each([
      ['two peers', aHeld(leader, 2, 9, 0, { peers: ['rose', 'sam'] })],
      ['one for a record review that asks for one', aHeld(records, 2, 9, 0, { peers: ['rose'] })],
      ['three where three are asked for', aHeld(three, 2, 9, 0, { peers: ['rose', 'sam', 'tim'] })],
      ['a debrief by the review manager', aHeld(debrief, 3, 9, 0, { peers: ['una', 'rose'] })],
      ['a peer who does not interview, named for it', aHeld(withUna, 2, 9, 0, { peers: ['una', 'sam'] })],
    ])('%s', (_, held) => {
      for (const part of pair.parts) expect(speaks(pair, review, [held], part.name)).toEqual([]);
    });
    it('one peer, as far as the must goes', () => {
      expect(speaks(pair, review, [aHeld(leader, 2, 9, 0, { peers: ['rose'] })])).toEqual([]);
    });
  });

  describe('broken', () => {
    it.each([
      ['nobody', leader, [], 'the council leader on Tuesday, 9.00am to 10.00am has no peer: give it two.'],
      [
        'three where two are asked for',
        leader,
        ['rose', 'sam', 'tim'],
        'the council leader on Tuesday, 9.00am to 10.00am has 3 peers: take all but two off it.',
      ],
      [
        'two at a record review that asks for one',
        records,
        ['rose', 'sam'],
        'the records on Tuesday, 9.00am to 10.00am has 2 peers: it asks for 1.',
      ],
      [
        'one where three are asked for',
        three,
        ['rose'],
        'the three on Tuesday, 9.00am to 10.00am has one peer: it asks for 3.',
      ],
    ])('%s', (_, session, peers, sentence) =>
      expect(speaks(pair, review, [aHeld(session, 2, 9, 0, { peers })])).toEqual([sentence]),
    );
    it('peers who do not interview: each is said', () => {
      expect(speaks(pair, review, [aHeld(leader, 2, 9, 0, { peers: ['una', 'val'] })], 'may-take')).toEqual([
        'the council leader on Tuesday, 9.00am to 10.00am is given to Una Dean, who does not interview: give it to a peer who does, or name Una Dean for it.',
        'the council leader on Tuesday, 9.00am to 10.00am is given to Val Eyre, who does not interview: give it to a peer who does, or name Val Eyre for it.',
      ]);
    });
    it('a session without the peers whom it names', () => {
      expect(speaks(pair, review, [aHeld(debrief, 3, 9, 0, { peers: ['sam', 'tim'] })], 'named')).toEqual([
        'the debrief on Wednesday, 9.00am to 10.00am is without Rose Adeyemi and Una Dean, whom it names.',
      ]);
    });
    it('one where two are possible: the third tier', () => {
      expect(speaks(pair, review, [aHeld(leader, 2, 9, 0, { peers: ['rose'] })], 'two')).toEqual([
        'the council leader on Tuesday, 9.00am to 10.00am is taken by Rose Adeyemi alone.',
      ]);
      expect(pair.parts.find((p) => p.name === 'two')?.tier).toBe(3);
    });
  });
});
