import type { Session } from '../../../src/review/session.ts';
import type { Counts } from '../../../src/rules/counts.ts';
import type { Item, Model, Team } from '../../model/model.ts';
import type { ProgramBuilder, Sum } from './program.ts';

/** The first five figures of a cost: the programmes that a floor under the points is wanted for have just these. */
export type Given = readonly [
  musts: number,
  shoulds: number,
  singles: number,
  beyond: number,
  coulds: number,
];

/** A want that is a sum over counters, with its points a unit. */
export interface Counted {
  readonly counts: Counts;
  readonly weight: number;
}

/** Who may take one of a group's sessions together. */
export interface GroupTeam {
  readonly mask: number;
  readonly members: number;
  /** By counted want: what it adds, before the factor of the time. */
  readonly adds: readonly (readonly (readonly [key: number, units: number])[])[];
  /** How many of the group's sessions it takes. */
  readonly variable: number;
}

/** Sessions that nothing tells apart, times aside: one variable a team says how many of them it takes. */
export interface Group {
  readonly items: readonly Item[];
  readonly teams: readonly GroupTeam[];
  /** The peers' minutes: the least and the most that one of them takes, wherever it is held. */
  readonly shortest: number;
  readonly longest: number;
  /** How many of its priority are left out, of those that somebody could take. */
  readonly left: number;
}

const rankOf = { must: 0, should: 1, could: 4 } as const;

/** Whether they could take the session at some time and place. */
const canTake = (item: Item, { mask }: Team): boolean =>
  item.slots.some((s) => (mask & ~s.peers) === 0) && item.places.some((p) => (mask & ~p.peers) === 0);

const priorities = ['must', 'should', 'could'] as const satisfies readonly Session['priority'][];

/** The sessions in groups, as many left out and single-handed as is given; `apart`: each is a group of its own. */
export function groupsOf(
  model: Model,
  given: Given,
  counted: readonly Counted[],
  builder: ProgramBuilder,
  apart = false,
): readonly Group[] {
  const alike = new Map<string, { readonly items: Item[]; readonly teams: readonly Team[] }>();
  const gone: Record<Session['priority'], number> = { must: 0, should: 0, could: 0 };
  for (const item of model.items) {
    const teams = item.teams.filter((t) => canTake(item, t) && (given[2] > 0 || t.price.singles === 0));
    if (teams.length === 0) {
      gone[item.session.priority]++;
      continue;
    }
    const text = JSON.stringify([
      apart ? item.index : item.session.priority,
      lengths(item),
      teams.map((t) => [
        t.mask,
        t.price.points,
        t.price.singles,
        counted.map((c) => c.counts.adds(item.session, t.ids)),
      ]),
      counted.map(({ counts }) => (counts.times ? factors(item, counts) : 1)),
    ]);
    const group = alike.get(text);
    if (group) group.items.push(item);
    else alike.set(text, { items: [item], teams });
  }
  const singles: Sum[] = [];
  const out: Record<Session['priority'], Sum[]> = { must: [], should: [], could: [] };
  const groups = [...alike.values()].map(({ items, teams }): Group => {
    const [first] = items as [Item];
    const n = items.length;
    const made = teams.map((team): GroupTeam => {
      const variable = builder.variable(team.price.points, n, true);
      if (team.price.singles > 0) singles.push([[team.price.singles, variable]]);
      return {
        mask: team.mask,
        members: team.members.length,
        adds: counted.map((c) => c.counts.adds(first.session, team.ids)),
        variable,
      };
    });
    const { priority } = first.session;
    const sum: [number, number][] = made.map((t) => [1, t.variable]);
    const left = Math.max(0, given[rankOf[priority]] - gone[priority]);
    if (left > 0) {
      const away = builder.variable(0, n, true);
      sum.push([1, away]);
      out[priority].push([[1, away]]);
    }
    builder.row(n, sum, n);
    const [shortest, longest] = lengths(first) as [number, number];
    return { items, teams: made, shortest, longest, left };
  });
  for (const priority of priorities) {
    const sum = out[priority].flat();
    const left = given[rankOf[priority]] - gone[priority];
    if (sum.length > 0) builder.row(left, sum, left);
  }
  // What places and times add to the singles is not known here, so no more than those given.
  if (singles.length > 0) builder.row(0, singles.flat(), given[2]);
  return groups;
}

/** The least and the most minutes of the peers' time. */
function lengths({ slots }: Item): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { awayFrom, awayTo } of slots) {
    least = Math.min(least, awayTo - awayFrom);
    most = Math.max(most, awayTo - awayFrom);
  }
  return [least, most];
}

/** What the time may multiply a session's units by: the least and the most. */
export function factors({ slots }: Item, { times }: Counts): readonly [number, number] {
  if (!times) return [1, 1];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { awayFrom, awayTo } of slots) {
    const factor = times({ from: awayFrom, to: awayTo });
    least = Math.min(least, factor);
    most = Math.max(most, factor);
  }
  return [least, most];
}
