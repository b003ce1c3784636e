import { length, type Minute, type Span, union } from '../../../src/time/span.ts';
import type { Item, Model, Slot } from '../../model/model.ts';

/** A stretch of time that nothing runs into or out of (peers' time): a half-day as a rule. */
export interface Stretch extends Span {
  readonly index: number;
}

/** A session in one of the stretches where it could be. */
export interface Stay {
  readonly item: Item;
  readonly stretch: Stretch;
  readonly slots: readonly Slot[];
  /** The least that it pays there for its time and place. */
  readonly points: number;
}

/** A session's stay in a stretch, and the variable that says it is held there. */
export interface Within {
  readonly stay: Stay;
  readonly variable: number;
}

export const lengthOf = ({ awayFrom, awayTo }: Slot): Minute => awayTo - awayFrom;

/** The stretches of the week, in time order. */
export function stretchesOf(model: Model): readonly Stretch[] {
  const spans = new Map<string, Span>();
  for (const { slots } of model.items)
    for (const { awayFrom: from, awayTo: to } of slots) spans.set(`${from} ${to}`, { from, to });
  const out: { index: number; from: Minute; to: Minute }[] = [];
  for (const { from, to } of [...spans.values()].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else out.push({ index: out.length, from, to });
  }
  return out;
}

/** Where each session could be, by item. */
export const staysOf = (model: Model, stretches: readonly Stretch[]): readonly (readonly Stay[])[] =>
  model.items.map((item) => {
    const place = item.places.reduce((least, p) => Math.min(least, p.price.points), Number.POSITIVE_INFINITY);
    return stretches.flatMap((stretch): Stay[] => {
      const slots = item.slots.filter((s) => stretch.from <= s.awayFrom && s.awayTo <= stretch.to);
      if (slots.length === 0) return [];
      const time = slots.reduce((least, s) => Math.min(least, s.price.points), Number.POSITIVE_INFINITY);
      return [{ item, stretch, slots, points: time + place }];
    });
  });

/** For each stretch, the minutes in which each peer could be at work: those of the times that the peer can do. */
export const atHand = (model: Model, stretches: readonly Stretch[]): readonly (readonly Minute[])[] =>
  stretches.map((stretch) =>
    model.review.peers.map((_, p) => {
      const spans = model.items.flatMap(({ slots }) =>
        slots.flatMap((s): Span[] =>
          s.peers & (1 << p) && stretch.from <= s.awayFrom && s.awayTo <= stretch.to
            ? [{ from: s.awayFrom, to: s.awayTo }]
            : [],
        ),
      );
      return union(spans).reduce((sum, span) => sum + length(span), 0);
    }),
  );
