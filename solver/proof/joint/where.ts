import type { Minute } from '../../../src/time/span.ts';
import type { Model, Slot } from '../../model/model.ts';
import type { LinearBuilder } from '../linear.ts';
import { mostAt } from './most-at.ts';
import { inParts } from './point.ts';
import { atMost, push, type Term } from './rows.ts';
import type { Starts } from './starts.ts';

/** Where each session is held. */
export interface Where {
  /** By item, slot and place, the variable that says it is held then and there; undefined where it can't be. */
  readonly at: readonly (readonly (readonly (number | undefined)[])[])[];
  readonly points: readonly Term[];
  readonly placeOf: (item: number, slot: number, holds: (variable: number) => boolean) => number;
}

/** A session held at a time is in one of the places that go with it; no room takes more at once than it can. */
export function whereOf(model: Model, starts: Starts, builder: LinearBuilder): Where {
  const points: Term[] = [];
  const at = model.items.map((item) =>
    item.slots.map((slot) => {
      const own: (number | undefined)[] = item.places.map(() => undefined);
      const start = starts.at[item.index]![slot.index]!;
      // Where there is no choice of place, the time says it all.
      const only = slot.places.length === 1;
      for (const p of slot.places) {
        own[p] = only
          ? start
          : builder.variable(`${item.session.id}_at_${slot.day}_${slot.start % 1440}_in_${p}`);
        const price = inParts(item.places[p]!.price.points);
        if (price > 0) points.push([price, own[p]]);
      }
      if (!only)
        builder.add(
          `somewhere_${item.session.id}`,
          [...own.flatMap((v): Term[] => (v === undefined ? [] : [[1, v]])), [-1, start]],
          '=',
          0,
        );
      return own;
    }),
  );
  shareRooms(model, at, builder);
  return {
    at,
    points,
    placeOf: (item, slot, holds) => at[item]![slot]!.findIndex((v) => v !== undefined && holds(v)),
  };
}

interface Drawn {
  readonly from: Minute;
  readonly to: Minute;
  readonly variable: number;
}

function shareRooms(model: Model, at: Where['at'], builder: LinearBuilder): void {
  const drawn = new Map<number, Drawn[]>();
  for (const item of model.items)
    for (const slot of item.slots)
      for (const p of slot.places)
        for (const { thing, away } of model.placeThings[item.index]![p]!)
          push(drawn, thing, { ...spanOf(slot, away), variable: at[item.index]![slot.index]![p]! });
  for (const [thing, list] of drawn) {
    for (const moment of new Set(list.map((d) => d.from)))
      atMost(
        builder,
        `room_${thing}_${moment}`,
        list.filter((d) => d.from <= moment && moment < d.to).map((d): Term => [1, d.variable]),
        mostAt(model, thing, moment),
      );
  }
}

const spanOf = (slot: Slot, away: boolean) =>
  away ? { from: slot.awayFrom, to: slot.awayTo } : { from: slot.start, to: slot.end };
