import { describe, expect, it } from 'vitest';
import { baseRoom } from '../../src/rules/base-room.ts';
import { aHeld, aReview, aRoom, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview({
  rooms: [aRoom('base', { baseRoom: true, name: 'The Team Room' }), aRoom('committee')],
});
const leader = aSession('leader', { title: 'The council leader' });
const records = aSession('records', { kind: 'record-review' });

describe('base-room (manual 962, 965)', () => {
  describe('kept', () => {
    it.each([
      ['an interview in another room', aHeld(leader, 2, 9, 0, { place: { room: 'committee' } })],
      ['an interview in an office', aHeld(leader, 2, 9, 0)],
      ['the record review at its computers', aHeld(records, 2, 13, 30, { place: { room: 'base' } })],
    ])('%s', (_, held) => expect(speaks(baseRoom, review, [held])).toEqual([]));
    it('a review with a base room', () => expect(speaks(baseRoom, review, [], 'review')).toEqual([]));
  });

  describe('broken', () => {
    it('an interview in the base room', () =>
      expect(speaks(baseRoom, review, [aHeld(leader, 2, 9, 0, { place: { room: 'base' } })])).toEqual([
        'The council leader is in The Team Room, the base room, which is for the team alone: give it another room.',
      ]));
    it('a review without one', () =>
      expect(speaks(baseRoom, aReview({ rooms: [aRoom('committee')] }), [], 'review')).toEqual([
        'No room is marked as the team’s base room: mark the one that is theirs all week.',
      ]));
  });
});
