export { readDraft } from './draft.ts';
export { entryFrom, knowEntry, readEntry, reviewOf } from './entry.ts';
export { apiComponents, jsonSchemaOf } from './json-schema.ts';
export { readJsonText } from './json-text.ts';
export { type Problem, problemLine, type Reading } from './problem.ts';
export { readProgramme } from './programme.ts';
export { readReview } from './review.ts';
export type { ApiSchema } from './schema/api.ts';
export type { Gone } from './sense/programme.ts';
