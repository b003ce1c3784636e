import type { RequestHandler } from 'express';
import { openRelease } from '../../../src/actions/amendments.ts';
import { changesBetween } from '../../../src/programme/changes.ts';
import type { Services } from '../../services.ts';
import { asked, withReview } from '../with-review.ts';
import { comparisonView, releasesView, releaseView } from './view.ts';

/** What was agreed, the newest first. */
export const releases = (services: Services): RequestHandler =>
  withReview(services, async ({ open, response, about }) => {
    const lines = await services.store.releases.of(open.review.id);
    services.show(response, 'releases', about('Releases', 'releases'), releasesView(open, lines));
  });

/** One programme as it was approved. */
export const release = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, next, about }) => {
    const found = openRelease(
      await services.store.releases.find(open.review.id, Number(request.params.number)),
    );
    if (!found) return next();
    const lines = await services.store.releases.of(open.review.id);
    const title = `Release ${found.line.number}`;
    services.show(response, 'release', about(title, 'releases'), releaseView(open, found, lines));
  });

/** What changed between two of them, for the whole or for one person. */
export const compare = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, next, about }) => {
    const { store } = services;
    const [one, other] = [request.params.number, request.params.other].map(Number).sort((a, b) => a - b);
    const [before, after] = [
      openRelease(await store.releases.find(open.review.id, one ?? 0)),
      openRelease(await store.releases.find(open.review.id, other ?? 0)),
    ];
    if (!before || !after) return next();
    const changes = changesBetween(after.review, before.programme, after.programme);
    const view = comparisonView(open, before, after, changes, asked(request, 'who'));
    services.show(response, 'compare', about('What changed', 'releases'), view);
  });
