import type { Outcome } from '../../src/programme/outcome.ts';
import { asHeld } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { type Compiled, compile } from '../model/compile.ts';
import type { Item, Model } from '../model/model.ts';
import type { Plan } from '../search/search.ts';
import { answerOf, keptBy, type Options } from './mend.ts';
import { type Repaired, repair } from './repair.ts';
import { compareWeights } from './weighing.ts';

/** Repairs that are tried beside the first, of each kind. */
const TRIED = 3;

/**
 * Up to `most` repairs that really differ, the one that disturbs fewest first: in the others somebody stays whom the
 * first moves, or somebody is given another day. Each holds as many musts and shoulds as the first.
 */
export function repairs(
  review: Review,
  options: Options,
  stopped: () => boolean,
  most = 3,
): readonly Outcome[] {
  const began = performance.now();
  const late = (): boolean =>
    stopped() || (options.timeLimit !== undefined && performance.now() - began > options.timeLimit * 1000);
  const kept = { ...keptBy(options), seed: options.seed };
  const compiled = compile(asHeld(review, options.keep), kept);
  const { model } = compiled;
  const first = repair(model, kept, late);
  const others: Tried[] = [];
  for (const { without, stays } of variations(model, first.plan)) {
    if (late()) break;
    const varied = without ? { ...compiled, model: without } : compiled;
    const repaired = repair(varied.model, { ...kept, ...(stays !== undefined && { stays }) }, late);
    const { musts, shoulds } = repaired.weight;
    if (musts > first.weight.musts || shoulds > first.weight.shoulds) continue;
    // What holds of all repairs was proven of the first; of these only that they are found.
    others.push({ compiled: varied, repaired: { ...repaired, atLeast: first.atLeast } });
  }
  others.sort((a, b) => compareWeights(a.repaired.weight, b.repaired.weight));
  const chosen: Tried[] = [];
  const seen = new Set<string>();
  for (const tried of [{ compiled, repaired: first }, ...others]) {
    const key = gist(tried.compiled.model, tried.repaired.plan);
    if (seen.has(key) || chosen.length >= most) continue;
    seen.add(key);
    chosen.push(tried);
  }
  return chosen.map((tried) => answerOf(review, tried.compiled, tried.repaired, options, { began, stopped }));
}

interface Tried {
  readonly compiled: Compiled;
  readonly repaired: Repaired;
}

interface Variation {
  readonly without?: Model;
  readonly stays?: number;
}

/** Those who moved though they need not have, each kept at its time; then those who were given a day, each on another. */
function* variations(model: Model, plan: Plan): Generator<Variation> {
  const moved = model.items.filter((item) => {
    const at = plan[item.index]?.slot;
    return !isAtItsTime(item, at);
  });
  const could = moved.filter((item) => item.standing && !item.standing.added.slot);
  for (const item of could.slice(0, TRIED)) yield { stays: item.index };
  const placed = moved.filter((item) => plan[item.index]);
  for (const [n, item] of placed.slice(0, TRIED).entries()) {
    const { day } = item.slots[plan[item.index]!.slot]!;
    // The first is tried on every other day by itself: where only one moves, that is all there is to choose.
    const others = new Set(n > 0 ? [] : item.slots.map((slot) => slot.day).filter((d) => d !== day));
    for (const other of others) yield { without: limited(model, item, (d) => d === other) };
    if (n > 0) yield { without: limited(model, item, (d) => d !== day) };
  }
}

const isAtItsTime = ({ slots, standing }: Item, at: number | undefined): boolean => {
  if (!standing || at === undefined) return false;
  const [was, is] = [slots[standing.slot]!, slots[at]!];
  return was.start === is.start && was.end === is.end;
};

/** The model in which a session can be on some days only, but for where it stands. */
function limited(model: Model, item: Item, may: (day: number) => boolean): Model {
  const slots = item.slots
    .filter((slot) => may(slot.day) || slot.index === item.standing?.slot)
    .map((slot, index) => ({ ...slot, index, was: slot.index }));
  const now = new Map(slots.map(({ was, index }) => [was, index]));
  const { standing, kept } = item;
  const off: Item = {
    ...item,
    slots,
    slotsByEnd: new Map(),
    ...(standing && { standing: { ...standing, slot: now.get(standing.slot)! } }),
    ...(kept && { kept: { ...kept, slot: now.get(kept.slot) ?? -1 } }),
  };
  return { ...model, items: model.items.map((other) => (other === item ? off : other)) };
}

/** What makes two repairs the same to people: who is on which day, and who keeps their time. */
const gist = (model: Model, plan: Plan): string =>
  model.items
    .map((item) => {
      const at = plan[item.index]?.slot;
      if (isAtItsTime(item, at)) return '';
      return at === undefined ? 'out' : item.slots[at]!.day;
    })
    .join();
