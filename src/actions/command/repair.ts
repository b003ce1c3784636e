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
    json: { takes: 'nothing', means: 'answer with one JSON object' },
  },
} as const satisfies Face;

/** Mends a programme around what it has; what began before `--from` stays as it is. */
export async function repair(desk: Desk, args: Given): Promise<Exit> {
  const json = args.flag('json');
  const input = await inputBoth(desk, args.given, json);
  if (!input.ok) return input.exit;
  const { review, programme: keep } = input.value;
  const time = args.text('from');
  const from = time === undefined ? undefined : readLocal(review.week, time);
  if (from?.ok === false)
    return fail(
      desk,
      `peerweek repair: --from wants a local time such as ${review.week.firstDay}T09:00, not “${time}”.`,
    );
  const outcome = await desk.solve(review, {
    seed: keep.seed ?? 1,
    signal: desk.signal,
    keep,
    ...(from && { from: from.minute }),
  });
  return answerWith(desk, reportOn(review, outcome.programme, outcome, keep), {
    json,
    out: args.text('out'),
  });
}
