import type { Conflict } from '../../../src/programme/outcome.ts';
import type { Review } from '../../../src/review/review.ts';
import { overlaps } from '../../../src/time/span.ts';
import { compile } from '../../model/compile.ts';
import type { CompileOptions } from '../../model/kept.ts';
import type { Blamed } from './blame.ts';
import { askingOf, type Changeable, ownerOf } from './changeables.ts';
import { changed, only } from './changed.ts';
import { factsOf } from './facts.ts';
import { offers } from './frame.ts';
import type { Inquiry } from './inquiry.ts';
import { mendWords } from './mend-words.ts';
import { conflictSentence, hardSentence } from './sentence.ts';
import { solvedAgain } from './verify.ts';

/** As many mends as are offered, those that ask for the same kind of thing, and those that ask the same person. */
export interface Most {
  readonly mends: number;
  readonly ofAKind: number;
  readonly ofAnOwner: number;
  /** Longer half-days and shorter visits that are tried. */
  readonly offers: number;
}

/** A conflict in words, and what its first mend changes. */
export interface Told {
  readonly conflict: Conflict;
  readonly things: readonly Changeable[];
  /** The review with the first mend made; undefined where none was found. */
  readonly mend: ((review: Review) => Review) | undefined;
}

/** Puts a conflict into words, having solved it again from the review itself: that it is one, and every mend. */
export function* told(
  review: Review,
  sessions: readonly string[],
  blamed: Blamed,
  options: CompileOptions,
  most: Most,
  late: () => boolean,
): Inquiry<Told> {
  const { things, changeables } = blamed;
  const hard = things.length === 0;
  const unsure: string[] = [];
  const aside = changeables.filter((c) => !things.includes(c));
  const proven = yield* solvedAgain(changed(review, aside), sessions, options, late);
  if (proven.answer !== 'no') unsure.push('That nothing else has a part in it could not be made sure of.');
  for (const fact of factsOf(review, blamed.unsure))
    unsure.push(`Whether this has a part in it could not be made sure of: ${fact}`);
  if (!blamed.fewer && sessions.length > 1)
    unsure.push('Whether fewer of these sessions would already be too many could not be made sure of.');
  const they = sessions.length === 1 ? 'It' : sessions.length === 2 ? 'They' : `All ${sessions.length}`;
  const can = sessions.length === 2 ? 'can both be held' : 'can be held';
  const mends: string[] = [];
  let mend: Told['mend'];
  for (const set of chosen(review, blamed.mends, most)) {
    if (mends.length >= most.mends || late()) break;
    yield 'pause';
    const tried = yield* least(review, sessions, set, options, late);
    if (!tried) continue;
    mend ??= (r) => changed(r, tried.changes);
    mends.push(`${they} ${can} ${tried.says}.`);
  }
  if (hard || things.some((t) => t.kind === 'streams')) {
    let [left, found] = [most.offers, 0];
    for (const offer of offers(review, sessions, windowsOf(review, blamed))) {
      if (left-- <= 0 || found >= 2 || late()) break;
      yield 'pause';
      if ((yield* solvedAgain(offer.review, sessions, options, late)).answer !== 'yes') continue;
      found++;
      // Of what follows from one frame, others' frames know nothing: no mend to make together with others.
      mends.push(`${they} ${can} ${offer.says}.`);
    }
  }
  if (sessions.length > 1 && blamed.fewer)
    mends.push('If any one of them need not be held, the rest can be.');
  const sentence = hard
    ? hardSentence(review, sessions, compile(only(review, new Set(sessions)), options))
    : conflictSentence(review, sessions, blamed);
  return {
    conflict: {
      sentence,
      sessions,
      mends,
      ...(!hard && { because: factsOf(review, things) }),
      ...(unsure.length > 0 && { unsure }),
    },
    things,
    mend,
  };
}

/** The mends in the order in which they are offered, not too many of one kind or of one person. */
function chosen(
  review: Review,
  sets: readonly (readonly Changeable[])[],
  { ofAKind, ofAnOwner }: Most,
): readonly (readonly Changeable[])[] {
  const size = (set: readonly Changeable[]) =>
    set.reduce((sum, c) => sum + ('span' in c ? c.span.to - c.span.from : 0), 0);
  const cost = (set: readonly Changeable[]) => set.reduce((sum, c) => sum + askingOf(review, c), 0);
  const sorted = [...sets].sort((a, b) => cost(a) - cost(b) || size(a) - size(b));
  const kinds = new Map<string, number>();
  const owners = new Map<string, number>();
  const more = (map: Map<string, number>, key: string): number => {
    const n = (map.get(key) ?? 0) + 1;
    map.set(key, n);
    return n;
  };
  return sorted.filter((set) => {
    const owner = set.map(ownerOf).join();
    if (owner !== '' && more(owners, owner) > ofAnOwner) return false;
    return more(kinds, set.map((c) => c.kind).join()) <= ofAKind;
  });
}

/** A set of changes with as few more rooms and streams as do, each number tried; undefined where none does. */
function* least(
  review: Review,
  sessions: readonly string[],
  set: readonly Changeable[],
  options: CompileOptions,
  late: () => boolean,
): Inquiry<{ readonly changes: readonly Changeable[]; readonly says: string } | undefined> {
  const most = Math.max(1, ...set.map((c) => ('count' in c ? c.count : 1)));
  for (let count = 1; count <= most; count++) {
    const changes = set.map((c) => ('count' in c ? { ...c, count: Math.min(count, c.count) } : c));
    const found = yield* solvedAgain(changed(review, changes), sessions, options, late);
    if (found.answer === 'yes') return { changes, says: mendWords(review, changes, found.placements) };
    if (late()) return undefined;
  }
  return undefined;
}

/** The half-days in which the sessions could be held as far as the conflict leaves them any time; all, where it leaves none. */
function windowsOf(review: Review, { field, inForce }: Blamed): ReadonlySet<string> {
  const slots = field.view(inForce).open.flatMap((open) => open.map((o) => o.slot));
  const own = review.frame.windows.filter((w) =>
    slots.some((s) => overlaps(w, { from: s.awayFrom, to: s.awayTo })),
  );
  return new Set((own.length > 0 ? own : review.frame.windows).map((w) => w.id));
}
