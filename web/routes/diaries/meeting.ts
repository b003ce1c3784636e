import type { RequestHandler } from 'express';
import { newMeetingId, putMeeting, removeMeeting, setDiary } from '../../../src/entry/diaries.ts';
import { all } from '../../../src/entry/edit.ts';
import type { Edit } from '../../../src/entry/entry.ts';
import { diaryEntry, diaryFrom } from '../../../src/intake/diary-entry.ts';
import { type FieldProblem, type Fields, Sent, valuesIn } from '../../../src/intake/form/sent.ts';
import { sayDiary } from '../../../src/intake/typed-diary/index.ts';
import { counted } from '../../../src/publish/words.ts';
import type { MeetingEntry } from '../../../src/review/file.ts';
import { addresses } from '../../addresses.ts';
import { paintedOf, paintOver, quartersOf } from '../../diary/painted.ts';
import { diaryPainted, paintedDiary } from '../../diary/painted-diary.ts';
import type { Services } from '../../services.ts';
import { type SentDiary, sentDiary } from '../diary/sent.ts';
import { type DiaryWeek, diaryWeek } from '../diary/setting.ts';
import { typedView } from '../diary/view.ts';
import { fieldsOf } from '../entering/body.ts';
import { enter } from '../entering/enter.ts';
import { notTaken } from '../entering/trouble.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { type MeetingGiven, meetingView } from './meeting-view.ts';

/** The meeting of an address; `new`: none yet; undefined where there is none of that id. */
function meetingIn({ entry, request }: AboutEntry): MeetingEntry | 'new' | undefined {
  const id = String(request.params.meeting);
  return id === 'new' ? 'new' : entry.meetings?.find((m) => m.id === id);
}

type Shown = Pick<MeetingGiven, 'id' | 'fields' | 'painted'> &
  Partial<Pick<MeetingGiven, 'typed' | 'note' | 'trouble'>>;

function showMeeting(services: Services, given: AboutEntry, shown: Shown): void {
  const { entry, open, seen, response } = given;
  if (shown.trouble) response.status(shown.trouble.status);
  services.show(
    response,
    'meeting',
    given.about('The same times for several', 'diaries'),
    meetingView({ entry, at: diaryWeek(entry, open?.review), seen, ...shown }),
  );
}

export const meeting = (services: Services): RequestHandler =>
  withEntry(services, (given) => {
    const found = meetingIn(given);
    if (!found) return given.next();
    const { week } = diaryWeek(given.entry, given.open?.review);
    if (found === 'new')
      return showMeeting(services, given, {
        id: 'new',
        fields: { contacts: valuesIn(given.request.query, 'who') },
        painted: '',
      });
    const { id, title, contacts, spans } = found;
    const painted = paintedDiary(diaryFrom(week, { busy: spans }));
    showMeeting(services, given, { id, fields: { title, contacts }, painted });
  });

/** What the form asks for, or what is wrong with it. */
function edited(
  { entry }: AboutEntry,
  at: DiaryWeek,
  found: MeetingEntry | 'new',
  fields: Fields,
  { painted }: SentDiary,
): { readonly edit: Edit; readonly why: string } | readonly FieldProblem[] {
  const sent = new Sent(fields);
  const title = sent.line('title');
  const known = (entry.contacts ?? []).map((c) => c.id);
  const contacts = sent.choices('contacts', known, 'Choose people of this review') ?? [];
  const diary = diaryPainted(painted);
  if (contacts.length === 0) sent.problem('contacts', 'Choose at least one person');
  if (painted === '') sent.problem('painted', 'Mark the times, or write them');
  else if (title && diary.ifNeeded.length + diary.preferred.length > 0)
    sent.problem('painted', 'Mark the times of a meeting as can’t, or leave its name out');
  if (found !== 'new' && !title) sent.problem('title', 'Give it a name, or remove it');
  const reading = sent.reading(contacts);
  if (!reading.ok) return reading.problems;
  const spans = diaryEntry(at.week, diary)?.busy ?? [];
  if (title) {
    const id = found === 'new' ? newMeetingId(entry) : found.id;
    const what = found === 'new' ? 'Added' : 'Changed';
    return {
      edit: putMeeting({ id, title, contacts, spans }),
      why: `${what} ${title}, which keeps ${counted(contacts.length, 'person', 'people')}`,
    };
  }
  // Without a name: over what each has of their own.
  const marked = quartersOf(painted);
  const edits = contacts.map((id): Edit => {
    const own = entry.contacts?.find((c) => c.id === id)?.diary;
    const before = quartersOf(paintedDiary(diaryFrom(at.week, own)));
    const after = diaryPainted(paintedOf(paintOver(before, marked)));
    return setDiary('contacts', id, diaryEntry(at.week, after) ?? {});
  });
  return {
    edit: all(edits),
    why: `Marked the same times in ${counted(contacts.length, 'diary', 'diaries')}`,
  };
}

/** Saves times for several people; what was written is read back first. */
export const saveMeeting = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const found = meetingIn(given);
    if (!found) return given.next();
    const fields = fieldsOf(given.request);
    const id = found === 'new' ? 'new' : found.id;
    const at = diaryWeek(given.entry, given.open?.review);
    const sent = sentDiary(at, fields);
    const shown = { id, fields, painted: sent.painted };
    if (sent.waits)
      return showMeeting(services, given, {
        ...shown,
        typed: sent.typed,
        note: 'Nothing is saved yet. Look at what was understood, then say what is to be done with it.',
      });
    const asked = edited(given, at, found, fields, sent);
    if (!('edit' in asked))
      return showMeeting(services, given, { ...shown, trouble: notTaken(fields, asked) });
    await enter(given, {
      ...asked,
      back: addresses.diaries(given.line.id),
      typed: fields,
      again: (trouble) => showMeeting(services, given, { ...shown, trouble }),
    });
  });

/** What the times say as they are painted, and what was understood of what is written. */
export const liveMeeting = (services: Services): RequestHandler =>
  withEntry(services, ({ entry, open, request, response }) => {
    const at = diaryWeek(entry, open?.review);
    const { painted, typed } = sentDiary(at, { ...fieldsOf(request), do: 'read' });
    response.setHeader('Cache-Control', 'no-store');
    response.json({
      said: sayDiary(at.week, diaryPainted(painted)),
      read: typed.text.trim() === '' ? null : typedView(at, typed),
    });
  });

export const removeMeetingOf = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const found = meetingIn(given);
    if (!found || found === 'new') return given.next();
    const painted = paintedDiary(
      diaryFrom(diaryWeek(given.entry, given.open?.review).week, { busy: found.spans }),
    );
    await enter(given, {
      edit: removeMeeting(found.id),
      why: `Took ${found.title} out of ${counted(found.contacts.length, 'diary', 'diaries')}`,
      back: addresses.diaries(given.line.id),
      typed: {},
      again: (trouble) =>
        showMeeting(services, given, {
          id: found.id,
          fields: { title: found.title, contacts: found.contacts },
          painted,
          trouble,
        }),
    });
  });
