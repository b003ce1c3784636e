import type { RequestHandler } from 'express';
import { brokenView } from '../../broken-view.ts';
import type { Services } from '../../services.ts';
import { looksOnAt, whoIs } from '../../who.ts';
import { withReview } from '../with-review.ts';
import { overviewView } from './view.ts';

export const overview = (services: Services): RequestHandler =>
  withReview(services, async ({ open, response, about }) => {
    const looksOn = looksOnAt(whoIs(response), open.review.id);
    services.show(response, 'overview', about('Where we stand', 'overview'), {
      ...overviewView(open, looksOn),
      broken: looksOn ? null : await brokenView(services.store, open),
    });
  });
