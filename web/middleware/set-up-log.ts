import type { Express } from 'express';
import type { Logger } from 'pino';
import { isWarning, notedOf } from '../security-event.ts';
import { whoIs } from '../who.ts';

/** What the addresses begin with that a token opens; nginx.conf of web/deploy cuts the same ones short. */
export const privatePaths = ['p', 'f', 'd', 'b', 'sign-in', 'account/address'] as const;

const privatePath = new RegExp(`^/(${privatePaths.join('|')})/[^/]*`);

/**
 * A path as it may be logged: without the token of a private link, which opens it for anybody, and without the ids of
 * people and of what was called after them, which came from a council's own file and may be their names.
 */
export const loggedPath = (path: string): string =>
  path
    .replace(privatePath, '/$1/[token]')
    .replace(/\/(people|contacts|peers|sessions|rooms|sites|diaries|links)\/[^/]+/g, '/$1/[id]');

/**
 * One line an answer: method, path, status, time; the id of the account that asked, where somebody had signed in; what
 * was tried or refused (security-event.ts). No query (it names people), no names, no cookies, no bodies.
 */
export function setUpLog(app: Express, log: Logger): void {
  app.use((request, response, next) => {
    const started = performance.now();
    response.on('finish', () => {
      const noted = notedOf(response);
      const account = noted.account ?? whoIs(response).account?.id;
      log[isWarning(noted.event) ? 'warn' : 'info'](
        {
          method: request.method,
          path: loggedPath(request.path),
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
          ...(account !== undefined && { account }),
          ...(noted.event !== undefined && { event: noted.event }),
        },
        'answered',
      );
    });
    next();
  });
}
