import type { RequestHandler } from 'express';
import { entryAt } from '../../../src/actions/change-review.ts';
import { type DiaryList, setDiary } from '../../../src/entry/diaries.ts';
import { diaryEntry, diaryFrom } from '../../../src/intake/diary-entry.ts';
import { valueIn } from '../../../src/intake/form/sent.ts';
import { sayDiary } from '../../../src/intake/typed-diary/index.ts';
import { diaryPainted } from '../../diary/painted-diary.ts';
import type { Services } from '../../services.ts';
import { fieldsOf } from '../entering/body.ts';
import { enter } from '../entering/enter.ts';
import { notTaken, type Trouble, troubleView } from '../entering/trouble.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { type SentDiary, sentDiary } from './sent.ts';
import { diaryWeek } from './setting.ts';
import { type Subject, subjectOf } from './subject.ts';
import { type DiaryGiven, diaryView, leftView, typedView } from './view.ts';

const subjectIn = (given: AboutEntry, list: DiaryList): Subject | undefined =>
  subjectOf(given.entry, list, String(given.request.params.item));

interface Again {
  readonly sent: SentDiary;
  readonly note?: string;
  readonly trouble?: Trouble;
}

function showDiary(services: Services, given: AboutEntry, subject: Subject, again?: Again): void {
  const { entry, open, problems, seen, response } = given;
  if (again?.trouble) response.status(again.trouble.status);
  const shown: DiaryGiven = {
    entry,
    review: open?.review,
    problems: problems.length,
    at: diaryWeek(entry, open?.review),
    subject,
    seen: again?.trouble?.seen ?? seen,
    ...(again && { painted: again.sent.painted, typed: again.sent.typed }),
    ...(again?.note && { note: again.note }),
  };
  services.show(response, 'diary', given.about('A diary', subject.tab), {
    ...diaryView(shown),
    trouble: troubleView(again?.trouble, () => 'painted-week'),
  });
}

export const diary = (services: Services, list: DiaryList): RequestHandler =>
  withEntry(services, (given) => {
    const subject = subjectIn(given, list);
    if (!subject) return given.next();
    showDiary(services, given, subject);
  });

/** A diary is painted whole: where somebody else saved it since it was shown, nobody's is mixed with theirs. */
async function changedMeanwhile(
  { store }: Services,
  { entry, line, open, request }: AboutEntry,
  subject: Subject,
  sent: SentDiary,
): Promise<Trouble | undefined> {
  const fields = fieldsOf(request);
  const seen = Number(valueIn(fields, 'seen'));
  const before = Number.isInteger(seen) && seen < line.version && (await entryAt(store, line.id, seen));
  if (!before) return undefined;
  const was = subjectOf(before, subject.list, subject.id)?.diary;
  if (JSON.stringify(was) === JSON.stringify(subject.diary)) return undefined;
  const { week } = diaryWeek(entry, open?.review);
  const [ours, theirs] = [diaryPainted(sent.painted), diaryFrom(week, subject.diary)];
  return {
    ...notTaken(fields, []),
    status: 409,
    seen: line.version,
    clashes: [
      {
        what: `The diary of ${subject.name}`,
        ours: sayDiary(week, ours).join(' '),
        theirs: sayDiary(week, theirs).join(' '),
      },
    ],
  };
}

const unread = 'Nothing is saved yet. Look at what was understood, then say what is to be done with it.';

/** Saves a diary as it was painted or written; what was written is read back first. */
export const saveDiary = (services: Services, list: DiaryList): RequestHandler =>
  withEntry(services, async (given) => {
    const subject = subjectIn(given, list);
    if (!subject) return given.next();
    const fields = fieldsOf(given.request);
    const at = diaryWeek(given.entry, given.open?.review);
    const sent = sentDiary(at, fields);
    if (sent.waits) return showDiary(services, given, subject, { sent, note: unread });
    const clash = await changedMeanwhile(services, given, subject, sent);
    if (clash) return showDiary(services, given, subject, { sent, trouble: clash });
    await enter(given, {
      edit: setDiary(list, subject.id, diaryEntry(at.week, diaryPainted(sent.painted)) ?? {}),
      why: `Changed the diary of ${subject.name}`,
      back: subject.address,
      typed: fields,
      again: (trouble) => showDiary(services, given, subject, { sent, trouble }),
    });
  });

/** What a diary leaves as it is painted, and what was understood of what is written: neither is saved. */
export const liveDiary = (services: Services, list: DiaryList): RequestHandler =>
  withEntry(services, ({ entry, open, problems, request, response, next }) => {
    const subject = subjectOf(entry, list, String(request.params.item));
    if (!subject) return next();
    const at = diaryWeek(entry, open?.review);
    const { painted, typed } = sentDiary(at, { ...fieldsOf(request), do: 'read' });
    response.setHeader('Cache-Control', 'no-store');
    response.json({
      said: sayDiary(at.week, diaryPainted(painted)),
      left: leftView({ entry, review: open?.review, problems: problems.length, subject, painted }),
      read: typed.text.trim() === '' ? null : typedView(at, typed),
    });
  });
