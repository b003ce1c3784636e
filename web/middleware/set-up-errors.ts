import type { ErrorRequestHandler, Express } from 'express';
import type { Logger } from 'pino';
import type { Show } from '../page.ts';
import { loggedPath } from './set-up-log.ts';

/** What could not be found, and what went wrong, in plain words; the detail goes to the log. Comes last. */
export function setUpErrors(app: Express, show: Show, log: Logger): void {
  app.use((_request, response) => {
    show(response.status(404), 'not-found', { title: 'Page not found', where: undefined }, {});
  });
  const onError: ErrorRequestHandler = (error, request, response, next) => {
    // Express's own complaints about a request (a broken address, too large a form) carry their status.
    const status = typeof error?.status === 'number' && error.status < 500 ? error.status : 500;
    if (status === 500) log.error({ err: error, path: loggedPath(request.path) }, 'failed');
    if (response.headersSent) return next(error);
    if (status === 500)
      show(response.status(500), 'problem', { title: 'Sorry, something went wrong', where: undefined }, {});
    else show(response.status(status), 'not-found', { title: 'Page not found', where: undefined }, {});
  };
  app.use(onError);
}
