import type { Request, RequestHandler, Response } from 'express';
import type { Account } from '../../../src/store/accounts-port.ts';
import type { HistoryLine, Store } from '../../../src/store/ports.ts';
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
