import {
  type GenerateOptions,
  generateEntry,
  generatePlan,
  generateReview,
} from '../../fixtures/generate.ts';
import { type Finding, isBroken } from '../../src/check/finding.ts';
import { readProgramme } from '../../src/intake/index.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { ReviewFile } from '../../src/review/file.ts';
import type { Review } from '../../src/review/review.ts';
import { fixtureText, reviewFixture } from '../support/fixtures.ts';

/** A week to be spoilt: a review's file, and a programme of it. */
export interface Week {
  readonly name: string;
  readonly file: ReviewFile;
  readonly review: Review;
  readonly programme: Programme;
}

function programmeOf(review: Review, text: string): Programme {
  const reading = readProgramme(text, review);
  if (!reading.ok) throw new Error(`The programme of ${review.id} can't be read.`);
  return reading.value;
}

/** The programme that a generated week was drawn around: good, and there without a search. */
export function plannedWeek(options: GenerateOptions): Week {
  const review = generateReview(options);
  return {
    name: `${options.size} ${options.tightness} ${options.seed}`,
    file: generateEntry(options),
    review,
    programme: programmeOf(review, JSON.stringify(generatePlan(options))),
  };
}

/** The manual's own timetable, which breaks some of its own advice. */
export function printedWeek(): Week {
  const review = reviewFixture('appendix-11');
  return {
    name: 'the manual’s own',
    file: JSON.parse(fixtureText('appendix-11.json')) as ReviewFile,
    review,
    programme: programmeOf(review, fixtureText('appendix-11.programme.json')),
  };
}

/** The ids of the rules that something breaks, each once, in order. */
export const rulesIn = (found: readonly { readonly rule: string }[]): readonly string[] =>
  [...new Set(found.map((f) => f.rule))].sort();

/** The must rules that findings say are broken and not waived. */
export const brokenIn = (findings: readonly Finding[]): readonly string[] =>
  rulesIn(findings.filter(isBroken));
