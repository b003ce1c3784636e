import type { Entry } from './entry.ts';
import { lists } from './entry.ts';

/** As long as an id of a file may be, with room for a number behind it. */
const LONGEST = 60;

/** What a name gives as an id: small letters, figures and hyphens (`Priya O’Shah` gives `priya-o-shah`). */
const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');

/**
 * An id that people can read, made from a name, and that nothing in the entry has yet: `priya-shah`, then
 * `priya-shah-2`. `otherwise` is for a name without a letter or figure of the Latin alphabet.
 */
export function newId(entry: Entry, name: string, otherwise: string): string {
  const taken = new Set<string>();
  for (const list of lists) for (const item of entry[list] ?? []) taken.add(item.id);
  for (const day of entry.review.frame?.days ?? [])
    for (const item of [...(day.events ?? []), ...(day.windows ?? [])]) taken.add(item.id);
  for (const line of entry.review.keyLinesOfEnquiry ?? []) taken.add(line.id);
  const base = slug(name) || otherwise;
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}
