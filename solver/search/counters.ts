import type { Charge, Counts } from '../../src/rules/counts.ts';
import type { WholePart } from '../../src/rules/rule.ts';
import type { Item, Model } from '../model/model.ts';
import type { Priced } from '../model/parts.ts';
import type { Choice } from './choice.ts';
import type { Tally } from './scopes.ts';

/** Where what a part says is added: musts broken, tier 3, tier 4, points. */
type Sink = 0 | 1 | 2 | 3;

/** What is paid for one counter, or for one in relation to another, ready to be worked out. */
interface Paid {
  readonly key: number;
  readonly aim: number;
  /** The counter of which the aim is a part; -1 where the aim is a number. */
  readonly of: number;
  /** Points, or units of a tier, for each unit above the aim, and below it. */
  readonly over: number;
  readonly short: number;
  readonly sink: Sink;
}

/** What a session adds to the counters when a set of peers takes it. */
interface Adds {
  readonly keys: Int32Array;
  readonly units: Float64Array;
}

/** One part that is a sum over counters. */
interface Counted {
  readonly counts: Counts;
  /** Where its counters begin among those of all parts. */
  readonly first: number;
  /** By item and slot; undefined where the time makes no difference. */
  readonly factors: readonly Float64Array[] | undefined;
  /** What is paid by counters whose aim is a share of another: all together, whichever changes. */
  readonly shares: readonly Paid[];
  /** By item and team, worked out when it is first put. */
  readonly adds: (Adds | undefined)[][];
}

/**
 * The `whole` parts that say of themselves what they count (`counts`): kept up as sessions come and go, so that nobody
 * need ask them about the week again.
 */
export class Counters {
  private readonly counted: readonly Counted[];
  private readonly totals: Tally;
  /** What the counters of all parts hold. */
  private readonly values: Float64Array;
  /** What is paid by each counter whose aim is a number. */
  private readonly byKey: readonly (readonly Paid[])[];

  constructor(model: Model, totals: Tally) {
    this.totals = totals;
    const { wholeMusts, wholeWants } = model.parts;
    const byKey: Paid[][] = [];
    this.counted = [...wholeMusts, ...wholeWants].flatMap((priced) => countedOf(model, priced, byKey) ?? []);
    this.byKey = byKey;
    this.values = new Float64Array(byKey.length);
    // An empty week pays too: a theme that nobody explores, a pair that never works together.
    for (const paid of byKey) this.pay(paid, 1);
    for (const { shares } of this.counted) this.pay(shares, 1);
  }

  /** A session is put there, or lifted from there. */
  add(item: Item, choice: Choice, by: 1 | -1): void {
    const { values, byKey } = this;
    for (const part of this.counted) {
      const factor = part.factors ? part.factors[item.index]![choice.slot]! : 1;
      if (factor === 0) continue;
      const { keys, units } = part.adds[item.index]![choice.team] ?? addsOf(part, item, choice.team);
      if (keys.length === 0) continue;
      this.pay(part.shares, -1);
      for (let n = 0; n < keys.length; n++) {
        const key = keys[n]!;
        const paid = byKey[key]!;
        this.pay(paid, -1);
        values[key]! += by * factor * units[n]!;
        this.pay(paid, 1);
      }
      this.pay(part.shares, 1);
    }
  }

  private pay(list: readonly Paid[], by: 1 | -1): void {
    const { values, totals } = this;
    for (let n = 0; n < list.length; n++) {
      const { key, aim, of, over, short, sink } = list[n]!;
      const off = values[key]! - (of < 0 ? aim : aim * values[of]!);
      const amount = off > 0 ? off * over : -off * short;
      // Nearer than arithmetic is: the part's own test says nothing either.
      if (amount < 1e-9) continue;
      if (sink === 3) totals.points += by * amount;
      else if (sink === 0) totals.broken += by;
      else if (sink === 1) totals.singles += by * amount;
      else totals.beyond += by * amount;
    }
  }
}

/** A part with its counters empty, and what they pay added to `byKey`; undefined where nothing that it says is paid for. */
function countedOf(model: Model, priced: Priced<WholePart>, byKey: Paid[][]): Counted | undefined {
  const counts = priced.part.counts?.(model.review);
  if (!counts || counts.charges.length === 0) return undefined;
  const first = byKey.length;
  for (let key = 0; key < counts.keys; key++) byKey.push([]);
  const shares: Paid[] = [];
  for (const charge of counts.charges) {
    const paid = paidFor(priced, charge, first);
    if (paid.of < 0) byKey[paid.key]!.push(paid);
    else shares.push(paid);
  }
  const { times } = counts;
  return {
    counts,
    first,
    shares,
    adds: model.items.map((item) => item.teams.map(() => undefined)),
    factors:
      times &&
      model.items.map((item) =>
        Float64Array.from(item.slots, (s) => times({ from: s.awayFrom, to: s.awayTo })),
      ),
  };
}

function paidFor({ part, weight }: Priced<WholePart>, charge: Charge, first: number): Paid {
  const sink = part.kind === 'must' ? 0 : part.tier === 3 ? 1 : part.tier === 4 ? 2 : 3;
  const unit = sink === 3 ? weight : 1;
  const { aim } = charge;
  return {
    key: first + charge.key,
    aim: typeof aim === 'number' ? aim : aim.share,
    of: typeof aim === 'number' ? -1 : first + aim.of,
    over: charge.over * unit,
    short: charge.short * unit,
    sink,
  };
}

function addsOf({ counts, adds, first }: Counted, item: Item, team: number): Adds {
  const list = counts.adds(item.session, item.teams[team]!.ids);
  const found = {
    keys: Int32Array.from(list, ([key]) => first + key),
    units: Float64Array.from(list, ([, units]) => units),
  };
  adds[item.index]![team] = found;
  return found;
}
