import { check } from '../check/check.ts';
import { verdict } from '../check/verdict.ts';
import { changesBetween } from '../programme/changes.ts';
import { disturbedBy } from '../programme/disturbed.ts';
import { placing } from '../programme/edit.ts';
import type { FindRepairs } from '../programme/outcome.ts';
import type { Placement } from '../programme/placement.ts';
import type { Programme } from '../programme/programme.ts';
import type { Review } from '../review/review.ts';
import { createKeptWork, type KeptWork } from './kept-work.ts';
import type { Draft, OpenReview } from './open-review.ts';
import { withoutTold, withTold } from './told-sessions.ts';

/** What is to be mended. */
export interface MendAsked {
  readonly open: Pick<OpenReview, 'review' | 'line' | 'today'>;
  readonly draft: Draft;
  /** Which draft it is, where it is not the review’s own. */
  readonly scenario?: string | undefined;
  /** What is to stay where it is, or go where `to` says: all else may give way. */
  readonly around?: string | undefined;
  readonly to?: Placement | undefined;
  /** The sessions whose people have been told of the times that they have: moving those disturbs the most. */
  readonly told?: ReadonlySet<string> | undefined;
}

/** One way to mend a draft: what it would be then, and what that changes. */
export interface Mend {
  readonly programme: Programme;
  readonly changes: ReturnType<typeof changesBetween>;
  readonly disturbed: ReturnType<typeof disturbedBy>;
  readonly verdict: ReturnType<typeof verdict>;
}

/** Ways to mend drafts, looked for in the background; one look for each thing to mend around. */
export type Mends = KeptWork<MendAsked, readonly Mend[], never>;

/** Ways to choose from, at most. */
const MOST = 3;
/** Seconds after which the best that was found is told. */
const LONGEST = 20;

/** The review in which the session stays where it is kept. */
const holding = (review: Review, session: string | undefined): Review =>
  session === undefined
    ? review
    : {
        ...review,
        locks: [
          ...review.locks.filter((l) => l.session !== session),
          { session, time: true, place: true, peers: true, by: '', because: '' },
        ],
      };

/** `failed` is told of what went wrong, for the log. */
export const createMends = (findRepairs: FindRepairs, failed: (error: unknown) => void): Mends =>
  createKeptWork<MendAsked, readonly Mend[], never>({
    subject: ({ open, scenario, around, to }) =>
      [open.review.id, scenario, around, to?.start].map((part) => part ?? '').join(' '),
    version: ({ open, draft }) => `${open.line.version} ${draft.version}`,
    failed,
    async work({ open: { review, today }, draft, around, to, told }) {
      const before = withTold(draft.programme, told);
      const keep = to ? placing([to])(before) : before;
      const options = { seed: before.seed ?? 1, keep, timeLimit: LONGEST, explain: false };
      const found = await findRepairs(holding(review, around), options, MOST);
      return found.map(({ programme: { cost: _, bound: __, ...other } }): Mend => {
        const programme = withoutTold(other, draft.programme);
        const findings = check(review, programme, { today });
        return {
          programme,
          changes: changesBetween(review, before, programme),
          disturbed: disturbedBy(review, before, programme),
          verdict: verdict(review, programme, findings),
        };
      });
    },
  });
