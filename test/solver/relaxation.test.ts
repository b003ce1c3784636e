import { describe, expect, it } from 'vitest';
import { generateReview } from '../../fixtures/generate.ts';
import { leastByClasp } from '../../solver/host/clasp.ts';
import { compile } from '../../solver/model/compile.ts';
import { relax } from '../../solver/proof/relaxation.ts';
import { toLp, toOpb } from '../../solver/proof/write.ts';
import { solve } from '../../solver/solve.ts';
import { reviewFixture } from '../support/fixtures.ts';
import { readLeftOut } from '../support/left-out.ts';

/** The value of each variable of the relaxation in a programme that was found, blocks read off what it places. */
function valuesOf(review: Parameters<typeof compile>[0], starts: ReadonlyMap<string, number>) {
  const { model } = compile(review);
  const { model: linear, at, out } = relax(model);
  const values = linear.variables.map(() => 0);
  const ends = new Map<number, number>();
  for (const item of model.items) {
    const start = starts.get(item.session.id);
    const slot = item.slots.find((s) => s.start === start);
    if (!slot) {
      values[out[item.index]!] = 1;
      continue;
    }
    values[at[item.index]![slot.index]!] = 1;
    if (item.session.kind === 'site-visit') continue;
    const end = Math.ceil(slot.awayTo / 15);
    ends.set(end, Math.max(ends.get(end) ?? 0, end - Math.floor(slot.awayFrom / 15)));
  }
  for (const [end, length] of ends) values[linear.variables.indexOf(`block_${end}_${length}`)] = 1;
  return { linear, values };
}

describe('what must stay out (the relaxation)', () => {
  // A programme that keeps every must keeps every condition of the relaxation: so it refuses nothing that is allowed,
  // and the least it leaves out is a floor.
  it.each([
    ['S', 'tight', 3],
    ['M', 'loose', 4],
    ['S', 'over', 5],
  ] as const)('holds every programme that is found: %s, %s, seed %i', async (size, tightness, seed) => {
    const review = generateReview({ size, tightness, seed });
    const { programme } = await solve(review, { seed: 1, effort: 'quick' });
    const { linear, values } = valuesOf(
      review,
      new Map(programme.placements.map((p) => [p.session, p.start])),
    );
    const broken = linear.conditions.filter(({ terms, sense, rhs }) => {
      const sum = terms.reduce((total, [c, v]) => total + c * values[v]!, 0);
      return sense === '<=' ? sum > rhs : sense === '>=' ? sum < rhs : sum !== rhs;
    });
    expect(broken.map((c) => c.name)).toEqual([]);
  });

  it('leaves three musts out of the impossible review, and none of the others', async () => {
    const least = async (name: Parameters<typeof reviewFixture>[0]) => {
      const answer = await leastByClasp(toOpb(relax(compile(reviewFixture(name)).model).model), 100_000);
      return answer.status === 'best' ? readLeftOut(answer.least!) : answer.status;
    };
    expect(await least('impossible')).toEqual({ must: 3, should: 0, could: 0 });
    expect(await least('small-council')).toEqual({ must: 0, should: 0, could: 0 });
  });
});

describe('the model for other engines', () => {
  const { model } = relax(compile(reviewFixture('small-council')).model);

  it('is the same model in both formats', () => {
    const opb = toOpb(model).split('\n');
    expect(opb[0]).toBe(`* #variable= ${model.variables.length} #constraint= ${model.conditions.length}`);
    expect(opb.filter((line) => /^[+-]/.test(line))).toHaveLength(model.conditions.length);
    const lp = toLp(model);
    expect(lp.match(/^ c\d+_/gm)).toHaveLength(model.conditions.length);
    expect(lp.trimEnd().endsWith('End')).toBe(true);
  });
});
