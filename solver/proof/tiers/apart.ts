import type { Held } from '../../../src/programme/placement.ts';
import type { PairedPart } from '../../../src/rules/rule.ts';
import type { Item, Model } from '../../model/model.ts';
import { breaks, type Priced } from '../../model/parts.ts';
import type { Limit } from './ascent.ts';
import type { Seat, Week } from './week.ts';

/** Parts about two sessions that say which two they can speak of, and look at nothing but the time. */
const ofTwo = ({ part }: Priced<PairedPart>): boolean =>
  part.between !== undefined && part.looksAt.every((a) => a === 'time');

/**
 * What refuses two sessions their times together (one is to come after the other; the two are to be on different
 * days): for each set of times of the one that some time of the other shuts out, all the times that shut out as much.
 */
export function limitsOfTwo({ model, seats }: Week): readonly Limit[] {
  const limits: Limit[] = [];
  const of = (item: Item) => seats.filter((s) => s.item === item);
  for (const priced of model.parts.pairedMusts.filter(ofTwo)) {
    for (const a of model.items)
      for (const b of model.items)
        if (a.index < b.index && priced.part.between!(model.review, a.session, b.session))
          limits.push(...between(model, priced, of(a), of(b)));
  }
  return limits;
}

function refuses(model: Model, { rule, part }: Priced<PairedPart>, a: Held, b: Held): boolean {
  const inOrder =
    a.placement.start < b.placement.start ||
    (a.placement.start === b.placement.start && a.placement.end <= b.placement.end);
  const breach = inOrder ? part.test(model.review, a, b) : part.test(model.review, b, a);
  return breaks(model.review, rule, part, breach);
}

function between(
  model: Model,
  priced: Priced<PairedPart>,
  as: readonly Seat[],
  bs: readonly Seat[],
): readonly Limit[] {
  const { among } = priced.part;
  const shut = as.map(
    (a) =>
      new Set(
        bs
          .filter(
            (b) =>
              (among === 'week' || a.slot.day === b.slot.day) &&
              refuses(model, priced, a.slot.held, b.slot.held),
          )
          .map((b) => b.index),
      ),
  );
  const said = new Set<string>();
  const limits: Limit[] = [];
  for (const mine of shut) {
    const text = [...mine].join();
    if (mine.size === 0 || said.has(text)) continue;
    said.add(text);
    const alike = as.filter((_, n) => [...mine].every((b) => shut[n]!.has(b)));
    limits.push({ seats: new Set([...alike.map((a) => a.index), ...mine]), most: 1 });
  }
  return limits;
}
