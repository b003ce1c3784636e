import { didYouMean } from '../../intake/near.ts';
import type { Store } from '../../store/ports.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, dataOption, type Exit, fail, withStore } from './desk.ts';

export const exportReviewFace = {
  verb: 'export-review',
  means: 'Gives back the file of a review in the data; or, as one zip, everything of it.',
  wants: ['REVIEW-ID'],
  options: {
    data: dataOption,
    whole: {
      takes: 'nothing',
      means:
        'a zip of everything: the review, its programme, releases, comments, diaries asked for, what-ifs and the whole history; “import-review” reads it back',
    },
    out: {
      takes: 'text',
      value: 'PATH',
      means: 'the file to write; where left out it is shown (not the zip)',
    },
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
    if (args.flag('whole')) return exportWhole(desk, store, id, out);
    if (out === undefined) {
      desk.out(stored.file);
      return 0;
    }
    const why = await desk.write(out, stored.file);
    return why === undefined ? 0 : fail(desk, why);
  });

/** Writes everything of a review into one zip file. */
async function exportWhole(desk: Desk, store: Store, id: string, out: string | undefined): Promise<Exit> {
  if (out === undefined)
    return fail(
      desk,
      'peerweek export-review: a zip can’t be shown here: say where to write it, with --out PATH.',
    );
  const { packWhole } = await import('../../publish/whole/pack.ts');
  const whole = await store.whole.of(id);
  const why = whole ? await desk.write(out, packWhole(whole)) : `There is no review “${id}” any more.`;
  return why === undefined ? 0 : fail(desk, why);
}
