import type { Express, Request } from 'express';
import { noteEvent } from '../security-event.ts';
import type { Site } from '../site.ts';
import { bearerOf } from './set-up-who.ts';

/** True when a request that changes something comes from one of our own pages. */
function fromOurPages(request: Request, site: Site): boolean {
  const from = request.headers['sec-fetch-site'];
  if (from !== undefined) return from === 'same-origin';
  const { origin, host } = request.headers;
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host || new URL(origin).origin === site.origin;
}

/**
 * Refuses forms that other sites send in the user's name: by Sec-Fetch-Site, by Origin where a browser has none. A
 * program that shows its own token is no browser acting for somebody else, and no cookie counts beside one.
 */
export function setUpSameOrigin(app: Express, site: Site): void {
  app.use((request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    if (bearerOf(request) !== undefined || fromOurPages(request, site)) return next();
    noteEvent(response, 'form from elsewhere');
    response.status(403).type('text').send('This form did not come from Peerweek, so nothing was changed.\n');
  });
}
