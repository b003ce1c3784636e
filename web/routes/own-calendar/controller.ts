import type { Request, RequestHandler, Response } from 'express';
import type { Agreed } from '../../../src/actions/open-agreed.ts';
import { ownPeer } from '../../../src/actions/own-peer.ts';
import { revokeLinks } from '../../../src/actions/revoke-link.ts';
import { addresses } from '../../addresses.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { whoIs } from '../../who.ts';
import { weekOfEntry } from '../week-of-entry.ts';
import { type Made, ownCalendarView } from './view.ts';

interface Given {
  readonly found: Agreed;
  /** Which of the team they are; undefined: none, as far as their e-mail address says. */
  readonly own: { readonly id: string; readonly name: string } | undefined;
  readonly request: Request;
  readonly response: Response;
}

const withOwn =
  (services: Services, handle: (given: Given) => Promise<void>): RequestHandler =>
  async (request, response, next) => {
    const found = await services.agreed(String(request.params.review));
    if (!found) return next();
    await handle({ found, own: ownPeer(found, whoIs(response).account?.email ?? ''), request, response });
  };

async function show(services: Services, { found, own, response }: Given, made?: Made): Promise<void> {
  const { line, agreed, entry } = found;
  // A page with a new link on it is not for keeping: the link is a key.
  response.setHeader('Cache-Control', 'no-store');
  const week = weekOfEntry(line.firstDay, agreed?.review.week.zone ?? entry?.review.timeZone);
  const links = await services.store.feedTokens.of(line.id);
  const review = { id: line.id, council: line.council, week, tab: 'overview' } as const;
  const view = ownCalendarView(line, own, links, whoIs(response).account?.email ?? '', made);
  services.show(response, 'own-calendar', { title: view.title, where: 'reviews', review }, view);
}

/** Their own link: when it was made, and when a calendar fetched it last. */
export const ownCalendar = (services: Services): RequestHandler =>
  withOwn(services, (given) => show(services, given));

/** Makes a link of their own, makes a new one in place of all others (`do` is `renew`), or ends them (`end`), at once. */
export const changeOwnCalendar = (services: Services): RequestHandler =>
  withOwn(services, async (given) => {
    const { found, own, request, response } = given;
    const { store, site } = services;
    const { id } = found.line;
    const what = sent(request, 'do');
    if (!own || !['make', 'renew', 'end'].includes(what))
      return response.redirect(303, addresses.ownCalendar(id));
    const by = whoIs(response).name;
    if (what !== 'make')
      await revokeLinks(store, id, 'peer', own.id, { by, why: `Ended the links of ${own.name}` });
    if (what === 'end') return response.redirect(303, addresses.ownCalendar(id));
    const { token } = await store.feedTokens.issue(id, own.id, { by, why: `Made a link for ${own.name}` });
    await show(services, given, { token, origin: hereFor(site, request) });
  });
