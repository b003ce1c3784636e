import { didYouMean } from '../../intake/near.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, dataOption, type Exit, fail, withStore } from './desk.ts';

export const exportReviewFace = {
  verb: 'export-review',
  means: 'Gives back the file of a review in the data.',
  wants: ['REVIEW-ID'],
  options: {
    data: dataOption,
    out: { takes: 'text', value: 'PATH', means: 'the file to write; where left out it is shown' },
  },
} as const satisfies Face;

/** Gives back a review's file as it was taken in or last changed. */
export const exportFile = (desk: Desk, args: Given): Promise<Exit> =>
  withStore(desk, args, async (store) => {
    const id = args.given[0]!;
    const stored = await store.reviews.find(id);
    if (!stored) {
      const known = (await store.reviews.list()).map((line) => line.id);
      const there = known.length === 0 ? 'There is none at all.' : `In it: ${known.join(', ')}.`;
      return fail(desk, `There is no review “${id}” in the data. ${didYouMean(id, known) || there}`);
    }
    const out = args.text('out');
    if (out === undefined) {
      desk.out(stored.file);
      return 0;
    }
    const why = await desk.write(out, stored.file);
    return why === undefined ? 0 : fail(desk, why);
  });
