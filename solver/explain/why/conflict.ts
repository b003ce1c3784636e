import type { Conflict } from '../../../src/programme/outcome.ts';
import type { Placement } from '../../../src/programme/placement.ts';
import type { Review } from '../../../src/review/review.ts';
import { overlaps } from '../../../src/time/span.ts';
import { compile } from '../../model/compile.ts';
import type { CompileOptions } from '../../model/kept.ts';
import type { Blamed, Correction } from './blame.ts';
import { askingOf, type Changeable, ownerOf } from './changeables.ts';
import { changed, moreRoomsLike, only } from './changed.ts';
import { factsOf } from './facts.ts';
import { frameOffers, withoutOne } from './frame.ts';
import type { Inquiry } from './inquiry.ts';
import { mendWords } from './mend-words.ts';
import { conflictSentence, hardSentence } from './sentence.ts';
import { holds, solvedAgain } from './verify.ts';

/** As many mends as are offered, those that ask for the same kind of thing, and those that ask the same person. */
export interface Most {
  readonly mends: number;
  readonly ofAKind: number;
  readonly ofAnOwner: number;
  /** Longer half-days and shorter visits that are tried. */
  readonly offers: number;
}

/** Of those, as many as are offered. */
const MOST_OFFERED = 2;

/** A conflict in words, and in things. */
export interface Told {
  readonly conflict: Conflict;
  /** What it comes from. */
  readonly things: readonly Changeable[];
  /** What could be changed about its sessions and has no part in it. */
  readonly aside: readonly Changeable[];
  /** The review with a mend made, for each that is offered, in their order; not for that one session is not held. */
  readonly made: readonly ((review: Review) => Review)[];
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
  const made: ((review: Review) => Review)[] = [];
  for (const set of chosen(review, blamed.mends, most)) {
    if (mends.length >= most.mends || late()) break;
    yield 'pause';
    const tried = set.changes.some((c) => c.kind === 'streams')
      ? yield* fewestStreams(review, sessions, set, options, late)
      : least(review, set);
    if (!tried) continue;
    made.push((r) => changed(r, tried.changes));
    mends.push(`${they} ${can} ${mendWords(review, tried.changes, tried.placements)}.`);
  }
  const others = [
    // A group may go on without somebody where nothing as easy was found.
    ...(mends.length < 2 ? withoutOne(review, sessions, things) : []),
    ...(hard || things.some((t) => t.kind === 'streams')
      ? frameOffers(review, sessions, windowsOf(review, blamed))
      : []),
  ];
  let more = 0;
  for (const offer of others.slice(0, most.offers)) {
    if (more >= MOST_OFFERED || late()) break;
    yield 'pause';
    if ((yield* solvedAgain(offer.make(review), sessions, options, late)).answer !== 'yes') continue;
    more++;
    made.push(offer.make);
    mends.push(`${they} ${can} ${offer.says}.`);
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
    aside,
    made,
  };
}

/** The mends in the order in which they are offered, not too many of one kind or of one person. */
function chosen(
  review: Review,
  corrections: readonly Correction[],
  { ofAKind, ofAnOwner }: Most,
): readonly Correction[] {
  const size = ({ changes }: Correction) =>
    changes.reduce((sum, c) => sum + ('span' in c ? c.span.to - c.span.from : 0), 0);
  const cost = ({ changes }: Correction) => changes.reduce((sum, c) => sum + askingOf(review, c), 0);
  const sorted = [...corrections].sort((a, b) => cost(a) - cost(b) || size(a) - size(b));
  const kinds = new Map<string, number>();
  const owners = new Map<string, number>();
  const more = (map: Map<string, number>, key: string): number => {
    const n = (map.get(key) ?? 0) + 1;
    map.set(key, n);
    return n;
  };
  return sorted.filter(({ changes }) => {
    const owner = changes.map(ownerOf).join();
    if (owner !== '' && more(owners, owner) > ofAnOwner) return false;
    return more(kinds, changes.map((c) => c.kind).join()) <= ofAKind;
  });
}

/**
 * A correction with as few more rooms as its programme needs, held against the rules by `src/check`;
 * undefined where it breaks one of them.
 */
function least(review: Review, { changes, placements }: Correction): Correction | undefined {
  const most = Math.max(1, ...changes.map((c) => ('count' in c ? c.count : 1)));
  for (let count = 1; count <= most; count++) {
    const fewer = changes.map((c) => ('count' in c ? { ...c, count: Math.min(count, c.count) } : c));
    const moved = inFirstRooms(placements);
    if (holds(changed(review, fewer), moved)) return { changes: fewer, placements: moved };
  }
  return undefined;
}

/** A correction with as few more streams as do, each number solved again; undefined where none does. */
function* fewestStreams(
  review: Review,
  sessions: readonly string[],
  { changes }: Correction,
  options: CompileOptions,
  late: () => boolean,
): Inquiry<Correction | undefined> {
  for (let count = 1; count <= sessions.length && !late(); count++) {
    const fewer = changes.map((c) => ('count' in c ? { ...c, count } : c));
    const found = yield* solvedAgain(changed(review, fewer), sessions, options, late);
    if (found.answer === 'yes') return { changes: fewer, placements: found.placements };
  }
  return undefined;
}

/** The same in the first of the rooms that there might be more of: one as good as the other. */
function inFirstRooms(placements: readonly Placement[]): readonly Placement[] {
  const rooms = new Map<string, string>();
  const next = new Map<string, number>();
  return placements.map((placement) => {
    const room = 'room' in placement.place ? placement.place.room : '';
    const like = moreRoomsLike(room);
    if (like === undefined) return placement;
    if (!rooms.has(room)) {
      const n = next.get(like) ?? 0;
      next.set(like, n + 1);
      rooms.set(room, `${like}${n}`);
    }
    return { ...placement, place: { room: rooms.get(room)! } };
  });
}

/** The half-days in which the sessions could be held as far as the conflict leaves them any time; all, where it leaves none. */
function windowsOf(review: Review, { field, inForce }: Blamed): ReadonlySet<string> {
  const slots = field.view(inForce).open.flatMap((open) => open.map((o) => o.slot));
  const own = review.frame.windows.filter((w) =>
    slots.some((s) => overlaps(w, { from: s.awayFrom, to: s.awayTo })),
  );
  return new Set((own.length > 0 ? own : review.frame.windows).map((w) => w.id));
}
