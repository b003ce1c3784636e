import { setAbout } from '../entry/edit.ts';
import { readEntry } from '../intake/index.ts';
import { entryToJson } from '../publish/json.ts';
import { type Block, blocksOf } from '../release/blocks.ts';
import { type Act, afterAct } from '../release/stages.ts';
import type { Agreement, Release } from '../store/agreement-port.ts';
import type { Signature, Store } from '../store/ports.ts';
import { changeReview } from './change-review.ts';
import type { OpenReview } from './open-review.ts';

export type Agreed =
  | { readonly kind: 'moved'; readonly agreement: Agreement }
  | { readonly kind: 'approved'; readonly release: Release }
  /** What stands in the way of approving. */
  | { readonly kind: 'blocked'; readonly blocks: readonly Block[] }
  /** Somebody else shared, sent back or approved since; or it is nothing that can be done at this stage. */
  | { readonly kind: 'late'; readonly theirs: Agreement };

interface Needs {
  readonly store: Pick<Store, 'agreements' | 'releases' | 'reviews' | 'programmes' | 'history'>;
  readonly now: () => Date;
}

interface Asked {
  /** The version of the agreement that the person had before their eyes. */
  readonly seen: number;
  /** And of the draft: nobody approves what they have not seen. */
  readonly draft: number;
  /** What they say with it. */
  readonly note: string;
  /**
   * An amendment is approved although something stands in its way that can’t be helped any more, the week being what it
   * is; not where it is of a review that has moved on from under it. The note says what.
   */
  readonly despite?: boolean;
}

/** Whether the act can be had now; if so, where the agreement stands. */
async function standing(
  { store }: Needs,
  { review, draft }: OpenReview,
  act: Act,
  asked: Asked,
): Promise<Agreement | undefined> {
  const agreement = await store.agreements.of(review.id);
  const current = agreement.version === asked.seen && draft?.version === asked.draft;
  return current && afterAct(agreement.stage, act) ? agreement : undefined;
}

/** Shares the draft with the review manager, or sends it back to the organiser (manual 1446). */
export async function shareOrSendBack(
  needs: Needs,
  open: OpenReview,
  act: 'share' | 'send-back',
  asked: Asked,
  signature: Signature,
): Promise<Agreed> {
  const { store, now } = needs;
  const { review } = open;
  const agreement = await standing(needs, open, act, asked);
  const stage = agreement && afterAct(agreement.stage, act);
  if (!stage) return { kind: 'late', theirs: await store.agreements.of(review.id) };
  const to = { stage, programmeVersion: asked.draft, note: asked.note };
  const moved = await store.agreements.move(review.id, asked.seen, to, signature);
  if (!moved.saved) return { kind: 'late', theirs: await store.agreements.of(review.id) };
  // The rule book asks when a rough draft was shared first (rule rough-draft-early).
  if (act === 'share' && review.sharedAt === undefined)
    await changeReview(
      needs,
      review.id,
      open.line.version,
      setAbout({ sharedAt: now().toISOString() }),
      signature,
    );
  return { kind: 'moved', agreement: moved.stored };
}

/**
 * Approves the draft as the next release (rule two-weeks-before; late is shown and allowed). Refused while anything
 * stands in the way: a must broken without an exception, a session that must be held left out, a check to settle, or a
 * draft that no longer is of the review as it is entered.
 */
export async function approveDraft(
  needs: Needs,
  open: OpenReview,
  asked: Asked,
  signature: Signature,
): Promise<Agreed> {
  const { store, now } = needs;
  const { review, draft, findings, line } = open;
  const blocks = blocksOf(draft, findings);
  const helpless = asked.despite === true && review.approvedAt !== undefined;
  if (blocks.some(({ is }) => !helpless || is === 'nothing built' || is === 'behind'))
    return { kind: 'blocked', blocks };
  const late = async (): Promise<Agreed> => ({
    kind: 'late',
    theirs: await store.agreements.of(review.id),
  });
  if (!(await standing(needs, open, 'approve', asked))) return late();
  const [stored, programme] = [
    await store.reviews.find(review.id),
    await store.programmes.draftOf(review.id),
  ];
  const entry = stored && readEntry(stored.file);
  if (!entry?.ok || stored?.version !== line.version || programme?.version !== asked.draft) return late();
  const approvedAt = review.approvedAt ?? now().toISOString();
  const approved = await store.releases.approve(
    {
      review: review.id,
      programmeVersion: programme.version,
      reviewFile: entryToJson(setAbout({ approvedAt })(entry.value)),
      programmeFile: programme.file,
      note: asked.note,
    },
    asked.seen,
    signature,
  );
  if (!approved.saved) return late();
  if (review.approvedAt === undefined)
    await changeReview(needs, review.id, line.version, setAbout({ approvedAt }), signature);
  return { kind: 'approved', release: approved.stored };
}
