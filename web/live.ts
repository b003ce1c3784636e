import type { OpenReview } from '../src/actions/open-review.ts';
import type { HistoryLine } from '../src/store/ports.ts';
import type { Tab } from './page.ts';

/** What a page that is open knows of: the versions that it shows, and when it was made. */
export interface Cursor {
  readonly draft: number;
  readonly review: number;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** Pages of the draft, on which what others do is shown as they do it. */
const live: readonly Tab[] = [
  'programme',
  'findings',
  'left-out',
  'agree',
  'releases',
  'pairs',
  'week',
  'evening',
];
export const isLive = (tab: Tab): boolean => live.includes(tab);

export const cursorOf = ({ line, draft }: OpenReview, now: Date): Cursor => ({
  draft: draft?.version ?? 0,
  review: line.version,
  at: now.toISOString(),
});

/** `12.5.1794824358000` */
export const cursorText = ({ draft, review, at }: Cursor): string => `${draft}.${review}.${Date.parse(at)}`;

/** Undefined for what is none of ours. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const m = /^(\d{1,9})\.(\d{1,9})\.(\d{1,15})$/.exec(text ?? '');
  if (!m) return undefined;
  return { draft: Number(m[1]), review: Number(m[2]), at: new Date(Number(m[3])).toISOString() };
}

/** Things of which those who work on the draft are told; others are for their own pages. */
const told: readonly HistoryLine['thing'][] = [
  'programme',
  'review',
  'agreement',
  'release',
  'comment',
  'happening',
];

/** Whether a line tells something that a page does not show yet. */
export function isNews(line: HistoryLine, { draft, review, at }: Cursor): boolean {
  if (!told.includes(line.thing)) return false;
  if (line.thing === 'programme') return line.version > draft;
  return line.thing === 'review' ? line.version > review : line.at > at;
}

/** What a page knows of that was told of these lines too. */
export const withLines = (cursor: Cursor, lines: readonly HistoryLine[]): Cursor =>
  lines.reduce(
    ({ draft, review, at }, line) => ({
      draft: line.thing === 'programme' ? Math.max(draft, line.version) : draft,
      review: line.thing === 'review' ? Math.max(review, line.version) : review,
      at: line.at > at ? line.at : at,
    }),
    cursor,
  );

/** `Mo moved Priya Shah to Tuesday 2.00pm.` Reasons begin with what was done, in the past. */
export function newsWords({ by, why }: Pick<HistoryLine, 'by' | 'why'>): string {
  const [first = '', second = ''] = why;
  const lower = second === second.toLocaleUpperCase('en-GB') ? first : first.toLocaleLowerCase('en-GB');
  return `${by} ${lower}${why.slice(first.length)}${/[.!?]$/.test(why) ? '' : '.'}`;
}
