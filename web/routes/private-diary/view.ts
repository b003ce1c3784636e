import type { OwnDiary } from '../../../src/actions/follow-diary-link.ts';
import { diaryFrom } from '../../../src/intake/diary-entry.ts';
import { sayDiary } from '../../../src/intake/typed-diary/index.ts';
import { dayAndYear, dayName, instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { gridView } from '../../diary/grid-view.ts';
import { diaryPainted, paintedDiary } from '../../diary/painted-diary.ts';
import { fileUpload, textArea } from '../../form/fields.ts';
import type { DiaryWeek } from '../diary/setting.ts';
import { type Typed, writeView } from '../diary/view.ts';

export interface PrivateDiaryGiven {
  readonly own: OwnDiary;
  readonly token: string;
  readonly at: DiaryWeek;
  readonly saved: boolean;
  /** What a form sent, where it was not saved. */
  readonly painted?: string;
  readonly typed?: Typed;
  readonly comment?: string;
  /** What became of a calendar that was chosen: what was read from it, or why nothing was. */
  readonly calendar?: { readonly read: readonly string[] } | { readonly why: string };
}

/** One contact's own diary: their name, the week, and nothing of anybody else. */
export function privateDiaryView({ own, token, at, saved, ...sent }: PrivateDiaryGiven) {
  const { contact, entry, endsAt, isOver, link } = own;
  const painted = sent.painted ?? paintedDiary(diaryFrom(at.week, contact.diary));
  const { calendar } = sent;
  const isRead = calendar !== undefined && 'read' in calendar;
  const why = calendar && 'why' in calendar ? calendar.why : undefined;
  const said = sayDiary(at.week, diaryPainted(painted));
  return {
    name: contact.name,
    council: entry.review.council,
    week: `${dayName(at.week, 1)} to ${dayAndYear(at.week, 5)}`,
    until: instantMoment(at.week, endsAt),
    isOver,
    saved,
    said,
    answered: contact.diary !== undefined,
    waits: sent.typed !== undefined || isRead,
    note: isRead
      ? 'Your calendar is on the week now. Nothing is saved yet: change what is not right, then save.'
      : 'Nothing is saved yet. Look at what was understood, then say what is to be done with it.',
    comment: link.comment ?? '',
    form: isOver
      ? null
      : {
          action: addresses.privateDiary(token),
          live: `${addresses.privateDiary(token)}/live`,
          grid: gridView({ ...at, painted, marks: ['c', 'i', 'p'] }),
          write: writeView(at, sent.typed ?? { text: '', asks: 'cant' }, sent.typed !== undefined, true),
          calendar: {
            action: `${addresses.privateDiary(token)}/calendar`,
            isOpen: calendar !== undefined,
            read: isRead ? calendar.read : [],
            file: fileUpload({
              name: 'calendar',
              label: 'Your calendar, as a file',
              labelClasses: 'govuk-label--s',
              hint: 'A file that ends in .ics, from Outlook, Google, Apple or others. Only when you are busy in that week is read from it: no titles, and the file is not kept.',
              accept: '.ics,.ifb,text/calendar',
              ...(why !== undefined && { error: why }),
            }),
          },
          comment: textArea({
            name: 'comment',
            label: 'Anything else? (optional)',
            labelClasses: 'govuk-label--s',
            hint: 'Only the people who plan the week read this',
            value: sent.comment ?? link.comment ?? '',
            rows: 3,
            maxlength: 1000,
          }),
        },
  };
}
