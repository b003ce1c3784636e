import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { isFileColumn, type KeptRow, type WholeReview } from '../../review/whole.ts';
import { zipDate } from '../fixed-zip.ts';

/** The first lines of the zip’s own description; `peerweek` counts its forms. */
export const wholeForm = 1;

/** Where a file of a row goes in the zip. */
function placeOf(table: string, column: string, row: KeptRow, n: number): string {
  switch (table) {
    case 'review':
      return 'review.json';
    case 'programme':
      return 'programme.json';
    case 'release':
      return `releases/${row.number}/${column === 'review_file' ? 'review' : 'programme'}.json`;
    case 'scenario':
      return `what-ifs/${n + 1}.json`;
    default:
      return `${table}/${String(n + 1).padStart(5, '0')}-${row.thing}-${row.version}.json`;
  }
}

const words = (whole: WholeReview): string =>
  [
    `Everything that Peerweek kept of the review “${whole.review}”.`,
    '',
    'review.json      what was entered last',
    'programme.json   the draft of the programme',
    'releases/        each release as it was approved: the review and the programme',
    'what-ifs/        drafts beside the draft',
    'history/         every version of the review and the programme, in the order of tables/history.json',
    'tables/          who did what, when and why; comments, approvals, exceptions, diaries asked for, what happened',
    '',
    'It holds personal data: keep it as you keep the review. No link or password in it opens anything.',
    'To read it back: peerweek import-review FILE, or the page “Read a whole review back”.',
    '',
  ].join('\r\n');

/** When the last thing was done that is in it: what the zip’s dates say. */
const lastAt = ({ tables }: WholeReview): string =>
  (tables.history ?? [])
    .map((row) => String(row.signed_at))
    .reduce((a, b) => (a > b ? a : b), '1980-01-01T00:00:00Z');

/** Rows as JSON, one a line; a file among them is named, and is a file of the zip. */
function tableText(table: string, rows: readonly KeptRow[], files: Map<string, string>): string {
  const lines = rows.map((row, n) => {
    const columns = Object.entries(row).map(([column, value]) => {
      if (typeof value !== 'string' || !isFileColumn(table, column)) return [column, value] as const;
      const place = placeOf(table, column, row, n);
      files.set(place, value);
      return [column, { in: place }] as const;
    });
    return JSON.stringify(Object.fromEntries(columns));
  });
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** A whole review as one zip file that `import-review` and the pages read back. The same review, the same bytes. */
export function packWhole(whole: WholeReview): Uint8Array {
  const files = new Map<string, string>();
  for (const [table, rows] of Object.entries(whole.tables))
    files.set(`tables/${table}.json`, tableText(table, rows, files));
  files.set('READ ME.txt', words(whole));
  const sums = [...files].map(
    ([name, text]) => [name, createHash('sha256').update(text).digest('hex')] as const,
  );
  const about = {
    peerweek: wholeForm,
    what: 'a whole review',
    review: whole.review,
    steps: whole.steps,
    sha256: Object.fromEntries(sums.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const parts = [['whole.json', `${JSON.stringify(about, null, 2)}\n`] as const, ...files];
  return zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)])), {
    mtime: zipDate(lastAt(whole)),
    level: 6,
  });
}
