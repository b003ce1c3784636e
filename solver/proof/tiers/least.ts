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

/** What all tiers of a proof go on. */
export interface Ground {
  readonly week: Week;
  readonly halfDays: readonly HalfDay[];
  /** What can't be had together, as far as it is known: grows as a proof goes on. */
  readonly limits: Limit[];
  readonly budget: Budget;
  readonly spent: Spent;
  readonly late: () => boolean;
}

/**
 * The least that one tier costs: first a floor for the week as it is; then, where more is asked, by branch and bound over
 * when each session is held (best floor first). Where a floor is met by one programme and no mixture, rooms and peers
 * are sought for it; what stands in the way is kept to from then on.
 */
export class Tier {
  private readonly ground: Ground;
  private readonly question: Question;
  private readonly ascent: Ascent;
  private readonly kept = new Set<Limit>();
  private readonly nodes: Node[] = [];

  constructor(ground: Ground, question: Question) {
    this.ground = ground;
    this.question = question;
    this.ascent = new Ascent(ground.week, ground.halfDays, question);
    const { items } = ground.week.model;
    const all: Branch = {
      earliest: items.map(() => 0),
      latest: items.map(() => Number.POSITIVE_INFINITY),
      out: items.map(() => true),
    };
    if (question.enough > 0) this.open(all, 0, question.enough);
  }

  /** What is known so far; infinite where what was given can't be had. */
  get least(): number {
    if (this.question.enough === 0) return 0;
    return this.nodes.reduce(
      (least, { floor }) => Math.min(least, up(floor.least)),
      Number.POSITIVE_INFINITY,
    );
  }

  /** The least, as far as the budget goes; `enough` as in the question, by now. `rises` hears of it on the way. */
  deepen(enough: number, rises: (least: number) => void): Least {
    if (enough === 0) return { least: 0 };
    const { ground, nodes } = this;
    const { week, budget, spent, limits, late } = ground;
    let told = this.least;
    for (;;) {
      nodes.sort((a, b) => a.floor.least - b.floor.least || b.order - a.order);
      const node = nodes.shift();
      // Nothing is left that could hold a programme: what was given can't be had.
      if (!node) return { least: Number.POSITIVE_INFINITY };
      const least = up(node.floor.least);
      if (least >= enough || late() || spent.branches > budget.branches || spent.priced > budget.priced)
        return { least };
      if (least > told) rises(least);
      told = Math.max(told, least);
      const split = mostDivided(week, node.floor);
      if (split) {
        for (const branch of split(node.branch)) this.open(branch, node.floor.least, enough);
        continue;
      }
      const realised = realise(week.model, node.floor.columns, this.question.tier < 2);
      if (isPlan(realised)) return { least, plan: realised };
      if (realised === undefined) {
        // Not known: other times may be easier to fill. What is left is as it was, in parts.
        const parts = apartAt(node);
        if (parts.length === 0) return { least };
        for (const branch of parts) this.open(branch, node.floor.least, enough);
        continue;
      }
      limits.push(realised);
      this.keepTo(realised);
      this.open(node.branch, node.floor.least, enough);
    }
  }

  private keepTo(limit: Limit): void {
    this.kept.add(limit);
    this.ascent.keepTo(limit);
  }

  private open(branch: Branch, least: number, enough: number): void {
    const { ascent, nodes } = this;
    const { spent, week } = this.ground;
    const before = ascent.steps;
    const order = spent.branches++;
    const floor = this.look(branch, enough);
    // What holds of the whole holds of its parts.
    nodes.push({ branch, order, floor: { ...floor, least: Math.max(least, floor.least) } });
    spent.priced += (ascent.steps - before) * week.seats.length;
  }

  private look(branch: Branch, enough: number): Floor {
    const { limits, late } = this.ground;
    for (;;) {
      const floor = this.ascent.floor(branch, enough - 1 + 1e-6, 120, late);
      const broken = limits.filter(
        (limit) => !this.kept.has(limit) && held(limit, floor) > limit.most + 0.01,
      );
      if (broken.length === 0 || late()) return floor;
      for (const limit of broken.slice(0, 8)) this.keepTo(limit);
    }
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
