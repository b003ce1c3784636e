import { pretty } from '../../publish/pretty.ts';
import { proofWords } from '../../publish/proof-words.ts';
import type { Face, Given } from './arguments.ts';
import type { Desk, Exit } from './desk.ts';
import { inputReview } from './inputs.ts';
import { reportOn } from './report.ts';
import { conflictWords, headline, leftOutWords } from './words.ts';

export const explainFace = {
  verb: 'explain',
  means: 'Says why no complete programme exists, and what would mend it.',
  wants: ['REVIEW'],
  options: { json: { takes: 'nothing', means: 'answer with one JSON object' } },
} as const satisfies Face;

/** Looks for a complete programme and, where there is none, for what stands in its way. Exit 0 where there is one. */
export async function explain(desk: Desk, args: Given): Promise<Exit> {
  const json = args.flag('json');
  const review = await inputReview(desk, args.given[0]!, { json, named: false });
  if (!review.ok) return review.exit;
  const outcome = await desk.solve(review.value, { seed: 1, signal: desk.signal });
  const report = reportOn(review.value, outcome.programme, outcome);
  const complete = report.verdict.good;
  if (json) {
    const { status, seconds, conflicts } = outcome;
    const object = {
      status,
      complete,
      seconds: Math.round(seconds * 1000) / 1000,
      conflicts,
      unplaced: outcome.programme.unplaced,
    };
    desk.out(pretty(object));
  } else {
    const missing =
      outcome.programme.unplaced.length > 0
        ? ['', 'Not placed in the best that was found:', ...leftOutWords(report)]
        : [];
    const way =
      outcome.conflicts.length > 0
        ? ['', 'What stands in the way, and what would mend it:', ...conflictWords(outcome)]
        : [];
    const answer = complete
      ? 'A complete programme exists: every session that must be held can be.'
      : proofWords(outcome);
    desk.out(`${[headline(report), answer, ...way, ...missing].join('\n')}\n`);
  }
  return complete ? 0 : 3;
}
