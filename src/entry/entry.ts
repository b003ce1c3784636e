import type { ReviewFile } from '../review/file.ts';

/**
 * A review while it is being entered: every field has its right shape, and the whole may still want something (a
 * session whose person is not there yet). `src/intake` makes a checked review of it when nothing is wanted any more.
 */
export type Entry = ReviewFile;

/** A change of what is entered. Pure: gives a new entry and leaves the old one alone. */
export type Edit = (entry: Entry) => Entry;

/** The lists whose items have ids of their own. */
export const lists = ['contacts', 'peers', 'sites', 'rooms', 'sessions'] as const;
export type ListName = (typeof lists)[number];

/** What stands in a list. */
export type ItemOf<L extends ListName> = NonNullable<Entry[L]>[number];

/** An item by its id; undefined where it is not (or no longer) there. */
export const itemIn = <L extends ListName>(entry: Entry, list: L, id: string): ItemOf<L> | undefined =>
  (entry[list] as readonly ItemOf<L>[] | undefined)?.find((item) => item.id === id);
