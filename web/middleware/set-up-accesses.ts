import type { Express } from 'express';
import type { Recorder } from '../../src/actions/record-accesses.ts';
import { whoIs } from '../who.ts';

/** The review of an address, and what of it: `/reviews/R/people/P` and `/api/v1/reviews/R/people/P` alike. */
function pageOf(path: string): { readonly review: string; readonly page: string } | undefined {
  const [, review, page = ''] = /^(?:\/api\/v\d+)?\/reviews\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  if (review === undefined) return undefined;
  try {
    return { review: decodeURIComponent(review), page: decodeURIComponent(page).replace(/\/$/, '') };
  } catch {
    return undefined;
  }
}

/** Records who read and changed what of a review: whoever signed in and was let in, page by page. */
export function setUpAccesses(app: Express, recorder: Recorder): void {
  app.use((request, response, next) => {
    const at = pageOf(request.path);
    response.on('finish', () => {
      const who = whoIs(response);
      // News tells of what the pages that were read show anyway, and is asked for by the minute.
      if (!at || at.page === '/news' || response.statusCode >= 400 || !who.account || !who.roleIn(at.review))
        return;
      const what = request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'changed';
      recorder.note({ review: at.review, page: at.page, who: who.name, what });
    });
    next();
  });
}
