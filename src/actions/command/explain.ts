import { pretty } from '../../publish/pretty.ts';
import { proofWords } from '../../publish/proof-words.ts';
import { counted } from '../../publish/words.ts';
import { namesOf } from '../../review/facts.ts';
import type { Face, Given } from './arguments.ts';
import type { Desk, Exit } from './desk.ts';
import { inputProgramme, inputReview } from './inputs.ts';
import { reportOn } from './report.ts';
import { conflictWords, headline, leftOutWords } from './words.ts';

export const explainFace = {
  verb: 'explain',
  means: 'Says why no complete programme exists, and what would mend it.',
  wants: ['REVIEW'],
  options: {
    keep: { takes: 'text', value: 'PROGRAMME', means: 'the programme whose locks are to be kept' },
    json: { takes: 'nothing', means: 'answer with one JSON object' },
  },
} as const satisfies Face;

/** Looks for a complete programme and, where there is none, for what stands in its way. Exit 0 where there is one. */
export async function explain(desk: Desk, args: Given): Promise<Exit> {
  const [json, keepPath] = [args.flag('json'), args.text('keep')];
  const how = { json, named: keepPath !== undefined };
  const review = await inputReview(desk, args.given[0]!, how);
  if (!review.ok) return review.exit;
  const kept = keepPath === undefined ? undefined : await inputProgramme(desk, keepPath, review.value, how);
  if (kept?.ok === false) return kept.exit;
  const keep = kept && { keep: kept.value };
  const { signal } = desk;
  const outcome = await desk.solve(review.value, { seed: 1, signal, explain: false, ...keep });
  const told = reportOn(review.value, outcome.programme, outcome);
  const complete = told.verdict.good;
  const found = complete
    ? undefined
    : await desk.explain(review.value, outcome.programme, { signal, ...keep });
  const programme = { ...outcome.programme, unplaced: found?.unplaced ?? outcome.programme.unplaced };
  const conflicts = found?.conflicts ?? [];
  // A conflict is a proof, where the search and its bound alone may have been none.
  const status = conflicts.length > 0 ? ('impossible' as const) : outcome.status;
  if (json) {
    const object = {
      status,
      complete,
      seconds: Math.round((outcome.seconds + (found?.seconds ?? 0)) * 1000) / 1000,
      conflicts,
      unexplained: found?.unexplained ?? [],
      mendedTogether: found?.mendedTogether ?? false,
      unplaced: programme.unplaced,
    };
    desk.out(pretty(object));
  } else {
    const missing =
      programme.unplaced.length > 0
        ? ['', 'Not placed in the best that was found:', ...leftOutWords({ ...told, programme })]
        : [];
    const way =
      conflicts.length > 0
        ? ['', 'What stands in the way, and what would mend it:', ...conflictWords({ conflicts })]
        : [];
    const together = found?.mendedTogether
      ? [
          conflicts.length === 1
            ? 'With the first of these changes every session that must be held can be: a programme was found.'
            : `With the first change under each of the ${counted(conflicts.length, 'conflict')}, every session that must be held can be: a programme was found.`,
        ]
      : [];
    const open =
      (found?.unexplained.length ?? 0) > 0
        ? [`Why there is no place for ${namesOf(review.value, found!.unexplained)} could not be made out.`]
        : [];
    const answer = complete
      ? 'A complete programme exists: every session that must be held can be.'
      : proofWords({ ...outcome, status });
    desk.out(`${[headline(told), answer, ...way, ...together, ...open, ...missing].join('\n')}\n`);
  }
  return complete ? 0 : 3;
}
