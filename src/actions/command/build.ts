import { type Effort, efforts } from '../../programme/outcome.ts';
import { answerWith } from './answer.ts';
import type { Face, Given } from './arguments.ts';
import type { Desk, Exit } from './desk.ts';
import { inputProgramme, inputReview } from './inputs.ts';
import { reportOn } from './report.ts';
import { watch } from './watch.ts';

export const buildFace = {
  verb: 'build',
  means: 'Builds the programme of a review.',
  wants: ['REVIEW'],
  options: {
    out: {
      takes: 'text',
      value: 'DIR',
      means: 'write the programme, its page, its CSV and its calendars there',
    },
    'time-limit': { takes: 'number', value: 'S', means: 'stop after so many seconds with the best found' },
    seed: {
      takes: 'whole',
      value: 'N',
      means: 'another seed, another search; the same seed, the same bytes (default 1)',
    },
    effort: {
      takes: efforts,
      value: efforts.join('|'),
      means: 'how much to search: a quarter of the usual, the usual, or four times as much',
    },
    keep: { takes: 'text', value: 'PROGRAMME', means: 'keep as much of this programme as can be' },
    json: { takes: 'nothing', means: 'answer with one JSON object' },
  },
} as const satisfies Face;

/** Builds a programme for a review in a file; whether complete or not, the best found is written and told of. */
export async function build(desk: Desk, args: Given): Promise<Exit> {
  const [json, keepPath, timeLimit] = [args.flag('json'), args.text('keep'), args.number('time-limit')];
  desk.prepareToSolve?.();
  const how = { json, named: keepPath !== undefined };
  const review = await inputReview(desk, args.given[0]!, how);
  if (!review.ok) return review.exit;
  const keep = keepPath === undefined ? undefined : await inputProgramme(desk, keepPath, review.value, how);
  if (keep?.ok === false) return keep.exit;
  // While the search runs elsewhere, this thread loads what will write its answer.
  if (args.text('out') !== undefined) void import('./outputs.ts');
  const { progress, done } = watch(desk, review.value, json);
  const outcome = await desk
    .solve(review.value, {
      seed: args.number('seed') ?? 1,
      signal: desk.signal,
      ...(args.text('effort') !== undefined && { effort: args.text('effort') as Effort }),
      ...(progress && { progress }),
      ...(timeLimit !== undefined && { timeLimit }),
      ...(keep && { keep: keep.value }),
    })
    .finally(done);
  return answerWith(desk, reportOn(review.value, outcome.programme, outcome, keep?.value), {
    json,
    out: args.text('out'),
  });
}
