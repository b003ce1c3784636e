import { pairing } from '../programme/edit.ts';
import type { Held, Placement } from '../programme/placement.ts';
import { type Cost, compareCosts, heldIn, type Programme } from '../programme/programme.ts';
import { mayTake, sessionOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { overlaps } from '../time/span.ts';
import type { Finding } from './finding.ts';
import { Ledger } from './ledger/ledger.ts';

/** Who takes one session instead. */
interface Taken {
  readonly session: string;
  readonly peers: readonly string[];
}

/** One way of giving a session to others: by itself, or by changing places with those of another at the same time. */
export interface PairChoice {
  /** This session first, then those that change with it. */
  readonly taken: readonly Taken[];
  /** What the whole programme would cost more; below 0 where it gets better. */
  readonly change: Cost;
  /** Must rules that it would break. None: it can be chosen. */
  readonly breaks: readonly Finding[];
  /** Wants that would come, and that would go. */
  readonly comes: readonly Finding[];
  readonly goes: readonly Finding[];
}

const keyOf = (peers: readonly string[]): string => [...peers].sort().join(' ');

/** All ways to choose so many. */
function choose(from: readonly string[], n: number): readonly (readonly string[])[] {
  if (n === 0) return [[]];
  return from.flatMap((first, i) => choose(from.slice(i + 1), n - 1).map((rest) => [first, ...rest]));
}

/** Teams that could take it by themselves: of as many as it asks for, and one fewer where it asks for two. */
function teamsFor(review: Review, { session, placement }: Held): readonly (readonly string[])[] {
  const able = review.peers.filter((p) => mayTake(p, session)).map((p) => p.id);
  const sizes = session.peers.count === 2 ? [2, 1] : [session.peers.count];
  return sizes
    .flatMap((n) => choose(able, n))
    .filter((team) => keyOf(team) !== keyOf(placement.peers))
    .filter((team) => session.peers.named.every((id) => team.includes(id)));
}

/** Changing places with a session that is held meanwhile: the two pairs as a whole, or one of each. */
function swapsWith({ placement: a }: Held, { placement: b }: Held): readonly (readonly Taken[])[] {
  if (!overlaps(a.away, b.away)) return [];
  const [ours, theirs] = [
    a.peers.filter((id) => !b.peers.includes(id)),
    b.peers.filter((id) => !a.peers.includes(id)),
  ];
  const whole = { a: b.peers, b: a.peers };
  const single = ours.flatMap((x) =>
    theirs.map((y) => ({
      a: a.peers.map((id) => (id === x ? y : id)),
      b: b.peers.map((id) => (id === y ? x : id)),
    })),
  );
  return [whole, ...single]
    .filter((s, i, all) => all.findIndex((other) => keyOf(other.a) === keyOf(s.a)) === i)
    .filter((s) => keyOf(s.a) !== keyOf(a.peers))
    .map((s) => [
      { session: a.session, peers: s.a },
      { session: b.session, peers: s.b },
    ]);
}

/** A choice made: who leads goes on leading where they go on taking it. */
export function takenBy(programme: Programme, taken: readonly Taken[]): Programme {
  return taken.reduce((after, { session, peers }) => {
    const lead = programme.placements.find((p: Placement) => p.session === session)?.lead;
    return pairing(session, peers, lead)(after);
  }, programme);
}

const said = (finding: Finding): string => `${finding.rule} ${finding.part} ${finding.sentence}`;

/**
 * Everybody else who could take a session of the programme, with what each choice costs: those that break no must first,
 * cheapest first; then those that a rule refuses. Empty for a session that has no place.
 */
export function pairChoices(review: Review, programme: Programme, id: string): readonly PairChoice[] {
  const session = sessionOf(review, id);
  const placement = programme.placements.find((p) => p.session === id);
  if (!session || !placement) return [];
  const held = { session, placement };
  // Some thirty choices: each is asked about where it touches something, the whole rule book once.
  const ledger = new Ledger(review, programme);
  const others = heldIn(review, programme).filter((h) => h.session.id !== id);
  const ways = [
    ...teamsFor(review, held).map((peers) => [{ session: id, peers }]),
    ...others.flatMap((other) => swapsWith(held, other)),
  ];
  const choices = ways.map((taken): PairChoice => {
    const sessions = new Set(taken.map((t) => t.session));
    const after = takenBy(programme, taken).placements.filter((p) => sessions.has(p.session));
    const difference = ledger.differenceOf(new Map(after.map((p) => [p.session, p])));
    const { appears, disappears, change, breaks } = difference;
    const [came, gone] = [new Set(appears.map(said)), new Set(disappears.map(said))];
    return {
      taken,
      change,
      breaks,
      comes: appears.filter((f) => f.kind === 'want' && !gone.has(said(f))),
      goes: disappears.filter((f) => f.kind !== 'check' && !came.has(said(f))),
    };
  });
  return choices.sort(
    (a, b) =>
      Number(a.breaks.length > 0) - Number(b.breaks.length > 0) ||
      compareCosts(a.change, b.change) ||
      a.taken.length - b.taken.length,
  );
}
