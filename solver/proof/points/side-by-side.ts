import type { Minute } from '../../../src/time/span.ts';
import type { Group } from './groups.ts';
import type { ProgramBuilder, Sum } from './program.ts';

/** Sets of teams that are listed one by one; where there would be more, peers are counted singly instead. */
const MOST_SETS = 2500;

/** A stretch of the week, or all of it: the minutes in it. */
export interface Piece {
  /** The numbers of the stretches that it is. */
  readonly stretches: readonly number[];
  /** Minutes in which any session runs. */
  readonly active: Sum;
  /** For each minute, the sessions that run. */
  readonly running: Sum;
  /** For each minute, the sessions that run beyond so many. */
  readonly beyond: (usual: number) => Sum;
}

/** For each stretch, the minutes that each peer could be at work, by the peer's number. */
export type AtHand = readonly (readonly Minute[])[];

/**
 * Who can work at the same time. At any moment those at work are in teams that share nobody, so the minutes of each
 * team are spread over minutes of such sets, stretch by stretch as far as the peers are there. How long each set is at
 * work is free; which, follows from who takes what. Of a session whose length depends on its place, only as many minutes
 * are seen as it always has.
 */
export function sideBySide(
  groups: readonly Group[],
  most: number,
  atHand: AtHand,
  builder: ProgramBuilder,
): readonly Piece[] {
  const minutes = new Map<number, [number, number][]>();
  for (const { teams, shortest } of groups)
    for (const { mask, variable } of teams) {
      const sum = minutes.get(mask) ?? [];
      minutes.set(mask, sum);
      sum.push([shortest, variable]);
    }
  const sets = setsOf([...minutes.keys()], most);
  if (!sets) return [counted(minutes, most, atHand, builder)];
  const apart = sets.length * atHand.length <= MOST_SETS;
  const pieces = apart
    ? atHand.map((peers, n) => listed(sets, [n], peers, builder))
    : [listed(sets, atHand.keys(), undefined, builder)];
  for (const [team, sum] of minutes) {
    const at = pieces.flatMap(({ of }) => of(team).map(([c, v]) => [-c, v] as const));
    builder.row(0, [...sum, ...at], 0);
  }
  return pieces;
}

/** Every set of teams that share nobody, up to so many teams; undefined where they are too many. */
function setsOf(teams: readonly number[], most: number): readonly (readonly number[])[] | undefined {
  const out: number[][] = [];
  const grow = (from: number, set: readonly number[], taken: number): boolean => {
    for (let i = from; i < teams.length; i++) {
      if (teams[i]! & taken) continue;
      const grown = [...set, teams[i]!];
      out.push(grown);
      if (out.length > MOST_SETS) return false;
      if (grown.length < most && !grow(i + 1, grown, taken | teams[i]!)) return false;
    }
    return true;
  };
  return grow(0, [], 0) ? out : undefined;
}

const INFINITE = Number.POSITIVE_INFINITY;

interface Listed extends Piece {
  /** The minutes of a team in it. */
  readonly of: (team: number) => Sum;
}

function listed(
  sets: readonly (readonly number[])[],
  stretches: Iterable<number>,
  peers: readonly Minute[] | undefined,
  builder: ProgramBuilder,
): Listed {
  const away = peers?.reduce((mask, there, p) => (there > 0 ? mask : mask | (1 << p)), 0) ?? 0;
  const all = sets
    .filter((set) => set.every((team) => (team & away) === 0))
    .map((set) => ({ set, size: set.length, variable: builder.variable(0, INFINITE, false) }));
  peers?.forEach((there, p) => {
    const own = all.flatMap(
      ({ set, variable }): Sum => (set.some((t) => t & (1 << p)) ? [[1, variable]] : []),
    );
    if (own.length > 0) builder.row(-INFINITE, own, there);
  });
  return {
    stretches: [...stretches],
    active: all.map(({ variable }) => [1, variable]),
    running: all.map(({ size, variable }) => [size, variable]),
    beyond: (usual) =>
      all.flatMap(({ size, variable }): Sum => (size > usual ? [[size - usual, variable]] : [])),
    of: (team) => all.flatMap(({ set, variable }): Sum => (set.includes(team) ? [[1, variable]] : [])),
  };
}

/** The same with less said: a peer is at work in no more minutes than anybody, and so many sets of each size are there. */
function counted(
  minutes: ReadonlyMap<number, Sum>,
  most: number,
  atHand: AtHand,
  builder: ProgramBuilder,
): Piece {
  const sizes = Array.from({ length: most }, (_, n) => ({
    size: n + 1,
    variable: builder.variable(0, INFINITE, false),
  }));
  const active: Sum = sizes.map(({ variable }) => [1, variable]);
  const running: Sum = sizes.map(({ size, variable }) => [size, variable]);
  builder.row(0, [...[...minutes.values()].flat(), ...running.map(([c, v]) => [-c, v] as const)], 0);
  for (let p = 0; p < (atHand[0]?.length ?? 0); p++) {
    const own = [...minutes].flatMap(([team, sum]) => (team & (1 << p) ? sum : []));
    if (own.length === 0) continue;
    builder.row(-INFINITE, [...own, ...active.map(([c, v]) => [-c, v] as const)], 0);
    builder.row(
      -INFINITE,
      own,
      atHand.reduce((sum, peers) => sum + peers[p]!, 0),
    );
  }
  return {
    stretches: [...atHand.keys()],
    active,
    running,
    beyond: (usual) =>
      sizes.flatMap(({ size, variable }): Sum => (size > usual ? [[size - usual, variable]] : [])),
  };
}
