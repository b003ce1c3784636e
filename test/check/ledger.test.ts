import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateReview, generateTiny } from '../../fixtures/generate.ts';
import { randomFrom } from '../../solver/random.ts';
import { search } from '../../solver/solve.ts';
import { check } from '../../src/check/check.ts';
import { type Finding, isBroken } from '../../src/check/finding.ts';
import { Ledger, type Moves } from '../../src/check/ledger/ledger.ts';
import { verdict } from '../../src/check/verdict.ts';
import { awayFor } from '../../src/programme/away.ts';
import type { Placement } from '../../src/programme/placement.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import { at } from '../../src/time/span.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

/** The programme with the moves made, as somebody would write it down. */
const moved = (programme: Programme, moves: Moves): Programme => ({
  ...programme,
  placements: [
    ...programme.placements.filter((p) => !moves.has(p.session)),
    ...[...moves.values()].filter((p) => p !== undefined),
  ],
});

const words = (findings: readonly Finding[]): readonly string[] =>
  findings.map((f) => `${f.rule}/${f.part} ${f.points} ${f.sentence}`).sort();

/** One to three sessions anywhere at all: other days, odd times, any room, any peers or none, some no longer held. */
function anyMoves(review: Review, programme: Programme, seed: number): Moves {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const one = (was: Placement): Placement | undefined => {
    if (random.below(8) === 0) return undefined;
    const session = review.sessions.find((s) => s.id === was.session)!;
    const start = at(random.below(6), 8 + random.below(11), pick([0, 15, 30, 45, 10]));
    const time = { from: start, to: start + session.minutes };
    const place: Place = random.below(2) === 0 ? was.place : { room: pick(review.rooms).id };
    const peers = review.peers.map((p) => p.id).filter(() => random.below(3) === 0);
    return { ...was, start, end: time.to, place, peers, away: awayFor(review, session, place, time) };
  };
  const chosen = Array.from({ length: 1 + random.below(3) }, () => pick(programme.placements));
  return new Map(chosen.map((was) => [was.session, one(was)]));
}

/*
 * For any programme and any moves:
 * 1. the cost is what the checker says the moved programme costs, and the change its difference;
 * 2. the findings of the moved programme are those of the programme, less what disappears, with what appears;
 * 3. nothing is refused exactly where no must is newly broken that names what moved or makes its kind more.
 */
function agrees(review: Review, programme: Programme, ledger: Ledger, moves: Moves): void {
  const after = moved(programme, moves);
  const findings = check(review, after);
  const told = ledger.differenceOf(moves);
  expect(told.cost).toEqual(verdict(review, after, findings).cost);
  const left = words(ledger.findings);
  for (const gone of words(told.disappears)) {
    expect(left).toContain(gone);
    (left as string[]).splice(left.indexOf(gone), 1);
  }
  expect([...left, ...words(told.appears)].sort()).toEqual(words(findings));
  const before = new Set(words(ledger.findings.filter(isBroken)));
  const fresh = findings.filter(isBroken).filter((f) => !before.has(words([f])[0]!));
  if (fresh.length === 0) expect(told.breaks).toEqual([]);
  if (fresh.some((f) => f.sessions.some((id) => moves.has(id)))) expect(told.breaks).not.toEqual([]);
}

describe('a ledger says of moves what checking the moved programme says', () => {
  const reviews: readonly (readonly [string, () => readonly [Review, Programme]])[] = [
    ['the sample, as the manual prints it', () => [sampleReview(), sampleProgramme()]],
    ...(['loose', 'tight', 'over'] as const).map(
      (tightness) =>
        [
          `S ${tightness}`,
          () => {
            const review = generateReview({ size: 'S', tightness, seed: 3 });
            return [review, search(review, { seed: 1, timeLimit: 0.5 }, () => false).programme] as const;
          },
        ] as const,
    ),
  ];
  it.each(reviews)('%s', (_, make) => {
    const [review, programme] = make();
    const ledger = new Ledger(review, programme);
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) =>
        agrees(review, programme, ledger, anyMoves(review, programme, seed)),
      ),
      { numRuns: 25 },
    );
  });

  it('on small reviews of every kind', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(1_000_000), (n, seed) => {
        const review = generateTiny(n);
        const { programme } = search(review, { seed: 1, timeLimit: 0.1 }, () => false);
        if (programme.placements.length === 0) return;
        agrees(review, programme, new Ledger(review, programme), anyMoves(review, programme, seed));
      }),
      { numRuns: 40 },
    );
  });
});
