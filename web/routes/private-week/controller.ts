import type { RequestHandler } from 'express';
import { followLink } from '../../../src/actions/follow-link.ts';
import type { Services } from '../../services.ts';
import { privateWeekView } from './view.ts';

export const privateWeek =
  ({ store, agreed, show }: Services): RequestHandler =>
  async (request, response, next) => {
    const token = String(request.params.token);
    const followed = await followLink(store, agreed, token);
    if (!followed) return next();
    response.setHeader('Cache-Control', 'private, no-store');
    const view = privateWeekView(followed, token);
    show(response, 'private-week', { title: view.title, where: 'alone' }, view);
  };
