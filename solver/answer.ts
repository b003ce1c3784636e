import { check } from '../src/check/check.ts';
import { verdict } from '../src/check/verdict.ts';
import type { Outcome, SolveOptions } from '../src/programme/outcome.ts';
import type { Held, Placement } from '../src/programme/placement.ts';
import { type Cost, compareCosts, heldIn, type Programme } from '../src/programme/programme.ts';
import { lettersFor } from '../src/programme/streams.ts';
import { sessionsToPlace } from '../src/review/facts.ts';
import type { Review } from '../src/review/review.ts';
import type { Session } from '../src/review/session.ts';
import { floorOf } from './bound.ts';
import { conflictsOf } from './explain/conflicts.ts';
import { whyLeftOut } from './explain/left-out.ts';
import type { Compiled } from './model/compile.ts';
import type { Model } from './model/model.ts';
import type { Plan } from './search/search.ts';
import { State } from './search/state.ts';

/** The placements of a plan, in time order, each with its stream's letter. */
export function placementsOf(model: Model, plan: Plan): readonly Placement[] {
  const state = new State(model);
  for (const item of model.items) {
    const choice = plan[item.index];
    if (choice) state.put(item, choice);
  }
  const held: readonly Held[] = heldIn(model.review, { placements: state.week().map((h) => h.placement) });
  // What stays at its time stays in its column.
  const kept = new Map(
    model.items.flatMap((item) =>
      item.kept && plan[item.index]?.slot === item.kept.slot ? [[item.session.id, item.kept.stream]] : [],
    ),
  );
  const letters = lettersFor(held, model.review.streams, kept);
  return held.map(({ placement }) => ({ ...placement, stream: letters.get(placement.session)! }));
}

/** A plan as a programme, held against the rule book. */
export interface Judged {
  /** With nothing said yet of what is left out. */
  readonly bare: Programme;
  readonly left: readonly Session[];
  readonly missing: readonly string[];
  readonly cost: Cost;
}

/** What a plan is as a programme, and what it costs. A broken must is a fault of ours and throws. */
export function judge(review: Review, model: Model, plan: Plan, keep: Programme | undefined): Judged {
  const placements = placementsOf(model, plan);
  const placed = new Set(placements.map((p) => p.session));
  const bare: Programme = {
    review: review.id,
    revision: review.revision,
    placements,
    fixedEvents: keep?.fixedEvents ?? [],
    unplaced: [],
  };
  const { broken, missing, cost } = verdict(review, bare, check(review, bare));
  const refused = broken.filter((f) => f.sessions.some((id) => placed.has(id)) && keep === undefined);
  if (refused.length > 0) {
    throw new Error(
      `A programme was built that breaks a must rule: ${refused.map((f) => f.sentence).join(' ')}`,
    );
  }
  return { bare, left: sessionsToPlace(review).filter((s) => !placed.has(s.id)), missing, cost };
}

/** How a search went. */
interface Run {
  readonly began: number;
  readonly stopped: () => boolean;
  /** What was worked out of the plan on the way, where it was. */
  readonly judged?: Judged | undefined;
}

/** Milliseconds that go on reasons for what is left out once somebody has said stop. */
const REASONS = 100;

/** What a plan is as an answer: its programme, checked, what it costs, and why something is not in it. */
export function outcomeOf(
  review: Review,
  compiled: Compiled,
  plan: Plan,
  { keep, seed, explain = true }: Pick<SolveOptions, 'keep' | 'seed' | 'explain'>,
  run: Run,
): Outcome {
  const { model } = compiled;
  const { bare, left, missing, cost } = run.judged ?? judge(review, model, plan, keep);
  // Whoever said stop waits for the programme, not for the reasons.
  const conflicts =
    explain && missing.length > 0 && !run.stopped()
      ? conflictsOf(compiled, plan, keep, run.stopped)
      : { list: [], proven: false };
  const until = performance.now() + REASONS;
  const hurried = (): boolean => !explain || (run.stopped() && performance.now() > until);
  const bound: Cost = floorOf(model);
  const programme: Programme = {
    ...bare,
    unplaced: left.map((s) => ({
      session: s.id,
      because: hurried() ? [] : whyLeftOut(compiled, plan, s.id),
    })),
    cost,
    bound,
    seed,
  };
  const tight = cost.slice(0, 5).every((c, tier) => c <= bound[tier]! + 1e-9);
  return {
    status: statusOf(missing.length, compareCosts(cost, bound) <= 0, conflicts.proven),
    programme,
    cost,
    bound,
    ...(tight && { gap: Math.max(0, Math.round((cost[5] - bound[5]) * 1000) / 1000) }),
    seconds: (performance.now() - run.began) / 1000,
    conflicts: conflicts.list,
  };
}

/** The answer to somebody who said stop before anything was begun: nothing is placed, and nothing is known. */
export function unbegun(review: Review, { seed }: Pick<SolveOptions, 'seed'>): Outcome {
  const bound: Cost = [0, 0, 0, 0, 0, 0];
  const bare: Programme = {
    review: review.id,
    revision: review.revision,
    placements: [],
    fixedEvents: [],
    unplaced: sessionsToPlace(review).map((s) => ({ session: s.id, because: [] })),
  };
  const { cost } = verdict(review, bare, check(review, bare));
  return {
    status: 'unfinished',
    programme: { ...bare, cost, bound, seed },
    cost,
    bound,
    seconds: 0,
    conflicts: [],
  };
}

function statusOf(missing: number, proven: boolean, impossible: boolean): Outcome['status'] {
  if (missing === 0) return proven ? 'optimal' : 'feasible';
  return impossible ? 'impossible' : 'unfinished';
}
