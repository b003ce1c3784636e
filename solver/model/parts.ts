import { waiverFor } from '../../src/check/check.ts';
import type { Review } from '../../src/review/review.ts';
import { ruleBook } from '../../src/rules/index.ts';
import {
  type Aspect,
  type Breach,
  type PairedPart,
  type Part,
  type PlacedPart,
  type Rule,
  type SharedPart,
  type WholePart,
  weightOf,
} from '../../src/rules/rule.ts';

/** A part of a rule as the engine carries it: with its rule, and its price worked out for this review. */
export interface Priced<P extends Part> {
  readonly rule: Rule;
  readonly part: P;
  /** Points a unit; 0 where the part has a tier instead. */
  readonly weight: number;
}

/** The rule book sorted by shape. The engine knows the shapes and no rule by name. */
export interface Parts {
  readonly placedMusts: readonly Priced<PlacedPart>[];
  readonly placedWants: readonly Priced<PlacedPart>[];
  readonly sharedMusts: readonly Priced<SharedPart>[];
  readonly pairedMusts: readonly Priced<PairedPart>[];
  readonly pairedWants: readonly Priced<PairedPart>[];
  /** Musts that more sessions can only break further: a half-built programme is held to them. */
  readonly wholeMusts: readonly Priced<WholePart>[];
  readonly wholeWants: readonly Priced<WholePart>[];
}

export function partsFor(review: Review, rules: readonly Rule[] = ruleBook): Parts {
  const all = rules.flatMap((rule) =>
    rule.parts.map((part) => ({ rule, part, weight: part.tier ? 0 : weightOf(review, rule, part) })),
  );
  const of = <S extends Part['shape']>(shape: S, kind: 'must' | 'want') =>
    all.filter((p) => p.part.shape === shape && p.part.kind === kind) as unknown as readonly Priced<
      Extract<Part, { shape: S }>
    >[];
  return {
    placedMusts: of('placed', 'must'),
    placedWants: of('placed', 'want').filter((p) => p.part.tier !== undefined || p.weight !== 0),
    sharedMusts: of('shared', 'must'),
    pairedMusts: of('paired', 'must'),
    pairedWants: of('paired', 'want'),
    wholeMusts: of('whole', 'must').filter((p) => p.part.mendedBy === 'fewer' && p.part.over !== 'frame'),
    wholeWants: of('whole', 'want').filter((p) => p.part.over !== 'frame'),
  };
}

/** Whether a must is broken: it speaks, and nobody waived it. */
export const breaks = (
  review: Review,
  rule: Rule,
  part: Part,
  breach: Breach | undefined,
): breach is Breach => breach !== undefined && waiverFor(review, rule, part, breach) === undefined;

const chosen = new WeakMap<readonly Priced<PlacedPart>[], Map<string, readonly Priced<PlacedPart>[]>>();

/** Parts whose predicate looks at exactly these aspects; picked out once for each list. */
export function lookingAt(
  parts: readonly Priced<PlacedPart>[],
  ...aspects: Aspect[]
): readonly Priced<PlacedPart>[] {
  const known = chosen.get(parts) ?? new Map<string, readonly Priced<PlacedPart>[]>();
  chosen.set(parts, known);
  const key = aspects.join();
  let found = known.get(key);
  if (!found) {
    found = parts.filter(
      ({ part }) => part.looksAt.length === aspects.length && aspects.every((a) => part.looksAt.includes(a)),
    );
    known.set(key, found);
  }
  return found;
}
