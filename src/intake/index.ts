export { entryFrom, readEntry, reviewOf } from './entry.ts';
export { jsonSchemaOf } from './json-schema.ts';
export { type Problem, problemLine, type Reading } from './problem.ts';
export { readProgramme } from './programme.ts';
export { readReview } from './review.ts';
