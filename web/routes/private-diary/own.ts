import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { followDiaryLink, type OwnDiary } from '../../../src/actions/follow-diary-link.ts';
import type { Services } from '../../services.ts';
import { type DiaryWeek, diaryWeek } from '../diary/setting.ts';
import { type PrivateDiaryGiven, privateDiaryView } from './view.ts';

export interface OwnGiven {
  readonly own: OwnDiary;
  readonly token: string;
  readonly at: DiaryWeek;
  readonly request: Request;
  readonly response: Response;
}

/** A handler for `/d/:token`: what the token opens, or no page. Nothing of it is kept on the way. */
export const withOwnDiary =
  (
    { store, open, now }: Services,
    handle: (given: OwnGiven, next: NextFunction) => void | Promise<void>,
  ): RequestHandler =>
  async (request, response, next) => {
    const token = String(request.params.token);
    const own = await followDiaryLink(store, now, token);
    if (!own) return next();
    response.setHeader('Cache-Control', 'private, no-store');
    const opening = await open(own.link.review);
    const at = diaryWeek(own.entry, opening?.ok ? opening.open.review : undefined);
    await handle({ own, token, at, request, response }, next);
  };

export function showOwn(
  services: Services,
  { own, token, at, response }: OwnGiven,
  more: Partial<PrivateDiaryGiven> = {},
) {
  services.show(
    response,
    'private-diary',
    { title: 'When can you be seen?', where: 'alone' },
    privateDiaryView({ own, token, at, saved: false, ...more }),
  );
}
