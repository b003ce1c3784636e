import type { RequestHandler } from 'express';
import { answerDiary } from '../../../src/actions/answer-diary.ts';
import { diaryEntry } from '../../../src/intake/diary-entry.ts';
import { Sent } from '../../../src/intake/form/sent.ts';
import { sayDiary } from '../../../src/intake/typed-diary/index.ts';
import { addresses } from '../../addresses.ts';
import { diaryPainted } from '../../diary/painted-diary.ts';
import type { Services } from '../../services.ts';
import { sentDiary } from '../diary/sent.ts';
import { typedView } from '../diary/view.ts';
import { fieldsOf } from '../entering/body.ts';
import { showOwn, withOwnDiary } from './own.ts';

export const privateDiary = (services: Services): RequestHandler =>
  withOwnDiary(services, async (given) => {
    await services.store.diaryLinks.opened(given.own.link.id);
    showOwn(services, given, { saved: given.request.query.saved !== undefined });
  });

export const answerPrivateDiary = (services: Services): RequestHandler =>
  withOwnDiary(services, async (given, next) => {
    const { own, token, at, request, response } = given;
    // The last day came while they were at it: the page says so.
    if (own.isOver) return showOwn(services, given);
    const fields = fieldsOf(request);
    const sent = sentDiary(at, fields);
    const comment = new Sent(fields).text('comment')?.slice(0, 1000);
    if (sent.waits)
      return showOwn(services, given, { painted: sent.painted, typed: sent.typed, comment: comment ?? '' });
    const answered = await answerDiary(services, own, {
      diary: diaryEntry(at.week, diaryPainted(sent.painted)) ?? {},
      comment,
    });
    if (answered === 'gone') return next();
    response.redirect(303, `${addresses.privateDiary(token)}?saved=yes`);
  });

/** What a diary says as it is painted, and what was understood of what is written. */
export const livePrivateDiary = (services: Services): RequestHandler =>
  withOwnDiary(services, ({ at, request, response }) => {
    const { painted, typed } = sentDiary(at, { ...fieldsOf(request), do: 'read' });
    response.json({
      said: sayDiary(at.week, diaryPainted(painted)),
      read: typed.text.trim() === '' ? null : typedView(at, typed),
    });
  });
