import type { Opening } from './open-review.ts';

/** What a review waits for, the nearest first. */
export type WaitsFor = 'correcting' | 'building' | 'mending' | 'settling' | 'approval' | 'nothing';

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

/** Where a review stands today: what was read, what is built, what blocks it. */
export function standingOf(opening: Opening): Standing {
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
  return { waitsFor: review.approvedAt === undefined ? 'approval' : 'nothing', ...figures };
}
