import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import type { Placement } from '../../../src/programme/placement.ts';
import type { LaidOpen } from '../../laid-open.ts';
import { placeAt } from '../move/way-asked.ts';

/** What is mended around, as an address or a form asks it. */
export interface Round {
  readonly around: string | undefined;
  readonly to: Placement | undefined;
  /** The same as fields, to ask again with. */
  readonly asked: Readonly<Record<string, string>>;
}

/** A session of the draft to mend around, where it is or at a time that is taken; nothing where there is none such. */
export async function roundOf(
  laidOpen: LaidOpen,
  open: OpenReview,
  draft: Draft,
  around: string | undefined,
  start: string | undefined,
): Promise<Round> {
  const told = around ? await laidOpen.placesOf(open, draft, around) : undefined;
  if (!told || !around) return { around: undefined, to: undefined, asked: {} };
  const place = start ? placeAt(told, start) : undefined;
  const to =
    place?.state === 'taken'
      ? place.against.tried
      : place?.state === 'free' || place?.state === 'moves'
        ? place.way.placement
        : undefined;
  if (to && start) return { around, to, asked: { around, to: start } };
  // Where it has no place there is nothing to hold it to.
  return told.here
    ? { around, to: undefined, asked: { around } }
    : { around: undefined, to: undefined, asked: {} };
}
