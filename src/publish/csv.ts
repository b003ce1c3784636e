import { type Held, timeOf } from '../programme/placement.ts';
import { asHeld, heldIn, type Programme } from '../programme/programme.ts';
import { allThemes, nameOf, themesOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { dayOf, length } from '../time/span.ts';
import { writeLocal } from '../time/week.ts';
import { weekday } from '../time/words.ts';
import { marksOf } from './cell.ts';
import { whereHeld } from './where.ts';
import { pairOf, peopleIn } from './who.ts';
import { sessionWords } from './words.ts';

interface Column {
  readonly name: string;
  /** What is in it, for the documentation. */
  readonly means: string;
  readonly of: (review: Review, held: Held) => string;
}

/** Several values in one cell. */
const joined = (words: readonly string[]): string => words.filter(Boolean).join('; ');
const dateAt = (review: Review, minute: number): string => writeLocal(review.week, minute).slice(0, 10);
const timeAt = (review: Review, minute: number): string => writeLocal(review.week, minute).slice(11);

const columns: readonly Column[] = [
  { name: 'session', means: 'the session’s id', of: (_, h) => h.session.id },
  { name: 'title', means: 'what it is called', of: (_, h) => h.session.title },
  {
    name: 'kind',
    means: 'interview, focus group, site visit, debrief or record review',
    of: (_, h) => sessionWords[h.session.kind],
  },
  { name: 'priority', means: 'must, should or could', of: (_, h) => h.session.priority },
  { name: 'day', means: 'day of the week on site, 0 to 5', of: (_, h) => String(dayOf(h.placement.start)) },
  { name: 'weekday', means: 'Monday, …', of: (r, h) => weekday(r.week, dayOf(h.placement.start)) },
  { name: 'date', means: 'yyyy-mm-dd', of: (r, h) => dateAt(r, h.placement.start) },
  {
    name: 'start',
    means: 'the contact’s time, hh:mm on the clock where the review is',
    of: (r, h) => timeAt(r, h.placement.start),
  },
  { name: 'end', means: 'the contact’s time, hh:mm', of: (r, h) => timeAt(r, h.placement.end) },
  {
    name: 'minutes',
    means: 'the contact’s time in minutes',
    of: (_, h) => String(length(timeOf(h.placement))),
  },
  {
    name: 'away from',
    means: 'when the peers set out, hh:mm; the start where nobody travels',
    of: (r, h) => timeAt(r, h.placement.away.from),
  },
  { name: 'away to', means: 'when the peers are back, hh:mm', of: (r, h) => timeAt(r, h.placement.away.to) },
  { name: 'stream', means: 'A, B, …', of: (_, h) => h.placement.stream },
  { name: 'place', means: 'the room, office or site, or by phone', of: (r, h) => whereHeld(r, h).name },
  { name: 'site', means: 'the site it is on', of: (r, h) => whereHeld(r, h).site?.name ?? '' },
  { name: 'address', means: 'the site’s address', of: (r, h) => whereHeld(r, h).site?.address ?? '' },
  {
    name: 'people',
    means: 'those seen, host first, divided by semicolons',
    of: (r, h) => joined(peopleIn(r, h.session).map((p) => p.name)),
  },
  {
    name: 'job titles',
    means: 'theirs, in the same order',
    of: (r, h) => joined(peopleIn(r, h.session).map((p) => p.jobTitle)),
  },
  {
    name: 'organisations',
    means: 'theirs, in the same order',
    of: (r, h) => joined(peopleIn(r, h.session).map((p) => p.organisation)),
  },
  { name: 'headcount', means: 'people expected, peers apart', of: (_, h) => String(h.session.headcount) },
  {
    name: 'initials',
    means: 'the peers who take it',
    of: (r, h) => joined(pairOf(r, h.placement).map((p) => p.initials)),
  },
  {
    name: 'peers',
    means: 'their names, in the same order',
    of: (r, h) => joined(pairOf(r, h.placement).map((p) => p.name)),
  },
  {
    name: 'leads',
    means: 'the one of them who leads; empty where it is not settled',
    of: (r, h) => (h.placement.lead === undefined ? '' : nameOf(r, h.placement.lead)),
  },
  {
    name: 'themes',
    means: 'what it explores',
    of: (r, h) =>
      joined(themesOf(r, h.session).map((id) => allThemes(r).find((t) => t.id === id)?.title ?? id)),
  },
  {
    name: 'told',
    means: 'yes where the people seen know this time',
    of: (_, h) => (h.placement.told ? 'yes' : 'no'),
  },
  {
    name: 'marks',
    means: 'locked, by phone, if-needed time, one interviewer',
    of: (r, h) => joined(marksOf(r, h).map((m) => m.word)),
  },
];

/** The columns of the CSV and what is in each, for the documentation. */
export const csvColumns: readonly { readonly name: string; readonly means: string }[] = columns.map(
  ({ name, means }) => ({ name, means }),
);

/** A spreadsheet takes a text that starts so for a formula; an apostrophe before it keeps it a text. */
const formula = /^[=+\-@\t\r]/;

/** A field of a record (RFC 4180): quoted where it must be. */
function field(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The placements as CSV (RFC 4180, CRLF, a byte-order mark so that Excel reads it as UTF-8), in time order, a header
 * first. Same review and programme, same bytes.
 */
export function placementsCsv(review: Review, programme: Programme): string {
  const actual = asHeld(review, programme);
  const records = [
    columns.map((c) => c.name),
    ...heldIn(actual, programme).map((held) => columns.map((c) => c.of(actual, held))),
  ];
  return `\uFEFF${records.map((record) => `${record.map(field).join(',')}\r\n`).join('')}`;
}
