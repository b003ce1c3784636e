import type { Express } from 'express';

/** Names of this computer, as its own browser asks for it. */
const own = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * While nobody signs in, only this computer is answered, and only by its own name: a web page elsewhere that points
 * a name of its own at 127.0.0.1 would otherwise read the diaries through the user's browser (DNS rebinding).
 */
export function setUpHost(app: Express): void {
  app.use((request, response, next) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    if (own.has(host)) return next();
    response.status(421).type('text').send('This address is not answered here. Use http://localhost.\n');
  });
}
