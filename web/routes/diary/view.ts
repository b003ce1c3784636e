import type { Entry } from '../../../src/entry/entry.ts';
import { diaryFrom } from '../../../src/intake/diary-entry.ts';
import { readTypedDiary, type Setting, sayDiary } from '../../../src/intake/typed-diary/index.ts';
import type { Review } from '../../../src/review/review.ts';
import { addresses } from '../../addresses.ts';
import { gridView } from '../../diary/grid-view.ts';
import { diaryPainted, paintedDiary } from '../../diary/painted-diary.ts';
import { radioButtons, textArea } from '../../form/fields.ts';
import { leftLines } from './left-view.ts';
import type { DiaryWeek } from './setting.ts';
import type { Subject } from './subject.ts';

/** What somebody wrote in the box beside the week. */
export interface Typed {
  readonly text: string;
  readonly asks: Setting['asks'];
}

/** What was understood of it. */
export function typedView(at: DiaryWeek, { text, asks }: Typed) {
  const { diary, readBack, lost } = readTypedDiary({ week: at.week, hours: at.hours, asks }, text);
  return {
    said: readBack,
    lost: lost.map(({ words, why = '' }) => ({ words, why })),
    painted: paintedDiary(diary),
  };
}

const questions = [
  { value: 'cant', text: 'when they can’t be seen' },
  { value: 'can', text: 'when they can be seen' },
] as const;

/** The box in which a diary is written, and what was understood of what stands in it. */
export function writeView(at: DiaryWeek, typed: Typed, read: boolean, own = false) {
  return {
    box: textArea({
      name: 'typed',
      label: 'Or write it',
      labelClasses: 'govuk-label--s',
      hint: 'Such as: not Tuesday morning, Thursday after 2 if needed, prefer Friday 9 to 10.30',
      value: typed.text,
      rows: 3,
    }),
    asks: radioButtons({
      name: 'asks',
      label: 'Times that stand by themselves are',
      items: questions.map((q) => (own ? { ...q, text: q.text.replace('they', 'I') } : q)),
      value: typed.asks,
      small: true,
    }),
    read: read && typed.text.trim() !== '' ? typedView(at, typed) : null,
  };
}

export interface DiaryGiven {
  readonly entry: Entry;
  readonly review: Review | undefined;
  /** How many things are to be put right before places can be counted. */
  readonly problems: number;
  readonly at: DiaryWeek;
  readonly subject: Subject;
  readonly seen: number;
  /** What a form sent, where it was not saved. */
  readonly painted?: string;
  readonly typed?: Typed;
  /** Why it was not saved. */
  readonly note?: string;
}

/** The diary of somebody or something, to be painted or written. */
export function diaryView(given: DiaryGiven) {
  const { entry, review, problems, at, subject, seen } = given;
  const painted = given.painted ?? paintedDiary(diaryFrom(at.week, subject.diary));
  const met = (entry.meetings ?? []).filter((m) => m.contacts.includes(subject.id));
  return {
    name: subject.name,
    back: subject.back,
    action: subject.address,
    live: addresses.diaryOf(entry.review.id, subject.list, subject.id, 'live'),
    bringIn: addresses.diaryOf(entry.review.id, subject.list, subject.id, 'bring-in'),
    seen,
    note: given.note ?? '',
    answered: subject.diary !== undefined,
    grid: gridView({ ...at, painted, marks: ['c', 'i', 'p'] }),
    write: writeView(at, given.typed ?? { text: '', asks: 'cant' }, given.typed !== undefined),
    said: sayDiary(at.week, diaryPainted(painted)),
    met:
      subject.list === 'contacts'
        ? met.map((m) => ({
            title: m.title,
            when: metWords(at, m.spans),
            href: addresses.meeting(entry.review.id, m.id),
          }))
        : [],
    left: leftView({ entry, review, problems, subject, painted }),
  };
}

const metWords = (at: DiaryWeek, spans: NonNullable<Entry['meetings']>[number]['spans']): string =>
  sayDiary(at.week, diaryFrom(at.week, { busy: spans }))
    .join(' ')
    .replace(/^(Can’t: |Only: )/, '');

/** What a painted diary leaves of their sessions. */
export function leftView({
  entry,
  review,
  problems,
  subject: { list, id },
  painted,
}: Pick<DiaryGiven, 'entry' | 'review' | 'problems'> & {
  readonly subject: Pick<Subject, 'list' | 'id'>;
  readonly painted: string;
}) {
  const ready = addresses.ready(entry.review.id);
  if (!review)
    return {
      lines: [],
      note: `Places are counted once what is entered makes a whole week: ${problems === 1 ? 'one thing is' : `${problems} things are`} to be put right first.`,
      href: ready,
    };
  const lines = leftLines(review, { list, id }, diaryPainted(painted));
  return { lines, note: lines.length === 0 ? emptyNote[list] : '', href: '' };
}

const emptyNote: Readonly<Record<Subject['list'], string>> = {
  contacts: 'They are in no session yet.',
  peers: 'No session asks for this peer by name.',
  rooms: 'No session asks for this room alone.',
  sites: 'No session is held at this site alone.',
};
