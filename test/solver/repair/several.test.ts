import { describe, expect, it } from 'vitest';
import { generateReview } from '../../../fixtures/generate.ts';
import { changeTo } from '../../../fixtures/generator/changes.ts';
import { repairs } from '../../../solver/repair/several.ts';
import { solve } from '../../../solver/solve.ts';
import { check } from '../../../src/check/check.ts';
import { isBroken } from '../../../src/check/finding.ts';
import { compareDisturbed, disturbedBy } from '../../../src/programme/disturbed.ts';

describe('several repairs to choose from', () => {
  it('are the one that disturbs fewest and others that really differ, each whole and counted', async () => {
    const review = generateReview({ size: 'S', tightness: 'loose', seed: 1 });
    const { programme } = await solve(review, { seed: 1, effort: 'quick' });
    const change = changeTo(review, programme, 'contact-busy', 1)!;
    const options = { seed: 1, keep: change.keep };
    const found = repairs(change.review, options, () => false);
    const one = await solve(change.review, options);

    expect(found.length).toBe(3);
    expect(found[0]!.programme.placements).toEqual(one.programme.placements);
    for (const { programme: mended, repair } of found) {
      expect(check(change.review, mended).filter(isBroken)).toEqual([]);
      expect(repair!.disturbed).toEqual(disturbedBy(change.review, change.keep, mended));
      expect(compareDisturbed(found[0]!.repair!.disturbed, repair!.disturbed)).toBeLessThanOrEqual(0);
    }
    // Two that move the same people to the same days are one.
    const movedTo = found.map(({ programme: mended }) => {
      const before = new Map(change.keep.placements.map((p) => [p.session, p.start]));
      return mended.placements
        .filter((p) => before.get(p.session) !== p.start)
        .map((p) => `${p.session} ${Math.floor(p.start / 1440)}`)
        .join();
    });
    expect(new Set(movedTo).size).toBe(3);
  }, 60_000);
});
