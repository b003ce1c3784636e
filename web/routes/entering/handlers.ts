import type { RequestHandler } from 'express';
import { all, put } from '../../../src/entry/edit.ts';
import { type Edit, type Entry, type ItemOf, itemIn, type ListName } from '../../../src/entry/entry.ts';
import { remove } from '../../../src/entry/remove.ts';
import { type Fields, type FormReading, valueIn, valuesIn } from '../../../src/intake/form/sent.ts';
import type { Services } from '../../services.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { asked } from '../with-review.ts';
import { fieldsOf } from './body.ts';
import { enter } from './enter.ts';
import { notTaken, type Trouble } from './trouble.ts';

/** How a list is shown just now. */
export interface ListState {
  readonly sort?: string | undefined;
  /** The row that is being changed; the row that is asked about. */
  readonly edit?: string | undefined;
  readonly remove?: string | undefined;
  /** The next one is to be added. */
  readonly add?: string | undefined;
  readonly find?: string;
  /** A form that was not taken: the one that adds, or the one of a row (`edit`). */
  readonly trouble?: Trouble | undefined;
}

type Read<L extends ListName> = (
  entry: Entry,
  fields: Fields,
  before?: ItemOf<L>,
) => FormReading<Omit<ItemOf<L>, 'id'>>;

/** One list of what is entered: what the handlers below need to know of it. */
export interface Listed<L extends ListName> {
  readonly list: L;
  /** `the people`. */
  readonly those: string;
  /** Reads the form that adds one, and (unless that one is whole) the form in a row. */
  readonly read: Read<L>;
  /** Reads the form that holds everything. */
  readonly readWhole: Read<L>;
  /** There is no page for one: its row holds everything. */
  readonly wholeInRow?: boolean;
  readonly nameOf: (item: Omit<ItemOf<L>, 'id'>) => string;
  readonly newId: (entry: Entry, item: Omit<ItemOf<L>, 'id'>) => string;
  /** What a duplicate takes over. */
  readonly copy: (item: ItemOf<L>) => Omit<ItemOf<L>, 'id'>;
  /** What every change of this list brings about elsewhere. */
  readonly settle?: Edit;
  /** Where the list is shown. */
  readonly page: (review: string, state: Omit<ListState, 'find' | 'trouble'>) => string;
  /** Shows the page of the list. */
  readonly show: (services: Services, given: AboutEntry, state: ListState) => void | Promise<void>;
}

/** An address of a list that leads to the row it opens. */
export const withRow = (address: string, { edit }: Pick<ListState, 'edit'>): string =>
  edit === undefined ? address : `${address}#row-${edit}`;

const stateOf = (given: AboutEntry): ListState => {
  const of = (name: string) => asked(given.request, name);
  return { sort: of('sort'), edit: of('edit'), remove: of('remove'), add: of('add') };
};

const itemAsked = <L extends ListName>({ list }: Listed<L>, given: AboutEntry): ItemOf<L> | undefined =>
  itemIn(given.entry, list, String(given.request.params.item));

/** An item from what was read of it; its own type is only known to whoever names the list. */
const withId = <L extends ListName>(id: string, read: Omit<ItemOf<L>, 'id'>): ItemOf<L> =>
  ({ id, ...read }) as unknown as ItemOf<L>;

const settled = <L extends ListName>({ settle }: Listed<L>, edits: readonly Edit[]): Edit =>
  all(settle ? [...edits, settle] : edits);

export const showList = <L extends ListName>(services: Services, listed: Listed<L>): RequestHandler =>
  withEntry(services, (given) => listed.show(services, given, stateOf(given)));

/** Looks for words in the list. Sent in a body: what is looked for is often a name, and those stay out of addresses. */
export const findInList = <L extends ListName>(services: Services, listed: Listed<L>): RequestHandler =>
  withEntry(services, (given) =>
    listed.show(services, given, {
      ...stateOf(given),
      find: valueIn(fieldsOf(given.request), 'find').trim().slice(0, 200),
    }),
  );

export const addToList = <L extends ListName>(services: Services, listed: Listed<L>): RequestHandler =>
  withEntry(services, async (given) => {
    const typed = fieldsOf(given.request);
    const { sort } = stateOf(given);
    const again = (trouble: Trouble) => listed.show(services, given, { sort, trouble });
    const reading = listed.read(given.entry, typed);
    if (!reading.ok) return again(notTaken(typed, reading.problems));
    const item = withId<L>(listed.newId(given.entry, reading.value), reading.value);
    await enter(given, {
      edit: settled(listed, [put(listed.list, item)]),
      why: `Added ${listed.nameOf(reading.value)} to ${listed.those}`,
      back: listed.page(given.line.id, { sort, add: 'yes' }),
      typed,
      again,
    });
  });

export const changeRow = <L extends ListName>(services: Services, listed: Listed<L>): RequestHandler =>
  withEntry(services, async (given) => {
    const typed = fieldsOf(given.request);
    const { sort } = stateOf(given);
    const before = itemAsked(listed, given);
    if (!before) {
      const what = 'Somebody removed this meanwhile. What you typed stands here: add it again, or leave it';
      return listed.show(services, given, { sort, trouble: notTaken(typed, [{ field: '', what }]) });
    }
    const again = (trouble: Trouble) => listed.show(services, given, { sort, edit: before.id, trouble });
    const read = listed.wholeInRow ? listed.readWhole : listed.read;
    const reading = read(given.entry, typed, before);
    if (!reading.ok) return again(notTaken(typed, reading.problems));
    await enter(given, {
      edit: settled(listed, [put(listed.list, withId<L>(before.id, reading.value))]),
      why: `Changed ${listed.nameOf(reading.value)}`,
      back: listed.page(given.line.id, { sort }),
      typed,
      again,
    });
  });

/** Changes everything about an item. `back`: where to go then; `again`: shows its page with what was typed. */
export const changeWhole = <L extends ListName>(
  services: Services,
  listed: Listed<L>,
  page: {
    readonly back: (review: string, id: string) => string;
    readonly again: (given: AboutEntry, item: ItemOf<L>, trouble: Trouble) => void | Promise<void>;
  },
): RequestHandler =>
  withEntry(services, async (given) => {
    const typed = fieldsOf(given.request);
    const before = itemAsked(listed, given);
    if (!before) return given.next();
    const again = (trouble: Trouble) => page.again(given, before, trouble);
    const reading = listed.readWhole(given.entry, typed, before);
    if (!reading.ok) return again(notTaken(typed, reading.problems));
    await enter(given, {
      edit: settled(listed, [put(listed.list, withId<L>(before.id, reading.value))]),
      why: `Changed ${listed.nameOf(reading.value)}`,
      back: page.back(given.line.id, before.id),
      typed,
      again,
    });
  });

/** A copy behind its original, opened to be made into what it is to be. */
export const duplicate = <L extends ListName>(services: Services, listed: Listed<L>): RequestHandler =>
  withEntry(services, async (given) => {
    const { sort } = stateOf(given);
    const item = itemAsked(listed, given);
    if (!item) return given.response.redirect(303, listed.page(given.line.id, { sort }));
    const copy = listed.copy(item);
    const id = listed.newId(given.entry, copy);
    await enter(given, {
      edit: settled(listed, [put(listed.list, withId<L>(id, copy), item.id)]),
      why: `Duplicated ${listed.nameOf(item)}`,
      back: listed.page(given.line.id, { sort, edit: id }),
      typed: {},
      again: (trouble) => listed.show(services, given, { sort, trouble }),
    });
  });

/** Removes an item, with everything that names it, and the sessions that were to go with it. */
export const removeFromList = <L extends ListName>(services: Services, listed: Listed<L>): RequestHandler =>
  withEntry(services, async (given) => {
    const { sort } = stateOf(given);
    const item = itemAsked(listed, given);
    const back = listed.page(given.line.id, { sort });
    if (!item) return given.response.redirect(303, back);
    const typed = fieldsOf(given.request);
    const also = valuesIn(typed, 'also').filter((id) => itemIn(given.entry, 'sessions', id));
    const with_ =
      also.length === 0 ? '' : ` with ${also.length === 1 ? 'a session' : `${also.length} sessions`}`;
    await enter(given, {
      edit: settled(listed, [remove(listed.list, item.id), ...also.map((id) => remove('sessions', id))]),
      why: `Removed ${listed.nameOf(item)} from ${listed.those}${with_}`,
      back,
      typed,
      again: (trouble) => listed.show(services, given, { sort, trouble: { ...trouble, typed: {} } }),
    });
  });
