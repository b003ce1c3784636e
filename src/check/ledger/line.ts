import type { Held } from '../../programme/placement.ts';
import type { Review } from '../../review/review.ts';
import { ruleBook } from '../../rules/index.ts';
import type { Breach, Part, Rule } from '../../rules/rule.ts';

/** A part of the rule book with its rule, under a number of its own. */
export interface Numbered<P extends Part = Part> {
  readonly rule: Rule;
  readonly part: P;
  readonly number: number;
}

/** A breach, and what it is a breach of. */
export interface Line {
  readonly of: Numbered;
  readonly breach: Breach;
}

/** Some sessions going elsewhere: where they were and will be, among everything else. All in time order. */
export interface Moving {
  readonly review: Review;
  readonly sessions: ReadonlySet<string>;
  /** Those that move, where they were and where they will be. */
  readonly from: readonly Held[];
  readonly to: readonly Held[];
  /** The whole programme, before and after. */
  readonly before: readonly Held[];
  readonly after: readonly Held[];
}

/** What the parts of one shape say of a programme, kept so that a move is asked about only where it touches something. */
export interface Shelf {
  /** The lines that a move may change, as they are and as they would be. */
  readonly lines: (moving: Moving) => { readonly before: Iterable<Line>; readonly after: Iterable<Line> };
}

const all: readonly Numbered[] = ruleBook
  .flatMap((rule) => rule.parts.map((part) => ({ rule, part })))
  .map((numbered, number) => ({ ...numbered, number }));

/** The parts of one shape. */
export const shaped = <S extends Part['shape']>(shape: S) =>
  all.filter((p) => p.part.shape === shape) as unknown as readonly Numbered<Extract<Part, { shape: S }>>[];

export const lines = (of: Numbered, breaches: readonly Breach[]): readonly Line[] =>
  breaches.map((breach) => ({ of, breach }));
