import type { Entry } from '../entry/entry.ts';
import { itemIn } from '../entry/entry.ts';
import { readEntry } from '../intake/index.ts';
import type { ContactEntry } from '../review/file.ts';
import type { DiaryLink } from '../store/diary-links-port.ts';
import type { Store } from '../store/ports.ts';

/** Where a private link to a diary leads. */
export interface OwnDiary {
  readonly link: DiaryLink;
  readonly entry: Entry;
  /** The version of the review that the diary is of. */
  readonly version: number;
  readonly contact: ContactEntry;
  /** Until when it may be changed: the latest day that this contact was given. */
  readonly endsAt: string;
  readonly isOver: boolean;
}

/** What a token opens; undefined where there is nothing: never issued, revoked, or the contact or review gone. */
export async function followDiaryLink(
  store: Pick<Store, 'diaryLinks' | 'reviews'>,
  now: () => Date,
  token: string,
): Promise<OwnDiary | undefined> {
  const link = await store.diaryLinks.open(token);
  const stored = link && (await store.reviews.find(link.review));
  const reading = stored && readEntry(stored.file);
  const contact = reading?.ok ? itemIn(reading.value, 'contacts', link?.contact ?? '') : undefined;
  if (!link || !stored || !reading?.ok || !contact) return undefined;
  const endsAt = (await store.diaryLinks.of(link.review))
    .filter((l) => l.contact === link.contact && l.revokedAt === undefined)
    .reduce((latest, l) => (l.endsAt > latest ? l.endsAt : latest), link.endsAt);
  return {
    link,
    entry: reading.value,
    version: stored.version,
    contact,
    endsAt,
    isOver: endsAt <= now().toISOString(),
  };
}
