import { z } from 'zod';
import { programmeFile } from './schema/programme.ts';
import { reviewFile } from './schema/review.ts';

/** The JSON Schema (2020-12) of a review or a programme file, as people write it. */
export const jsonSchemaOf = (what: 'review' | 'programme'): object =>
  z.toJSONSchema(what === 'review' ? reviewFile : programmeFile, { io: 'input' });
