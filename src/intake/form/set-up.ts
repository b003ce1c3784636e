import type { ReviewEntry } from '../../review/file.ts';
import { weekday } from '../../time/words.ts';
import { readDate } from './date.ts';
import { type Fields, type FormReading, Sent, valueIn } from './sent.ts';

export type { FieldProblem, Fields, FormReading } from './sent.ts';

/** What a review is started with. */
export interface Started {
  readonly council: string;
  readonly firstDay: string;
}

/** A review is for a week to come, or one that was: not for a slip of the keyboard. */
const YEARS = { least: 2020, most: 2099 };

/** The first day of the week, from its three boxes: a Monday, unless the box below says that it is meant. */
function firstDayOf(sent: Sent, fields: Fields): string {
  const [day, month, year] = ['first-day', 'first-month', 'first-year'].map((name) =>
    valueIn(fields, name).trim(),
  ) as [string, string, string];
  const missing = (
    [
      ['first-day', 'day', day],
      ['first-month', 'month', month],
      ['first-year', 'year', year],
    ] as const
  ).filter(([, , text]) => text === '');
  if (missing.length === 3) {
    sent.problem('first-day', 'Enter the first day of the on-site week');
    return '';
  }
  if (missing.length > 0) {
    const words = missing.map(([, word]) => word).join(' and a ');
    sent.problem(missing[0]![0], `The first day must include a ${words}`);
    return '';
  }
  const date = readDate(`${day} ${month} ${year}`);
  if (date === undefined) {
    sent.problem('first-day', 'The first day must be a real date, such as 22 3 2027');
    return '';
  }
  const inYear = Number(date.slice(0, 4));
  if (inYear < YEARS.least || inYear > YEARS.most) {
    sent.problem('first-year', `The year must be between ${YEARS.least} and ${YEARS.most}`);
    return '';
  }
  const name = weekday({ firstDay: date, zone: 'Europe/London' }, 1);
  if (name !== 'Monday' && valueIn(fields, 'any-day') === '')
    sent.problem(
      'first-day',
      `That day is a ${name}, and the week usually starts on a Monday: change it, or tick that it starts on a ${name}`,
    );
  return date;
}

export function readStart(fields: Fields): FormReading<Started> {
  const sent = new Sent(fields);
  return sent.reading({
    council: sent.needed('council', 'Enter the name of the council'),
    firstDay: firstDayOf(sent, fields),
  });
}

export type Streams = Required<Pick<ReviewEntry, 'streams' | 'moreStreams'>>;

/** The most streams that a week can have; three interviewing pairs are rare, ten is what a file can hold. */
const MOST_STREAMS = 10;

export function readStreams(fields: Fields): FormReading<Streams> {
  const sent = new Sent(fields);
  const many = sent.neededChoice(
    'streams',
    ['1', '2', '3', '4'],
    'Choose how many sessions usually run at once',
  );
  const when = sent.neededChoice(
    'more',
    ['never', 'seldom', 'as-needed'],
    'Choose whether more may run at once on occasion',
  );
  const streams = Number(many);
  if (when === 'never') return sent.reading({ streams, moreStreams: { limit: streams, when } });
  const limit =
    sent.whole('limit', streams + 1, MOST_STREAMS, 'The most that may run at once') ?? streams + 1;
  return sent.reading({ streams, moreStreams: { limit, when } });
}

export const optionNames = ['caseRecords', 'caseRecordingReview', 'auditValidation', 'intervention'] as const;
export type OptionName = (typeof optionNames)[number];

export function readOptions(fields: Fields): FormReading<Readonly<Record<OptionName, boolean>>> {
  const sent = new Sent(fields);
  const taken = sent.choices('options', optionNames, 'Choose from the options listed') ?? [];
  return sent.reading({
    caseRecords: taken.includes('caseRecords'),
    caseRecordingReview: taken.includes('caseRecordingReview'),
    auditValidation: taken.includes('auditValidation'),
    intervention: taken.includes('intervention'),
  });
}

const MOST_ENQUIRIES = 20;

/** One on each line; the same words twice are one. */
export function readEnquiries(fields: Fields): FormReading<readonly string[]> {
  const sent = new Sent(fields);
  const lines = (sent.text('enquiries') ?? '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  if (lines.some((line) => line.length > 300))
    sent.problem('enquiries', 'Shorten each line to 300 characters or fewer');
  if (lines.length > MOST_ENQUIRIES) sent.problem('enquiries', `Enter ${MOST_ENQUIRIES} lines or fewer`);
  return sent.reading([...new Set(lines)]);
}

/** Somebody as far as their name and job title go. */
export interface Named {
  readonly name: string;
  readonly jobTitle?: string;
}
export interface KeyPeople {
  readonly sponsor?: Named;
  readonly organiser?: Named;
}

function named(sent: Sent, who: 'sponsor' | 'organiser'): Named | undefined {
  const [name, jobTitle] = [sent.line(who), sent.line(`${who}-title`)];
  if (name === undefined && jobTitle !== undefined) sent.problem(who, `Enter the name of the ${who}`);
  return name === undefined ? undefined : { name, ...(jobTitle !== undefined && { jobTitle }) };
}

export function readKeyPeople(fields: Fields): FormReading<KeyPeople> {
  const sent = new Sent(fields);
  const [sponsor, organiser] = [named(sent, 'sponsor'), named(sent, 'organiser')];
  return sent.reading({ ...(sponsor && { sponsor }), ...(organiser && { organiser }) });
}
