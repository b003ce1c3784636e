import type { Entry } from '../../../src/entry/entry.ts';
import { itemIn } from '../../../src/entry/entry.ts';
import { type Fields, optionNames } from '../../../src/intake/form/set-up.ts';
import type { Step } from './steps.ts';

const person = (entry: Entry, id: string | undefined, who: string): Fields => {
  const contact = id === undefined ? undefined : itemIn(entry, 'contacts', id);
  return { [who]: contact?.name ?? '', [`${who}-title`]: contact?.jobTitle ?? '' };
};

/** What stands in a step's form when it is opened: what was entered before. */
export const enteredFields: Readonly<Record<Step, (entry: Entry) => Fields>> = {
  week({ review }) {
    const [year = '', month = '', day = ''] = review.firstDay.split('-');
    return {
      council: review.council,
      'first-day': String(Number(day)),
      'first-month': String(Number(month)),
      'first-year': year,
    };
  },
  streams: ({ review: { streams, moreStreams } }) => ({
    streams: String(streams ?? 2),
    more: moreStreams?.when ?? 'seldom',
    limit: moreStreams && moreStreams.when !== 'never' ? String(moreStreams.limit) : '',
  }),
  options: ({ review }) => ({ options: optionNames.filter((name) => review.options?.[name]) }),
  enquiries: ({ review }) => ({
    enquiries: (review.keyLinesOfEnquiry ?? []).map((line) => line.title).join('\n'),
  }),
  'key-people': (entry) => ({
    ...person(entry, entry.review.sponsor, 'sponsor'),
    ...person(entry, entry.review.organiser, 'organiser'),
  }),
};
