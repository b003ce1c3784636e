import { describe, expect, it } from 'vitest';
import { fewestWords } from '../../src/actions/command/repair-words.ts';
import type { Disturbed } from '../../src/programme/disturbed.ts';

const moves = (people: number, told = 0): Disturbed => ({
  told,
  people,
  times: people,
  places: 1,
  pairs: 2,
});

describe('who has to be told of another time, in words', () => {
  it.each([
    [moves(0), moves(0), 'proven', 'Nobody has to be given another time.'],
    [
      moves(3),
      moves(3),
      'proven',
      '3 people have to be given another time, or none. No repair that holds as many sessions disturbs fewer: proven.',
    ],
    [
      moves(1, 1),
      moves(1, 1),
      'proven',
      '1 person has to be given another time, or none, and had been told of the one before. No repair that holds as many sessions disturbs fewer: proven.',
    ],
    [
      moves(3, 1),
      moves(2, 1),
      'not proven',
      '3 people have to be given another time, or none; 1 of them had been told of the one before. That no repair disturbs fewer is not proven. At least 2 people have to be.',
    ],
    [
      moves(2),
      moves(0),
      'not proven',
      '2 people have to be given another time, or none. That no repair disturbs fewer is not proven.',
    ],
  ] as const)('%j', (disturbed, atLeast, fewest, words) => {
    expect(fewestWords({ disturbed, atLeast, fewest })).toBe(words);
  });
});
