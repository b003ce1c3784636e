import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { withReview } from '../with-review.ts';
import { overviewView } from './view.ts';

export const overview = (services: Services): RequestHandler =>
  withReview(services, ({ open, response, about }) => {
    services.show(response, 'overview', about('Where we stand', 'overview'), overviewView(open));
  });
