import { newId } from '../../entry/new-id.ts';
import { readEntry } from '../../intake/index.ts';
import { happenedWords } from '../../publish/happened-words.ts';
import { nameOf } from '../../review/facts.ts';
import type { Happened } from '../../review/happening.ts';
import type { Happening } from '../../store/happenings-port.ts';
import type { Store } from '../../store/ports.ts';
import type { OpenReview } from '../open-review.ts';
import type { Moment } from './moment.ts';

/** What is reported; `adds` is thought of here. */
export interface Reported extends Omit<Happened, 'adds'> {
  readonly note: string;
}

/** Reports something that happened: it is on record from now on, whatever is done about it. Where there is nothing to decide, for it was held, it is settled too. Undefined: the review is gone. */
export async function report(
  store: Pick<Store, 'reviews' | 'happenings'>,
  { review }: Pick<OpenReview, 'review'>,
  moment: Moment,
  reported: Reported,
  by: string,
): Promise<Happening | undefined> {
  const stored = await store.reviews.find(review.id);
  const entry = stored && readEntry(stored.file);
  if (!entry?.ok) return undefined;
  const again = reported.kind === 'second-interview' || reported.kind === 'not-held';
  // Thought of once, so that choosing twice among the ways never adds it twice.
  const adds = again
    ? newId(entry.value, `${nameOf(review, reported.about)} again`, 'seen-again')
    : undefined;
  const happened = { ...reported, ...(adds !== undefined && { adds }) };
  const words = happenedWords(review, { ...happened, atMinute: moment.minute });
  const made = await store.happenings.report(
    { review: review.id, ...happened, atMinute: moment.minute, rehearsed: moment.rehearsed },
    { by, why: moment.rehearsed ? `Rehearsed: ${words}` : words },
  );
  if (made.kind !== 'held') return made;
  const noted = { by, why: `Noted that ${words}` };
  const settled = await store.happenings.settle(review.id, made.id, 1, { state: 'left' }, noted);
  return settled.saved ? settled.stored : made;
}
