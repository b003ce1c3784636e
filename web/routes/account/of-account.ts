import type { Request, RequestHandler, Response } from 'express';
import { afterMinutes, FRESH_MINUTES } from '../../../src/accounts/lifetimes.ts';
import type { Account } from '../../../src/store/accounts-port.ts';
import type { HistoryLine, Store } from '../../../src/store/ports.ts';
import { noteEvent } from '../../security-event.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { accountView, type Shown } from './view.ts';

/** So many of the lines about an account are shown. */
const SHOWN = 20;

type Extra = Partial<
  Pick<Shown, 'said' | 'typedName' | 'typedEmail' | 'typedToken' | 'made' | 'written' | 'only'>
> & {
  readonly status?: number;
};

/** What was done to an account, the newest first; not without end. */
async function doneTo({ history }: Pick<Store, 'history'>, account: string): Promise<readonly HistoryLine[]> {
  const [own, coordinating] = await Promise.all([
    history.about('account', account),
    history.about('coordinator', account),
  ]);
  // Both count the writes to the account.
  return [...own, ...coordinating].toSorted((a, b) => b.version - a.version).slice(0, SHOWN);
}

export const showAccount = async (
  { store, show }: Services,
  response: Response,
  account: Account,
  { status = 200, ...extra }: Extra = {},
): Promise<void> => {
  const parts = await store.members.ofAccount(account.id);
  const reviews = await Promise.all(
    parts.map(async ({ review, roles }) => ({ id: review, roles, line: await store.reviews.find(review) })),
  );
  const view = accountView({
    account,
    reviews,
    signIns: await store.signIns.of(account.id),
    here: whoIs(response).signIn?.id,
    tokens: await store.accessTokens.of(account.id),
    done: await doneTo(store, account.id),
    ...extra,
  });
  // A token that was just made stands on it.
  response.setHeader('Cache-Control', 'no-store');
  show(response.status(status), 'account', { title: view.title, where: 'account' }, view);
};

/** A handler for somebody who has signed in, as the gate before it has seen to. */
export const ofAccount =
  (
    services: Services,
    handle: (account: Account, request: Request, response: Response) => void | Promise<void>,
  ): RequestHandler =>
  async (request, response, next) => {
    const { account } = whoIs(response);
    // Asked for anew: it may have been renamed since this browser was let in.
    const found = account && (await services.store.accounts.find(account.id));
    if (!found) return next();
    await handle(found, request, response);
  };

/**
 * The same for what keeps others out: whoever signed in a while ago is asked to do so again (ASVS 7.5.1, 7.5.2), and
 * `typed` is what of the form stands there still.
 */
export const ofAccountLately = (
  services: Services,
  handle: (account: Account, request: Request, response: Response) => void | Promise<void>,
  typed: (request: Request) => Extra = () => ({}),
): RequestHandler =>
  ofAccount(services, async (account, request, response) => {
    const startedAt = whoIs(response).signIn?.startedAt ?? '';
    if (startedAt >= afterMinutes(services.now(), -FRESH_MINUTES)) return handle(account, request, response);
    noteEvent(response, 'signing in again asked');
    await showAccount(services, response, account, { ...typed(request), said: 'sign in again', status: 403 });
  });
