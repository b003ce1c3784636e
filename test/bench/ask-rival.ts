import { placementsOf } from '../../solver/answer.ts';
import { compile } from '../../solver/model/compile.ts';
import type { Plan } from '../../solver/search/search.ts';
import { check } from '../../src/check/check.ts';
import { verdict } from '../../src/check/verdict.ts';
import type { Placement } from '../../src/programme/placement.ts';
import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import { type Case, caseNamed } from './cases.ts';
import { type End, inChild } from './child.ts';
import { readBack } from './read-back.ts';
import { rivals } from './rivals.ts';

/** What another engine made of a review. */
export interface RivalAnswer {
  readonly placements: readonly Placement[];
  /** As `src/check` has it; undefined where there is no answer. */
  readonly cost: Cost | undefined;
  /** Milliseconds until its best answer. */
  readonly took: number;
  /** Sessions that could not stay where the engine had them. */
  readonly moved: number;
  readonly end: End;
  readonly note: string;
}

/** What a child says: a better programme, or a word at the end. */
type Said =
  | { readonly plan: Plan; readonly cost: Cost; readonly at: number; readonly moved: number }
  | { readonly note: string };

/** A process may be this much over its time before it is ended: it may be writing its answer. */
const GRACE = 2000;
/** As much as a wasm engine can have, and the process around it. */
const MEGABYTES = 5000;

/** Asks an engine in a process of its own, and has its best answer judged by `src/check`. */
export async function askRival(
  rival: string,
  { name, review }: Case,
  milliseconds: number,
): Promise<RivalAnswer> {
  const { model } = compile(review());
  let best: Extract<Said, { plan: Plan }> | undefined;
  let note = '';
  const limits = { milliseconds: milliseconds + GRACE + START, megabytes: MEGABYTES };
  const { end } = await inChild(['rival', rival, name, String(milliseconds)], limits, (line) => {
    const said = line as Said;
    if ('note' in said) note = said.note;
    else best = said;
  });
  if (!best) return { placements: [], cost: undefined, took: milliseconds, moved: 0, end, note };
  const placements = placementsOf(
    model,
    best.plan.map((choice) => choice ?? undefined),
  );
  const { cost } = judged(model.review, placements);
  return { placements, cost, took: best.at, moved: best.moved, end, note };
}

/** Loading Node, the engine's wasm and the review. */
const START = 3000;

function judged(review: ReturnType<Case['review']>, placements: readonly Placement[]) {
  const bare = { review: review.id, revision: review.revision, placements, fixedEvents: [], unplaced: [] };
  const judgement = verdict(review, bare, check(review, bare));
  const placed = new Set(placements.map((p) => p.session));
  // What is broken for want of a session that is not placed is in the cost already.
  const broken = judgement.broken.filter((f) => f.sessions.some((id) => placed.has(id)));
  if (broken.length > 0)
    throw new Error(`Read back with a must broken: ${broken.map((f) => f.sentence).join(' ')}`);
  return judgement;
}

/** In the child: solves, and writes each better programme as a line. The clock starts when engine and review are loaded. */
export async function answerAsRival(
  [rivalName, caseName, milliseconds]: readonly string[],
  write: (line: Said) => void,
): Promise<void> {
  const rival = rivals[rivalName!]!;
  const review = caseNamed(caseName!).review();
  await rival.load?.();
  const began = performance.now();
  const { model } = compile(review);
  let best: Cost | undefined;
  const note = await rival.solve(model, Number(milliseconds), (answer) => {
    const { plan, cost, moved } = readBack(model, answer);
    if (best && compareCosts(cost, best) >= 0) return;
    best = cost;
    write({ plan, cost, at: performance.now() - began, moved });
  });
  write({ note });
}
