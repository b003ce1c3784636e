import type { SomebodyThere } from '../../../src/actions/known-person.ts';
import type { Entry } from '../../../src/entry/entry.ts';
import { ERASED } from '../../../src/entry/person/terms.ts';
import type { AccessLine } from '../../../src/store/access-port.ts';
import type { Kept } from '../../../src/store/keeping-port.ts';
import type { ReviewLine } from '../../../src/store/ports.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { bySurname } from '../../by-surname.ts';
import { dateBoxes, errorSummary } from '../../form/fields.ts';
import { dateSaid, proposed, typedDate, type Until } from './until.ts';

/** So many lines of the record on a page. */
export const SOME = 50;

interface Given {
  readonly entry: Entry;
  readonly line: ReviewLine;
  readonly kept: Kept;
  /** One more than are shown, where there are more. */
  readonly accesses: readonly AccessLine[];
  readonly from: number;
  /** Who was in the review once; undefined: nobody asked. */
  readonly before?: readonly SomebodyThere[];
  readonly said?: string;
  readonly wrong?: Extract<Until, { ok: false }>;
}

const what: Readonly<Record<AccessLine['what'], string>> = { read: 'Read', changed: 'Changed' };

/** An address below a review's as words: `/people/contact-7kq2/diary` is `people › contact-7kq2 › diary`. */
const pageWords = (page: string, names: ReadonlyMap<string, string>): string =>
  page === ''
    ? 'Overview'
    : page
        .split('/')
        .filter(Boolean)
        .map((part) => names.get(part) ?? part.replaceAll('-', ' '))
        .join(' › ');

/** How long a review is kept, everybody who is in it, and who looked at what. */
export function dataView({ entry, line, kept, accesses, from, before, said, wrong }: Given) {
  const week = { firstDay: line.firstDay, zone: entry.review.timeZone ?? 'Europe/London' };
  const named = new Map<string, string>();
  const { contacts = [], peers = [] } = entry;
  for (const { id, name } of [...contacts, ...peers]) named.set(id, name);
  const person = ({ id, name, what }: SomebodyThere) => ({
    name,
    what: what === 'peer' ? 'Peer' : 'To be seen',
    data: addresses.personData(line.id, id),
    file: addresses.personFile(line.id, id),
  });
  const people = [
    ...contacts.map(({ id, name }) => ({ id, name, what: 'contact' as const })),
    ...peers.map(({ id, name }) => ({ id, name, what: 'peer' as const })),
  ].filter(({ name }) => name !== ERASED);
  return {
    said: said ?? '',
    errors: wrong ? errorSummary([{ text: wrong.why, field: 'until-day' }]) : null,
    kept: kept.until
      ? `It is kept until ${dateSaid(kept.until)}. After that day it is removed for good, with its programme, its history and everything else that belongs to it.`
      : 'Nobody has said yet until when it is kept: it stays until somebody removes it.',
    isKept: kept.until !== undefined,
    version: String(kept.version),
    keepUntil: addresses.keepUntil(line.id),
    until: dateBoxes({
      name: 'until',
      label: 'The last day',
      labelClasses: 'govuk-fieldset__legend--s',
      hint: kept.until
        ? undefined
        : `We propose ${dateSaid(proposed(line.firstDay))}, a year after the week.`,
      value: wrong?.typed ?? typedDate(kept.until ?? proposed(line.firstDay)),
      error: wrong?.why,
    }),
    remove: addresses.removeReview(line.id),
    people: people.toSorted(bySurname).map(person),
    before: before ? before.toSorted(bySurname).map(person) : null,
    showBefore: before ? null : addresses.data(line.id, { before: 'yes' }),
    history: addresses.history(line.id),
    accesses: accesses.slice(0, SOME).map((a) => ({
      when:
        a.times === 1
          ? instantMoment(week, a.lastAt)
          : `${instantMoment(week, a.lastAt)} (${a.times} times within the hour)`,
      who: a.who,
      what: what[a.what],
      page: pageWords(a.page, named),
    })),
    newer: from > 0 ? addresses.data(line.id, { from: Math.max(0, from - SOME) }) : null,
    older: accesses.length > SOME ? addresses.data(line.id, { from: from + SOME }) : null,
  };
}
