import type { Plan } from '../../search/search.ts';
import { Ascent, type Floor, type Limit, type Question } from './ascent.ts';
import type { Branch } from './fill.ts';
import type { HalfDay } from './half-day.ts';
import { isPlan, realise } from './realise.ts';
import type { Seat, Week } from './week.ts';

/** How far one tier was got. */
export interface Least {
  /** No programme that costs what was given in the tiers before costs less. */
  readonly least: number;
  /** A programme that costs just that, and what was given. */
  readonly plan?: Plan;
}

/** How much a proof may look into, in all its tiers: branches, and seats priced (a seat each time that it is). */
export interface Budget {
  readonly branches: number;
  readonly priced: number;
}

/** How much of it is gone. */
export interface Spent {
  branches: number;
  priced: number;
}

interface Node {
  readonly branch: Branch;
  readonly floor: Floor;
  readonly order: number;
}

const up = (floor: number): number => Math.max(0, Math.ceil(floor - 1e-6));

/**
 * The least that one tier costs, by branch and bound over when each session is held (best floor first). Where a floor
 * is met by one programme and no mixture, rooms and peers are sought for it; what stands in the way is kept to from
 * then on.
 */
export function leastOf(
  week: Week,
  halfDays: readonly HalfDay[],
  question: Question,
  limits: Limit[],
  { budget, spent }: { readonly budget: Budget; readonly spent: Spent },
  late: () => boolean,
): Least {
  const { enough } = question;
  const ascent = new Ascent(week, halfDays, question);
  const kept = new Set<Limit>();
  const keepTo = (limit: Limit): void => {
    kept.add(limit);
    ascent.keepTo(limit);
  };
  const { items } = week.model;
  const all: Branch = {
    earliest: items.map(() => 0),
    latest: items.map(() => Number.POSITIVE_INFINITY),
    out: items.map(() => true),
  };
  const look = (branch: Branch, order: number): Node => {
    for (;;) {
      const floor = ascent.floor(branch, enough - 1 + 1e-6, 120, late);
      const broken = limits.filter((limit) => !kept.has(limit) && held(limit, floor) > limit.most + 0.01);
      if (broken.length === 0 || late()) return { branch, floor, order };
      for (const limit of broken.slice(0, 8)) keepTo(limit);
    }
  };
  const nodes: Node[] = [];
  const open = (branch: Branch, least: number): void => {
    const before = ascent.steps;
    const node = look(branch, spent.branches++);
    // What holds of the whole holds of its parts.
    nodes.push({ ...node, floor: { ...node.floor, least: Math.max(least, node.floor.least) } });
    spent.priced += (ascent.steps - before) * week.seats.length;
  };
  open(all, 0);
  for (;;) {
    nodes.sort((a, b) => a.floor.least - b.floor.least || b.order - a.order);
    const node = nodes.shift();
    // Nothing is left that could hold a programme: what was given can't be had.
    if (!node) return { least: Number.POSITIVE_INFINITY };
    const least = up(node.floor.least);
    if (least >= enough || late() || spent.branches > budget.branches || spent.priced > budget.priced)
      return { least };
    const split = mostDivided(week, node.floor);
    if (split) {
      for (const branch of split(node.branch)) open(branch, node.floor.least);
      continue;
    }
    const realised = realise(week.model, node.floor.columns, question.tier < 2);
    if (isPlan(realised)) return { least, plan: realised };
    if (realised === undefined) {
      // Not known: other times may be easier to fill. What is left is as it was, in parts.
      const parts = apartAt(node);
      if (parts.length === 0) return { least };
      for (const branch of parts) open(branch, node.floor.least);
      continue;
    }
    limits.push(realised);
    keepTo(realised);
    open(node.branch, node.floor.least);
  }
}

/** How much of a limit's seats a mixture holds. */
const held = ({ seats }: Limit, { mixture }: Floor): number =>
  mixture.reduce((sum, [seat, share]) => sum + (seats.has(seat.index) ? share : 0), 0);

/** The two branches that part what is most divided: left out or not; to a moment of the week or after it. */
function mostDivided(
  week: Week,
  { mixture, out }: Floor,
): ((branch: Branch) => readonly [Branch, Branch]) | undefined {
  let [item, most, moment] = [-1, 1e-4, Number.NaN];
  const shares = week.model.items.map(() => new Map<number, number>());
  for (const [seat, share] of mixture) {
    const own = shares[seat.item.index]!;
    own.set(seat.to, (own.get(seat.to) ?? 0) + share);
  }
  shares.forEach((own, i) => {
    const left = Math.min(out[i]!, 1 - out[i]!);
    if (left > most) [item, most, moment] = [i, left, Number.NaN];
    let sum = 0;
    for (const share of own.values()) sum += share;
    let before = 0;
    for (const [end, share] of [...own].sort(([a], [b]) => a - b)) {
      before += share;
      const divided = Math.min(before, sum - before);
      if (divided > most + 1e-9) [item, most, moment] = [i, divided, end];
    }
  });
  if (item < 0) return undefined;
  const set = <T>(list: readonly T[], value: T): T[] => list.map((v, i) => (i === item ? value : v));
  return (branch) =>
    Number.isNaN(moment)
      ? [
          { ...branch, earliest: set(branch.earliest, Number.POSITIVE_INFINITY) },
          { ...branch, out: set(branch.out, false) },
        ]
      : [
          { ...branch, latest: set(branch.latest, moment) },
          { ...branch, earliest: set(branch.earliest, moment + 1) },
        ];
}

/** A node in three parts: the session with most times left before, at and after the time that it has. */
function apartAt({ branch, floor }: Node): readonly Branch[] {
  const seats = floor.columns.flatMap((column) => column.seats);
  const ways = ({ item, to }: Seat): number => {
    const ends = new Set(item.slots.map((slot) => slot.awayTo));
    ends.delete(to);
    return [...ends].filter((e) => branch.earliest[item.index]! <= e && e <= branch.latest[item.index]!)
      .length;
  };
  const seat = seats.reduce<Seat | undefined>((a, b) => (a && ways(a) >= ways(b) ? a : b), undefined);
  if (!seat || ways(seat) === 0) return [];
  const i = seat.item.index;
  const within = (from: number, to: number): Branch => ({
    earliest: branch.earliest.map((e, n) => (n === i ? Math.max(e, from) : e)),
    latest: branch.latest.map((e, n) => (n === i ? Math.min(e, to) : e)),
    out: branch.out,
  });
  const held = (b: Branch): Branch => ({ ...b, out: b.out.map((o, n) => (n === i ? false : o)) });
  return [
    held(within(seat.to, seat.to)),
    within(Number.NEGATIVE_INFINITY, seat.to - 1),
    held(within(seat.to + 1, Number.POSITIVE_INFINITY)),
  ];
}
