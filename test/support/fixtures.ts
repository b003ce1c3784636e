import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Problem,
  problemLine,
  type Reading,
  readProgramme,
  readReview,
} from '../../src/intake/index.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';

/** The named reviews in `fixtures/`. */
export const reviewFixtures = [
  'appendix-11',
  'full-list',
  'small-council',
  'county',
  'three-streams',
  'intervention',
  'impossible',
  'clock-changes-spring',
  'clock-changes-autumn',
] as const;
export type ReviewFixture = (typeof reviewFixtures)[number];

/** The path of a file in `fixtures/`, for tests that hand it to the command line. */
export const fixturePath = (file: string): string => join(import.meta.dirname, '../../fixtures', file);

export const fixtureText = (file: string): string => readFileSync(fixturePath(file), 'utf8');

function orComplain<T>(file: string, reading: Reading<T>): T {
  if (reading.ok) return reading.value;
  const lines = reading.problems.map((problem: Problem) => problemLine(problem));
  throw new Error([`fixtures/${file} can't be read:`, ...lines].join('\n'));
}

/** A named review, read through the door that a council's own file comes in by. */
export const reviewFixture = (name: ReviewFixture): Review =>
  orComplain(`${name}.json`, readReview(fixtureText(`${name}.json`)));

/** The manual's printed timetable, as a programme of `appendix-11`. */
export const printedProgramme = (review: Review): Programme =>
  orComplain('appendix-11.programme.json', readProgramme(fixtureText('appendix-11.programme.json'), review));
