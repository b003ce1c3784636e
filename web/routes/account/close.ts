import type { RequestHandler } from 'express';
import { closeAccount } from '../../../src/actions/close-account.ts';
import { addresses } from '../../addresses.ts';
import { takeTokenBack } from '../../cookie.ts';
import { noteEvent } from '../../security-event.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { ofAccount, showAccount } from './of-account.ts';

/** Closes one's own account, once it is said that it is meant. */
export const closeOwn = (services: Services): RequestHandler =>
  ofAccount(services, async (found, request, response) => {
    if (sent(request, 'sure') !== 'yes')
      return showAccount(services, response, found, { said: 'not sure', status: 400 });
    const closed = await closeAccount(services.store, found);
    if (!closed.closed)
      return showAccount(services, response, found, {
        said: 'only organiser',
        only: closed.only,
        status: 400,
      });
    takeTokenBack(response, services.site);
    noteEvent(response, 'account closed', found.id);
    response.redirect(303, addresses.signIn());
  });
