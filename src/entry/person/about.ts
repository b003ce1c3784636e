import type { ContactEntry, PeerEntry } from '../../review/file.ts';
import { type Entry, itemIn } from '../entry.ts';
import { mentions } from './terms.ts';

/** The record of a contact or peer; undefined for somebody who is neither. */
export const recordOf = (entry: Entry, id: string): ContactEntry | PeerEntry | undefined =>
  itemIn(entry, 'contacts', id) ?? itemIn(entry, 'peers', id);

/** Where a text stands: `sessions › interview-with-the-director › title`. Items by their id. */
export interface Found {
  readonly where: string;
  readonly text: string;
}

/** Every text of an entry, besides somebody's own record, that a question is true of. */
export function textsOf(entry: Entry, besides: string, is: (text: string) => boolean): readonly Found[] {
  const found: Found[] = [];
  const walk = (value: unknown, where: readonly string[]): void => {
    if (typeof value === 'string') {
      if (is(value)) found.push({ where: where.join(' › '), text: value });
    } else if (Array.isArray(value))
      for (const [n, one] of value.entries()) {
        const id: unknown = (one as { readonly id?: unknown } | null)?.id;
        if (id !== besides) walk(one, [...where, typeof id === 'string' ? id : String(n + 1)]);
      }
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) walk(one, [...where, key]);
  };
  walk(entry, []);
  return found;
}

/** Texts that mention somebody by their name or a part of it. */
export const mentionsOf = (entry: Entry, id: string, names: readonly string[]): readonly Found[] =>
  textsOf(entry, id, mentions(names));
