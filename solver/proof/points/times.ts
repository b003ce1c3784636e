import type { Held } from '../../../src/programme/placement.ts';
import type { Model } from '../../model/model.ts';
import { payCalls } from './calls.ts';
import { covered } from './cover.ts';
import type { Given } from './groups.ts';
import type { ProgramBuilder, Sum } from './program.ts';
import type { Piece } from './side-by-side.ts';
import { lengthOf, type Stay, type Stretch, staysOf, type Within } from './stretches.ts';

const INFINITE = Number.POSITIVE_INFINITY;
const rankOf = { must: 0, should: 1, could: 4 } as const;

/**
 * When sessions are held, as far as half-days go: each in a stretch where it could be, at the least price it has there;
 * no more of them in a stretch than there are minutes for, beyond the usual streams only as many as is given; and where
 * so much runs that no break in common is left, that is paid. Gives what is paid for times, places and breaks, as a sum.
 */
export function payTimes(
  model: Model,
  given: Given,
  stretches: readonly Stretch[],
  pieces: readonly Piece[],
  most: number,
  builder: ProgramBuilder,
): Sum {
  const paid: (readonly [number, number])[] = [];
  const stays = staysOf(model, stretches);
  const within: Within[][] = stretches.map(() => []);
  for (const priority of ['must', 'should', 'could'] as const) {
    const all: (readonly [number, number])[] = [];
    let held = -given[rankOf[priority]];
    model.items.forEach((item, i) => {
      if (item.session.priority !== priority) return;
      held++;
      const prices = new Set(stays[i]!.map((s) => s.points));
      const own = stays[i]!.map((stay): readonly [number, number] => {
        const variable = builder.variable(stay.points, 1, prices.size > 1);
        within[stay.stretch.index]!.push({ stay, variable });
        if (stay.points > 0) paid.push([stay.points, variable]);
        return [1, variable];
      });
      if (own.length === 0) return;
      builder.row(given[rankOf[priority]] === 0 ? 1 : 0, own, 1);
      all.push(...own);
    });
    if (given[rankOf[priority]] > 0 && all.length > 0) builder.row(held, all, held);
  }
  const columns = model.parts.wholeWants.find(({ part }) => part.tier === 4 && part.columns)?.part.columns;
  const usual = columns?.most(model.review) ?? most;
  const spare = beyondMinutes(model, given, columns?.counts);
  const actives: number[] = [];
  const extras: number[] = [];
  for (const stretch of stretches) {
    const here = within[stretch.index]!;
    const active = builder.variable(0, stretch.to - stretch.from, false);
    const extra = builder.variable(0, spare, false);
    actives.push(active);
    extras.push(extra);
    const minutes: Sum = here.map(({ stay, variable }) => [shortest(stay), variable]);
    builder.row(-INFINITE, [...minutes, [-usual, active], [-1, extra]], 0);
    paid.push(...payPause(model, stretch, stretches, here, { active, extra, usual, most }, builder));
  }
  payCalls(model, given, within.flat(), builder);
  for (const piece of pieces) {
    const less = (variables: readonly number[]): Sum => piece.stretches.map((n) => [-1, variables[n]!]);
    const held = piece.stretches.flatMap(
      (n): Sum => within[n]!.map(({ stay, variable }) => [-shortest(stay), variable]),
    );
    builder.row(0, [...piece.active, ...less(actives)], 0);
    builder.row(0, [...piece.running, ...held], 0);
    builder.row(-INFINITE, [...piece.beyond(usual), ...less(extras)], 0);
  }
  builder.row(
    -INFINITE,
    extras.map((v) => [1, v]),
    spare,
  );
  return paid;
}

/** The least minutes that a session takes, wherever it is: of the others nothing is seen. */
const shortest = ({ item }: Stay): number =>
  item.slots.reduce((least, s) => Math.min(least, lengthOf(s)), INFINITE);
const longest = (model: Model): number =>
  model.items.reduce((most, { slots }) => slots.reduce((m, s) => Math.max(m, lengthOf(s)), most), 0);

/** The most minutes that sessions can run beyond the usual streams: so many sessions, and all that count for none. */
function beyondMinutes(model: Model, given: Given, counts: ((held: Held) => boolean) | undefined): number {
  let minutes = given[3] * longest(model);
  for (const { slots } of model.items) {
    const free = slots.filter((s) => counts && !counts(s.held));
    minutes += free.reduce((m, s) => Math.max(m, lengthOf(s)), 0);
  }
  return minutes;
}

interface Running {
  readonly active: number;
  readonly extra: number;
  readonly usual: number;
  readonly most: number;
}

/**
 * A break in common, by the part that says `pauses`: a stretch in which sessions run for longer than leaves room for
 * one has none, unless all its sessions run at one moment, and then they are no more than can.
 */
function payPause(
  model: Model,
  stretch: Stretch,
  stretches: readonly Stretch[],
  here: readonly Within[],
  { active, extra, usual, most }: Running,
  builder: ProgramBuilder,
): Sum {
  const paid: (readonly [number, number])[] = [];
  for (const { part, weight } of model.parts.wholeWants) {
    const { pauses } = part;
    if (!pauses) continue;
    const piecesOf = (s: Stretch) =>
      new Set(
        model.items.flatMap(({ slots }) =>
          slots.flatMap(({ awayFrom: from, awayTo: to }) =>
            s.from <= from && to <= s.to ? [pauses.pieceOf(model.review, { from, to })] : [],
          ),
        ),
      );
    const [piece, ...others] = piecesOf(stretch);
    if (piece === undefined || others.length > 0) continue;
    if (stretches.some((s) => s !== stretch && piecesOf(s).has(piece))) continue;
    const whole = stretch.to - stretch.from;
    const cover = covered(
      model,
      here.map(({ stay }) => stay),
      whole,
    );
    const paused = covered(
      model,
      here.map(({ stay }) => stay),
      whole - pauses.minutes,
    );
    const none = builder.variable(weight, 1, true);
    paid.push([weight, none]);
    const atOnce = builder.variable(0, 1, true);
    const limit: [number, number][] = [
      [1, active],
      [-(cover.most - paused.most), none],
      [-(whole - paused.most), atOnce],
    ];
    if (cover.spanning.length > 0) {
      const spans = builder.variable(0, 1, true);
      const held = here.filter(({ stay }) => cover.spanning.includes(stay));
      builder.row(-INFINITE, [[1, spans], ...held.map(({ variable }) => [-1, variable] as const)], 0);
      limit.push([-Math.max(whole - pauses.minutes - paused.most, whole - cover.most), spans]);
    }
    builder.row(-INFINITE, limit, paused.most);
    const lengths = here.map(({ stay }) => Math.max(...stay.slots.map(lengthOf))).sort((a, b) => b - a);
    const few = lengths.slice(0, most).reduce((a, b) => a + b, 0);
    const full = Math.max(few, usual * whole);
    const all: Sum = here.map(({ stay, variable }) => [shortest(stay), variable]);
    builder.row(-INFINITE, [...all, [-1, extra], [full - few, atOnce]], full);
  }
  return paid;
}
