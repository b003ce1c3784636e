import type { Express } from 'express';
import type { News } from '../../src/actions/news.ts';

/** Whatever changed something of a review: those who look at it here are told at once. */
export function setUpNews(app: Express, news: News): void {
  app.use((request, response, next) => {
    const [, review] = /^(?:\/api\/v\d+)?\/reviews\/([^/]+)\//.exec(request.path) ?? [];
    if (review !== undefined && request.method !== 'GET' && request.method !== 'HEAD')
      response.on('finish', () => {
        // Express has decoded it before it found the route, so that it can be.
        if (response.statusCode < 400) news.look(decodeURIComponent(review));
      });
    next();
  });
}
