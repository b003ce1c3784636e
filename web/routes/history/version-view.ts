import { isErasure } from '../../../src/actions/erasure.ts';
import type { EntryChange } from '../../../src/entry/changes.ts';
import { type Entry, lists } from '../../../src/entry/entry.ts';
import type { HistoryLine, ReviewLine } from '../../../src/store/ports.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';

/** What a list of an entry is called on its page; others go by their own word. */
const places: Readonly<Record<string, string>> = {
  review: 'The review',
  contacts: 'People to see',
  peers: 'Peers',
  sites: 'Sites',
  rooms: 'Rooms',
  sessions: 'Sessions',
  pairings: 'Pairings of peers',
  declined: 'Not to be seen',
  travel: 'Travel',
  locks: 'Held as they are',
  waivers: 'Exceptions',
};

const done: Readonly<Record<EntryChange['what'], string>> = {
  added: 'added',
  changed: 'changed',
  removed: 'removed',
};

/** `jobTitle` as words: `job title`. */
const words = (field: string): string => field.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);

/** A value as a person reads it, the things that it names by their names. */
function shown(value: unknown, named: (id: string) => string): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'string') return named(value);
  if (Array.isArray(value))
    return value.length === 0 ? 'nothing' : value.map((v) => shown(v, named)).join('; ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .map(([key, v]) => `${words(key)} ${shown(v, named)}`)
    .join(', ');
}

/** What one change was, item by item and field by field. `known`: where names of things are looked up. */
export function versionView(
  entry: Entry,
  line: ReviewLine,
  signed: HistoryLine,
  changes: readonly EntryChange[],
  known: readonly Entry[],
) {
  const week = { firstDay: line.firstDay, zone: entry.review.timeZone ?? 'Europe/London' };
  const names = new Map<string, string>();
  for (const one of known)
    for (const list of lists)
      for (const item of one[list] ?? []) names.set(item.id, 'title' in item ? item.title : item.name);
  const named = (id: string) => names.get(id) ?? id;
  return {
    why: signed.why,
    who: signed.by,
    when: instantMoment(week, signed.at),
    back: addresses.history(line.id),
    undo: isErasure(signed) ? '' : addresses.undo(line.id),
    version: String(signed.version),
    changes: changes.map(({ list, name, what, fields }) => ({
      heading: [places[list] ?? words(list), name].filter(Boolean).join(': '),
      done: done[what],
      fields: fields.map(({ field, before, after }) => ({
        field: field === list ? '' : words(field),
        before: shown(before, named),
        after: shown(after, named),
      })),
    })),
  };
}
