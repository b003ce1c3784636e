import { type Charge, type Counts, chargeAt } from '../../src/rules/counts.ts';
import type { WholePart } from '../../src/rules/rule.ts';
import type { Item, Model } from '../model/model.ts';
import type { Priced } from '../model/parts.ts';
import type { Choice } from './choice.ts';
import type { Tally } from './scopes.ts';

/** One part that is a sum over counters, with what each session adds by its team and by its slot worked out once. */
interface Counted {
  readonly priced: Priced<WholePart>;
  readonly counts: Counts;
  /** What the counters hold. */
  readonly values: Float64Array;
  /** The charges whose aim is a number, by counter; those whose aim is a share of another counter, all together. */
  readonly byKey: readonly (readonly Charge[])[];
  readonly shares: readonly Charge[];
  /** By item and team: counters and units in turn. */
  readonly adds: (readonly number[] | undefined)[][];
  /** By item and slot; undefined where the time makes no difference. */
  readonly factors: readonly Float64Array[] | undefined;
}

/**
 * The `whole` parts that say of themselves what they count (`counts`): kept up as sessions come and go, so that nobody
 * need ask them about the week again.
 */
export class Counters {
  private readonly counted: readonly Counted[];
  private readonly totals: Tally;

  constructor(model: Model, totals: Tally) {
    this.totals = totals;
    const { wholeMusts, wholeWants } = model.parts;
    this.counted = [...wholeMusts, ...wholeWants].flatMap((priced) => countedOf(model, priced) ?? []);
    // An empty week pays too: a theme that nobody explores, a pair that never works together.
    for (const part of this.counted) {
      for (const charges of part.byKey) for (const charge of charges) this.count(part, charge, 1);
      for (const charge of part.shares) this.count(part, charge, 1);
    }
  }

  /** A session is put there, or lifted from there. */
  add(item: Item, choice: Choice, by: 1 | -1): void {
    for (const part of this.counted) {
      const factor = part.factors ? part.factors[item.index]![choice.slot]! : 1;
      if (factor === 0) continue;
      const adds = addsOf(part, item, choice.team);
      if (adds.length === 0) continue;
      const { values, byKey, shares } = part;
      for (const charge of shares) this.count(part, charge, -1);
      for (let n = 0; n < adds.length; n += 2) {
        const key = adds[n]!;
        const charges = byKey[key]!;
        for (const charge of charges) this.count(part, charge, -1);
        values[key]! += by * factor * adds[n + 1]!;
        for (const charge of charges) this.count(part, charge, 1);
      }
      for (const charge of shares) this.count(part, charge, 1);
    }
  }

  private count({ priced, values }: Counted, charge: Charge, by: 1 | -1): void {
    const amount = chargeAt(charge, values);
    // Nearer than arithmetic is: the part's own test says nothing either.
    if (amount < 1e-9) return;
    const { totals } = this;
    if (priced.part.kind === 'must') totals.broken += by;
    else if (priced.part.tier === 3) totals.singles += by * amount;
    else if (priced.part.tier === 4) totals.beyond += by * amount;
    else totals.points += by * amount * priced.weight;
  }
}

/** A part with its counters empty; undefined where it does not count, or nothing that it says is paid for. */
function countedOf(model: Model, priced: Priced<WholePart>): Counted | undefined {
  const counts = priced.part.counts?.(model.review);
  if (!counts || counts.charges.length === 0) return undefined;
  const byKey: Charge[][] = Array.from({ length: counts.keys }, () => []);
  const shares: Charge[] = [];
  for (const charge of counts.charges) {
    if (typeof charge.aim === 'number') byKey[charge.key]!.push(charge);
    else shares.push(charge);
  }
  const { times } = counts;
  return {
    priced,
    counts,
    values: new Float64Array(counts.keys),
    byKey,
    shares,
    adds: model.items.map((item) => item.teams.map(() => undefined)),
    factors:
      times &&
      model.items.map((item) =>
        Float64Array.from(item.slots, (s) => times({ from: s.awayFrom, to: s.awayTo })),
      ),
  };
}

function addsOf({ counts, adds }: Counted, item: Item, team: number): readonly number[] {
  const ofItem = adds[item.index]!;
  let found = ofItem[team];
  if (!found) {
    found = counts.adds(item.session, item.teams[team]!.ids).flat();
    ofItem[team] = found;
  }
  return found;
}
