import type { RequestHandler } from 'express';
import { followReleases } from '../../../src/actions/release-feed.ts';
import { revokeLinks } from '../../../src/actions/revoke-link.ts';
import { addresses } from '../../addresses.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { whoIs } from '../../who.ts';
import { withEntry } from '../with-entry.ts';
import { showReleases } from './controller.ts';

/**
 * Makes a private address at which a program that tells of news follows the releases, in place of those before it; or
 * ends it. It is shown on the page that answers, and never again.
 */
export const follow = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { line, request, response } = given;
    const { store, site } = services;
    const by = whoIs(response).name;
    const why = 'Ended the addresses at which the releases were followed';
    await revokeLinks(store, line.id, 'releases', 'releases', { by, why });
    if (sent(request, 'do') === 'end') return response.redirect(303, addresses.releases(line.id));
    const made = { by, why: 'Made an address at which the releases are followed' };
    const { token } = await store.feedTokens.issue(line.id, 'releases', made, 'releases');
    await showReleases(services, given, `${hereFor(site, request)}${addresses.releaseFeed(token)}`);
  });

/** The feed itself, for whoever has its address; answered with 304 while nothing was approved since. */
export const releaseFeed =
  ({ store, site }: Services): RequestHandler =>
  async (request, response, next) => {
    const link = await store.feedTokens.open(String(request.params.token));
    const origin = hereFor(site, request);
    const feed =
      link &&
      (await followReleases(store, link, {
        releases: (review) => `${origin}${addresses.releases(review)}`,
        release: (review, number) => `${origin}${addresses.release(review, number)}`,
      }));
    if (!feed) return next();
    await store.feedTokens.fetched(link.id);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('X-Robots-Tag', 'noindex');
    response.setHeader('ETag', feed.etag);
    response.type('application/atom+xml; charset=utf-8');
    if (request.fresh) return response.status(304).end();
    response.send(await feed.text());
  };
