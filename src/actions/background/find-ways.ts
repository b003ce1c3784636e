import type { Alternatives, FindAlternatives } from '../../programme/alternatives.ts';
import type { Job } from '../../store/jobs-port.ts';
import type { OpenById } from '../open-review.ts';
import type { Doing } from './doing.ts';

/** How many of the ways that there are to try have been tried. */
export interface Tried {
  readonly tried: number;
  readonly all: number;
}

/** Looks for other ways the week of a draft could go; nothing where that is another draft by now. */
export const findWays =
  ({ open, find }: { readonly open: OpenById; readonly find: FindAlternatives }): Doing =>
  async (job, { signal, tell }) => {
    const opening = await open(job.review);
    if (!opening?.ok || opening.open.draft?.version !== job.draftVersion) return { how: 'nothing' };
    const { review, draft } = opening.open;
    const found = await find(review, {
      seed: draft.programme.seed ?? 1,
      first: draft.programme,
      signal,
      progress: (tried, all) => tell(() => ({ told: JSON.stringify({ tried, all } satisfies Tried) })),
    });
    return { how: 'found', found: JSON.stringify(found) };
  };

/** How many a job has told that it tried. */
export const triedBy = ({ told }: Job): Tried | undefined =>
  told === undefined ? undefined : (JSON.parse(told) as Tried);

/** What a job found, from what was kept of it. */
export const waysFrom = (found: string): Alternatives => JSON.parse(found) as Alternatives;
