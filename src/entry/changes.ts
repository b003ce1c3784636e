import type { Entry } from './entry.ts';
import { lists } from './entry.ts';

/** One thing that is other in a later version of an entry. */
export interface EntryChange {
  /** `contacts`, `review`, `pairings`. */
  readonly list: string;
  /** Of an item: its id and what it is called; undefined for a field of the review or a list without ids. */
  readonly id?: string;
  readonly name?: string;
  readonly what: 'added' | 'changed' | 'removed';
  /** Of what was changed: each field, as it was and as it is; undefined: not there. */
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

type Group = Readonly<Record<string, unknown>>;

/** Set by whoever saves: no news to anybody. */
const stamps = new Set(['revision', 'editedAt']);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const fieldsBetween = (before: Group, after: Group) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !stamps.has(field) && !same(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));

const nameOf = (item: Group): string => String(item.name ?? item.title ?? item.id);

/** What is other in `after`, list by list: worked out, never typed. */
export function changesBetween(before: Entry, after: Entry): readonly EntryChange[] {
  const changes: EntryChange[] = [];
  const about = fieldsBetween(before.review as unknown as Group, after.review as unknown as Group);
  if (about.length > 0) changes.push({ list: 'review', what: 'changed', fields: about });
  for (const list of lists) {
    const [was, is] = [byId(before[list]), byId(after[list])];
    for (const id of new Set([...was.keys(), ...is.keys()])) {
      const [one, other] = [was.get(id), is.get(id)];
      const fields = one && other ? fieldsBetween(one, other) : [];
      if (one && other && fields.length === 0) continue;
      const what = one ? (other ? 'changed' : 'removed') : 'added';
      changes.push({ list, id, name: nameOf((other ?? one)!), what, fields });
    }
  }
  const rest = ({ peerweek: _, $schema: __, review: ___, ...entry }: Entry): Group =>
    Object.fromEntries(Object.entries(entry).filter(([key]) => !(lists as readonly string[]).includes(key)));
  for (const { field, before: was, after: is } of fieldsBetween(rest(before), rest(after)))
    changes.push({ list: field, what: 'changed', fields: [{ field, before: was, after: is }] });
  return changes;
}

const byId = (items: Entry[(typeof lists)[number]]): ReadonlyMap<string, Group> =>
  new Map((items ?? []).map((item) => [item.id, item as unknown as Group]));
