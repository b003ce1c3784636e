import { z } from 'zod';

/*
 * The plain fields that entries are made of. Each carries, as its zod message, the sentence that says how to mend it;
 * what is wrong is worked out from the value (`../shape.ts`).
 */

/** A zod shape with a schema for every field of `T`, each of the right type: the types in `file.ts` lead. */
export type FieldsOf<T> = { readonly [K in keyof T]-?: z.ZodType<T[K]> };

/**
 * An object with the fields of `T` and no others. `title` is what one of them is called: `a peer`.
 * Usage: `group<PeerEntry>()('a peer', { … })`.
 */
export const group =
  <T>() =>
  <S extends FieldsOf<T>>(title: string, fields: S & { [K in Exclude<keyof S, keyof T>]: never }) =>
    z.strictObject(fields as S, { error: `Give ${title} as fields in { … }.` }).meta({ title });

/** A field that may be left out. */
export const may = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);

export const list = <T extends z.ZodType>(item: T, most = 2000) =>
  z.array(item, { error: 'Give a list, in [ … ].' }).max(most, { error: `Give at most ${most}.` });

/** Two of the same kind; `mend` says of what. */
export const pairOf = <T extends z.ZodType>(item: T, mend: string) => z.tuple([item, item], { error: mend });

/** One line, not blank, with no control characters (they would break calendars) and no halves of characters. */
const LINE = /^(?=.*\S)[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u;
const LINES = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

const matching = (pattern: RegExp, most: number, error: string) =>
  z
    .string({ error })
    .regex(pattern, { error })
    .max(most, { error: `Give at most ${most} characters.` });

/** A text on one line. `what` follows "Give": `the name to print`. */
export const line = (what: string, most = 300) => matching(LINE, most, `Give ${what}, on one line.`);

/** A text that may be blank and may run over several lines. */
export const text = (what: string) => matching(LINES, 5000, `Give ${what}.`);

const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;
/** The id of the thing itself. */
export const id = matching(
  ID,
  64,
  'Give an id of at most 64 small letters, digits and hyphens, such as "civic-centre".',
).describe('Unique in its list; what others refer to it by.');

/** The id of something else. `what` follows "the id of": `a contact`. */
export const idOf = (what: string) =>
  matching(ID, 64, `Give the id of ${what}.`).describe(`The id of ${what}.`);

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values);

export const yesNo = z.boolean({ error: 'Give true or false, without quotes.' });

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number, what = 'a whole number') => {
  const error = `Give ${what} from ${least} to ${most}.`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

/** Days 0 (the evening before) to 5. */
export const day = whole(0, 5, 'a day of the week as a number').describe(
  'The day: 1 to 5, or 0, the evening before day 1.',
);

/** A length of time on the quarter hour. */
export const quarters = (most: number) => {
  const error = `Give a number of minutes that is a multiple of 15, from 15 to ${most}.`;
  return z.int({ error }).min(15, { error }).max(most, { error }).multipleOf(15, { error });
};

export const points = z
  .number({ error: 'Give a number, 0 or more.' })
  .min(0, { error: 'Give a number, 0 or more.' })
  .max(1_000_000, { error: 'Give at most 1000000.' });

/** `2026-03-24T09:00`. Whether there is such a time is asked later, with the review's zone known. */
export const localTime = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
  16,
  'Give a local time as "2026-03-24T09:00".',
).describe('A time in the review’s zone, such as 2026-03-24T09:00.');

export const localTimeOrDate = matching(
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/,
  16,
  'Give a local time as "2026-03-24T09:00", or a date as "2026-03-24".',
).describe('A time in the review’s zone, such as 2026-03-24T09:00, or a whole date, such as 2026-03-24.');

export const clockTime = matching(
  /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
  5,
  'Give a time of day as "09:00", up to "24:00".',
).describe('A time of day, such as 09:00.');

const isReal = (text: string) => {
  const parsed = new Date(text);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text.slice(0, 10));
};

const aDate = 'Give a date as "2026-03-24", from the year 2000 to 2199.';
export const date = matching(/^2[01]\d\d-\d{2}-\d{2}$/, 10, aDate).refine(isReal, { error: aDate });

const anInstant = 'Give a moment in UTC as "2026-01-12T09:30:00Z".';
export const instant = matching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/, 27, anInstant)
  .refine(isReal, { error: anInstant })
  .describe('A moment in UTC, such as 2026-01-12T09:30:00Z.');

const aMoment = 'Give a date as "2026-01-12", or a moment in UTC as "2026-01-12T09:30:00Z".';
export const dateOrInstant = matching(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z)?$/, 27, aMoment)
  .refine(isReal, { error: aMoment })
  .describe('A date, or a moment in UTC.');

export const email = matching(
  /^[^\s\p{Cc}\p{Cs}<>@,;]+@[^\s\p{Cc}\p{Cs}<>@,;]+$/u,
  254,
  'Give one e-mail address, such as "name@council.gov.uk".',
);

/** Words that a place offers and a person needs: `step-free`, `hearing-loop`. */
export const access = list(line('an access need, such as "step-free"', 80), 50).describe(
  'In the same words wherever it is asked for and offered: step-free, hearing-loop, …',
);
export const equipment = list(line('a piece of equipment, such as "projector"', 80), 50).describe(
  'In the same words wherever it is asked for and offered: projector, flipcharts, …',
);
export const version = z
  .literal(1, { error: 'Give "peerweek": 1, the version of the format.' })
  .describe('The version of the format: 1.');
export const schemaLink = z
  .string({ error: 'Give the address of the JSON Schema, or take it out.' })
  .describe('Where an editor finds the JSON Schema. Not read.');
