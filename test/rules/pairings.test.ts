import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breachesOf } from '../../src/check/breaches.ts';
import type { Held } from '../../src/programme/placement.ts';
import { pairings } from '../../src/rules/pairings.ts';
import { aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const team = ['rose', 'sam', 'tim', 'una'];
const names = { rose: 'Rose Adeyemi', sam: 'Sam Bell', tim: 'Tim Cole', una: 'Una Dean' };
const peers = Object.entries(names).map(([id, name]) => aPeer(id, { name }));
const review = aReview({
  peers,
  pairings: { fixed: [['rose', 'sam']], preferred: [['tim', 'rose']], forbidden: [['sam', 'una']] },
});
const free = aReview({ peers });

/** A session an hour from day 1's afternoon on, taken by each of these pairs in turn. */
const taken = (...pairs: readonly (readonly string[])[]): Held[] =>
  pairs.map((pair, i) =>
    aHeld(aSession(`s${i}`, { title: `session ${i + 1}` }), 1 + Math.floor(i / 8), 9 + (i % 8), 0, {
      peers: pair,
    }),
  );
const named = aSession('debrief', {
  kind: 'debrief',
  title: 'the debrief',
  peers: { count: 2, named: ['rose', 'una'] },
});

describe('pairings (manual 1454)', () => {
  describe('kept', () => {
    it.each([
      ['a pair that nobody forbade', 'rule', review, taken(['tim', 'una'])],
      ['one alone of a forbidden pair', 'rule', review, taken(['una'])],
      ['the fixed pair', 'fixed', review, taken(['sam', 'rose'])],
      ['one alone of a fixed pair', 'fixed', review, taken(['rose'])],
      [
        'one of a fixed pair at a debrief that names both who take it',
        'fixed',
        review,
        [aHeld(named, 3, 9, 0, { peers: ['rose', 'una'] })],
      ],
      ['a preferred pair together once', 'preferred', review, taken(['rose', 'tim'])],
      ['partners that change', 'change', free, taken(['rose', 'sam'], ['rose', 'tim'], ['sam', 'tim'])],
      [
        'preferred and fixed pairs again',
        'change',
        review,
        taken(['rose', 'tim'], ['tim', 'rose'], ['rose', 'sam'], ['rose', 'sam']),
      ],
      [
        'a pair again at the debriefs that name them',
        'change',
        free,
        [...taken(['rose', 'una']), aHeld(named, 3, 9, 0, { peers: ['rose', 'una'] })],
      ],
    ])('%s', (_, part, given, held) => expect(speaks(pairings, given, held, part)).toEqual([]));
    it('two fixed pairs of one peer, each kept in turn', () => {
      const both = aReview({
        peers,
        pairings: {
          fixed: [
            ['rose', 'sam'],
            ['rose', 'tim'],
          ],
          preferred: [],
          forbidden: [],
        },
      });
      expect(speaks(pairings, both, taken(['rose', 'sam'], ['rose', 'tim']), 'fixed')).toEqual([]);
    });
  });

  describe('broken', () => {
    it('a forbidden pair, whichever comes first', () => {
      expect(speaks(pairings, review, taken(['una', 'sam']))).toEqual([
        'Sam Bell and Una Dean are not to be paired, and take session 1 together on Monday, 9.00am to 10.00am: give one of them another partner.',
      ]);
    });
    it('one of a fixed pair with somebody else', () => {
      expect(speaks(pairings, review, taken(['tim', 'rose']), 'fixed')).toEqual([
        'Rose Adeyemi is fixed to work with Sam Bell, and takes session 1 on Monday, 9.00am to 10.00am with Tim Cole.',
      ]);
    });
    it('one of a fixed pair at a debrief that names only one of the two who take it', () => {
      expect(
        speaks(pairings, review, [aHeld(named, 3, 9, 0, { peers: ['rose', 'tim'] })], 'fixed'),
      ).toHaveLength(1);
    });
    it('a preferred pair never together: 5 points', () => {
      expect(speaks(pairings, review, taken(['rose', 'sam'], ['tim', 'una']), 'preferred')).toEqual([
        'Tim Cole and Rose Adeyemi are a preferred pair, and take no session together.',
      ]);
      expect(pairings.parts.find((p) => p.name === 'preferred')?.weight).toBe(5);
    });
    it('a pair three times: 1 point for each of two repeats', () => {
      const change = pairings.parts.find((p) => p.name === 'change')!;
      const held = taken(['rose', 'sam'], ['sam', 'rose'], ['rose', 'tim'], ['rose', 'sam']);
      expect(
        breachesOf(free, change, held, {}).map((b) => ({ amount: b.amount, who: b.who, says: b.say() })),
      ).toEqual([
        {
          amount: 2,
          who: ['rose', 'sam'],
          says: 'Rose Adeyemi and Sam Bell take 3 sessions together: partners change where they can.',
        },
      ]);
      expect(change.weight).toBe(1);
    });
  });

  it('with no pairings, the repeats are the sessions less the different pairs that take them', () => {
    const change = pairings.parts.find((p) => p.name === 'change')!;
    const two = fc
      .subarray(team, { minLength: 2, maxLength: 2 })
      .chain((p) => fc.constantFrom(p, [...p].reverse()));
    fc.assert(
      fc.property(fc.array(two, { maxLength: 20 }), (pairs) => {
        const repeats = breachesOf(free, change, taken(...pairs), {}).reduce(
          (n, b) => n + (b.amount ?? 1),
          0,
        );
        expect(repeats).toBe(pairs.length - new Set(pairs.map((p) => [...p].sort().join())).size);
      }),
    );
  });
});
