import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cost } from '../../src/programme/programme.ts';
import { costWords, proofWords, tierTitles } from '../../src/publish/proof-words.ts';

const nothing: Cost = [0, 0, 0, 0, 0, 0];

describe('the cost in words', () => {
  it('names every tier', () => expect(tierTitles).toHaveLength(nothing.length));

  it('says what is not 0, in order', () =>
    expect(costWords([1, 0, 2, 0, 0, 12.5])).toBe(
      '1 session that must be held has no place; 2 sessions are taken by one peer alone; 12.5 points of wishes not met',
    ));

  it('says that there is nothing', () => expect(costWords(nothing)).toBe('every wish is met'));
});

describe('what is proven', () => {
  const said = (cost: Cost, bound: Cost, status: 'feasible' | 'unfinished' | 'impossible' = 'feasible') =>
    proofWords({ status, cost, bound });

  it.each<[string, string]>([
    ['Made by hand: whether a better one exists has not been looked into.', proofWords(undefined)],
    ['No better programme exists: proven.', said([0, 0, 0, 0, 0, 7], [0, 0, 0, 0, 0, 7])],
    [
      'Nothing more could be placed: proven. At most 1.1 points better is possible.',
      said([0, 0, 0, 0, 0, 7.04], [0, 0, 0, 0, 0, 6]),
    ],
    [
      'Nothing more could be placed: proven. At most 1 point better is possible.',
      said([0, 0, 0, 0, 0, 7], [0, 0, 0, 0, 0, 6]),
    ],
    [
      'Nothing more could be placed: proven. How much better it could be is not known.',
      said([0, 0, 0, 2, 0, 7], [0, 0, 0, 1, 0, 0]),
    ],
    [
      'This is the best that was found; that there is no better one is not proven.',
      said([0, 1, 0, 0, 0, 7], nothing),
    ],
    [
      'No programme that holds every session that must be held was found; that there is none is not proven.',
      said([1, 0, 0, 0, 0, 7], nothing, 'unfinished'),
    ],
    [
      'No programme holds every session that must be held: proven. None holds more of them than this one.',
      said([1, 0, 0, 0, 0, 7], [1, 0, 0, 0, 0, 0], 'impossible'),
    ],
    [
      'No programme holds every session that must be held: proven.',
      said([2, 0, 0, 0, 0, 7], [1, 0, 0, 0, 0, 0], 'impossible'),
    ],
    [
      'No programme holds more of what must and should be held: proven. That there is no better one is not proven.',
      said([0, 1, 3, 0, 2, 7], [0, 1, 2, 0, 0, 0]),
    ],
    [
      'No programme holds more of what must and should be held, nor with fewer sessions taken by one peer: proven. That there is no better one is not proven.',
      said([0, 0, 0, 3, 2, 7], [0, 0, 0, 1, 0, 0]),
    ],
    [
      'No programme holds more of what must and should be held, nor with fewer sessions taken by one peer, in a further stream or in the evening: proven. That there is no better one is not proven.',
      said([0, 0, 0, 3, 2, 7], [0, 0, 0, 3, 1, 0]),
    ],
  ])('%s', (words, spoken) => expect(spoken).toBe(words));

  /*
   * For a cost and a bound below it: 1. “no better exists” is said only where they are equal; 2. that nothing more
   * could be placed, only where the three tiers of what has no place are; 3. the points promised are no fewer than
   * those between them.
   */
  it('is never overstated', () => {
    const figure = fc.integer({ min: 0, max: 2 });
    const six = fc.tuple(figure, figure, figure, figure, figure, fc.double({ min: 0, max: 50, noNaN: true }));
    fc.assert(
      fc.property(six, six, (a, b) => {
        const cost = a.map((n, i) => n + b[i]!) as unknown as Cost;
        const words = said(cost, a);
        if (words.startsWith('No better')) expect(b.every((n) => n < 1e-5)).toBe(true);
        if (words.startsWith('Nothing more')) expect([b[0], b[1], b[4]]).toEqual([0, 0, 0]);
        const promised = /At most ([\d.]+) point/.exec(words)?.[1];
        if (promised !== undefined) expect(Number(promised)).toBeGreaterThanOrEqual(b[5] - 1e-6);
      }),
    );
  });
});
