import type { Item, Model, Slot } from '../../model/model.ts';
import type { LinearBuilder } from '../linear.ts';
import { mostAt } from './most-at.ts';
import { inParts } from './point.ts';
import { atMost, push, type Term } from './rows.ts';
import type { Starts } from './starts.ts';
import type { Where } from './where.ts';

/** Who takes each session. */
export interface Who {
  /** By item and team, the variable that says they take it. */
  readonly takes: readonly (readonly number[])[];
  readonly points: readonly Term[];
  readonly singles: readonly Term[];
  readonly teamOf: (item: number, holds: (variable: number) => boolean) => number;
}

/** A session that is held has one team, all of them there at its time and place, and nobody in two at once. */
export function whoOf(model: Model, starts: Starts, where: Where, builder: LinearBuilder): Who {
  const points: Term[] = [];
  const singles: Term[] = [];
  const takes = model.items.map((item) => {
    const own = item.teams.map((team) => {
      const v = builder.variable(`${item.session.id}_by_${team.ids.join('_')}`);
      const price = inParts(team.price.points);
      if (price > 0) points.push([price, v]);
      if (team.price.singles > 0) singles.push([team.price.singles, v]);
      return v;
    });
    builder.add(
      `by_somebody_${item.session.id}`,
      [...own.map((v): Term => [1, v]), [1, starts.out[item.index]!]],
      '=',
      1,
    );
    return own;
  });
  atWork(model, starts, takes, where, builder);
  return { takes, points, singles, teamOf: (item, holds) => takes[item]!.findIndex(holds) };
}

interface AtWork {
  readonly slot: Slot;
  readonly variable: number;
}

/** A variable for each peer at each time of a session, tied to who takes it and when it is. */
function atWork(
  model: Model,
  starts: Starts,
  takes: Who['takes'],
  where: Where,
  builder: LinearBuilder,
): void {
  const byPeer: AtWork[][] = model.review.peers.map(() => []);
  for (const item of model.items) {
    const some = item.teams.reduce((mask, t) => mask | t.mask, 0);
    const always = item.teams.reduce((mask, t) => mask & t.mask, some);
    byPeer.forEach((list, p) => {
      const bit = 1 << p;
      if (!(some & bit)) return;
      const own: Term[] = [];
      for (const slot of item.slots) {
        const start = starts.at[item.index]![slot.index]!;
        let v = start;
        if (!(always & bit)) {
          if (!(slot.peers & bit)) continue;
          v = builder.variable(
            `${item.session.id}_at_${slot.day}_${slot.start % 1440}_by_${model.review.peers[p]!.id}`,
          );
          builder.add(
            'there_if_held',
            [
              [1, v],
              [-1, start],
            ],
            '<=',
            0,
          );
          own.push([1, v]);
        } else if (!(slot.peers & bit)) builder.add('never_then', [[1, v]], '<=', 0);
        list.push({ slot, variable: v });
        notWhere(item, slot, p, v, where, builder);
      }
      if (always & bit) return;
      const teams = item.teams.flatMap((t): Term[] =>
        t.mask & bit ? [[-1, takes[item.index]![t.index]!]] : [],
      );
      builder.add(`at_work_${item.session.id}_${p}`, [...own, ...teams], '=', 0);
    });
  }
  byPeer.forEach((list, p) => {
    for (const { thing, away } of model.peerThings[p]!) oneAtATime(model, thing, away, list, builder);
  });
}

/** A peer who can't go to a place is not at work there. */
function notWhere(item: Item, slot: Slot, p: number, v: number, where: Where, builder: LinearBuilder): void {
  const closed = slot.places.filter((r) => !(item.places[r]!.peers & (1 << p)));
  if (closed.length === 0) return;
  const there = closed.map((r): Term => [1, where.at[item.index]![slot.index]![r]!]);
  atMost(builder, 'not_there', [[1, v], ...there], 1);
}

function oneAtATime(
  model: Model,
  thing: number,
  away: boolean,
  list: readonly AtWork[],
  builder: LinearBuilder,
): void {
  const from = ({ slot }: AtWork) => (away ? slot.awayFrom : slot.start);
  const to = ({ slot }: AtWork) => (away ? slot.awayTo : slot.end);
  const begin = new Map<number, AtWork[]>();
  for (const work of list) push(begin, from(work), work);
  for (const moment of begin.keys())
    atMost(
      builder,
      `peer_${thing}_${moment}`,
      list.filter((w) => from(w) <= moment && moment < to(w)).map((w): Term => [1, w.variable]),
      mostAt(model, thing, moment),
    );
}
