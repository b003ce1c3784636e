import type { RequestHandler } from 'express';
import { emailOf } from '../../../src/accounts/email.ts';
import { askForAddress, changeAddress } from '../../../src/actions/change-address.ts';
import { addresses } from '../../addresses.ts';
import { noteEvent } from '../../security-event.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { whoIs } from '../../who.ts';
import { ofAccountLately, showAccount } from './of-account.ts';

/** Writes to the address that somebody wants to sign in with from now on. */
export const askForNewAddress = (services: Services): RequestHandler =>
  ofAccountLately(
    services,
    async (found, request, response) => {
      const typedEmail = sent(request, 'email');
      const email = emailOf(typedEmail);
      const wrong = email === undefined ? 'email' : email === found.email ? 'same email' : undefined;
      if (email === undefined || wrong)
        return showAccount(services, response, found, { said: wrong ?? 'email', typedEmail, status: 400 });
      const here = hereFor(services.site, request);
      const linkTo = (token: string) => `${here}${addresses.newAddress(token)}`;
      const asked = await askForAddress(services.store, services.now, found, email, linkTo);
      noteEvent(response, asked === 'too often' ? 'too many new addresses asked' : 'new address asked');
      if (asked === 'too often')
        return showAccount(services, response, found, { said: 'too often', typedEmail, status: 429 });
      services.post.soon();
      await showAccount(services, response, found, { written: email });
    },
    (request) => ({ typedEmail: sent(request, 'email') }),
  );

interface Shown {
  readonly says: 'button' | 'sign in first' | 'another account' | 'gone' | 'in use';
  readonly email?: string | undefined;
}

function showNew(
  { show }: Services,
  response: Parameters<RequestHandler>[1],
  shown: Shown,
  status = 200,
): void {
  response.setHeader('Cache-Control', 'no-store');
  show(
    response.status(status),
    'new-address',
    { title: 'Another e-mail address', where: 'account' },
    {
      email: shown.email ?? '',
      isButton: shown.says === 'button',
      isSignedOut: shown.says === 'sign in first',
      isOther: shown.says === 'another account',
      isGone: shown.says === 'gone',
      isInUse: shown.says === 'in use',
      account: addresses.account,
      signIn: addresses.signIn(),
    },
  );
}

/** Shows the button and uses nothing up: mail scanners follow links. Whose account it is stays untold. */
export const newAddressPage =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { account } = whoIs(response);
    const link = await services.store.signIns.look(String(request.params.token));
    if (link?.kind !== 'address') return showNew(services, response, { says: 'gone' }, 410);
    if (!account) return showNew(services, response, { says: 'sign in first' });
    const isTheirs = link.account === account.id;
    showNew(services, response, {
      says: isTheirs ? 'button' : 'another account',
      ...(isTheirs && { email: link.email }),
    });
  };

/** The button behind the link. */
export const takeNewAddress =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { account } = whoIs(response);
    if (!account) return showNew(services, response, { says: 'sign in first' }, 401);
    const outcome = await changeAddress(services.store, account, String(request.params.token));
    if (outcome === 'gone') noteEvent(response, 'sign-in link not good');
    if (outcome === 'gone') return showNew(services, response, { says: 'gone' }, 410);
    if (outcome === 'in use') return showNew(services, response, { says: 'in use' }, 409);
    services.post.soon();
    noteEvent(response, 'address changed');
    response.redirect(303, addresses.account);
  };
