import type { ErrorRequestHandler, Express, Request, Response } from 'express';
import { roleWords } from '../../src/accounts/roles.ts';
import { addresses } from '../addresses.ts';
import { refuse } from '../api/refusal.ts';
import { Refused } from '../may.ts';
import type { Show } from '../page.ts';
import { typedIn } from '../problem-view.ts';
import { notedOf, noteEvent } from '../security-event.ts';
import { whatWasSent } from '../what-was-sent.ts';

const isLook = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

function refuseProgram(response: Response, { why }: Refused): void {
  if (why === 'not signed in') response.setHeader('WWW-Authenticate', 'Bearer');
  const detail =
    why === 'looks only'
      ? 'This token may read, but not change anything.'
      : 'Your role does not include this.';
  refuse(response, why === 'not signed in' ? 401 : 403, why === 'not signed in' ? {} : { detail });
}

/**
 * What those are told who may not: a stranger is asked to sign in (and led to where they wanted to go), with all that
 * they had typed still there if they were signed out meanwhile; a member is told whose part it is.
 */
export function setUpRefusals(app: Express, show: Show): void {
  const onRefusal: ErrorRequestHandler = async (error, request, response, next) => {
    if (!(error instanceof Refused)) return next(error);
    // Who shows a token that is not good is noted as such already (set-up-who.ts).
    if (notedOf(response).event === undefined) noteEvent(response, `refused: ${error.why}`);
    response.setHeader('Cache-Control', 'no-store');
    if (request.path.startsWith('/api/')) return refuseProgram(response, error);
    if (error.why !== 'not signed in') {
      const whose = error.roles.map((role) => roleWords[role]);
      const typed = typedIn(await whatWasSent(request, response));
      const view = { whose: whose.join(' and the '), reviews: addresses.reviews, typed };
      return show(response.status(403), 'not-your-part', { title: 'Not your part', where: undefined }, view);
    }
    if (isLook(request)) return response.redirect(303, addresses.signIn(request.originalUrl));
    const sent = await whatWasSent(request, response);
    show(
      response.status(401),
      'signed-out',
      { title: 'You are signed out', where: undefined },
      { ...sent, again: request.originalUrl, signIn: addresses.signIn() },
    );
  };
  app.use(onRefusal);
}
