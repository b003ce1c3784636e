import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { asked, withReview } from '../with-review.ts';
import { programmeView } from './view.ts';

export const programme = (services: Services): RequestHandler =>
  withReview(services, ({ open, request, response, about }) => {
    const view = programmeView(open, {
      day: asked(request, 'day'),
      by: asked(request, 'by'),
      who: asked(request, 'who'),
    });
    services.show(response, 'programme', about('Programme', 'programme'), view);
  });
