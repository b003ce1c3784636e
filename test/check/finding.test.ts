import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, isBroken, worstFirst } from '../../src/check/finding.ts';
import { at } from '../../src/time/span.ts';

const aFinding = (over: Partial<Finding>): Finding => ({
  rule: 'a-rule',
  part: 'rule',
  kind: 'must',
  waivable: false,
  blocksApproval: false,
  points: 0,
  who: [],
  sessions: [],
  sentence: 'Something is so.',
  manual: ['1446'],
  ...over,
});
const waiver = { rule: 'a-rule', about: 'leader', by: 'Rae Manager', at: '2026-03-01', because: 'Agreed.' };
const hour = (day: number, from: number) => ({ from: at(day, from), to: at(day, from + 1) });

/** From worst to least, each with a name. */
const ladder: readonly (readonly [string, Finding])[] = [
  ['a broken must about the whole week', aFinding({})],
  ['a broken must on Monday', aFinding({ when: hour(1, 14) })],
  ['a broken must on Tuesday, first by its words', aFinding({ when: hour(2, 9), sentence: 'A is so.' })],
  ['a broken must on Tuesday', aFinding({ when: hour(2, 9), sentence: 'B is so.' })],
  ['a check that blocks approval', aFinding({ kind: 'check', blocksApproval: true, when: hour(4, 9) })],
  ['another check', aFinding({ kind: 'check', when: hour(1, 14) })],
  ['a waived must', aFinding({ waiver })],
  ['a single-handed session', aFinding({ kind: 'want', tier: 3, points: 1, when: hour(3, 9) })],
  ['an evening session', aFinding({ kind: 'want', tier: 4, points: 1, when: hour(1, 20) })],
  ['twenty points on Thursday', aFinding({ kind: 'want', points: 20, when: hour(4, 9) })],
  ['two points on Monday', aFinding({ kind: 'want', points: 2, when: hour(1, 14) })],
  ['two points on Thursday', aFinding({ kind: 'want', points: 2, when: hour(4, 9) })],
];

describe('findings, worst first', () => {
  it('come in the order of the ladder, however they are shuffled', () => {
    const nameOf = new Map(ladder.map(([name, finding]) => [finding, name]));
    const inOrder = ladder.map(([name]) => name);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          ladder.map(([, finding]) => finding),
          { minLength: ladder.length },
        ),
        (shuffled) => {
          expect(shuffled.toSorted(worstFirst).map((finding) => nameOf.get(finding))).toEqual(inOrder);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('are broken where a must has no waiver, and only there', () =>
    expect(ladder.filter(([, finding]) => isBroken(finding)).map(([name]) => name)).toEqual([
      'a broken must about the whole week',
      'a broken must on Monday',
      'a broken must on Tuesday, first by its words',
      'a broken must on Tuesday',
    ]));
});
