import { describe, expect, it } from 'vitest';
import { generateTiny } from '../../../fixtures/generate.ts';
import { type Change, changeKinds, changeTo, withTold } from '../../../fixtures/generator/changes.ts';
import { solve } from '../../../solver/solve.ts';
import { check } from '../../../src/check/check.ts';
import { verdict } from '../../../src/check/verdict.ts';
import { compareDisturbed, type Disturbed, disturbedBy } from '../../../src/programme/disturbed.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { sessionsToPlace } from '../../../src/review/facts.ts';
import { choicesIn, everyProgramme } from '../../support/exhaustive.ts';

/** All of it with PEERWEEK_LONG=1; a sample otherwise. */
const weeks = process.env.PEERWEEK_LONG ? 400 : 22;
/** Programmes that trying every one may have to try. */
const MOST_CHOICES = process.env.PEERWEEK_LONG ? 6000 : 1500;

interface Fewest {
  readonly musts: number;
  readonly shoulds: number;
  readonly disturbed: Disturbed;
}

/** Sessions of a priority that a programme leaves out, but for those that the kept one did. */
const leftOut = ({ review, keep }: Change, programme: Programme, priority: 'must' | 'should'): number => {
  const placed = new Set(programme.placements.map((p) => p.session));
  const known = new Set(priority === 'should' ? keep.unplaced.map((u) => u.session) : []);
  return sessionsToPlace(review).filter(
    (s) => s.priority === priority && !placed.has(s.id) && !known.has(s.id),
  ).length;
};

const weigh = (change: Change, programme: Programme): Fewest => ({
  musts: leftOut(change, programme, 'must'),
  shoulds: leftOut(change, programme, 'should'),
  disturbed: disturbedBy(change.review, change.keep, programme),
});

const compare = (a: Fewest, b: Fewest): number =>
  a.musts - b.musts || a.shoulds - b.shoulds || compareDisturbed(a.disturbed, b.disturbed);

/** The least of every programme there is. */
function least(change: Change): Fewest {
  let best: Fewest | undefined;
  everyProgramme(change.review, (programme) => {
    const weight = weigh(change, programme);
    if (!best || compare(weight, best) < 0) best = weight;
  });
  return best!;
}

/*
 * For small weeks and what can happen to them, against every programme there is:
 * 1. no programme leaves out fewer musts, then fewer shoulds, then disturbs less, than the one that is answered;
 * 2. what the answer says it disturbs is what it does, and no programme that holds as much is below `atLeast`;
 * 3. every must that is kept by some programme is kept.
 */
describe('no programme disturbs fewer than a repair', () => {
  const cases = Array.from({ length: weeks }, (_, seed) => seed).filter(
    (seed) => choicesIn(generateTiny(seed)) <= MOST_CHOICES,
  );
  it.each(cases.map((seed) => [seed]))('small week %i', async (seed) => {
    const review = generateTiny(seed);
    const { programme } = await solve(review, { seed: 1, effort: 'quick' });
    const told = withTold(programme, seed, 0.5);
    for (const kind of changeKinds) {
      const change = changeTo(review, told, kind, seed);
      if (!change || change.from !== undefined) continue;
      const outcome = await solve(change.review, { seed: 1, keep: change.keep });
      const found = weigh(change, outcome.programme);
      const truth = least(change);
      expect(found, change.says).toEqual(truth);
      expect(outcome.repair!.disturbed).toEqual(found.disturbed);
      expect(compareDisturbed(outcome.repair!.atLeast, truth.disturbed), change.says).toBeLessThanOrEqual(0);
      const placed = new Set(outcome.programme.placements.map((p) => p.session));
      const { broken } = verdict(change.review, outcome.programme, check(change.review, outcome.programme));
      expect(
        broken.filter((f) => f.sessions.some((id) => placed.has(id))),
        change.says,
      ).toEqual([]);
    }
  });
});
