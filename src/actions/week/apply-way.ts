import { readProgramme } from '../../intake/index.ts';
import { changesBetween } from '../../programme/changes.ts';
import { keepsThePast } from '../../programme/past.ts';
import { happenedWords } from '../../publish/happened-words.ts';
import { counted } from '../../publish/words.ts';
import type { Block } from '../../release/blocks.ts';
import type { Store } from '../../store/ports.ts';
import { approveDraft } from '../agree-draft.ts';
import { changeDraft } from '../change-draft.ts';
import { changeReview } from '../change-review.ts';
import type { OpenById, OpenReview } from '../open-review.ts';
import { openHappening } from './open-happening.ts';
import { fromOf } from './ways.ts';

export type Applied =
  /** `release`: it was approved too. */
  | { readonly kind: 'done'; readonly draftVersion: number; readonly release?: number }
  /** The draft is mended; what stands in the way of approving it. */
  | { readonly kind: 'waits'; readonly blocks: readonly Block[] }
  /** Somebody changed the draft or settled the happening meanwhile, or what was to be moved has begun. */
  | { readonly kind: 'late' }
  | { readonly kind: 'gone' };

interface Needs {
  readonly store: Store;
  readonly open: OpenById;
  readonly now: () => Date;
}

interface Asked {
  readonly happening: string;
  /** The version of it, and of the draft, that the person had before their eyes. */
  readonly seen: number;
  readonly draft: number;
  /** The file of the programme that was chosen. */
  readonly programme: string;
  /** The version of the agreement, where it is to be approved in the same breath. */
  readonly approve?: number;
  /** It is approved although something stands in the way: what can’t be helped, the week being what it is. */
  readonly despite?: boolean;
}

/**
 * Makes the draft what was chosen among the ways, what is entered what follows from the happening, and, where that was
 * asked for, has the amendment approved. Each step can be taken again, so that what broke off is just asked for once more.
 */
export async function applyWay(needs: Needs, given: OpenReview, asked: Asked, by: string): Promise<Applied> {
  const { store } = needs;
  const opened = await openHappening(needs, given, asked.happening);
  if (!opened) return { kind: 'gone' };
  const { happening, moment, draft, edit, after } = opened;
  if (happening.version !== asked.seen || happening.state !== 'open' || draft.version !== asked.draft)
    return { kind: 'late' };
  if (!after.ok) return { kind: 'gone' };
  const reading = readProgramme(asked.programme, after.asked.review);
  if (!reading.ok) return { kind: 'gone' };
  const chosen = reading.value;
  if (!keepsThePast(draft.programme, chosen, fromOf(moment.minute))) return { kind: 'late' };

  const { review } = given;
  const words = happenedWords(review, happening);
  const entered = await changeReview(needs, review.id, given.line.version, edit, { by, why: words });
  if (entered.kind !== 'changed' && entered.kind !== 'unchanged') return { kind: 'late' };
  const now = await needs.open(review.id);
  if (!now?.ok) return { kind: 'gone' };
  const changes = changesBetween(after.asked.review, draft.programme, chosen);
  const why = `${words}: ${counted(changes.length, 'session changed', 'sessions changed')}`;
  const saved = await changeDraft(store, now.open, asked.draft, () => chosen, { by, why });
  if (saved.kind === 'clash' || saved.kind === 'gone') return { kind: 'late' };
  const draftVersion = saved.kind === 'changed' ? saved.stored.version : asked.draft;
  const settle = (release?: number) =>
    store.happenings.settle(
      review.id,
      happening.id,
      happening.version,
      { state: 'mended', draftVersion, ...(release !== undefined && { release }) },
      { by, why: `Mended after “${words}”` },
    );
  if (asked.approve === undefined) {
    await settle();
    return { kind: 'done', draftVersion };
  }
  const again = await needs.open(review.id);
  if (!again?.ok) return { kind: 'gone' };
  const approved = await approveDraft(
    needs,
    again.open,
    { seen: asked.approve, draft: draftVersion, note: `${words}.`, despite: asked.despite === true },
    { by, why: 'Approved the programme' },
  );
  if (approved.kind === 'approved') {
    await settle(approved.release.number);
    return { kind: 'done', draftVersion, release: approved.release.number };
  }
  await settle();
  // It is mended all the same: what is not approved yet is said on its page.
  return { kind: 'waits', blocks: approved.kind === 'blocked' ? approved.blocks : [] };
}
