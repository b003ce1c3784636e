import { check } from '../../check/check.ts';
import { type Finding, isBroken } from '../../check/finding.ts';
import { pairing } from '../../programme/edit.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Block } from '../../release/blocks.ts';
import type { Review } from '../../review/review.ts';
import type { Store } from '../../store/ports.ts';
import { dayName } from '../../time/words.ts';
import { approveDraft } from '../agree-draft.ts';
import { changeDraft } from '../change-draft.ts';
import type { Draft, OpenById, OpenReview } from '../open-review.ts';

/** Who takes one session, the one who leads first. */
export interface PairChosen {
  readonly session: string;
  readonly peers: readonly string[];
  readonly lead: string | undefined;
}

/** The programme with the sessions taken as they were chosen; all else as it was. */
export const withPairs = (programme: Programme, chosen: readonly PairChosen[]): Programme =>
  chosen.reduce((after, { session, peers, lead }) => {
    const now = after.placements.find((p) => p.session === session);
    const same = now && now.lead === lead && now.peers.join(' ') === peers.join(' ');
    return same ? after : pairing(session, peers, lead)(after);
  }, programme);

/** The must rules that the choice breaks and the draft as it is does not. */
export function brokenBy(review: Review, draft: Draft, chosen: readonly PairChosen[]): readonly Finding[] {
  const after = withPairs(draft.programme, chosen);
  if (after === draft.programme) return [];
  const known = new Set(draft.verdict.broken.map((f) => f.sentence));
  return check(review, after).filter((f) => isBroken(f) && !known.has(f.sentence));
}

export type PairsAgreed =
  /** `release`: what changed was approved too. */
  | { readonly kind: 'agreed'; readonly release?: number }
  | { readonly kind: 'breaks'; readonly findings: readonly Finding[] }
  /** They are agreed, and what stands in the way of approving the draft. */
  | { readonly kind: 'waits'; readonly blocks: readonly Block[] }
  /** Somebody changed the same sessions meanwhile. */
  | { readonly kind: 'late' };

interface Needs {
  readonly store: Store;
  readonly open: OpenById;
  readonly now: () => Date;
}

/**
 * Agrees the pairs of a day, as the team does the evening before: they go into the draft, it is on record who agreed
 * them, and after a release what changed is approved in the same breath.
 */
export async function agreePairs(
  needs: Needs,
  open: OpenReview & { readonly draft: Draft },
  asked: {
    readonly day: number;
    /** The version of the draft that was before their eyes, and of the agreement. */
    readonly seen: number;
    readonly agreement: number;
    readonly chosen: readonly PairChosen[];
  },
  by: string,
): Promise<PairsAgreed> {
  const { store } = needs;
  const { review, draft } = open;
  const { day, seen, chosen } = asked;
  const findings = brokenBy(review, draft, chosen);
  if (findings.length > 0) return { kind: 'breaks', findings };
  const why = `Agreed the pairs of ${dayName(review.week, day)}`;
  const result = await changeDraft(store, open, seen, (before) => withPairs(before, chosen), { by, why });
  if (result.kind === 'clash' || result.kind === 'gone') return { kind: 'late' };
  const draftVersion = result.kind === 'changed' ? result.stored.version : draft.version;
  await store.happenings.agreePairs({ review: review.id, day, draftVersion }, { by, why });
  const last = (await store.releases.of(review.id)).at(-1);
  if (!last || result.kind === 'unchanged') return { kind: 'agreed' };
  const now = await needs.open(review.id);
  if (!now?.ok) return { kind: 'late' };
  const approved = await approveDraft(
    needs,
    now.open,
    { seen: asked.agreement, draft: draftVersion, note: `${why}.` },
    { by, why: 'Approved the programme' },
  );
  if (approved.kind === 'approved') return { kind: 'agreed', release: approved.release.number };
  return approved.kind === 'blocked' ? { kind: 'waits', blocks: approved.blocks } : { kind: 'late' };
}
