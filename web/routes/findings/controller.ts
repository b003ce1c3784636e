import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { withReview } from '../with-review.ts';
import { findingsView } from './view.ts';

export const findings = (services: Services): RequestHandler =>
  withReview(services, ({ open, response, about }) => {
    services.show(response, 'findings', about('Findings', 'findings'), findingsView(open));
  });
