import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { asked, withReview } from '../with-review.ts';
import { sessionView } from './view.ts';

export const session = (services: Services): RequestHandler =>
  withReview(services, ({ open, request, response, next, about }) => {
    const { draft } = open;
    const told = draft && services.placesOf(open, draft, String(request.params.session));
    if (!told) return next();
    const view = sessionView(open, told, asked(request, 'late') !== undefined);
    services.show(response, 'session', about(view.title, 'programme'), view);
  });
