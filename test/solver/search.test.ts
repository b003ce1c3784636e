import { describe, expect, it } from 'vitest';
import { search } from '../../solver/solve.ts';
import { at } from '../../src/time/span.ts';
import { aContact, aPeer, aReview, aRoom, aSession } from '../support/cast.ts';

/** Two sessions that can only be held at one hour, and as many peers as are given. */
const oneHour = (peers: readonly string[]) =>
  aReview({
    peers: peers.map((id) => aPeer(id)),
    contacts: [aContact('x'), aContact('y')],
    rooms: [aRoom('a'), aRoom('b')],
    sessions: ['x', 'y'].map((id) =>
      aSession(`see-${id}`, { contacts: [id], fixed: at(2, 9), place: { room: true, equipment: [] } }),
    ),
  });

describe('the search', () => {
  it('parts a pair so that another session can be held: one each is better than one left out', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { cost } = search(oneHour(['p', 'q']), { seed, effort: 'quick' }, () => false);
      expect(cost.slice(0, 3)).toEqual([0, 0, 2]);
    }
  });

  it('parts no pair where there are peers enough', () => {
    const { cost } = search(oneHour(['p', 'q', 'r', 's']), { seed: 1, effort: 'quick' }, () => false);
    expect(cost.slice(0, 3)).toEqual([0, 0, 0]);
  });
});
