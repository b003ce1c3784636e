import { check } from '../../check/check.ts';
import { type Finding, isBroken } from '../../check/finding.ts';
import { verdict } from '../../check/verdict.ts';
import { changesBetween } from '../../programme/changes.ts';
import { disturbedBy } from '../../programme/disturbed.ts';
import type { FindRepairs, Outcome } from '../../programme/outcome.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Block, blocksOf } from '../../release/blocks.ts';
import type { Review } from '../../review/review.ts';
import { type Minute, QUARTER } from '../../time/span.ts';
import { createKeptWork, type KeptWork } from '../kept-work.ts';
import type { Mend } from '../mends.ts';
import { withoutTold, withTold } from '../told-sessions.ts';
import { withoutFirst } from './other-ways.ts';

/** A draft after something happened, to be mended from a minute of the week on. */
export interface WaysAsked {
  /** What is kept under: which happening, and of which versions of the review and its draft. */
  readonly happening: string;
  readonly version: string;
  /** As it is entered with what follows from the happening. */
  readonly review: Review;
  readonly today: string;
  /** The draft as it is; and as the happening leaves it. */
  readonly draft: Programme;
  readonly left: Programme;
  readonly minute: Minute;
  /** The sessions of the draft whose people have been told of the times that they have. */
  readonly told: ReadonlySet<string>;
  /** Whether to say why something has no place: it is asked for something that is new in the week. */
  readonly explain: boolean;
}

/** One way to mend it, and what would still stand in the way of approving it. */
export interface Way extends Mend {
  readonly blocks: readonly Block[];
}

/** What can be done: ways to mend it, the one that disturbs fewest first; and what would be broken without any. */
export interface Found {
  readonly ways: readonly Way[];
  readonly asItIs: readonly Finding[];
}

export type Ways = KeptWork<WaysAsked, Found, never>;

/** Ways to choose from, at most. */
const MOST = 3;
/** So often another one is looked for where the repair itself knows of none. */
const TRIED = 4;
/** Seconds after which the best that was found is told. */
const LONGEST = 20;

/** The quarter hour from which something may be moved or put: nothing is arranged anew within the one that goes on. */
export const fromOf = (minute: Minute): Minute => Math.ceil(minute / QUARTER) * QUARTER;

/** Whether as much is held as in another way, and no more is amiss. */
const isAsGood = ({ verdict, programme }: Way, first: Way): boolean =>
  verdict.missing.length <= first.verdict.missing.length &&
  verdict.broken.length <= first.verdict.broken.length &&
  programme.placements.length >= first.programme.placements.length;

/** Whether two ways are the same to people. */
const isSame = (a: Way, b: Way): boolean => {
  const facts = ({ programme }: Way) =>
    programme.placements
      .map((p) => JSON.stringify([p.session, p.start, Object.entries(p.place), [...p.peers].sort()]))
      .sort()
      .join();
  return facts(a) === facts(b);
};

/** `failed` is told of what went wrong, for the log. */
export const createWays = (findRepairs: FindRepairs, failed: (error: unknown) => void): Ways =>
  createKeptWork<WaysAsked, Found, never>({
    subject: ({ happening }) => happening,
    version: ({ version, minute }) => `${version} ${fromOf(minute)}`,
    failed,
    async work({ review, today, draft, left, minute, told, explain }) {
      const before = withTold(draft, told);
      const options = {
        seed: draft.seed ?? 1,
        keep: withTold(left, told),
        from: fromOf(minute),
        timeLimit: LONGEST,
        explain,
      };
      const judge = ({ programme: { cost: _, bound: __, ...other } }: Outcome): Way => {
        const programme = withoutTold(other, draft);
        const findings = check(review, programme, { today });
        const judged = verdict(review, programme, findings);
        return {
          programme,
          changes: changesBetween(review, draft, programme),
          disturbed: disturbedBy(review, before, programme),
          verdict: judged,
          blocks: blocksOf({ verdict: judged, behind: false }, findings),
        };
      };
      const ways = (await findRepairs(review, options, MOST)).map(judge);
      // Where the repair knows of no other day or order, somebody else or another room may do as well.
      const [first] = ways;
      let open = first ? withoutFirst(review, ways.at(-1)!.changes) : [];
      for (let tried = 0; first && ways.length < MOST && tried < TRIED; tried++) {
        const [varied, ...others] = open;
        if (!varied) break;
        const [next] = (await findRepairs(varied, options, 1)).map(judge);
        const isOther = next && isAsGood(next, first) && !ways.some((way) => isSame(way, next));
        if (isOther) ways.push(next);
        open = isOther ? [...withoutFirst(varied, next.changes), ...others] : others;
      }
      return { ways, asItIs: check(review, left, { today }).filter(isBroken) };
    },
  });
