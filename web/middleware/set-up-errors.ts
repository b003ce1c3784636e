import type { ErrorRequestHandler, Express } from 'express';
import type { Logger } from 'pino';
import { troubleOf } from '../../src/store/trouble.ts';
import { isForApi, refuse } from '../api/refusal.ts';
import type { Show } from '../page.ts';
import { problemView, typedIn } from '../problem-view.ts';
import { whatWasSent } from '../what-was-sent.ts';
import { loggedPath } from './set-up-log.ts';

/** What of an error goes to the log: not what a database adds to it, which quotes the values it was given. */
export function loggedError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return { type: name, message, stack, ...(typeof code === 'string' && { code }) };
}

/**
 * What could not be found, and what went wrong, in plain words; the detail goes to the log. Where a form could not be
 * kept, what was typed is shown again, to be sent again. Comes last.
 */
export function setUpErrors(app: Express, show: Show, log: Logger): void {
  app.use(async (request, response) => {
    if (isForApi(request)) return refuse(response, 404);
    const typed = typedIn(await whatWasSent(request, response));
    if (typed.length > 0) response.setHeader('Cache-Control', 'no-store');
    const title = typed.length > 0 ? 'This is not there any more' : 'Page not found';
    show(response.status(404), 'not-found', { title, where: undefined }, { title, typed });
  });
  const onError: ErrorRequestHandler = async (error, request, response, next) => {
    // Express's own complaints about a request (a broken address, too large a form) carry their status.
    if (typeof error?.status === 'number' && error.status < 500 && !response.headersSent) {
      if (isForApi(request)) return refuse(response, error.status);
      const title = 'Page not found';
      show(response.status(error.status), 'not-found', { title, where: undefined }, { title, typed: [] });
      return;
    }
    const why = troubleOf(error) ?? 'fault';
    log.error(
      { err: loggedError(error), path: loggedPath(request.path) },
      why === 'fault' ? 'failed' : `data ${why}`,
    );
    if (response.headersSent) return next(error);
    const { status, title, view } = problemView(
      why,
      await whatWasSent(request, response),
      request.originalUrl,
    );
    response.status(status);
    if (why !== 'fault') response.setHeader('Retry-After', '5');
    // Names and diaries may stand on it.
    response.setHeader('Cache-Control', 'no-store');
    if (isForApi(request)) refuse(response, status, { detail: `${view.happened} ${view.mend}` });
    else if (request.accepts(['html', 'json']) === 'json')
      response.json({ problem: `${view.happened} ${view.mend}` });
    else show(response, 'problem', { title, where: undefined }, view);
  };
  app.use(onError);
}
