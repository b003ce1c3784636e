import { type Entry, itemIn } from '../../../src/entry/entry.ts';
import { dayAndYear } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { goOn, type Step } from './steps.ts';
import { weekNotes } from './week-notes.ts';

const optionWords = {
  caseRecords: 'Case records review',
  caseRecordingReview: 'Review of the case recording system',
  auditValidation: 'Audit validation',
  intervention: 'Council in intervention',
} as const;

const counts = ['', 'One', 'Two', 'Three', 'Four'];

function streamWords({ review: { streams, moreStreams } }: Entry): string {
  if (streams === undefined) return 'Not said yet';
  const usual = `${counts[streams] ?? streams} at once`;
  if (!moreStreams || moreStreams.when === 'never') return `${usual}, never more`;
  return `${usual}; ${moreStreams.when === 'seldom' ? 'seldom' : 'as needed'} up to ${moreStreams.limit}`;
}

function optionsWords({ review: { options } }: Entry): string {
  if (!options) return 'Not said yet';
  const taken = (Object.keys(optionWords) as (keyof typeof optionWords)[]).filter((name) => options[name]);
  return taken.length === 0 ? 'None' : taken.map((name) => optionWords[name]).join('; ');
}

function enquiryWords({ review: { keyLinesOfEnquiry: lines } }: Entry): string {
  if (!lines) return 'Not said yet';
  return lines.length === 0 ? 'None besides the five standard themes' : lines.map((l) => l.title).join('; ');
}

function personWords(entry: Entry, id: string | undefined): string {
  const contact = id === undefined ? undefined : itemIn(entry, 'contacts', id);
  if (!contact) return 'Not named yet';
  return contact.jobTitle === undefined ? contact.name : `${contact.name}, ${contact.jobTitle}`;
}

/** The review as it was set up, each line with the way to change it, and where to go on. */
export function setUpView(entry: Entry, today: string) {
  const { id, council, firstDay, timeZone = 'Europe/London' } = entry.review;
  const week = { firstDay, zone: timeZone };
  const row = (key: string, value: string, step: Step, what: string) => ({
    key: { text: key },
    value: { text: value },
    action: { href: addresses.setUpStep(id, step), text: 'Change', visuallyHiddenText: what },
  });
  return {
    notes: weekNotes(week, today),
    left: goOn(entry),
    rows: [
      row('Council', council, 'week', 'the council'),
      row('On-site week', `${dayAndYear(week, 1)} to ${dayAndYear(week, 5)}`, 'week', 'the on-site week'),
      row('Sessions at once', streamWords(entry), 'streams', 'how many sessions run at once'),
      row('Optional parts', optionsWords(entry), 'options', 'the optional parts'),
      row('Key lines of enquiry', enquiryWords(entry), 'enquiries', 'the key lines of enquiry'),
      row('Sponsor', personWords(entry, entry.review.sponsor), 'key-people', 'the sponsor'),
      row('Organiser', personWords(entry, entry.review.organiser), 'key-people', 'the organiser'),
    ],
    next: [
      {
        href: addresses.frame(id),
        text: 'The week',
        what: 'When the team meets, lunches and presents, and where sessions may go. The usual week is there: change what is different with you.',
      },
      {
        href: addresses.list(id),
        text: 'Who to see',
        what: 'The list of everybody a team normally sees, turned into the sessions to hold.',
      },
      { href: addresses.people(id), text: 'People', what: 'Names, job titles, offices and diaries.' },
      { href: addresses.places(id), text: 'Places', what: 'Rooms, sites and the minutes between them.' },
      {
        href: addresses.ready(id),
        text: 'Ready?',
        what: 'What is still missing before a programme can be built.',
      },
    ],
  };
}
