import { z } from 'zod';
import { type ApiSchema, apiSchemas } from './schema/api.ts';
import { programmeFile } from './schema/programme.ts';
import { reviewFile } from './schema/review.ts';

/**
 * Classes of characters as ranges, since most programs that read a schema (Python's first among them) know no `\p`.
 * Halves of characters are left out: no file holds any. Letters are given widely: the reader itself is exact.
 */
const ranges: readonly (readonly [unicode: string, range: string])[] = [
  ['\\p{Cc}', '\\u0000-\\u001f\\u007f-\\u009f'],
  ['\\p{Cs}', ''],
  ['\\p{Zl}', '\\u2028'],
  ['\\p{Zp}', '\\u2029'],
  ['\\p{L}', 'A-Za-z\\u00aa-\\uffff'],
  ['\\p{N}', '0-9'],
];

const plain = (pattern: string): string =>
  ranges.reduce((text, [unicode, range]) => text.replaceAll(unicode, range), pattern);

const written = (schema: z.ZodType): z.core.JSONSchema.BaseSchema =>
  z.toJSONSchema(schema, {
    io: 'input',
    override({ jsonSchema }) {
      if (jsonSchema.pattern !== undefined) jsonSchema.pattern = plain(jsonSchema.pattern);
    },
  });

/** The JSON Schema (2020-12) of a review or a programme file, as people write it. */
export const jsonSchemaOf = (what: 'review' | 'programme'): object =>
  written(what === 'review' ? reviewFile : programmeFile);

/** What the API takes and gives, as the components of an OpenAPI 3.1 document have it. */
export const apiComponents = (): Readonly<Record<ApiSchema, object>> =>
  Object.fromEntries(
    Object.entries(apiSchemas).map(([name, schema]) => {
      const { $schema: _, ...component } = written(schema);
      return [name, component];
    }),
  ) as Record<ApiSchema, object>;
