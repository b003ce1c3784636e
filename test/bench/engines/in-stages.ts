import type { Model } from '../../../solver/model/model.ts';
import { type JointModel, jointModel } from '../../../solver/proof/joint/joint.ts';
import { POINT } from '../../../solver/proof/joint/point.ts';
import type { LinearModel } from '../../../solver/proof/linear.ts';
import { type Random, randomFrom } from '../../../solver/random.ts';
import type { Plan } from '../../../solver/search/search.ts';
import { type Cost, compareCosts } from '../../../src/programme/programme.ts';
import { readBack } from '../read-back.ts';
import { hold } from './linear/hold.ts';
import type { LinearSolver } from './linear/solver.ts';
import type { Answer, Rival } from './rival.ts';
import { timesOf } from './times.ts';

/** The part of the time that the first stage may have, and what each small model after it may (milliseconds). */
const FOR_TIMES = 0.4;
const FOR_ONE = 5000;

/** The tiers in points, far enough apart for what one small model can change. */
const tierInPoints: Cost = [100_000, 20_000, 5_000, 1_200, 200, 1];

/**
 * The best use of a linear engine that we found: times of the whole week first; then rooms and pairs at those times,
 * as the joint model has them; then, as long as there is time, a day or a few sessions of the whole are freed, all else
 * held, and the rest of the joint model solved anew (fix and optimise; "large neighbourhood search", Shaw 1998).
 */
export const inStages = (name: string, solver: LinearSolver): Rival => ({
  name,
  how: 'times of the whole week first, then rooms and pairs at those times, then a day or a dozen sessions at a time freed and solved anew on the joint model',
  ...(solver.load && { load: solver.load }),
  async solve(model, milliseconds, better) {
    const began = performance.now();
    const left = (): number => milliseconds - (performance.now() - began);
    let best: { readonly plan: Plan; readonly cost: Cost } | undefined;
    const offer = (answer: Answer): void => {
      const read = readBack(model, answer);
      if (best && compareCosts(read.cost, best.cost) >= 0) return;
      best = read;
      better(answer);
    };
    const times = timesOf(model);
    const end = await solver.solve(times.model, milliseconds * FOR_TIMES, (yes) =>
      offer(times.at.map((of) => slotIn(of, yes))),
    );
    if (!best) return `${end} on times alone`;
    const joint = jointModel(model);
    const random = randomFrom(1);
    let freed = 0;
    for (; left() > 0; freed++) {
      const { plan } = best;
      const free = freed === 0 ? new Set<number>() : someOf(model, plan, random);
      const held = hold(inPoints(joint), holding(joint, plan, free, freed > 0));
      if (!held) continue;
      await solver.solve(held.model, Math.min(left(), FOR_ONE), (yes) => {
        const whole = held.back(yes);
        offer(joint.planOf((v) => whole.has(v)));
      });
    }
    return `times ${end}, ${freed} parts freed`;
  },
});

function slotIn(of: ReadonlyMap<number, number>, yes: ReadonlySet<number>): { slot: number } | undefined {
  for (const [slot, v] of of) if (yes.has(v)) return { slot };
  return undefined;
}

function inPoints({ model, tiers }: JointModel): LinearModel {
  return {
    ...model,
    objective: tiers.flatMap((terms, tier) =>
      terms.map(([c, v]) => [c * tierInPoints[tier]! * (tier === 5 ? 1 : POINT), v] as const),
    ),
  };
}

/** What is held: the times of all that is not free and, where asked, who takes it. */
function holding(
  joint: JointModel,
  plan: Plan,
  free: ReadonlySet<number>,
  pairsToo: boolean,
): ReadonlyMap<number, boolean> {
  const settled = new Map<number, boolean>();
  plan.forEach((choice, i) => {
    if (free.has(i) || (!choice && pairsToo)) return;
    for (const [slot, v] of joint.when[i]!.entries()) settled.set(v, slot === choice?.slot);
    if (!pairsToo) return;
    for (const [team, v] of joint.by[i]!.entries()) settled.set(v, team === choice?.team);
  });
  return settled;
}

/** The sessions of a day, or a dozen drawn by chance, and (`holding` frees them) all that is left out. */
function someOf(model: Model, plan: Plan, random: Random): ReadonlySet<number> {
  const placed = model.items.filter((item) => plan[item.index]);
  if (random.next() < 0.6) {
    const day = 1 + random.below(4);
    return new Set(placed.flatMap((i) => (i.slots[plan[i.index]!.slot]!.day === day ? [i.index] : [])));
  }
  return new Set(Array.from({ length: 12 }, () => placed[random.below(placed.length)]!.index));
}
