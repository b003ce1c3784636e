import { createHash } from 'node:crypto';
import type { Explain } from '../programme/explanation.ts';
import type { Conflict, Solve } from '../programme/outcome.ts';
import { sessionOf } from '../review/facts.ts';
import { perReview } from '../review/per-review.ts';
import type { Review } from '../review/review.ts';
import type { Priority } from '../review/session.ts';
import { withUsualTeam } from '../review/usual-team.ts';
import { createKeptWork, type KeptWork } from './kept-work.ts';
import type { OpenReview } from './open-review.ts';

/** Whether the week works as it is entered. */
export interface Light {
  /**
   * `works`: a programme holds every session; `short`: one holds all that must be held, and leaves something else out;
   * `stuck`: something that must be held was left out by every programme that was tried.
   */
  readonly is: 'works' | 'short' | 'stuck';
  /** Ids of what was left out, the most important first. */
  readonly leftOut: readonly string[];
  /** Whether it is proven: that nothing less can be left out, or where it is `stuck`, that something must be. */
  readonly proven: boolean;
  /** What stands in the way, and what would mend it. */
  readonly conflicts: readonly Conflict[];
}

/** The lights of reviews, worked out when somebody looks and kept until something else is entered. */
export type Lights = KeptWork<OpenReview, Light, never>;

const rank: Readonly<Record<Priority, number>> = { must: 0, should: 1, could: 2 };

/** A quick search, and where it leaves out what must be held, why. */
async function lightOf(review: Review, { solve, explain }: Needs, signal: AbortSignal): Promise<Light> {
  const { programme, cost, bound, conflicts } = await solve(review, { seed: 1, effort: 'quick', signal });
  const priorityOf = (id: string): number => rank[sessionOf(review, id)?.priority ?? 'must'];
  const leftOut = programme.unplaced.map((u) => u.session).sort((a, b) => priorityOf(a) - priorityOf(b));
  if (leftOut.length === 0) return { is: 'works', leftOut, proven: true, conflicts: [] };
  if (cost[0] === 0) return { is: 'short', leftOut, proven: bound[1] === cost[1], conflicts: [] };
  const explained = await explain(review, programme, { signal });
  const found = explained.conflicts.length > 0 ? explained.conflicts : conflicts;
  // A conflict of which nothing is unsure is a proof that not all can be held.
  const proven = bound[0] > 0 || explained.conflicts.some((c) => (c.unsure ?? []).length === 0);
  return { is: 'stuck', leftOut, proven, conflicts: found };
}

interface Needs {
  readonly solve: Solve;
  readonly explain: Explain;
}

/**
 * What a light is of: all that is entered but counts and moments of edits, how people are reached, and people whom
 * nothing names yet. Whoever adds a person or a telephone number need not wait for it again.
 */
const substanceOf = perReview((review): string => {
  const { contacts, revision: _a, editedAt: _b, sharedAt: _c, approvedAt: _d, ...rest } = review;
  const week = JSON.stringify(rest);
  const people = contacts
    .filter(({ id }) => week.includes(JSON.stringify(id)))
    .map(({ email: _e, phone: _f, pa: _g, ...contact }) => contact);
  return createHash('sha256').update(week).update(JSON.stringify(people)).digest('base64');
});

/** `failed` is told of what went wrong, for the log. One light at a time: the cores are for those who build, too. */
export const createLights = (needs: Needs, failed: (error: unknown) => void): Lights =>
  createKeptWork<OpenReview, Light, never>({
    subject: ({ review }) => review.id,
    version: ({ review }) => substanceOf(review),
    failed,
    // Whether the week works can be known before the peers are.
    work: ({ review }, _, signal) => lightOf(withUsualTeam(review), needs, signal),
    most: 100,
    atOnce: 1,
  });
