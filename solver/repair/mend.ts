import { check } from '../../src/check/check.ts';
import { verdict } from '../../src/check/verdict.ts';
import type { Outcome, SolveOptions } from '../../src/programme/outcome.ts';
import { asHeld, type Programme } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { outcomeOf } from '../answer.ts';
import { type Compiled, compile } from '../model/compile.ts';
import type { Item } from '../model/model.ts';
import { Teller } from '../progress.ts';
import type { Plan } from '../search/search.ts';
import { firstLook, type Repaired, repair } from './repair.ts';

/** What a repair is asked for. */
export type Options = Omit<SolveOptions, 'signal' | 'keep'> & { readonly keep: Programme };

/**
 * Mends a programme for a review that changed, disturbing as few people as can be (`Weight` says in what order). What
 * had begun by `from`, and what is locked, stays as it is, even where it breaks a must; nothing else does.
 */
export function mend(review: Review, options: Options, stopped: () => boolean): Outcome {
  const began = performance.now();
  const late = (): boolean =>
    stopped() || (options.timeLimit !== undefined && performance.now() - began > options.timeLimit * 1000);
  // Fixed events are at the times that the programme gives them.
  const kept = keptBy(options);
  const held = asHeld(review, options.keep);
  if (options.progress) {
    const { model } = compile(held, { ...kept, near: true });
    new Teller(review, model, options, began, [0, 0, 0, 0, 0, 0]).look(firstLook(model, kept));
  }
  const compiled = compile(held, kept);
  const teller = new Teller(review, compiled.model, options, began);
  const seeded = { ...kept, seed: options.seed };
  const repaired = repair(compiled.model, seeded, late, (found) => teller.look(found));
  const outcome = answerOf(review, compiled, repaired, options, { began, stopped });
  teller.end(outcome);
  return outcome;
}

/** What is worked out with what is to be kept: where it stands, rules or no rules, and what has begun. */
export const keptBy = ({ keep, from }: Options) => ({
  keep,
  ...(from !== undefined && { from }),
  standing: true,
});

/** A repair as an answer, held against the rule book. */
export function answerOf(
  review: Review,
  compiled: Compiled,
  { plan, weight, atLeast }: Repaired,
  options: Options,
  run: { readonly began: number; readonly stopped: () => boolean },
): Outcome {
  const answer = outcomeOf(review, asOffered(compiled, plan), plan, options, run);
  const { disturbed } = weight;
  const fewest = disturbed.told === atLeast.told && disturbed.people === atLeast.people;
  return {
    ...answer,
    status: breaksMusts(review, answer, options) ? 'unfinished' : answer.status,
    repair: { disturbed, atLeast, fewest: fewest ? 'proven' : 'not proven' },
  };
}

/** Whether what had begun or is locked breaks a must: then no programme is complete, whatever is placed in it. */
function breaksMusts(review: Review, { status, programme }: Outcome, { from }: Options): boolean {
  if (status === 'impossible' || (from === undefined && review.locks.length === 0)) return false;
  const placed = new Set(programme.placements.map((p) => p.session));
  const { broken } = verdict(review, programme, check(review, programme));
  return broken.some((finding) => finding.sessions.some((id) => placed.has(id)));
}

/** What is left out has only the choices that rules offer it, now that it does not stand where it stood: for its reasons. */
function asOffered({ model, refusals }: Compiled, plan: Plan): Compiled {
  const offered = (item: Item): Item => {
    const { standing, ...rest } = item;
    if (!standing || plan[item.index]) return item;
    const { added } = standing;
    return {
      ...rest,
      slots: added.slot ? item.slots.slice(0, -1) : item.slots,
      places: added.place ? item.places.slice(0, -1) : item.places,
      teams: added.team ? item.teams.slice(0, -1) : item.teams,
    };
  };
  return { model: { ...model, items: model.items.map(offered) }, refusals };
}
