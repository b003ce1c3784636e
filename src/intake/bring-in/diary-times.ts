import type { Entry } from '../../entry/entry.ts';
import type { Diary } from '../../review/diary.ts';
import { DAY, free, QUARTER, type Span, union } from '../../time/span.ts';
import type { Week } from '../../time/week.ts';
import { readClock } from '../form/clock.ts';
import { oneMarkEach, readTypedDiary } from '../typed-diary/index.ts';
import { cut } from './cells.ts';
import { dayIn } from './days.ts';
import type { Row } from './row.ts';
import { hoursOf } from './typed.ts';

/** Whether diaries that are brought in stand beside what is there, or in place of it. */
export type DiaryMode = 'add' | 'replace';

type Mark = keyof Diary | 'available';
/** A stretch of the week and what is said of it. */
export interface Times {
  readonly mark: Mark;
  readonly span: Span;
}

const marks: readonly (readonly [Mark, RegExp])[] = [
  ['ifNeeded', /needed|pinch|push|tentative|possib|maybe|provisional|could|last resort/],
  ['preferred', /prefer|best|ideal/],
  [
    'busy',
    /can'?t|cannot|not |no\b|busy|unavail|out|away|leave|holiday|off\b|booked|oof|elsewhere|meeting|x/,
  ],
  ['available', /available|free|can\b|yes|ok/],
];

/** What a diary becomes: as it was or empty, and the times on it. */
export function brought(before: Diary, times: readonly Times[], mode: DiaryMode): Diary {
  const of = (mark: Mark): readonly Span[] => times.filter((t) => t.mark === mark).map((t) => t.span);
  const available = union(of('available'));
  const only = available.length > 0 && of('busy').length === 0;
  const busy = only ? free({ from: DAY, to: 6 * DAY }, available) : of('busy');
  const kept: Diary = mode === 'add' ? before : { busy: [], ifNeeded: [], preferred: [] };
  return oneMarkEach({
    busy: [...kept.busy, ...busy],
    ifNeeded: [...kept.ifNeeded, ...of('ifNeeded')],
    preferred: [...kept.preferred, ...of('preferred')],
  });
}

/**
 * The times that a row of a table of diaries says; none: any time is fine; undefined where it says nothing that can be
 * understood.
 */
export function timesIn(entry: Entry, week: Week, row: Row): readonly Times[] | undefined {
  const times = row.text('diary') === '' ? stretch(entry, row) : typed(entry, week, row);
  return times.length === 0 && row.notes.length > 0 ? undefined : times;
}

function typed(entry: Entry, week: Week, row: Row): readonly Times[] {
  const read = readTypedDiary({ week, hours: hoursOf(entry, week), asks: 'cant' }, row.text('diary'));
  for (const { words, why } of read.lost)
    row.note(
      'diary',
      `“${cut(words)}” was not understood.${why ? ` ${why}` : ''}`,
      'Write it as “not Tue 10-12, Thu after 3 if needed”.',
    );
  const times = (['busy', 'ifNeeded', 'preferred'] as const).flatMap((mark) =>
    read.diary[mark].map((span) => ({ mark, span })),
  );
  return times;
}

/** One stretch: a day, or several, from a time to a time. */
function stretch(entry: Entry, row: Row): readonly Times[] {
  const mark = markIn(row);
  const [on, start] = parted(row.text('day') || row.text('from'));
  const [, startToo] = parted(row.text('from'));
  const [lastOn, end] = parted(row.text('to'));
  const day = dayIn(entry, on);
  const last =
    row.text('lastDay') === '' ? (lastOn && dayIn(entry, lastOn)) || day : dayIn(entry, row.text('lastDay'));
  if (row.text('day') === '' && on === '')
    row.note('day', 'The day is not said.', 'Write Tuesday, 24 March or 24/3/2026.');
  else if (day === undefined)
    row.note(
      'day',
      `“${cut(on)}” is not a day of the review’s week.`,
      'Leave the row out if it is another week, or mend the day.',
    );
  else if (last === undefined || last < day)
    row.note(
      'lastDay',
      `“${cut(row.text('lastDay'))}” is not a day of the review’s week, or is before the first.`,
      'Mend the day.',
    );
  const from = clock(entry, row, 'from', startToo || start, 0);
  const to = clock(entry, row, 'to', end, DAY);
  if (
    day === undefined ||
    last === undefined ||
    last < day ||
    from === undefined ||
    to === undefined ||
    !mark
  )
    return [];
  // Several days from a time to a time: that much of each of them.
  const days = Array.from({ length: last - day + 1 }, (_, i) => day + i);
  const spans = days
    .map((d) => ({ from: d * DAY + from, to: d * DAY + to }))
    .filter((span) => span.from < span.to);
  if (spans.length === 0) {
    row.note('to', 'It ends before it begins.', 'Mend the times.');
    return [];
  }
  return spans.map((span) => ({ mark, span: onGrid(mark, span) })).filter(({ span }) => span.from < span.to);
}

function markIn(row: Row): Mark | undefined {
  const text = row.text('mark').toLowerCase().replaceAll('’', "'");
  if (text === '') return 'busy';
  const found = marks.find(([, words]) => words.test(text))?.[0];
  if (!found)
    row.note('mark', `“${cut(text)}” is not known.`, 'Write can’t, if needed, prefer or available.');
  return found;
}

/** `24/3/2026 09:00` as its day and its time; a time or a day alone as that. */
function parted(text: string): readonly [day: string, time: string] {
  const words = text.trim();
  const both = /^(.*\S)[\sT,]+(\d{1,2}(?:[.:]\d{2}){1,2}\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)$/i.exec(
    words,
  );
  if (both) return [both[1]!, both[2]!];
  return isClock(words) ? ['', words] : [words, ''];
}

/** `09:00:00` as spreadsheets export it has seconds. */
const withoutSeconds = (text: string): string => text.replace(/^(\d{1,2}[.:]\d{2})[.:]\d{2}/, '$1');
const isClock = (text: string): boolean =>
  /^(noon|midday|midnight)$/i.test(text) ||
  /^24[.:]?00$/.test(text) ||
  readClock(withoutSeconds(text)) !== undefined;

function clock(entry: Entry, row: Row, column: string, text: string, otherwise: number): number | undefined {
  if (text === '') {
    const cell = row.text(column);
    // Only a day stands there, or nothing: the whole of the day.
    if (cell === '' || dayIn(entry, parted(cell)[0]) !== undefined) return otherwise;
  }
  if (/^(noon|midday)$/i.test(text)) return DAY / 2;
  if (/^midnight$/i.test(text) || /^24[.:]?00$/.test(text)) return otherwise;
  const time = readClock(withoutSeconds(text));
  if (time === undefined) {
    row.note(column, `“${cut(row.text(column))}” is not a time of day.`, 'Write 9.30am or 14:00.');
    return undefined;
  }
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const found = hour * 60 + minute;
  return found === 0 && otherwise === DAY ? DAY : found;
}

/** To the quarter hour, so that never more is offered than was said. */
function onGrid(mark: Mark, { from, to }: Span): Span {
  const [down, up] = [
    (m: number) => Math.floor(m / QUARTER) * QUARTER,
    (m: number) => Math.ceil(m / QUARTER) * QUARTER,
  ];
  return mark === 'busy' || mark === 'ifNeeded'
    ? { from: down(from), to: up(to) }
    : { from: up(from), to: down(to) };
}
