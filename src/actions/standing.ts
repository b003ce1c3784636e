import type { Stage } from '../release/stages.ts';
import type { Store } from '../store/ports.ts';
import { amendmentsOf } from './amendments.ts';
import type { Opening, OpenReview } from './open-review.ts';

/** What a review waits for, the nearest first. */
export type WaitsFor =
  | 'correcting'
  | 'building'
  | 'mending'
  | 'settling'
  /** A draft that could be agreed, and has not been shared. */
  | 'sharing'
  /** It was sent back with what is to be changed. */
  | 'answering'
  | 'approval'
  /** Something was changed since the last release. */
  | 'amending'
  | 'nothing';

/** Where a review stands, in figures; words are made by whoever shows it. */
export interface Standing {
  readonly waitsFor: WaitsFor;
  /** Must rules broken without an exception. */
  readonly broken: number;
  /** Sessions that must be held and have no place. */
  readonly missing: number;
  /** Checks that are to be settled before it can be approved. */
  readonly blocking: number;
}

/** Where the agreeing is. `amended`: something was changed since the last release. */
export interface Agreed {
  readonly stage: Stage;
  readonly amended: boolean;
}

/** Where the agreeing of a review is. */
export async function agreedOf(
  store: Pick<Store, 'agreements' | 'releases'>,
  open: OpenReview,
): Promise<Agreed> {
  const { stage, programmeVersion } = await store.agreements.of(open.review.id);
  const { approvedAt } = open.review;
  // As it was approved: no release need be read to know that nothing was changed.
  if (approvedAt === undefined || (stage === 'approved' && programmeVersion === open.draft?.version))
    return { stage, amended: false };
  const amendments = await amendmentsOf(store, open);
  return { stage, amended: (amendments?.changes.length ?? 0) > 0 };
}

/** The same with the agreeing looked up. */
export async function standingIn(
  store: Pick<Store, 'agreements' | 'releases'>,
  opening: Opening,
): Promise<Standing> {
  return standingOf(opening, opening.ok ? await agreedOf(store, opening.open) : undefined);
}

/** What a draft waits for that nothing stands in the way of. */
function agreeing(isApproved: boolean, { stage, amended }: Agreed): WaitsFor {
  if (isApproved && !amended) return 'nothing';
  if (stage === 'sent-back') return 'answering';
  if (isApproved) return 'amending';
  return stage === 'draft' ? 'sharing' : 'approval';
}

/** Where a review stands today: what was read, what is built, what blocks it; and, where it is given, the agreeing. */
export function standingOf(opening: Opening, agreed?: Agreed): Standing {
  if (!opening.ok) return { waitsFor: 'correcting', broken: 0, missing: 0, blocking: 0 };
  const { draft, findings, review } = opening.open;
  const blocking = findings.filter((f) => f.kind === 'check' && f.blocksApproval).length;
  if (!draft) return { waitsFor: 'building', broken: 0, missing: 0, blocking };
  const figures = {
    broken: draft.verdict.broken.length,
    missing: draft.verdict.missing.length,
    blocking,
  };
  if (!draft.verdict.good) return { waitsFor: 'mending', ...figures };
  if (draft.behind) return { waitsFor: 'building', ...figures };
  if (blocking > 0) return { waitsFor: 'settling', ...figures };
  const isApproved = review.approvedAt !== undefined;
  return {
    waitsFor: agreed ? agreeing(isApproved, agreed) : isApproved ? 'nothing' : 'approval',
    ...figures,
  };
}
