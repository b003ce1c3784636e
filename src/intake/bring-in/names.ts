import { nearest } from '../near.ts';

/** A name by which people and things are known again: no capitals, accents, signs or courtesies. */
export function known(name: string): string {
  const before = asked.get(name);
  if (before !== undefined) return before;
  const plain = bareName(name);
  if (asked.size >= MOST_ASKED) asked.clear();
  asked.set(name, plain);
  return plain;
}

// Every row is held against every name that is there: each is worked out once.
const asked = new Map<string, string>();
const MOST_ASKED = 20_000;

function bareName(name: string): string {
  const bare = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/['’`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*(mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|sir|dame|rev|revd)\s+/u, '')
    .trim();
  // Of a name without a letter all of it counts.
  return bare || name.trim().toLowerCase();
}

/** `Shah, Priya` as `Priya Shah`; all else as it is. */
export function inOrder(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  return parts.length === 2 && /^[\p{L}’' -]+$/u.test(parts[0]!) && /^[\p{L}’' .-]+$/u.test(parts[1]!)
    ? `${parts[1]} ${parts[0]}`
    : name;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

export type Found<T> =
  | { readonly is: 'one'; readonly item: T }
  | { readonly is: 'several'; readonly items: readonly T[] }
  /** Nobody of that name; `near`: somebody of one like it. */
  | { readonly is: 'none'; readonly near: string | undefined };

/** Whom or what a cell means: by id, by e-mail address, or by name. */
export function find<T extends Named>(items: readonly T[], text: string): Found<T> {
  const byId = items.find((item) => item.id === text.trim());
  if (byId) return { is: 'one', item: byId };
  const mail = /[^\s<>]+@[^\s<>]+/.exec(text)?.[0].toLowerCase();
  const beside = mail ? text.replace(/<?[^\s<>]+@[^\s<>]+>?/, '').trim() : text;
  const name = known(inOrder(beside || text));
  if (mail) {
    const same = items.filter((item) => item.email?.toLowerCase() === mail);
    const one = same.length > 1 ? same.filter((item) => known(item.name) === name) : same;
    if (one.length === 1) return { is: 'one', item: one[0]! };
  }
  const same = name === '' ? [] : items.filter((item) => known(item.name) === name);
  if (same.length === 1) return { is: 'one', item: same[0]! };
  if (same.length > 1) return { is: 'several', items: same };
  return {
    is: 'none',
    near:
      name.length < 4
        ? undefined
        : nearest(
            name,
            items.map((item) => item.name),
          ),
  };
}

/** Whether two names have a word in common: the same person under a new surname, say. */
export function share(a: string, b: string): boolean {
  const words = new Set(known(inOrder(a)).split(' '));
  return known(inOrder(b))
    .split(' ')
    .some((word) => word.length > 1 && words.has(word));
}
