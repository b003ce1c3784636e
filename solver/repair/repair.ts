import type { Disturbed } from '../../src/programme/disturbed.ts';
import type { CompileOptions } from '../model/kept.ts';
import type { Item, Model } from '../model/model.ts';
import { randomFrom } from '../random.ts';
import type { Found, Plan } from '../search/search.ts';
import { Deepening, type Opinion, type TimePlan } from './deepen.ts';
import { Fitting } from './fitting.ts';
import { floorUnder } from './floor.ts';
import { Moved } from './moved.ts';
import { Polish } from './polish.ts';
import { type Stands, standsIn } from './stands.ts';
import { Times } from './times.ts';
import type { Weight } from './weighing.ts';

/**
 * Steps that the search for the fewest may take; that one more session is worth where not all can be held; and one that
 * was left out before; and all of it together.
 */
const STEPS = { all: 2500, one: 300, again: 60, altogether: 4000 } as const;
/** Placements tried that count as a step. */
const TRIES_A_STEP = 8;
const ROUNDS = 6;

/** A repair, and how far it is proven that none disturbs fewer. */
export interface Repaired {
  readonly plan: Plan;
  readonly weight: Weight;
  /** No repair that holds as many sessions disturbs less than this. */
  readonly atLeast: Disturbed;
}

/** A first look: what stands, and what has lost its place put wherever there is room without anybody else moving. */
export function firstLook(model: Model, options: CompileOptions): Found {
  const stands = standsIn(model, options);
  const { plan } = new Fitting(model, stands).quick((item) => isWanted(item, stands));
  return { plan, cost: [0, 0, 0, 0, 0, 0] };
}

/**
 * Mends a programme, disturbing as few people as can be (`Weight` has the order). `stays`: an item that shall keep its
 * time; `tell` hears of the repair before it is bettered where that moves nobody.
 */
export function repair(
  model: Model,
  options: CompileOptions & { readonly seed: number; readonly stays?: number },
  late: () => boolean,
  tell: (found: Found) => void = () => undefined,
): Repaired {
  const stands = standsIn(model, options);
  if (options.stays !== undefined) hold(stands, options.stays);
  const fitting = new Fitting(model, stands);
  const asked = options.keep?.revision !== model.review.revision;
  const asItStood = !asked && isWhole(model, stands, fitting);
  const found = asItStood ? asItStands(fitting) : fewest(model, stands, fitting, late);
  const polish = new Polish(model, stands, found.plan, randomFrom(options.seed));
  tell({ plan: found.plan, cost: polish.weight.cost });
  if (asItStood) polish.topUp(late);
  else polish.run(ROUNDS, late);
  return {
    plan: polish.plan,
    weight: polish.weight,
    atLeast: floorUnder(model, stands, found.atLeast, polish.weight.disturbed),
  };
}

/** Pins a session to its time, as a lock would. */
function hold(stands: Stands, i: number): void {
  const stand = stands.of[i]!;
  stands.of[i] = { ...stand, pinned: { ...stand.pinned, time: true } };
}

/** A plan that moves few, and the cost (`Moved`) that no plan is below. */
interface Few {
  readonly plan: Plan;
  readonly atLeast: number;
}

/** Whether everything that the programme holds stands, and it says of everything else that it leaves it out. */
const isWhole = (model: Model, stands: Stands, { state }: Fitting): boolean =>
  model.items.every(({ index }) =>
    stands.of[index] ? state.at[index] !== undefined : stands.leftOut[index],
  );

/**
 * Of the same revision of the review and whole: to ask again is not to ask for anything else, so nothing moves. What was
 * left out and has room now all the same (a file changed by hand keeps its revision) finds it afterwards.
 */
const asItStands = ({ state }: Fitting): Few => ({ plan: [...state.at], atLeast: 0 });

function fewest(model: Model, stands: Stands, fitting: Fitting, late: () => boolean): Few {
  const wanted = new Set(model.items.filter((item) => isWanted(item, stands)));
  // Where all finds room with nobody else moved, no fewer can be.
  const quick = fitting.quick((item) => wanted.has(item));
  const again = model.items.filter((item) => isWantedAgain(item, stands));
  let few: Few = { plan: quick.plan, atLeast: costOfLost(stands) };
  if (quick.all && again.length === 0) return few;

  const visit = (at: TimePlan): Opinion => {
    const fit = fitting.fit(at);
    deepening.spend(Math.ceil(fit.tries / TRIES_A_STEP));
    if (fit.clash) {
      times.forbid(fit.clash);
      return 'learnt';
    }
    if (!fit.plan) return 'doubt';
    few = { plan: fit.plan, atLeast: few.atLeast };
    return 'take';
  };
  const kept = stands.of.map((stand) => stand?.at[0]);
  const times = new Times(model, kept);
  const deepening = new Deepening(model, stands, times, visit, late);
  const held = new Set(wanted);
  let left: number = STEPS.altogether;
  const canHold = (steps: number): boolean => {
    if (left <= 0 || late()) return false;
    const { found, atLeast, steps: spent } = deepening.run((item) => held.has(item), Math.min(steps, left));
    left -= spent;
    if (found !== undefined) few = { plan: few.plan, atLeast };
    return found !== undefined;
  };
  /** Holds one more, where that can be; for a must, shoulds may be left out that can't be held beside it. */
  const add = (item: Item, steps: number): void => {
    held.add(item);
    if (canHold(steps)) return;
    const shoulds = [...held].filter(({ session }) => session.priority === 'should');
    if (item.session.priority === 'must' && shoulds.length > 0) {
      for (const should of shoulds) held.delete(should);
      if (canHold(steps)) {
        const without = shoulds.filter((should) => !few.plan[should.index]);
        for (const should of shoulds) if (!without.includes(should)) held.add(should);
        for (const should of without) {
          held.add(should);
          if (!canHold(steps)) held.delete(should);
        }
        return;
      }
      for (const should of shoulds) held.add(should);
    }
    held.delete(item);
  };
  const all = quick.all || canHold(STEPS.all);
  if (!all) {
    // Not everything can be held: one after the other, each that can be beside those before it.
    const lost = [...wanted].filter((item) => !fitting.state.at[item.index]).sort(mustsFirst);
    for (const item of lost) held.delete(item);
    canHold(STEPS.one);
    for (const item of lost) add(item, STEPS.one);
  }
  for (const item of again) add(item, STEPS.again);
  // Where something wanted stays out, another might have stayed out for it: no more is sure than what can't stay.
  return all ? few : { plan: few.plan, atLeast: costOfLost(stands) };
}

/** What it costs that those move who have no slot left at their time. */
function costOfLost(stands: Stands): number {
  const moved = new Moved(stands);
  for (const stand of stands.of) if (stand?.at.length === 0) moved.add(stand);
  return moved.cost;
}

/** What a repair has to find a place for, where there is any: all that must and should be held and was not left out before. */
function isWanted(item: Item, stands: Stands): boolean {
  if (item.session.priority === 'could' || stands.leftOut[item.index]) return false;
  return hasSomewhere(item, stands);
}

function hasSomewhere(item: Item, stands: Stands): boolean {
  const stand = stands.of[item.index];
  if (stand && stand.at.length > 0) return true;
  return item.slots.some((s) => !(item.standing?.added.slot && s.index === item.standing.slot));
}

/** A must that the programme left out already: it is looked for again, for little. */
const isWantedAgain = (item: Item, stands: Stands): boolean =>
  item.session.priority === 'must' && stands.leftOut[item.index] === true && item.slots.length > 0;

const ranks = { must: 0, should: 1, could: 2 } as const;

const mustsFirst = (a: Item, b: Item): number =>
  ranks[a.session.priority] - ranks[b.session.priority] ||
  a.slots.length - b.slots.length ||
  a.index - b.index;
