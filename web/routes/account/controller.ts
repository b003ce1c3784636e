import type { Request, RequestHandler } from 'express';
import { afterDays } from '../../../src/accounts/lifetimes.ts';
import { nameOf } from '../../../src/accounts/name.ts';
import { tokenWanted } from '../../../src/accounts/token-terms.ts';
import { addresses } from '../../addresses.ts';
import { takeTokenBack } from '../../cookie.ts';
import { noteEvent } from '../../security-event.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { ofAccount, ofAccountLately, showAccount } from './of-account.ts';

export const account = (services: Services): RequestHandler =>
  ofAccount(services, (found, _request, response) => showAccount(services, response, found));

export const rename = (services: Services): RequestHandler =>
  ofAccount(services, async (found, request, response) => {
    const typedName = sent(request, 'name');
    const name = nameOf(typedName);
    if (name === undefined)
      return showAccount(services, response, found, { said: 'name', typedName, status: 400 });
    await services.store.accounts.rename(found.id, found.version, name);
    response.redirect(303, addresses.account);
  });

export const signOutEverywhere = (services: Services): RequestHandler =>
  ofAccountLately(services, async (found, _request, response) => {
    await services.store.signIns.endAll(found.id);
    takeTokenBack(response, services.site);
    noteEvent(response, 'signed out everywhere');
    response.redirect(303, addresses.signIn());
  });

/** Ends one sign-in of theirs: on a computer that was left, or is nobody’s they know. */
export const signOutThere = (services: Services): RequestHandler =>
  ofAccountLately(services, async (found, request, response) => {
    await services.store.signIns.endOne(sent(request, 'sign-in'), found.id);
    noteEvent(response, 'signed out on one browser');
    response.redirect(303, addresses.account);
  });

const tokenTyped = (request: Request) => ({
  name: sent(request, 'token-name'),
  days: sent(request, 'days'),
  use: sent(request, 'use'),
});

/** Makes a token and shows it on the page that answers: there is no other chance to see it. */
export const makeToken = (services: Services): RequestHandler =>
  ofAccountLately(
    services,
    async (found, request, response) => {
      const typedToken = tokenTyped(request);
      const { name, days, use } = tokenWanted(typedToken);
      if (name === undefined || days === undefined || use === undefined)
        return showAccount(services, response, found, { said: 'token', typedToken, status: 400 });
      const made = await services.store.accessTokens.issue(found.id, {
        name,
        writes: use === 'write',
        endsAt: afterDays(services.now(), days),
      });
      noteEvent(response, 'token made');
      await showAccount(services, response, found, { made: { name, token: made.token } });
    },
    (request) => ({ typedToken: tokenTyped(request) }),
  );

export const revokeToken = (services: Services): RequestHandler =>
  ofAccount(services, async (found, request, response) => {
    await services.store.accessTokens.revoke(sent(request, 'token'), found.id);
    noteEvent(response, 'token ended');
    response.redirect(303, addresses.account);
  });

/** Leaves a review: the last organiser can't, for nobody could open it any more. */
export const leave = (services: Services): RequestHandler =>
  ofAccount(services, async (found, request, response) => {
    const { members } = services.store;
    const own = (await members.of(sent(request, 'review'))).find((m) => m.account === found.id);
    const signature = { by: found.name, why: `Took ${found.name} off the review` };
    const saved = own && (await members.remove(own.id, own.version, found.id, signature));
    if (saved && !saved.saved && 'why' in saved)
      return showAccount(services, response, found, { said: 'last organiser', status: 400 });
    response.redirect(303, addresses.account);
  });
