import type { RequestHandler } from 'express';
import { readApart } from '../../../src/intake/apart/read-apart.ts';
import { brought } from '../../../src/intake/bring-in/diary-times.ts';
import { sayDiary } from '../../../src/intake/typed-diary/index.ts';
import { counted } from '../../../src/publish/words.ts';
import { diaryPainted, paintedDiary } from '../../diary/painted-diary.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { sentFiles } from '../bring-in/sent-files.ts';
import { sentDiary } from '../diary/sent.ts';
import { fieldsOf } from '../entering/body.ts';
import { showOwn, withOwnDiary } from './own.ts';

/**
 * Reads when somebody is busy from the calendar that they chose, and puts it onto the week before them: they save it
 * themselves. The file is not kept, nor anything of it but the times of that week.
 */
export const fromCalendar = (services: Services): RequestHandler =>
  withOwnDiary(services, async (given) => {
    const { own, at, request, response } = given;
    if (own.isOver) return showOwn(services, given);
    const { painted, typed } = sentDiary(at, fieldsOf(request));
    const shown = {
      painted,
      comment: sent(request, 'comment').slice(0, 1000),
      ...(typed.text.trim() !== '' && { typed }),
    };
    const refuse = (why: string) => {
      response.status(422);
      showOwn(services, given, { ...shown, calendar: { why } });
    };
    const files = sentFiles(request, '10 MB');
    if (!files.ok) return refuse(files.why);
    const [file] = files.files;
    if (!file) return refuse('Choose the file of your calendar');
    const { email } = own.contact;
    const { bytes } = file;
    const answer = await readApart({
      read: 'calendar',
      bytes,
      week: at.week,
      ...(email && { owner: email }),
    });
    if (!answer.ok) return refuse(answer.problems.map(({ what, mend }) => `${what} ${mend}`).join(' '));
    const { busy, ifNeeded, inWeek, remarks } = answer.value;
    const times = [
      ...busy.map((span) => ({ mark: 'busy' as const, span })),
      ...ifNeeded.map((span) => ({ mark: 'ifNeeded' as const, span })),
    ];
    const after = brought(diaryPainted(painted), times, 'add');
    showOwn(services, given, {
      ...shown,
      painted: paintedDiary(after),
      calendar: {
        read: [
          `${counted(inWeek, 'appointment')} of that week ${inWeek === 1 ? 'was' : 'were'} read.`,
          ...sayDiary(at.week, { busy, ifNeeded, preferred: [] }),
          ...remarks,
        ],
      },
    });
  });
