import type { Request, RequestHandler } from 'express';
import { issueLink } from '../../../src/actions/issue-link.ts';
import { revokeLink } from '../../../src/actions/revoke-link.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { whoIs } from '../../who.ts';
import { type AboutReview, withReview } from '../with-review.ts';
import { type NewLink, peersView } from './view.ts';

/** What a form sent, where it is text. */
function sent(request: Request, name: string): string {
  const value: unknown = (request.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

const showPeers = async (services: Services, given: AboutReview, made?: NewLink): Promise<void> => {
  const links = await services.store.feedTokens.of(given.open.review.id);
  // A page with a new link on it is not for keeping: the link is a key.
  given.response.setHeader('Cache-Control', 'no-store');
  services.show(given.response, 'peers', given.about('Peers', 'peers'), peersView(given.open, links, made));
};

export const peers = (services: Services): RequestHandler =>
  withReview(services, (given) => showPeers(services, given));

/** Makes a link and shows it on the page that answers: there is no other chance to see it. */
export const makeLink = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const signature = { by: whoIs(response).name, why: 'Asked for on the page of the peers' };
    const issued = await issueLink(services.store, open, sent(request, 'peer'), signature);
    if (!issued) return response.redirect(303, addresses.peers(open.review.id));
    const origin = hereFor(services.site, request);
    await showPeers(services, given, { person: issued.stored.person, token: issued.token, origin });
  });

export const endLink = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response }) => {
    const signature = { by: whoIs(response).name, why: 'Ended on the page of the peers' };
    await revokeLink(services.store, open.review.id, sent(request, 'link'), signature);
    response.redirect(303, addresses.peers(open.review.id));
  });
