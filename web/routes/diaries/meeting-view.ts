import type { Entry } from '../../../src/entry/entry.ts';
import type { Fields } from '../../../src/intake/form/sent.ts';
import { sayDiary } from '../../../src/intake/typed-diary/index.ts';
import { addresses } from '../../addresses.ts';
import { gridView } from '../../diary/grid-view.ts';
import { diaryPainted } from '../../diary/painted-diary.ts';
import type { DiaryWeek } from '../diary/setting.ts';
import { type Typed, writeView } from '../diary/view.ts';
import { FormView } from '../entering/form-view.ts';
import { type Trouble, troubleView } from '../entering/trouble.ts';

export interface MeetingGiven {
  readonly entry: Entry;
  readonly at: DiaryWeek;
  /** `new`, or the id of one that is there. */
  readonly id: string;
  readonly fields: Fields;
  readonly painted: string;
  readonly seen: number;
  readonly typed?: Typed;
  readonly note?: string;
  readonly trouble?: Trouble;
}

/** Times that are the same for several people: a meeting with a name, or marks for each of their diaries. */
export function meetingView(given: MeetingGiven) {
  const { entry, at, id, fields, painted, seen, typed, note, trouble } = given;
  const review = entry.review.id;
  const form = new FormView(fields, trouble);
  const people = (entry.contacts ?? []).map((c) => ({
    value: c.id,
    text: c.jobTitle ? `${c.name}, ${c.jobTitle}` : c.name,
  }));
  return {
    isNew: id === 'new',
    back: addresses.diaries(review),
    action: addresses.meeting(review, id),
    live: addresses.meeting(review, id, 'live'),
    remove: addresses.meeting(review, id, 'remove'),
    seen: trouble?.seen ?? seen,
    note: note ?? '',
    trouble: troubleView(trouble, (field) => (field === 'painted' ? 'painted-week' : field)),
    above: [
      form.input('title', 'What it is called', {
        width: 30,
        autocomplete: 'off',
        hint: 'Such as Cabinet. With a name the times stay together, and can be changed or taken away for all at once. Without one they are put into each diary.',
      }),
    ],
    people: [form.checks('contacts', 'Whom it keeps', people, { long: true })],
    grid: gridView({ ...at, painted, marks: ['c', 'i', 'p'] }),
    write: writeView(at, typed ?? { text: '', asks: 'cant' }, typed !== undefined),
    said: sayDiary(at.week, diaryPainted(painted)),
  };
}
