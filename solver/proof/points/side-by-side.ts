import type { Group } from './groups.ts';
import type { ProgramBuilder, Sum } from './program.ts';

/** Sets of teams that are listed one by one; where there would be more, peers are counted singly instead. */
const MOST_SETS = 2500;

/** The minutes of the week in which so many sessions run, and in which any does. */
export interface SideBySide {
  readonly active: Sum;
  /** For each minute, the sessions that run beyond so many. */
  readonly beyond: (usual: number) => Sum;
}

/**
 * Who can work at the same time. At any moment those at work are in teams that share nobody, so the minutes of each
 * team are spread over minutes of such sets. How long each set is at work is free; which, follows from who takes what.
 * Of a session whose length depends on its place, only as many minutes are seen as it always has.
 */
export function sideBySide(groups: readonly Group[], most: number, builder: ProgramBuilder): SideBySide {
  const minutes = new Map<number, [number, number][]>();
  for (const { teams, shortest } of groups)
    for (const { mask, variable } of teams) {
      const sum = minutes.get(mask) ?? [];
      minutes.set(mask, sum);
      sum.push([shortest, variable]);
    }
  const sets = setsOf([...minutes.keys()], most);
  return sets ? listed(sets, minutes, builder) : counted(minutes, most, builder);
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

function listed(
  sets: readonly (readonly number[])[],
  minutes: ReadonlyMap<number, Sum>,
  builder: ProgramBuilder,
): SideBySide {
  const variables = sets.map((set) => ({
    size: set.length,
    set,
    variable: builder.variable(0, INFINITE, false),
  }));
  for (const [team, sum] of minutes) {
    const at = variables.flatMap(({ set, variable }): Sum => (set.includes(team) ? [[-1, variable]] : []));
    builder.row(0, [...sum, ...at], 0);
  }
  return {
    active: variables.map(({ variable }) => [1, variable]),
    beyond: (usual) =>
      variables.flatMap(({ size, variable }): Sum => (size > usual ? [[size - usual, variable]] : [])),
  };
}

/** The same with less said: a peer is at work in no more minutes than anybody, and so many sets of each size are there. */
function counted(minutes: ReadonlyMap<number, Sum>, most: number, builder: ProgramBuilder): SideBySide {
  const sizes = Array.from({ length: most }, (_, n) => ({
    size: n + 1,
    variable: builder.variable(0, INFINITE, false),
  }));
  const active: Sum = sizes.map(({ variable }) => [1, variable]);
  builder.row(
    0,
    [...[...minutes.values()].flat(), ...sizes.map(({ size, variable }) => [-size, variable] as const)],
    0,
  );
  for (let p = 0; p < 31; p++) {
    const own = [...minutes].flatMap(([team, sum]) => (team & (1 << p) ? sum : []));
    if (own.length > 0) builder.row(-INFINITE, [...own, ...active.map(([c, v]) => [-c, v] as const)], 0);
  }
  return {
    active,
    beyond: (usual) =>
      sizes.flatMap(({ size, variable }): Sum => (size > usual ? [[size - usual, variable]] : [])),
  };
}
