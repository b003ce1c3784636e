import type { Conflict } from '../../src/programme/outcome.ts';
import { nameOf, sessionOf } from '../../src/review/facts.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import { type Compiled, compile } from '../model/compile.ts';
import type { Item } from '../model/model.ts';
import type { Plan } from '../search/search.ts';
import { State } from '../search/state.ts';
import { fits } from './fits.ts';
import { changes } from './mends.ts';
import { listed, refusedBy, whenPossible } from './words.ts';

/** As many causes as are looked for, and mends offered for each. */
const MOST_CONFLICTS = 10;
const MOST_MENDS = 5;
const MOST_OF_A_KIND = 2;

export interface Conflicts {
  readonly list: readonly Conflict[];
  /** At least one conflict was proven: no complete programme exists. */
  readonly proven: boolean;
}

/**
 * For each must session that a plan leaves out: the smallest set of must sessions with it (up to four) that can't all
 * be held whatever else is done, proven by trying everything; and the single changes that would let them.
 */
export function conflictsOf(compiled: Compiled, plan: Plan): Conflicts {
  const { model } = compiled;
  const musts = model.items.filter((i) => i.session.priority === 'must');
  const list: Conflict[] = [];
  const explained = new Set<number>();
  for (const item of musts) {
    if (list.length >= MOST_CONFLICTS) break;
    if (plan[item.index] !== undefined || explained.has(item.index)) continue;
    const set = smallest(compiled, plan, item, musts);
    if (!set) continue;
    for (const i of set) explained.add(i);
    // In the review's own order, whichever of them was left out.
    list.push(
      told(
        compiled,
        [...set].sort((a, b) => a - b),
      ),
    );
  }
  return { list, proven: list.length > 0 };
}

/** The sessions that stand in this one's way most, worst first. */
function inTheWay(compiled: Compiled, plan: Plan, item: Item, musts: readonly Item[]): readonly number[] {
  const { model } = compiled;
  const state = new State(model);
  for (const other of model.items) {
    const choice = plan[other.index];
    if (choice && other !== item) state.put(other, choice);
  }
  const count = new Map<number, number>();
  for (const slot of item.slots) {
    for (const i of state.blockersOf(item, slot)) count.set(i, (count.get(i) ?? 0) + 1);
    // Who holds the peers or the rooms of that time may stand in the way too.
    for (const i of state.placedOn(slot.day)) {
      const other = state.slotOf(i)!;
      if (other.awayFrom < slot.awayTo && slot.awayFrom < other.awayTo)
        count.set(i, (count.get(i) ?? 0) + 0.5);
    }
  }
  const must = new Set(musts.map((m) => m.index));
  return [...count.keys()]
    .filter((i) => must.has(i))
    .sort(
      (a, b) =>
        model.items[a]!.slots.length - model.items[b]!.slots.length || count.get(b)! - count.get(a)! || a - b,
    );
}

function smallest(
  compiled: Compiled,
  plan: Plan,
  item: Item,
  musts: readonly Item[],
): readonly number[] | undefined {
  const { model } = compiled;
  const i = item.index;
  if (fits(model, [i]) === 'no') return [i];
  const others = inTheWay(compiled, plan, item, musts);
  for (const a of others) if (fits(model, [i, a], 20_000) === 'no') return [i, a];
  const near = others.slice(0, 8);
  for (const [n, a] of near.entries()) {
    for (const b of near.slice(n + 1)) if (fits(model, [i, a, b], 8_000) === 'no') return [i, a, b];
  }
  const tight = near.slice(0, 5);
  for (const [n, a] of tight.entries()) {
    for (const [m, b] of tight.slice(n + 1).entries()) {
      for (const c of tight.slice(n + m + 2))
        if (fits(model, [i, a, b, c], 8_000) === 'no') return [i, a, b, c];
    }
  }
  return undefined;
}

function told(compiled: Compiled, set: readonly number[]): Conflict {
  const { model, refusals } = compiled;
  const items = set.map((i) => model.items[i]!);
  const sessions = items.map((i) => i.session.id);
  const [first] = items;
  const mends = mendsFor(model.review, sessions);
  if (items.length === 1) {
    const why = refusedBy(model.review, first!, refusals[first!.index]!);
    const what =
      first!.places.length === 0
        ? 'there is no place for it'
        : first!.teams.length === 0
          ? 'nobody in the team may take it'
          : first!.slots.length === 0
            ? 'there is no time for it'
            : 'no pair or room is free at any of its times';
    return {
      sentence: `${first!.session.title} can’t be held: ${what}. ${why.join(' ')}`.trim(),
      sessions,
      mends,
    };
  }
  const each = items.map((i) => `${i.session.title} can be held ${whenPossible(model.review, i)}`);
  const all = items.length === 2 ? 'both' : 'all';
  return {
    sentence:
      `${listed(items.map((i) => i.session.title))} can’t ${all} be held. ${each.join('; ')}. ${why(compiled, set)}`.trim(),
    sessions,
    mends,
  };
}

const roomIn = (place: Place): readonly string[] => ('room' in place ? [place.room] : ['elsewhere']);

/** Why two sessions can't be held together: what stands between them at most of the times they could share. */
function why(compiled: Compiled, set: readonly number[]): string {
  const { model } = compiled;
  // Rooms that would do at the times that are left, not merely rooms that are large enough.
  const rooms = set.map((i) => {
    const item = model.items[i]!;
    const places = new Set(item.slots.flatMap((slot) => slot.places));
    return new Set([...places].flatMap((p) => roomIn(item.places[p]!.place)));
  });
  const [only] = rooms[0]!;
  if (only !== undefined && rooms.every((r) => r.size === 1 && r.has(only))) {
    return `Only ${nameOf(model.review, only)} would do for each of them.`;
  }
  const named = set.map((i) => model.items[i]!.teams.reduce((common, t) => common & t.mask, ~0));
  const shared = named.reduce((a, b) => a & b, ~0);
  if (shared !== 0 && shared !== ~0) {
    const who = model.review.peers.filter((_, p) => shared & (1 << p)).map((p) => p.name);
    return `Each of them needs ${listed(who)}.`;
  }
  const contacts = set.map((i) => model.items[i]!.contacts);
  const both = contacts[0]!.filter((c) => contacts.every((list) => list.includes(c)));
  if (both.length > 0)
    return `Each of them needs ${listed(both.map((c) => model.review.contacts[c]!.name))}.`;
  return '';
}

/** Single changes that would let these sessions all be held, each tried before it is offered: a few of each kind. */
function mendsFor(review: Review, sessions: readonly string[]): readonly string[] {
  const mends: string[] = [];
  const perKind = new Map<string, number>();
  for (const change of changes(review, sessions)) {
    if (mends.length >= MOST_MENDS) break;
    if ((perKind.get(change.kind) ?? 0) >= MOST_OF_A_KIND) continue;
    const kept = change.review.sessions.filter(
      (s) => sessions.includes(s.id) || sessions.some((id) => sessionOf(review, id)?.includes.includes(s.id)),
    );
    const { model } = compile({ ...change.review, sessions: kept });
    const all = model.items.map((i) => i.index);
    if (fits(model, all, 20_000) !== 'yes') continue;
    perKind.set(change.kind, (perKind.get(change.kind) ?? 0) + 1);
    mends.push(`${sessions.length === 1 ? 'It' : 'They'} can be held ${change.says}.`);
  }
  return mends;
}
