import { setTimeout as wait } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import { emailOf } from '../../../src/accounts/email.ts';
import { nameOf } from '../../../src/accounts/name.ts';
import { askForLink } from '../../../src/actions/ask-for-link.ts';
import { addresses } from '../../addresses.ts';
import { browserWords } from '../../browser-words.ts';
import { giveToken, takeTokenBack, tokenIn } from '../../cookie.ts';
import { localPath } from '../../local-path.ts';
import { noteEvent } from '../../security-event.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { whoIs } from '../../who.ts';
import { type Asked, askView, enterView, isWayIn, sentView, type WayIn, type Wrong } from './view.ts';

/** An answer takes at least so long, whether or not a letter was written: how long it took tells nobody anything. */
const PATIENCE = 250;

const askAgain = async (
  { show, store }: Services,
  response: Response,
  asked: Asked,
  status = 200,
): Promise<void> => {
  const view = askView(asked, await store.accounts.none());
  show(response.status(status), 'sign-in', { title: view.title, where: 'sign-in' }, view);
};

export const askPage =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const to = localPath(request.query.to);
    if (whoIs(response).account) return response.redirect(303, to ?? addresses.reviews);
    await askAgain(services, response, { email: '', to });
  };

/** Writes to somebody who asks for a link, if there is anybody: the page that follows does not tell. */
export const ask =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const [typed, to] = [sent(request, 'email'), localPath(sent(request, 'to'))];
    const email = emailOf(typed);
    if (email === undefined) return askAgain(services, response, { email: typed, to, wrong: 'email' }, 400);
    const here = hereFor(services.site, request);
    const asking = {
      email,
      address: request.ip ?? 'unknown',
      linkTo: (token: string) => `${here}${addresses.signInWith(token)}`,
      ...(to && { leadsTo: to }),
    };
    const [outcome] = await Promise.all([askForLink(services.store, services.now, asking), wait(PATIENCE)]);
    noteEvent(response, outcome === 'too often' ? 'too many sign-in links asked' : 'sign-in link asked');
    if (outcome === 'too often')
      return askAgain(services, response, { email: typed, to, wrong: 'too often' }, 429);
    services.post.soon();
    response.redirect(303, addresses.signInSent);
  };

export const sentPage =
  ({ show, post }: Services): RequestHandler =>
  (_request, response) => {
    show(
      response,
      'sign-in-sent',
      { title: 'Look into your e-mail', where: 'sign-in' },
      sentView(post.sends),
    );
  };

async function showEnter(
  { show, store }: Services,
  response: Response,
  link: WayIn,
  typed: { readonly name: string; readonly email: string },
  wrong: readonly Wrong[] = [],
): Promise<void> {
  const invitation =
    link.invitation === undefined ? undefined : await store.invitations.find(link.invitation);
  const review = invitation && (await store.reviews.find(invitation.review));
  const known = link.email === undefined ? undefined : await store.accounts.byEmail(link.email);
  const view = enterView({ link, typed, wrong, known, invitation, council: review?.council });
  show(response.status(wrong.length > 0 ? 400 : 200), 'enter', { title: view.title, where: 'sign-in' }, view);
}

function showGone({ show }: Services, response: Response): void {
  noteEvent(response, 'sign-in link not good');
  const about = { title: 'This link does not work any more', where: 'sign-in' } as const;
  show(response.status(410), 'link-gone', about, { signIn: addresses.signIn() });
}

/** Shows the button and uses nothing up: mail scanners follow links. */
export const enterPage =
  (services: Services): RequestHandler =>
  async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    const link = await services.store.signIns.look(String(request.params.token));
    if (!isWayIn(link)) return showGone(services, response);
    await showEnter(services, response, link, { name: '', email: '' });
  };

/** The button behind a link: signs in, and makes the account of somebody who is new. */
export const enter =
  (services: Services): RequestHandler =>
  async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    const token = String(request.params.token);
    const typed = { name: sent(request, 'name'), email: sent(request, 'email') };
    const [name, email] = [nameOf(typed.name), emailOf(typed.email)];
    const entered = await services.store.signIns.enter(token, {
      browser: browserWords(request.headers['user-agent']),
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
    });
    const link = entered.kind === 'who are you' ? await services.store.signIns.look(token) : undefined;
    if (isWayIn(link)) {
      const wrong: Wrong[] = [
        ...(name === undefined ? (['name'] as const) : []),
        ...(link.kind === 'first' && email === undefined ? (['email'] as const) : []),
      ];
      return showEnter(services, response, link, typed, wrong);
    }
    if (entered.kind !== 'in') return showGone(services, response);
    await endOlder(services, request);
    giveToken(response, services.site, entered.token);
    noteEvent(response, 'signed in', entered.account.id);
    response.redirect(303, entered.leadsTo ?? addresses.reviews);
  };

/** Whoever signs in anew on a browser is not signed in on it twice. */
async function endOlder({ store, site }: Services, request: Request): Promise<void> {
  const older = tokenIn(request, site);
  if (older !== undefined) await store.signIns.end(older);
}

export const signOut =
  (services: Services): RequestHandler =>
  async (request, response) => {
    await endOlder(services, request);
    takeTokenBack(response, services.site);
    noteEvent(response, 'signed out');
    response.redirect(303, addresses.signIn());
  };
