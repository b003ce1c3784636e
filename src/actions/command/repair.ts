import { MOST_REPAIRS } from '../../programme/outcome.ts';
import { readLocal } from '../../time/week.ts';
import { answerWith } from './answer.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, type Exit, fail } from './desk.ts';
import { inputBoth } from './inputs.ts';
import { reportOn } from './report.ts';

export const repairFace = {
  verb: 'repair',
  means: 'Mends a programme that no longer holds, disturbing as few people as it can.',
  wants: ['REVIEW', 'PROGRAMME'],
  options: {
    from: { takes: 'text', value: 'TIME', means: 'leave alone what began before, as 2026-03-24T09:00' },
    out: {
      takes: 'text',
      value: 'DIR',
      means: 'write the programme, its page, its CSV and its calendars there',
    },
    choices: {
      takes: 'whole',
      value: 'N',
      means: `up to N repairs to choose from, the one that disturbs fewest first: in the others somebody else moves, or to another day (2 to ${MOST_REPAIRS})`,
    },
    json: { takes: 'nothing', means: 'answer with one JSON object' },
  },
} as const satisfies Face;

/**
 * Mends a programme around what it has; what began before `--from` stays as it is. Sessions and peers that the review
 * has no more are no mistake here: that they are gone is what there is to mend.
 */
export async function repair(desk: Desk, args: Given): Promise<Exit> {
  const json = args.flag('json');
  const input = await inputBoth(desk, args.given, json, ['sessions', 'peers']);
  if (!input.ok) return input.exit;
  const { review, programme: keep } = input.value;
  const time = args.text('from');
  const from = time === undefined ? undefined : readLocal(review.week, time);
  if (from?.ok === false)
    return fail(
      desk,
      `peerweek repair: --from wants a local time such as ${review.week.firstDay}T09:00, not “${time}”.`,
    );
  const choices = args.number('choices');
  if (choices !== undefined && (choices < 2 || choices > MOST_REPAIRS))
    return fail(
      desk,
      `peerweek repair: --choices wants a number from 2 to ${MOST_REPAIRS}, not “${args.text('choices')}”.`,
    );
  const options = {
    seed: keep.seed ?? 1,
    signal: desk.signal,
    keep,
    ...(from && { from: from.minute }),
  };
  const how = { json, out: args.text('out') };
  if (choices === undefined) {
    const outcome = await desk.solve(review, options);
    return answerWith(desk, reportOn(review, outcome.programme, outcome, keep), how);
  }
  const found = await desk.findRepairs(review, options, choices);
  const { answerWithChoices } = await import('./choices.ts');
  return answerWithChoices(
    desk,
    found.map((outcome) => reportOn(review, outcome.programme, outcome, keep)),
    how,
  );
}
