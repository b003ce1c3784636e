import { setDiary } from '../entry/diaries.ts';
import type { DiaryEntry } from '../review/file.ts';
import type { Store } from '../store/ports.ts';
import { changeReview } from './change-review.ts';
import type { OwnDiary } from './follow-diary-link.ts';

/** What somebody says by a private link. */
export interface DiaryAnswer {
  readonly diary: DiaryEntry;
  readonly comment: string | undefined;
}

/**
 * Takes a contact's own diary. Where somebody at the council changed it meanwhile, what its owner says stands, and the
 * history has both.
 */
export async function answerDiary(
  needs: { readonly store: Pick<Store, 'reviews' | 'history' | 'diaryLinks'>; readonly now: () => Date },
  { link, contact, entry, version }: OwnDiary,
  { diary, comment }: DiaryAnswer,
): Promise<'saved' | 'gone'> {
  const { store } = needs;
  const signature = {
    by: `${contact.name}, by private link`,
    why: `${contact.name} said when they can be seen`,
  };
  const edit = setDiary('contacts', contact.id, diary);
  // From what stands now, not from what they saw: a diary is said whole, not in pieces.
  let changed = await changeReview(needs, entry.review.id, version, edit, signature);
  for (let tries = 0; changed.kind === 'clash' && tries < 5; tries++)
    changed = await changeReview(needs, entry.review.id, changed.theirs.version, edit, signature);
  if (changed.kind === 'problems' || changed.kind === 'clash')
    throw new Error('A diary that was painted could not be kept');
  if (changed.kind === 'gone') return 'gone';
  return (await store.diaryLinks.answered(link.id, comment, signature)) ? 'saved' : 'gone';
}
