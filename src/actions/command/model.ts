import type { Face, Given } from './arguments.ts';
import { type Desk, type Exit, fail } from './desk.ts';
import { inputReview } from './inputs.ts';

export const modelFace = {
  verb: 'model',
  means:
    'Writes a review as one mathematical model (times, streams, rooms, pairs and prices), for an outside engine.',
  wants: ['REVIEW'],
  options: { format: { takes: 'text', needed: true, value: 'opb|lp', means: 'the form' } },
} as const satisfies Face;

/** Shows the model of a review as OPB or LP text. */
export async function model(desk: Desk, args: Given): Promise<Exit> {
  const format = args.text('format');
  if (format !== 'opb' && format !== 'lp')
    return fail(desk, 'peerweek model: say in which form: --format opb or --format lp.');
  const review = await inputReview(desk, args.given[0]!, { json: false, named: false });
  if (!review.ok) return review.exit;
  desk.out(await desk.modelText(review.value, format));
  return 0;
}
