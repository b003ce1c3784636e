import type { Held } from '../../../src/programme/placement.ts';
import type { PairedPart } from '../../../src/rules/rule.ts';
import type { Item, Model } from '../../model/model.ts';
import { breaks, type Priced } from '../../model/parts.ts';
import type { LinearBuilder } from '../linear.ts';
import type { Term } from './rows.ts';
import type { Starts } from './starts.ts';

/** Parts about two sessions that say which two they can speak of, and look at nothing but the time. */
const ofTwo = ({ part }: Priced<PairedPart>): boolean =>
  part.between !== undefined && part.looksAt.every((a) => a === 'time');

/**
 * What refuses two sessions their times together (one is to come after the other; the two are to be on different
 * days): for each set of times of the one that some time of the other shuts out, all the times that shut out as much.
 */
export function keepTogether(model: Model, starts: Starts, builder: LinearBuilder): void {
  for (const priced of model.parts.pairedMusts.filter(ofTwo)) {
    for (const a of model.items)
      for (const b of model.items)
        if (a.index < b.index && priced.part.between!(model.review, a.session, b.session))
          between(model, priced, a, b, starts, builder);
  }
}

function refuses(model: Model, { rule, part }: Priced<PairedPart>, a: Held, b: Held): boolean {
  const inOrder =
    a.placement.start < b.placement.start ||
    (a.placement.start === b.placement.start && a.placement.end <= b.placement.end);
  return breaks(
    model.review,
    rule,
    part,
    inOrder ? part.test(model.review, a, b) : part.test(model.review, b, a),
  );
}

function between(
  model: Model,
  priced: Priced<PairedPart>,
  a: Item,
  b: Item,
  { at }: Starts,
  builder: LinearBuilder,
): void {
  const shut = a.slots.map((s) => {
    const out = new Set<number>();
    for (const t of b.slots)
      if ((priced.part.among === 'week' || s.day === t.day) && refuses(model, priced, s.held, t.held))
        out.add(t.index);
    return out;
  });
  const said = new Set<string>();
  for (const mine of shut) {
    const text = [...mine].join();
    if (mine.size === 0 || said.has(text)) continue;
    said.add(text);
    const as = a.slots.filter((s) => [...mine].every((t) => shut[s.index]!.has(t)));
    builder.add(
      `not_both_${a.session.id}_${b.session.id}`,
      [
        ...as.map((s): Term => [1, at[a.index]![s.index]!]),
        ...[...mine].map((t): Term => [1, at[b.index]![t]!]),
      ],
      '<=',
      1,
    );
  }
}
