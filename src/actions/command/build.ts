import { MOST_ALTERNATIVES } from '../../programme/alternatives.ts';
import { type Effort, efforts } from '../../programme/outcome.ts';
import { answerWith } from './answer.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, type Exit, fail } from './desk.ts';
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
      means: 'how much to search: a fifth of the usual, the usual, or five times as much',
    },
    keep: { takes: 'text', value: 'PROGRAMME', means: 'keep as much of this programme as can be' },
    alternatives: {
      takes: 'whole',
      value: 'N',
      alone: `${MOST_ALTERNATIVES}`,
      means: `also look for programmes that really differ, up to N in all, and put them side by side (${MOST_ALTERNATIVES} unless N is given)`,
    },
    json: { takes: 'nothing', means: 'answer with one JSON object' },
  },
} as const satisfies Face;

/** Builds a programme for a review in a file; whether complete or not, the best found is written and told of. */
export async function build(desk: Desk, args: Given): Promise<Exit> {
  const [json, keepPath, timeLimit] = [args.flag('json'), args.text('keep'), args.number('time-limit')];
  const alternatives = args.number('alternatives');
  const most = `from 2 to ${MOST_ALTERNATIVES}`;
  if (alternatives !== undefined && (alternatives < 2 || alternatives > MOST_ALTERNATIVES))
    return fail(
      desk,
      `peerweek build: --alternatives wants a number ${most}, not “${args.text('alternatives')}”.`,
    );
  if (alternatives !== undefined && keepPath !== undefined)
    return fail(
      desk,
      'peerweek build: --keep keeps a programme as it is, --alternatives looks for others: choose one.',
    );
  desk.prepareToSolve?.();
  const how = { json, named: keepPath !== undefined };
  const review = await inputReview(desk, args.given[0]!, how);
  if (!review.ok) return review.exit;
  const keep = keepPath === undefined ? undefined : await inputProgramme(desk, keepPath, review.value, how);
  if (keep?.ok === false) return keep.exit;
  // While the search runs elsewhere, this thread loads what will write its answer.
  if (args.text('out') !== undefined) void import('./outputs.ts');
  const { progress, done } = watch(desk, review.value, json);
  const options = {
    seed: args.number('seed') ?? 1,
    ...(args.text('effort') !== undefined && { effort: args.text('effort') as Effort }),
    ...(timeLimit !== undefined && { timeLimit }),
  };
  const outcome = await desk
    .solve(review.value, {
      ...options,
      signal: desk.signal,
      ...(progress && { progress }),
      ...(keep && { keep: keep.value }),
    })
    .finally(done);
  const report = reportOn(review.value, outcome.programme, outcome, keep?.value);
  const out = args.text('out');
  if (alternatives === undefined) return answerWith(desk, report, { json, out });
  const { answerWithAlternatives } = await import('./alternatives.ts');
  return answerWithAlternatives(desk, report, { most: alternatives, options, json, out });
}
