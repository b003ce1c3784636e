import type { Express, Request } from 'express';

/** True when a request that changes something comes from one of our own pages. */
function fromOurPages(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = request.headers;
  return origin !== undefined && host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** Refuses forms that other sites send in the user's name: by Sec-Fetch-Site, by Origin where a browser has none. */
export function setUpSameOrigin(app: Express): void {
  app.use((request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || fromOurPages(request)) return next();
    response.status(403).type('text').send('This form did not come from Peerweek, so nothing was changed.\n');
  });
}
