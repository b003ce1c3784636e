import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { withReview } from '../with-review.ts';
import { leftOutView } from './view.ts';

export const leftOut = (services: Services): RequestHandler =>
  withReview(services, ({ open, response, about }) => {
    services.show(response, 'left-out', about('Left out', 'left-out'), leftOutView(open));
  });
