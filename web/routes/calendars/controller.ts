import type { RequestHandler } from 'express';
import { issueLink } from '../../../src/actions/issue-link.ts';
import { revokeLinks } from '../../../src/actions/revoke-link.ts';
import { addresses } from '../../addresses.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { whoIs } from '../../who.ts';
import { type AboutReview, asked, withReview } from '../with-review.ts';
import { calendarsView, type Made, readOwner } from './view.ts';

async function show(
  services: Services,
  given: AboutReview,
  list: string | undefined,
  made?: Made,
): Promise<void> {
  const { open, response, about } = given;
  // A page with a new link on it is not for keeping: the link is a key.
  response.setHeader('Cache-Control', 'no-store');
  const links = await services.store.feedTokens.of(open.review.id);
  services.show(
    response,
    'calendars',
    about('Calendars', 'calendars'),
    calendarsView(open, links, list, made),
  );
}

/** Who has a calendar, and when it was last fetched. */
export const calendars = (services: Services): RequestHandler =>
  withReview(services, (given) => show(services, given, asked(given.request, 'list')));

/**
 * Makes a link, makes a new one in place of all others (`do` is `renew`), or ends them (`end`), at once. A new one is
 * shown on the page that answers: there is no other chance to see it.
 */
export const changeCalendar = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const { store, site } = services;
    const { id } = open.review;
    const owner = readOwner(open.review, sent(request, 'whose'));
    const what = sent(request, 'do');
    if (!owner) return response.redirect(303, addresses.calendars(id));
    const { kind, person, name } = owner;
    const by = whoIs(response).name;
    if (what === 'renew' || what === 'end')
      await revokeLinks(store, id, kind, person, { by, why: `Ended the links of ${name}` });
    if (what === 'end') return response.redirect(303, addresses.calendars(id, owner.list));
    const issued = await issueLink(store, open, person, { by, why: `Made a link for ${name}` }, kind);
    await show(
      services,
      given,
      owner.list,
      issued && { name, token: issued.token, origin: hereFor(site, request) },
    );
  });
