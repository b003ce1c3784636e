/** What the name of somebody who was erased is replaced by. */
export const ERASED = 'Erased person';

/** Everything by which somebody is known in a review, in all its versions. */
export interface Known {
  readonly id: string;
  /** The id that takes the place of theirs. */
  readonly newId: string;
  readonly names: readonly string[];
  /** E-mail addresses and telephone numbers. */
  readonly reachedAt: readonly string[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As a word of its own, in whatever case, its spaces however wide. */
const whole = (text: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${text.trim().split(/\s+/).map(escaped).join('\\s+')}(?![\\p{L}\\p{N}])`,
    'giu',
  );

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** The words of a name that somebody could be known by. */
const wordsOf = (name: string): readonly string[] =>
  name.split(/[\s,]+/).filter((word) => word.replace(/[^\p{L}]/gu, '').length >= 3);

/** Whether an id says something of whoever it is of: it holds a word of their name. */
const tells = (id: string, names: readonly string[]): boolean =>
  names.flatMap(wordsOf).some((word) => slug(word).length >= 3 && id.toLowerCase().includes(slug(word)));

/** Names in the ways in which people write them, the longest first. A single short word is no name to look for. */
function waysOf(names: readonly string[]): readonly string[] {
  const all = names.flatMap((name) => {
    const words = name.trim().split(/\s+/);
    return words.length > 1 ? [name, `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`] : [name];
  });
  return [...new Set(all)].filter((name) => name.length > 3).sort((a, b) => b.length - a.length);
}

/**
 * Gives what takes somebody out of any text that was written about them: their name, the ways to reach them, and ids
 * that were made from their name. The same text gives the same, so that what referred to each other still does.
 */
export function eraser({ id, newId, names, reachedAt }: Known): (text: string) => string {
  const made = names.map(slug).filter((text) => text.includes('-'));
  const ids = [...new Set([...(tells(id, names) ? [id] : []), ...made])].sort((a, b) => b.length - a.length);
  const steps = [
    ...reachedAt.filter((way) => way.length > 3).map((way) => [whole(way), 'erased'] as const),
    ...waysOf(names).map((name) => [whole(name), ERASED] as const),
    ...ids.map((text) => [whole(text), newId] as const),
  ];
  return (text) => steps.reduce((so, [what, by]) => so.replace(what, by), text);
}

/** Finds a text that mentions somebody by a part of their name only, which nothing can erase without a person's look. */
export function mentions(names: readonly string[]): (text: string) => boolean {
  const parts = [...new Set(names.flatMap(wordsOf))].map(
    (word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'iu'),
  );
  return (text) => parts.some((part) => part.test(text));
}
