import { type GenerateOptions, generateReview } from '../../fixtures/generate.ts';
import type { Review } from '../../src/review/review.ts';
import { type ReviewFixture, reviewFixture, reviewFixtures } from '../support/fixtures.ts';

export const sizes = ['S', 'M', 'L'] as const;
export const tightnesses = ['loose', 'tight', 'over'] as const;
export type Size = (typeof sizes)[number];

/** One review to measure on. Its name is all that a process of its own needs to make the same review again. */
export interface Case {
  /** `M tight 2`, or the name of a file in `fixtures/`. */
  readonly name: string;
  /** The row of the targets' table that it counts for; files count for the size that they come nearest. */
  readonly size: Size;
  readonly generated: boolean;
  readonly review: () => Review;
}

/** The most sessions of a size: 34 and 45 lie on either side of the first, 45 and 80 of the second. */
const upTo = { S: 40, M: 60, L: Number.POSITIVE_INFINITY } as const;

const made = (options: GenerateOptions): Case => ({
  name: `${options.size} ${options.tightness} ${options.seed}`,
  size: options.size,
  generated: true,
  review: () => generateReview(options),
});

const filed = (name: ReviewFixture): Case => {
  const review = reviewFixture(name);
  return {
    name,
    size: sizes.find((size) => review.sessions.length <= upTo[size])!,
    generated: false,
    review: () => review,
  };
};

export interface Asked {
  readonly sizes: readonly string[];
  readonly tightness: readonly string[];
  readonly seeds: readonly number[];
  readonly fixtures: readonly string[];
}

/** The cases asked for: first the files, then the generated weeks, smallest first. */
export const casesFor = (asked: Asked): readonly Case[] => [
  ...reviewFixtures.filter((name) => asked.fixtures.includes(name)).map(filed),
  ...sizes
    .filter((size) => asked.sizes.includes(size))
    .flatMap((size) =>
      tightnesses
        .filter((tightness) => asked.tightness.includes(tightness))
        .flatMap((tightness) => asked.seeds.map((seed) => made({ size, tightness, seed }))),
    ),
];

/** The case of a name, as a process of its own is told it. */
export function caseNamed(name: string): Case {
  const [size, tightness, seed] = name.split(' ');
  const [found] = casesFor({
    sizes: [size!],
    tightness: [tightness ?? ''],
    seeds: [Number(seed)],
    fixtures: [name],
  });
  if (!found) throw new Error(`There is no review called “${name}”.`);
  return found;
}
