import type { AskedContact } from '../../../src/actions/ask-for-diaries.ts';
import { filledIn } from '../../../src/actions/shared-letters.ts';
import type { Entry } from '../../../src/entry/entry.ts';
import { type FieldProblem, type Fields, Sent, valueIn, valuesIn } from '../../../src/intake/form/sent.ts';
import type { DiaryLink } from '../../../src/store/diary-links-port.ts';
import { dateOf, dateOfInstant, endOfDate, isDate, type Week } from '../../../src/time/week.ts';
import { dayAndYear, dayName, instantDay } from '../../../src/time/words.ts';
import type { TypedDate } from '../../form/fields.ts';

/** What the page on which people are asked for their diaries holds, as it was typed. */
export interface TypedAsking {
  readonly asked: readonly AskedContact[];
  readonly until: TypedDate;
  readonly message: string;
}

/** Days that people usually have to answer. */
const USUAL_DAYS = 10;

const asTyped = (date: string): TypedDate => {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  return { day, month, year };
};

/** What the letter says where no coordinator set other words for all reviews. */
export const usualAsking = `{council} has a peer review of its children’s safeguarding from {first day} to {last day}, and the peers would like to talk with you during that week.

Please say when you can and can’t be seen. It takes two minutes; if you have no preference, save the page as it is.`;

/** What the page begins with: everybody chosen, ten days to answer, and words that say what it is about. */
export function firstAsking(
  entry: Entry,
  week: Week,
  who: readonly string[],
  links: readonly DiaryLink[],
  now: Date,
  words: string = usualAsking,
): TypedAsking {
  const inTen = dateOfInstant(week, new Date(now.getTime() + USUAL_DAYS * 86_400_000).toISOString());
  const latest = dateOf(week, 0);
  return {
    asked: chosen(entry, who, links, () => undefined),
    until: asTyped(inTen < latest ? inTen : latest),
    message: filledIn(words, {
      '{council}': entry.review.council,
      '{first day}': dayName(week, 1),
      '{last day}': dayAndYear(week, 5),
    }),
  };
}

/** Reads the form. */
export function sentAsking(
  entry: Entry,
  fields: Fields,
  links: readonly DiaryLink[],
  week: Week,
  now: Date,
): {
  readonly typed: TypedAsking;
  readonly endsAt: string;
  readonly untilWords: string;
  readonly problems: readonly FieldProblem[];
} {
  const until = {
    day: valueIn(fields, 'until-day').trim(),
    month: valueIn(fields, 'until-month').trim(),
    year: valueIn(fields, 'until-year').trim(),
  };
  const asked = chosen(entry, valuesIn(fields, 'who'), links, (id) => valueIn(fields, `to-${id}`));
  const sent = new Sent(fields);
  const message = sent.text('message') ?? '';
  const problems: FieldProblem[] = [];
  if (asked.length === 0) problems.push({ field: 'who', what: 'Choose at least one person' });
  if (message === '') problems.push({ field: 'message', what: 'Write what the letter is to say' });
  const date = `${until.year.padStart(4, '0')}-${until.month.padStart(2, '0')}-${until.day.padStart(2, '0')}`;
  const today = dateOfInstant(week, now.toISOString());
  if (!isDate(date)) problems.push({ field: 'until', what: 'Enter the last day for answers as a real date' });
  else if (date < today) problems.push({ field: 'until', what: 'The last day for answers must not be past' });
  const endsAt = isDate(date) ? endOfDate(week, date) : '';
  const reading = sent.reading(null);
  return {
    typed: { asked, until, message: message || valueIn(fields, 'message') },
    endsAt,
    untilWords: endsAt && instantDay(week, endsAt),
    problems: [...problems, ...(reading.ok ? [] : reading.problems)],
  };
}

/** Those chosen, each with whom to write to: their PA where there is one, if nothing else was said. */
const chosen = (
  entry: Entry,
  who: readonly string[],
  links: readonly DiaryLink[],
  toOf: (id: string) => string | undefined,
): readonly AskedContact[] =>
  (entry.contacts ?? [])
    .filter((c) => who.includes(c.id))
    .map((contact) => {
      const said = toOf(contact.id);
      const to = said === 'contact' || !contact.pa ? 'contact' : 'pa';
      const before = links.filter((l) => l.contact === contact.id && l.revokedAt === undefined);
      return { contact, to, again: before.length > 0 && contact.diary === undefined };
    });
