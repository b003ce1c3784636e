import {
  bringCalendars,
  type CalendarFile,
  type CalendarsWaiting,
  type Whose,
} from '../../../src/actions/bring-in/calendars.ts';
import type { DiaryList } from '../../../src/entry/diaries.ts';
import type { Entry } from '../../../src/entry/entry.ts';
import { diaryFrom } from '../../../src/intake/diary-entry.ts';
import { sayDiary } from '../../../src/intake/typed-diary/index.ts';
import type { DiaryEntry } from '../../../src/review/file.ts';
import { addresses } from '../../addresses.ts';
import { radioButtons, selectOne } from '../../form/fields.ts';

/** How a form names somebody. */
export const keyOf = ({ list, id }: Whose): string => `${list}/${id}`;

const groups: Readonly<Record<DiaryList, string>> = {
  contacts: 'person',
  peers: 'peer',
  rooms: 'room',
  sites: 'site',
};

interface Given {
  readonly owners: readonly (Whose & { readonly name: string })[];
  readonly notes: readonly string[];
  readonly seen: number;
  /** The week has moved: nothing of it can be brought in. */
  readonly isOld: boolean;
}

const diaryIn = (entry: Entry, { list, id }: Whose): DiaryEntry | undefined =>
  (entry[list] as readonly { id: string; diary?: DiaryEntry }[] | undefined)?.find((one) => one.id === id)
    ?.diary;

/** What calendars say, whose they are, and what the diaries become. */
export function calendarFilesView(
  review: string,
  entry: Entry,
  waiting: CalendarsWaiting,
  { owners, notes, seen, isOld }: Given,
) {
  const { upload, files, whose, mode, week } = waiting;
  const after = bringCalendars(waiting)(entry);
  const says = (diary: DiaryEntry | undefined): string =>
    diary ? sayDiary(week, diaryFrom(week, diary)).join(' ') : 'Nothing is in yet.';
  const items = [
    { value: '', text: 'Nobody: leave it out' },
    ...owners.map((one) => ({
      value: keyOf(one),
      text: one.list === 'contacts' ? one.name : `${one.name} (${groups[one.list]})`,
    })),
  ];
  const fileView = ({ name, read, problem }: CalendarFile, i: number) => {
    const owner = whose[i];
    return {
      name,
      problem: problem ? `${problem.what} ${problem.mend}` : '',
      says: read ? sayDiary(week, { busy: read.busy, ifNeeded: read.ifNeeded, preferred: [] }) : [],
      seen: read ? seenWords(read.inWeek, read.free) : '',
      remarks: read?.remarks ?? [],
      whose: read
        ? selectOne({ name: `whose-${i}`, label: 'Whose it is', items, value: owner ? keyOf(owner) : '' })
        : null,
      before: owner ? says(diaryIn(entry, owner)) : '',
      after: owner ? says(diaryIn(after, owner)) : '',
    };
  };
  return {
    name: upload.name,
    back: addresses.bringInCalendars(review),
    notes,
    files: files.map(fileView),
    mode: radioButtons({
      name: 'mode',
      label: 'What is in their diaries already',
      small: true,
      items: [
        { value: 'add', text: 'Stays, and the calendar is added to it' },
        { value: 'replace', text: 'Goes, and the calendar is put in its place' },
      ],
      value: mode,
    }),
    canApply: !isOld && files.some(({ read }) => read !== undefined),
    action: addresses.broughtIn(review, upload.id, 'apply'),
    again: addresses.broughtIn(review, upload.id, 'read-as'),
    throwAway: addresses.broughtIn(review, upload.id, 'throw-away'),
    seen,
  };
}

/** `7 appointments in the week, 2 of them shown as free.` */
function seenWords(inWeek: number, free: number): string {
  if (inWeek === 0) return 'No appointments in the week.';
  const appointments = inWeek === 1 ? 'One appointment' : `${inWeek} appointments`;
  return `${appointments} in the week${free > 0 ? `, ${free} of them free, cancelled or declined` : ''}.`;
}
