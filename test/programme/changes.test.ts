import { describe, expect, it } from 'vitest';
import { changeName, changesBetween } from '../../src/programme/changes.ts';
import { aContact, aPeer, aPlacement, aReview, aSession } from '../support/cast.ts';

const leader = aSession('leader', { title: 'Council leader', contacts: ['ann'] });
const doctor = aSession('doctor', { title: 'Designated doctor', contacts: ['bo'] });
const review = aReview({
  contacts: [aContact('ann', { name: 'Ann Lee' }), aContact('bo', { name: 'Bo Day' })],
  peers: [aPeer('p', { name: 'Pat' }), aPeer('q', { name: 'Quin' }), aPeer('r', { name: 'Ray' })],
  sessions: [leader, doctor],
});
const at = (session: typeof leader, hour: number, peers: readonly string[]) =>
  aPlacement(session, 2, hour, 0, { peers });
const names = (before: ReturnType<typeof at>[], after: ReturnType<typeof at>[]) =>
  changesBetween(review, { placements: before }, { placements: after }).map((c) => changeName(review, c));

describe('what changed between two programmes', () => {
  it('is nothing where nothing did, whatever the order of placements and peers', () => {
    const [a, b] = [at(leader, 9, ['p', 'q']), at(doctor, 10, ['q', 'r'])];
    expect(names([a, b], [b, { ...a, peers: ['q', 'p'] }])).toEqual([]);
  });

  it('names a new time, and tells the contact and the pair', () => {
    expect(names([at(leader, 9, ['p', 'q'])], [at(leader, 14, ['p', 'q'])])).toEqual([
      'Council leader moves from Tuesday, 9.00am to 10.00am, Office of ann to Tuesday, 2.00pm to 3.00pm, Office of ann. To tell: Ann Lee, Pat and Quin.',
    ]);
  });

  it('tells peers alone of another pair', () => {
    expect(names([at(leader, 9, ['p', 'q'])], [at(leader, 9, ['p', 'r'])])).toEqual([
      'Council leader is taken by Pat and Ray in place of Pat and Quin. To tell: Quin, Ray and Pat.',
    ]);
  });

  it('names what is new and what is no longer held', () => {
    expect(names([at(leader, 9, ['p', 'q'])], [at(doctor, 9, ['p', 'q'])])).toEqual([
      'Designated doctor has a place now: Tuesday, 9.00am to 10.00am, Office of bo, with Pat and Quin. To tell: Bo Day, Pat and Quin.',
      'Council leader, Tuesday, 9.00am to 10.00am, Office of ann, is no longer held. To tell: Ann Lee, Pat and Quin.',
    ]);
  });
});
