import type { ReviewEntry } from '../review/file.ts';
import type { Edit, Entry, ItemOf, ListName } from './entry.ts';

/** Puts an item in its list: over the one of the same id, else at the end (or after the item `after`). */
export const put =
  <L extends ListName>(list: L, item: ItemOf<L>, after?: string): Edit =>
  (entry) => {
    const items: readonly ItemOf<L>[] = (entry[list] as readonly ItemOf<L>[] | undefined) ?? [];
    const at = items.findIndex((i) => i.id === item.id);
    const behind = after === undefined ? -1 : items.findIndex((i) => i.id === after);
    const next =
      at >= 0 ? items.with(at, item) : behind >= 0 ? items.toSpliced(behind + 1, 0, item) : [...items, item];
    return { ...entry, [list]: next };
  };

/** Changes fields of the review itself; `undefined` takes a field out. */
export const setAbout =
  (fields: { readonly [F in keyof ReviewEntry]?: ReviewEntry[F] | undefined }): Edit =>
  (entry) => ({ ...entry, review: withoutGaps({ ...entry.review, ...fields }) as ReviewEntry });

/** Several edits, one after another. */
export const all =
  (edits: readonly Edit[]): Edit =>
  (entry) =>
    edits.reduce<Entry>((so, edit) => edit(so), entry);

/** A copy without the fields that are undefined: a file has none. */
export const withoutGaps = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
