import { describe, expect, it } from 'vitest';
import { generateReview } from '../../fixtures/generate.ts';
import { compile } from '../../solver/model/compile.ts';
import { jointModel } from '../../solver/proof/joint/joint.ts';
import { modelText } from '../../solver/proof/joint/text.ts';

describe('the model of a review as a text', () => {
  const review = generateReview({ size: 'S', tightness: 'tight', seed: 1 });
  const opb = modelText(review, 'opb');
  const sum = /^min: (.*) ;$/m.exec(opb)![1]!;
  const objective = new Map(
    [...sum.matchAll(/([+-]\d+) x(\d+)/g)].map(([, c, v]) => [Number(v) - 1, BigInt(c!)]),
  );

  it('weighs a unit of each tier more than all of those below it together', () => {
    const { tiers } = jointModel(compile(review).model);
    const inSeveral = (v: number) => tiers.filter((tier) => tier.some(([, other]) => other === v)).length > 1;
    let below = 0n;
    for (const tier of [...tiers].reverse()) {
      const own = new Set(tier.filter(([c, v]) => c !== 0 && !inSeveral(v)).map(([, v]) => v));
      const weights = [...own].map((v) => objective.get(v)!);
      for (const weight of weights) expect(weight > below).toBe(true);
      below += weights.reduce((total, weight) => total + weight, 0n);
    }
    expect(objective.size).toBeGreaterThan(500);
  });

  it('says in its comments which rules it forgets', () =>
    expect(opb).toMatch(/^\* Forgotten, .*: .*lunch-and-breaks\/rule/m));

  it('is the same in both forms: as many variables and conditions', () => {
    const [, variables, conditions] = /#variable= (\d+) #constraint= (\d+)/.exec(opb)!.map(Number);
    const lp = modelText(review, 'lp');
    expect(lp.match(/^\\ x\d+ = /gm)).toHaveLength(variables!);
    expect(lp.match(/^ c\d+_/gm)).toHaveLength(conditions!);
  });
});
