import type { PairingsEntry } from '../review/file.ts';
import type { Entry } from './entry.ts';
import { pairingsSaying, type SaidOfPairs, saidOfPairs } from './merge-pairings.ts';

/** Two people changed the same thing, each to something else. */
export interface Clash {
  /** Where: `['contacts', 'priya-shah', 'jobTitle']`; items by their id, not by their number. */
  readonly where: readonly string[];
  /** What it was, what ours made of it, what theirs did; undefined: nothing, or taken out. */
  readonly before: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

export type Merged =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly clashes: readonly Clash[] };

/**
 * Brings together what two people made of one entry (a three-way merge): what only one of them touched is theirs, item
 * by item and field by field; only where both changed the same field to different things is there a clash. The count
 * and the moment of the last edit are nobody's: whoever saves sets them.
 */
export function merge(before: Entry, ours: Entry, theirs: Entry): Merged {
  const clashes: Clash[] = [];
  const entry = value(before, ours, theirs, [], clashes) as Entry;
  return clashes.length === 0 ? { ok: true, entry } : { ok: false, clashes };
}

/** Set by whoever saves, never merged. */
const stamps = new Set(['review.revision', 'review.editedAt']);

type Group = Readonly<Record<string, unknown>>;
const isGroup = (x: unknown): x is Group => typeof x === 'object' && x !== null && !Array.isArray(x);

function value(before: unknown, ours: unknown, theirs: unknown, where: string[], clashes: Clash[]): unknown {
  if (same(ours, theirs) || same(before, theirs)) return ours;
  if (same(before, ours) || stamps.has(where.join('.'))) return theirs;
  if (isGroup(ours) && isGroup(theirs) && where.join('.') === 'pairings')
    return pairingsMerged(before, ours, theirs, where, clashes);
  if (isGroup(ours) && isGroup(theirs)) return groups(before, ours, theirs, where, clashes);
  if (Array.isArray(ours) && Array.isArray(theirs)) return lists(before, ours, theirs, where, clashes);
  clashes.push({ where, before, ours, theirs });
  return theirs;
}

/** Pair by pair: two peers whom one wants together and the other apart are a clash, though the lists are others. */
function pairingsMerged(
  before: unknown,
  ours: Group,
  theirs: Group,
  where: string[],
  clashes: Clash[],
): PairingsEntry {
  const was = saidOfPairs(isGroup(before) ? before : {});
  const merged = groups(was, saidOfPairs(ours), saidOfPairs(theirs), where, clashes);
  return pairingsSaying(merged as SaidOfPairs, { ...ours, ...theirs });
}

function groups(before: unknown, ours: Group, theirs: Group, where: string[], clashes: Clash[]): Group {
  const was: Group = isGroup(before) ? before : {};
  const merged: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const now = value(was[key], ours[key], theirs[key], [...where, key], clashes);
    if (now !== undefined) merged[key] = now;
  }
  return merged;
}

function lists(
  before: unknown,
  ours: readonly unknown[],
  theirs: readonly unknown[],
  where: string[],
  clashes: Clash[],
): readonly unknown[] {
  const [was, mine, other] = [keyed(Array.isArray(before) ? before : []), keyed(ours), keyed(theirs)];
  if (!was || !mine || !other) {
    clashes.push({ where, before, ours, theirs });
    return theirs;
  }
  const merged: unknown[] = [];
  // In their order, with what is only ours behind the item that it follows with us.
  for (const key of orderOf([...was.keys()], [...mine.keys()], [...other.keys()])) {
    const now = value(was.get(key), mine.get(key), other.get(key), [...where, key], clashes);
    if (now !== undefined) merged.push(now);
  }
  return merged;
}

/** The keys of both, in the order of whoever changed the order, what the other added behind what it followed there. */
function orderOf(
  was: readonly string[],
  mine: readonly string[],
  other: readonly string[],
): readonly string[] {
  const kept = (keys: readonly string[]) => was.filter((k) => keys.includes(k));
  const moved = (keys: readonly string[]) =>
    !same(
      kept(keys),
      keys.filter((k) => was.includes(k)),
    );
  const [first, second] = moved(mine) && !moved(other) ? [mine, other] : [other, mine];
  const order = [...first];
  second.forEach((key, i) => {
    if (order.includes(key)) return;
    const at = i === 0 ? -1 : order.indexOf(second[i - 1]!);
    order.splice(at < 0 && i > 0 ? order.length : at + 1, 0, key);
  });
  return order;
}

/** The items of a list by what tells them apart; undefined where two can't be told apart. */
function keyed(items: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const map = new Map(items.map((item) => [keyOf(item), item] as const));
  return map.size === items.length ? map : undefined;
}

/** What tells the items of the lists of a review apart: an id, or the one thing that each is about. */
function keyOf(item: unknown): string {
  if (!isGroup(item)) return typeof item === 'string' ? item : JSON.stringify(item);
  const { id, role, rule, about, session, between, day, for: whom, from } = item;
  if (typeof id === 'string') return id;
  if (Array.isArray(between)) return [...between].sort().join(' – ');
  if (typeof rule === 'string') return `${rule} ${about}`;
  if (typeof role === 'string') return role;
  // Locks of one session are told apart by what they hold of it: two people may hold a part each.
  if (typeof session === 'string')
    return [session, ...['time', 'place', 'peers'].filter((part) => item[part] === true)].join(' ');
  if (typeof whom === 'string') return whom;
  // A span of a diary is told apart by all of it; a day of the frame by its number.
  if (typeof day === 'number' && from === undefined && !('to' in item)) return String(day);
  return JSON.stringify(item);
}

/** Alike in all they hold, whatever the order of their fields. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (!isGroup(a) || !isGroup(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}
