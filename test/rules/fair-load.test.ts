import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breachesOf } from '../../src/check/breaches.ts';
import { openDiary } from '../../src/review/diary.ts';
import { fairLoad } from '../../src/rules/fair-load.ts';
import { at } from '../../src/time/span.ts';
import { aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const frame = {
  events: [],
  windows: [
    { id: 'morning', day: 2, from: at(2, 9), to: at(2, 12), streams: 2, limit: 2, evening: false },
    { id: 'afternoon', day: 2, from: at(2, 13), to: at(2, 16), streams: 2, limit: 2, evening: false },
  ],
};
const rose = aPeer('rose', { name: 'Rose Adeyemi' });
const sam = aPeer('sam', { name: 'Sam Bell' });
// Has the morning's three hours alone: half of what the others have.
const tim = aPeer('tim', {
  name: 'Tim Cole',
  diary: { ...openDiary, busy: [{ from: at(2, 12), to: at(2, 18) }] },
});
const una = aPeer('una', { name: 'Una Dean', interviews: false });
const review = aReview({ frame, peers: [rose, sam, tim, una] });
const s = (n: number) => aSession(`s${n}`);

const amounts = (held: Parameters<typeof speaks>[2]) =>
  breachesOf(review, fairLoad.parts[0]!, held, {}).map((b) => b.amount);

describe('fair-load (manual silent)', () => {
  describe('kept', () => {
    it('nobody has anything', () => expect(speaks(fairLoad, review, [])).toEqual([]));
    it('shares of 2, 2 and 1 hours for 360, 360 and 180 minutes free: 5 × 360 ÷ 900 = 2, 5 × 180 ÷ 900 = 1', () => {
      expect(
        speaks(fairLoad, review, [
          aHeld(s(1), 2, 9, 0, { peers: ['rose', 'sam'] }),
          aHeld(s(2), 2, 10, 0, { peers: ['rose', 'tim'] }),
          aHeld(s(3), 2, 11, 0, { peers: ['sam'] }),
        ]),
      ).toEqual([]);
    });
    it('what a peer who does not interview takes counts for nobody', () => {
      expect(speaks(fairLoad, review, [aHeld(s(1), 2, 9, 0, { peers: ['una'] })])).toEqual([]);
    });
    it('nobody has any time at all', () => {
      const closed = aReview({ frame: { events: [], windows: [] }, peers: [una] });
      expect(speaks(fairLoad, closed, [aHeld(s(1), 2, 9, 0, { peers: ['una'] })])).toEqual([]);
    });
  });

  describe('broken, at 2 points an hour', () => {
    it('all of 5 hours with one: fair are 2, 2 and 1, so 3 too many, 2 and 1 too few: 6 hours, 12 points', () => {
      const held = [1, 2, 3, 4, 5].map((n) => aHeld(s(n), 2, 8 + n, 0, { peers: ['rose'] }));
      expect(speaks(fairLoad, review, held)).toEqual([
        'Rose Adeyemi has 5 hours of sessions, 3 hours more than a fair share (2 hours).',
        'Sam Bell has 0 hours of sessions, 2 hours less than a fair share (2 hours).',
        'Tim Cole has 0 hours of sessions, 1 hour less than a fair share (1 hour).',
      ]);
      expect(amounts(held)).toEqual([3, 2, 1]);
      expect(fairLoad.parts[0]?.weight).toBe(2);
    });
    it('a peer’s travel is work: 90 minutes away for an hour’s session; fair are 36, 36 and 18 minutes', () => {
      const away = { from: at(2, 8, 45), to: at(2, 10, 15) };
      expect(speaks(fairLoad, review, [aHeld(s(1), 2, 9, 0, { peers: ['sam'], away })])).toEqual([
        'Rose Adeyemi has 0 hours of sessions, 36 minutes less than a fair share (0.6 hours).',
        'Sam Bell has 1.5 hours of sessions, 54 minutes more than a fair share (0.6 hours).',
        'Tim Cole has 0 hours of sessions, 18 minutes less than a fair share (0.3 hours).',
      ]);
    });
  });

  it('is never more than twice the work, and half of it is too much and half too little', () => {
    const taken = fc.array(fc.tuple(fc.constantFrom('rose', 'sam', 'tim'), fc.constantFrom(45, 60, 90)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(taken, (list) => {
        const held = list.map(([peer, minutes], i) => aHeld(s(i), 2, 9, i, { peers: [peer], minutes }));
        const hours = list.reduce((n, [, minutes]) => n + minutes / 60, 0);
        const breaches = breachesOf(review, fairLoad.parts[0]!, held, {});
        const sum = breaches.reduce((n, b) => n + b.amount!, 0);
        const more = breaches.reduce((n, b) => n + (b.say().includes(' more than ') ? b.amount! : 0), 0);
        expect(sum).toBeLessThanOrEqual(2 * hours + 1e-9);
        expect(more).toBeCloseTo(sum / 2, 6);
      }),
    );
  });
});
