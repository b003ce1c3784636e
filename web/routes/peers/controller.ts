import type { Request, RequestHandler } from 'express';
import { issueLink } from '../../../src/actions/issue-link.ts';
import { revokeLink } from '../../../src/actions/revoke-link.ts';
import { readPairings } from '../../../src/intake/form/pairings.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { whoIs } from '../../who.ts';
import { fieldsOf } from '../entering/body.ts';
import { enter } from '../entering/enter.ts';
import { notTaken, type Trouble } from '../entering/trouble.ts';
import { withEntry } from '../with-entry.ts';
import { withReview } from '../with-review.ts';
import { showPeers } from './show.ts';

/** What a form sent, where it is text. */
function sent(request: Request, name: string): string {
  const value: unknown = (request.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

/** Makes a link and shows it on the page that answers: there is no other chance to see it. */
export const makeLink = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { line, open, request, response } = given;
    const signature = { by: whoIs(response).name, why: 'Asked for on the page of the peers' };
    const issued = open && (await issueLink(services.store, open, sent(request, 'peer'), signature));
    if (!issued) return response.redirect(303, addresses.peers(line.id));
    const origin = hereFor(services.site, request);
    await showPeers(services, given, {
      made: { person: issued.stored.person, token: issued.token, origin },
    });
  });

export const endLink = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response }) => {
    const signature = { by: whoIs(response).name, why: 'Ended on the page of the peers' };
    await revokeLink(services.store, open.review.id, sent(request, 'link'), signature);
    response.redirect(303, addresses.peers(open.review.id));
  });

/** Takes what the matrix says of every two peers. */
export const changePairings = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const typed = fieldsOf(given.request);
    const again = (pairingTrouble: Trouble) => showPeers(services, given, { pairingTrouble });
    const reading = readPairings(given.entry, typed);
    if (!reading.ok) return again(notTaken(typed, reading.problems));
    await enter(given, {
      edit: (entry) => ({ ...entry, pairings: reading.value }),
      why: 'Changed who is to work with whom',
      back: `${addresses.peers(given.line.id)}#pairings`,
      typed,
      again,
    });
  });
