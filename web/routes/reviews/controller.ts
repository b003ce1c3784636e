import type { RequestHandler } from 'express';
import { listReviews } from '../../../src/actions/list-reviews.ts';
import type { Services } from '../../services.ts';
import { reviewsView } from './view.ts';

export const reviews =
  ({ store, open, show }: Services): RequestHandler =>
  async (_request, response) => {
    const listed = await listReviews(store, open);
    show(response, 'reviews', { title: 'Reviews', where: 'reviews' }, reviewsView(listed));
  };
