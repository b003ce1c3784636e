import { check } from '../../check/check.ts';
import { verdict } from '../../check/verdict.ts';
import { readProgramme } from '../../intake/index.ts';
import { asLocked } from '../../programme/as-locked.ts';
import type { Explain } from '../../programme/explanation.ts';
import type { Outcome, Solve } from '../../programme/outcome.ts';
import { compareCosts, type Programme } from '../../programme/programme.ts';
import { programmeToJson } from '../../publish/json.ts';
import type { Review } from '../../review/review.ts';
import type { Job } from '../../store/jobs-port.ts';
import type { Answer, Store } from '../../store/ports.ts';
import { draftAt } from '../change-draft.ts';
import type { OpenById, OpenReview } from '../open-review.ts';
import { buildTold } from './build-told.ts';
import type { Doing, Hand, Result } from './doing.ts';

export interface BuildNeeds {
  readonly store: Pick<Store, 'jobs' | 'programmes' | 'history'>;
  readonly open: OpenById;
  readonly solve: Solve;
  readonly explain: Explain;
}

/** What a build makes: a programme, what is known of it, and how far it got. */
interface Made {
  readonly programme: Programme;
  readonly answer: Answer;
  readonly told: string;
}

/**
 * Builds the programme of a review as it is when the building begins. Stopped, it gives the best that it has: that takes
 * the place of the draft where it is better, and is offered where it is not.
 */
export const buildIt =
  (needs: BuildNeeds): Doing =>
  async (job, hand) => {
    const opening = await needs.open(job.review);
    if (!opening?.ok) return { how: 'not whole' };
    const { open } = opening;
    const before = await draftAt(needs.store, open.review, job.draftVersion);
    const made = hand.signal.aborted
      ? await madeSoFar(needs, job, open.review)
      : await build(needs, open, before, hand);
    return made ? resultOf(job, hand, open, before, made) : { how: 'nothing' };
  };

/** What somebody found who began this job and is gone: what there is where it was stopped before it was taken again. */
async function madeSoFar(
  { store }: BuildNeeds,
  { id, told }: Job,
  review: Review,
): Promise<Made | undefined> {
  const file = await store.jobs.foundBy(id);
  const reading = file === undefined ? undefined : readProgramme(file, review);
  if (!reading?.ok || told === undefined) return undefined;
  const { missing } = verdict(review, reading.value, check(review, reading.value));
  const status = missing.length === 0 ? 'feasible' : 'unfinished';
  return { programme: reading.value, answer: { status, conflicts: [] }, told };
}

async function build(
  { solve, explain }: BuildNeeds,
  { review, draft }: OpenReview,
  before: Programme | undefined,
  { signal, tell }: Hand,
): Promise<Made | undefined> {
  const locked = before && review.locks.length > 0 ? before : undefined;
  const asked = locked ? asLocked(review, locked) : review;
  const outcome = await solve(asked, {
    seed: draft?.programme.seed ?? 1,
    signal,
    progress: (news) =>
      tell(() => ({
        told: JSON.stringify(buildTold(review, news)),
        found: programmeToJson(review, locked ? unpriced(news.programme) : news.programme),
      })),
  });
  const { programme, cost, bound, seconds } = outcome;
  if (signal.aborted && programme.placements.length === 0) return undefined;
  const proven = bound.findIndex((b, tier) => b < cost[tier]! - 1e-6);
  const told = { programme, cost, bound, seconds, proven: proven < 0 ? bound.length : proven };
  const explained = cost[0] > 0 && !signal.aborted ? await explain(asked, programme, { signal }) : undefined;
  return {
    programme: locked ? unpriced(programme) : programme,
    answer: answerOf(outcome, explained?.conflicts ?? outcome.conflicts, locked !== undefined),
    told: JSON.stringify(buildTold(review, told)),
  };
}

/** What was proven holds for the review with its locks alone, and so do the prices: they don't stay with it. */
function unpriced({ cost: _, bound: __, ...programme }: Programme): Programme {
  return programme;
}

function answerOf({ status, gap }: Outcome, conflicts: Outcome['conflicts'], locked: boolean): Answer {
  if (!locked) return { status, conflicts, ...(gap !== undefined && { gap }) };
  const complete = status === 'optimal' || status === 'feasible';
  return { status: complete ? 'feasible' : 'unfinished', conflicts };
}

/** What was made as what becomes of it. */
function resultOf(
  { by, why }: Job,
  { stoppedBy, signal }: Hand,
  { review, line }: OpenReview,
  before: Programme | undefined,
  { programme, answer, told }: Made,
): Result {
  const costOf = (p: Programme) => verdict(review, p, check(review, p)).cost;
  const stopped = signal.aborted ? stoppedBy() : undefined;
  const offer =
    stopped !== undefined && before !== undefined && compareCosts(costOf(programme), costOf(before)) >= 0;
  return {
    how: 'built',
    built: { told, reviewVersion: line.version, file: programmeToJson(review, programme), answer, offer },
    signature: { by, why: stopped === undefined ? why : `${why}, stopped early by ${stopped}` },
  };
}
