import type { Request, RequestHandler, Response } from 'express';
import type { Account } from '../../../src/store/accounts-port.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { accountView, type Shown } from './view.ts';

type Extra = Partial<
  Pick<Shown, 'said' | 'typedName' | 'typedEmail' | 'typedToken' | 'made' | 'written' | 'only'>
> & {
  readonly status?: number;
};

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
