import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isFileColumn, type KeptRow, type Value, type WholeReview } from '../../review/whole.ts';
import { readEntry, readProgramme, readReview } from '../index.ts';
import type { Problem, Reading } from '../problem.ts';
import { unzip } from '../spreadsheet/zip.ts';
import { read, trouble } from '../trouble.ts';
import { isZip } from './is-zip.ts';
import { MOST_WHOLE_BYTES, MOST_WHOLE_PARTS, MOST_WHOLE_UNZIPPED } from './limits.ts';

const about = z.object({
  peerweek: z.literal(1),
  what: z.literal('a whole review'),
  review: z.string().min(1).max(200),
  steps: z.array(z.string().max(100)).max(1000),
  sha256: z.record(z.string().max(300), z.string().regex(/^[0-9a-f]{64}$/)),
});

const rows = z.array(
  z.record(
    z.string().max(100),
    z.union([z.string(), z.number().int(), z.null(), z.object({ in: z.string().max(300) }).strict()]),
  ),
);

const again = 'Make the zip again where the review is kept, and give that.';
const notOne = () => trouble('This is not a zip with a whole review of Peerweek.', again);
const damaged = (name: string) => trouble(`The zip is damaged: ${name} is not as it was written.`, again);
const tooLarge = () => trouble('The zip is larger than any review.', again);

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The texts of a zip, each as it was written by the sums that stand in it. */
function textsOf(
  bytes: Uint8Array,
): Reading<{ readonly about: z.infer<typeof about>; readonly texts: ReadonlyMap<string, string> }> {
  if (!isZip(bytes)) return notOne();
  if (bytes.length > MOST_WHOLE_BYTES) return tooLarge();
  const parts = unzip(bytes, () => true, { parts: MOST_WHOLE_PARTS, unzipped: MOST_WHOLE_UNZIPPED });
  if (!parts.ok) return trouble('The zip can’t be unpacked, or is larger than any review.', again);
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const described = parts.value.get('whole.json');
  if (!described) return notOne();
  const texts = new Map<string, string>();
  let head: ReturnType<typeof about.safeParse>;
  try {
    head = about.safeParse(json(utf8.decode(described)));
    if (!head.success) return notOne();
    for (const [name, sum] of Object.entries(head.data.sha256)) {
      const part = parts.value.get(name);
      if (!part || createHash('sha256').update(part).digest('hex') !== sum) return damaged(name);
      texts.set(name, utf8.decode(part));
    }
  } catch {
    return damaged('a text in it');
  }
  return read({ about: head.data, texts });
}

/** A table’s rows, the files that they name put back into them. */
function rowsOf(
  table: string,
  text: string,
  texts: ReadonlyMap<string, string>,
): Reading<readonly KeptRow[]> {
  const parsed = rows.safeParse(json(text));
  const name = `tables/${table}.json`;
  if (!parsed.success) return damaged(name);
  const all: KeptRow[] = [];
  for (const row of parsed.data) {
    const columns: [string, Value][] = [];
    for (const [column, value] of Object.entries(row)) {
      if (value === null || typeof value !== 'object') columns.push([column, value]);
      else {
        const file = texts.get(value.in);
        if (file === undefined || !isFileColumn(table, column)) return damaged(name);
        columns.push([column, file]);
      }
    }
    all.push(Object.fromEntries(columns));
  }
  return read(all);
}

const within = (place: string, problems: readonly Problem[]): Reading<never> => ({
  ok: false,
  problems: problems.map((p) => ({ ...p, path: p.path === '' ? place : `${place}: ${p.path}` })),
});

/** What was entered, the draft and every release come in by the same doors as files of their own. */
function problemsIn({ review, tables }: WholeReview): Reading<true> {
  const [kept] = tables.review ?? [];
  const entry = readEntry(String(kept?.file ?? ''));
  if (!entry.ok) return within('review.json', entry.problems);
  if (kept?.id !== review || entry.value.review.id !== review)
    return trouble('The zip says that it is of one review, and holds another.', again);
  if (tables.review?.length !== 1) return notOne();
  for (const release of tables.release ?? []) {
    const place = `releases/${release.number}`;
    const agreed = readReview(String(release.review_file ?? ''));
    if (!agreed.ok) return within(`${place}/review.json`, agreed.problems);
    const programme = readProgramme(String(release.programme_file ?? ''), agreed.value);
    if (!programme.ok) return within(`${place}/programme.json`, programme.problems);
  }
  return read(true);
}

/** A whole review out of a zip that somebody gives; or why it can’t be read. Never throws for what is in it. */
export function readWhole(bytes: Uint8Array): Reading<WholeReview> {
  const opened = textsOf(bytes);
  if (!opened.ok) return opened;
  const { about: head, texts } = opened.value;
  const tables: [string, readonly KeptRow[]][] = [];
  for (const [name, text] of texts) {
    const [, table] = /^tables\/([a-z_]+)\.json$/.exec(name) ?? [];
    if (table === undefined) continue;
    const found = rowsOf(table, text, texts);
    if (!found.ok) return found;
    tables.push([table, found.value]);
  }
  const whole = { review: head.review, steps: head.steps, tables: Object.fromEntries(tables) };
  const sound = problemsIn(whole);
  return sound.ok ? read(whole) : sound;
}
