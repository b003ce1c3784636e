import { readApart } from '../intake/apart/read-apart.ts';
import type { Problem } from '../intake/index.ts';
import type { Signature, Store } from '../store/ports.ts';

export type TakenIn =
  | { readonly kind: 'taken in'; readonly review: string }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

const stopped = (what: string, mend: string): TakenIn => ({
  kind: 'problems',
  problems: [{ path: '', what, mend }],
});

/**
 * Reads a whole review back out of its zip, with everything that belonged to it. Nothing is ever put over a review that
 * is there. `founder`: the account whose review it is from then on.
 */
export async function takeInWhole(
  store: Pick<Store, 'whole'>,
  zip: Uint8Array,
  signature: Signature,
  founder?: string,
): Promise<TakenIn> {
  const reading = await readApart({ read: 'whole', bytes: zip });
  if (!reading.ok) return { kind: 'problems', problems: reading.problems };
  const { review } = reading.value;
  switch (await store.whole.takeIn(reading.value, signature, founder)) {
    case 'taken in':
      return { kind: 'taken in', review };
    case 'there already':
      return stopped(
        `There is a review “${review}” here already; nothing was changed.`,
        'Remove that one first, if the zip is to take its place.',
      );
    case 'newer':
      return stopped('The zip was made by a newer Peerweek.', 'Bring this one up to date first.');
    case 'unfit':
      return stopped(
        'What is in the zip does not fit together; nothing was changed.',
        'Make the zip again where the review is kept, and give that.',
      );
  }
}
