import type { Placement } from '../../../src/programme/placement.ts';
import type { Review } from '../../../src/review/review.ts';
import { compile } from '../../model/compile.ts';
import type { CompileOptions } from '../../model/kept.ts';
import { heldAt } from '../../search/choice.ts';
import { askingOf, type Changeable, changeablesOf, keyOf } from './changeables.ts';
import { changed, only } from './changed.ts';
import { Field } from './field.ts';
import type { Inquiry } from './inquiry.ts';
import { type Budget, placeable } from './placeable.ts';
import { quickXplain } from './quickxplain.ts';
import { type Placeable, Trying } from './trying.ts';
import { partOf } from './view.ts';

/** What each question about a conflict's changeable things may cost. */
const each: Budget = { steps: 3_000, conflicts: 20_000 };
/** Sets of changes that are looked into, and mends that are enough. */
const MOST_SETS = 40;
const MOST_EXPANDED = 4;
const ENOUGH = 8;
/** The most changes that a mend asks for. */
const MOST_CHANGES = 3;

/** Changes with which the sessions can be held, and where they then were. */
export interface Correction {
  readonly changes: readonly Changeable[];
  readonly placements: readonly Placement[];
}

/** What a conflict of some sessions comes from, in changeable things. */
export interface Blamed {
  /** Any one of these set aside, with all others that are not among them, and the sessions can be held. */
  readonly things: readonly Changeable[];
  /** The same, with those whose part in it could not be shown within the budget. */
  readonly unsure: readonly Changeable[];
  /** Sets of changes, the easiest first, each of which alone lets the sessions be held. */
  readonly mends: readonly Correction[];
  /** Any one of the sessions fewer and the rest can be held, as things are: shown for each. */
  readonly fewer: boolean;
  /** What is changeable about the sessions at all. */
  readonly changeables: readonly Changeable[];
  /** The field and what is in force in it: for words about times that are left. */
  readonly field: Field;
  /** By number. */
  readonly inForce: Uint8Array;
}

/**
 * Which changeable things a conflict of sessions comes from: as few as can be (QuickXplain), and which sets of changes,
 * the fewest and easiest first, would mend it (the corrections that hit every such reason: Reiter, "A theory of diagnosis
 * from first principles", 1987). `settled`: keys of things that another conflict was told of; they are taken to be mended.
 * Undefined where the conflict can't be shown to lie in what is left.
 */
export function* blame(
  review: Review,
  sessions: readonly string[],
  options: CompileOptions,
  late: () => boolean,
  settled: ReadonlySet<string> = new Set(),
): Inquiry<Blamed | undefined> {
  const own = only(review, new Set(sessions));
  const changeables = steady(
    own,
    changeablesOf(
      own,
      own.sessions.filter((s) => sessions.includes(s.id)),
    ).filter((c) => c.kind !== 'lock' || options.keep !== undefined),
    options,
  );
  const field = new Field(review, sessions, changeables, options);
  const trying = new Trying(field, late);
  const all = changeables.map((_, c) => c);
  const numbers = all.filter((c) => !settled.has(keyOf(changeables[c]!)));
  const ask = function* (inForce: readonly number[]): Inquiry<Placeable> {
    return yield* placeable(trying, field, field.view(flags(changeables.length, inForce)), each);
  };
  const fails = function* (set: readonly number[]): Inquiry<boolean> {
    return (yield* ask(set)).answer === 'no';
  };
  const told = (things: readonly number[], unsure: readonly number[], mends: Blamed['mends']): Blamed => ({
    things: things.map((c) => changeables[c]!),
    unsure: unsure.map((c) => changeables[c]!),
    mends,
    fewer,
    changeables,
    field,
    inForce: flags(changeables.length, things),
  });
  const asItIs = field.view(flags(changeables.length, all));
  const fewer = field.items.every(
    (item) =>
      trying.try(
        partOf(
          asItIs,
          field.items.filter((i) => i !== item),
        ),
        each.steps,
      ).answer === 'yes',
  );
  if (yield* fails([])) return told([], [], []);
  yield 'pause';
  if (!(yield* fails(numbers))) return undefined;
  const things = yield* quickXplain([], numbers, fails);
  const unsure: number[] = [];
  for (const c of things) if ((yield* ask(things.filter((d) => d !== c))).answer !== 'yes') unsure.push(c);
  yield 'pause';
  const mends = yield* corrections(review, changeables, things, function* (inForce) {
    const { model } = field;
    const answer = yield* ask(inForce);
    if (answer.answer !== 'yes') return answer.answer;
    return [...answer.choices].map(([i, choice]) => heldAt(model.items[i]!, choice).placement);
  });
  return told(things, unsure, mends);
}

const flags = (n: number, set: readonly number[]): Uint8Array => {
  const out = new Uint8Array(n);
  for (const c of set) out[c] = 1;
  return out;
};

/**
 * Changeable things but for those whose change would also take something away (a debrief without its given time has to
 * be on a morning of days 3 and 4): the search for a reason needs that setting something aside only ever opens more.
 */
function steady(
  review: Review,
  changeables: readonly Changeable[],
  options: CompileOptions,
): readonly Changeable[] {
  return changeables.filter((c) => {
    if (c.kind !== 'given-time' && c.kind !== 'latest-day' && c.kind !== 'named-peers') return true;
    const alone = only(review, new Set([c.session]));
    const [before] = compile(alone, options).model.items;
    const [after] = compile(changed(alone, [c]), options).model.items;
    const starts = new Set(after?.slots.map((s) => s.start));
    const teams = new Set(after?.teams.map((t) => t.mask));
    return (
      (before?.slots ?? []).every((s) => starts.has(s.start)) &&
      (before?.teams ?? []).every((t) => teams.has(t.mask))
    );
  });
}

/** Sets of changes that let the sessions be held, fewest changes first, of as many the easiest to ask for. */
function* corrections(
  review: Review,
  changeables: readonly Changeable[],
  reason: readonly number[],
  ask: (inForce: readonly number[]) => Inquiry<readonly Placement[] | 'no' | 'unknown'>,
): Inquiry<Blamed['mends']> {
  const cost = (set: readonly number[]) => set.reduce((sum, c) => sum + askingOf(review, changeables[c]!), 0);
  const all = changeables.map((_, c) => c);
  const without = (set: readonly number[]) => all.filter((c) => !set.includes(c));
  let level: readonly (readonly number[])[] = reason.map((c) => [c]);
  for (let size = 1; size <= MOST_CHANGES && level.length > 0; size++) {
    const found: Correction[] = [];
    const failed: (readonly number[])[] = [];
    for (const set of [...level].sort((a, b) => cost(a) - cost(b)).slice(0, MOST_SETS)) {
      const answer = yield* ask(without(set));
      if (answer === 'no') failed.push(set);
      else if (answer !== 'unknown')
        found.push({ changes: set.map((c) => changeables[c]!), placements: answer });
      if (found.length >= ENOUGH) break;
    }
    // More changes than were found to be enough are not asked for.
    if (found.length > 0 || size === MOST_CHANGES) return found;
    const next = new Map<string, readonly number[]>();
    for (const set of failed.slice(0, MOST_EXPANDED)) {
      const more = yield* quickXplain([], without(set), function* (inForce) {
        return (yield* ask(inForce)) === 'no';
      });
      for (const c of more) {
        const grown = [...set, c].sort((a, b) => a - b);
        next.set(grown.join(), grown);
      }
      yield 'pause';
    }
    level = [...next.values()];
  }
  return [];
}
