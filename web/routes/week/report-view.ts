import type { Fields } from '../../../src/intake/form/sent.ts';
import { hasBegun } from '../../../src/programme/past.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { type HappeningKind, happeningKinds, happensTo } from '../../../src/review/happening.ts';
import { usualMinutes } from '../../../src/review/session.ts';
import { type Minute, QUARTER } from '../../../src/time/span.ts';
import { clock, dayName, momentName } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { FormView, type Part } from '../entering/form-view.ts';
import { type Trouble, troubleView } from '../entering/trouble.ts';
import type { AboutWeek } from './with-week.ts';

/** How a kind is offered; a new one does not compile until it has words. */
const kinds: Readonly<Record<HappeningKind, { readonly text: string; readonly hint: string }>> = {
  held: { text: 'A session was held', hint: 'When it really ended, for the record and the board' },
  'over-ran': { text: 'A session over-ran', hint: 'Those who took it are free later than planned' },
  late: { text: 'Somebody is going to be late', hint: 'The session can’t begin on time' },
  cancelled: { text: 'Somebody can’t make it', hint: 'Another time is looked for' },
  'not-held': {
    text: 'A session was not held',
    hint: 'It should have begun by now; another time is looked for',
  },
  'called-off': { text: 'A session is called off for good', hint: 'No other time is looked for' },
  'second-interview': {
    text: 'Somebody is to be seen again',
    hint: 'A second interview is put into the week, at a time that you have agreed or where it disturbs the fewest',
  },
  'peer-away': { text: 'One of the team is ill or away', hint: 'Others take their sessions' },
  'room-lost': { text: 'A room can’t be had', hint: 'What is in it goes elsewhere' },
  'site-closed': { text: 'A site is closed', hint: 'What is there goes elsewhere, or to another time' },
};

type Followed = NonNullable<AboutWeek['followed']>;

/** Sessions to choose from: today’s first, in time order, then those to come, then those that are over. */
function sessionItems({ review, programme }: Followed, minute: Minute, day: number) {
  const rank = (start: Minute) =>
    Math.floor(start / 1440) === day ? 0 : hasBegun({ start }, minute) ? 2 : 1;
  return [...programme.placements]
    .sort((a, b) => rank(a.start) - rank(b.start) || a.start - b.start)
    .map((p) => ({
      value: p.session,
      text: `${momentName(review.week, p.start)}: ${nameOf(review, p.session)}`,
    }));
}

const choose = { value: '', text: 'Choose one' };

type Item = typeof choose;

/** When somebody or something can’t be had: from a time of a day to a time of a day. */
function whenParts(form: FormView, days: readonly Item[]): readonly Part[] {
  const time = (which: 'from' | 'to', label: string, hint: string) => ({
    beside: [
      form.select(`${which}-day`, `${label} (day)`, days),
      form.input(`${which}-time`, `${label} (time)`, { width: 5, hint }),
    ],
  });
  return [
    time('from', 'From', 'Such as 9.00am; blank: from now on'),
    time('to', 'Until', 'Blank: the end of the day'),
  ];
}

/** What is asked of each kind; shown with it alone where the browser can. */
function partsOf(form: FormView, followed: Followed, minute: Minute, day: number) {
  const named = (list: readonly { readonly id: string; readonly name: string }[]) => [
    choose,
    ...list.map(({ id, name }) => ({ value: id, text: name })),
  ];
  const { review } = followed;
  const days = [0, 1, 2, 3, 4, 5].map((day) => ({ value: String(day), text: dayName(review.week, day) }));
  const about = (to: 'session' | 'peer' | 'room' | 'site') =>
    happeningKinds.filter((kind) => happensTo[kind] === to);
  const group = (of: readonly HappeningKind[], parts: readonly Part[]) => ({
    classes: of.map((kind) => `pw-when--${kind}`).join(' '),
    parts,
  });
  return [
    group(about('session'), [
      form.select('session', 'Which session', [choose, ...sessionItems(followed, minute, day)]),
    ]),
    group(['held'], [form.input('ended', 'When did it end?', { width: 5, hint: 'Such as 9.55am' })]),
    group(
      ['over-ran'],
      [form.input('longer', 'How many minutes longer', { width: 3, inputmode: 'numeric' })],
    ),
    group(['late'], [form.input('late', 'How many minutes late', { width: 3, inputmode: 'numeric' })]),
    group(
      ['cancelled'],
      [
        form.radios('for', 'When can’t they be had?', [
          { value: 'then', text: 'At that time alone' },
          { value: 'day', text: 'For the rest of that day' },
          { value: 'week', text: 'For the rest of the week' },
        ]),
      ],
    ),
    group(
      ['second-interview'],
      [
        form.input('minutes', 'How many minutes', {
          width: 3,
          inputmode: 'numeric',
          hint: `Blank: what is usual, ${usualMinutes.interview} for an interview and ${usualMinutes['focus-group']} for a group; other than that is an exception to a rule, which the review manager can make`,
        }),
        {
          beside: [
            form.select('again-day', 'Only on', [{ value: '', text: 'Any day that is left' }, ...days]),
            form.input('again-time', 'Only at', {
              width: 10,
              hint: 'Where a time is agreed already, such as 9.15am',
            }),
          ],
        },
      ],
    ),
    group(about('peer'), [form.select('peer', 'Who', named(review.peers))]),
    group(about('room'), [form.select('room', 'Which room', named(review.rooms))]),
    group(about('site'), [form.select('site', 'Which site', named(review.sites))]),
    group(['peer-away', 'room-lost', 'site-closed'], whenParts(form, days)),
  ];
}

/** The form with which something that happened is reported. */
export function reportView(
  { open, moment, at, followed }: AboutWeek & { readonly followed: Followed },
  asked: { readonly session: string; readonly kind: string },
  trouble?: Trouble,
) {
  const { review } = open;
  const { minute, day } = moment;
  const now = Math.floor(minute / QUARTER) * QUARTER;
  const fields: Fields = {
    kind: asked.kind,
    session: asked.session,
    for: 'then',
    'from-day': String(day),
    'from-time': clock(now),
    'to-day': String(day),
  };
  const form = new FormView(fields, trouble);
  return {
    title: 'What happened?',
    now: `${momentName(review.week, minute)}`,
    rehearsed: moment.rehearsed,
    trouble: troubleView(trouble, (field) => field),
    action: addresses.happened(review.id),
    at: at ?? '',
    back: addresses.week(review.id, { at }),
    kind: form.radios(
      'kind',
      'What happened?',
      happeningKinds.map((kind) => ({ value: kind, ...kinds[kind] })),
      { labelClasses: 'govuk-visually-hidden' },
    ),
    groups: partsOf(form, followed, minute, day),
    noteParts: [
      form.textarea('note', 'Anything to add (optional)', {
        rows: 2,
        hint: 'Who said so, or what to keep in mind. It is kept in the record.',
      }),
    ],
  };
}
