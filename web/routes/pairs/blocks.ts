import type { Held } from '../../../src/programme/placement.ts';
import type { Review } from '../../../src/review/review.ts';
import { dayOf, overlaps, type Span } from '../../../src/time/span.ts';
import { spanName } from '../../../src/time/words.ts';

/** Sessions that run beside each other: between them pairs stay as they are. */
export interface Block {
  /** Its day and start, to be named by in a form. */
  readonly id: string;
  readonly span: Span;
  readonly name: string;
  readonly held: readonly Held[];
}

/** What is held of a week in blocks, in time order: a block ends where nothing runs on. */
export function blocksOf(review: Review, held: readonly Held[]): readonly Block[] {
  const blocks: { span: Span; held: Held[] }[] = [];
  for (const one of [...held].sort((a, b) => a.placement.away.from - b.placement.away.from)) {
    const { away } = one.placement;
    const last = blocks.at(-1);
    if (last && overlaps(last.span, away) && dayOf(last.span.from) === dayOf(away.from)) {
      last.span = { from: last.span.from, to: Math.max(last.span.to, away.to) };
      last.held.push(one);
    } else blocks.push({ span: away, held: [one] });
  }
  return blocks.map(({ span, held: own }) => ({
    id: String(span.from),
    span,
    name: spanName(review.week, span),
    held: own.toSorted(
      (a, b) => a.placement.start - b.placement.start || (a.placement.stream < b.placement.stream ? -1 : 1),
    ),
  }));
}
