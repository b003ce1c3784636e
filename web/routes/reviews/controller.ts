import type { RequestHandler } from 'express';
import { listReviews } from '../../../src/actions/list-reviews.ts';
import { addresses } from '../../addresses.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { partIn, whoIs } from '../../who.ts';
import { reviewsView } from './view.ts';

/** What somebody is part of, and what they are invited to. */
export const reviews =
  ({ store, open, show }: Services): RequestHandler =>
  async (_request, response) => {
    const who = whoIs(response);
    const { account } = who;
    const listed = await listReviews(store, open, (id) => partIn(who, id));
    const invitations = account ? await store.invitations.openFor(account.email) : [];
    const invited = await Promise.all(
      invitations.map(async (invitation) => ({
        invitation,
        council: (await store.reviews.find(invitation.review))?.council ?? '',
      })),
    );
    show(response, 'reviews', { title: 'Reviews', where: 'reviews' }, reviewsView(listed, invited));
  };

/** Takes up an invitation that was sent to somebody who has an account. */
export const join =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const { account } = whoIs(response);
    if (account) await store.invitations.takeUp(sent(request, 'invitation'), account);
    response.redirect(303, addresses.reviews);
  };
