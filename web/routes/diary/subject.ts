import type { DiaryList } from '../../../src/entry/diaries.ts';
import type { Entry } from '../../../src/entry/entry.ts';
import type { DiaryEntry } from '../../../src/review/file.ts';
import { addresses } from '../../addresses.ts';
import type { Tab } from '../../page.ts';

/** Whose diary a page is about. */
export interface Subject {
  readonly list: DiaryList;
  readonly id: string;
  readonly name: string;
  readonly diary: DiaryEntry | undefined;
  /** Its own page. */
  readonly address: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly tab: Tab;
}

/** Who or what an address names; undefined where the entry has none of it. */
export function subjectOf(entry: Entry, list: DiaryList, id: string): Subject | undefined {
  const item = (
    entry[list] as
      | readonly { readonly id: string; readonly name: string; readonly diary?: DiaryEntry }[]
      | undefined
  )?.find((one) => one.id === id);
  if (!item) return undefined;
  const review = entry.review.id;
  return {
    list,
    id,
    name: item.name,
    diary: item.diary,
    address: addresses.diaryOf(review, list, id),
    ...around(review, list),
  };
}

function around(review: string, list: DiaryList): Pick<Subject, 'back' | 'tab'> {
  if (list === 'contacts')
    return { back: { href: addresses.diaries(review), text: 'All diaries' }, tab: 'diaries' };
  if (list === 'peers') return { back: { href: addresses.peers(review), text: 'All peers' }, tab: 'peers' };
  return { back: { href: addresses.places(review), text: 'All places' }, tab: 'places' };
}
