import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';

/**
 * Whether whoever asks has this one already (RFC 9110, 13.1.2). Asked here, since Express sends all of it to programs that
 * say no-cache as well, as many do.
 */
const has = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === etag || one === '*') ?? false;

/**
 * A calendar, for calendars to poll: what was agreed, and nothing before that. Its ETag is strong and made from the
 * content alone, so that a week in which nothing changed is answered with 304; that a calendar asked is noted either way.
 */
export const feed =
  ({ store, feedOf }: Services): RequestHandler =>
  async (request, response, next) => {
    const link = await store.feedTokens.open(String(request.params.token));
    const calendar = link && (await feedOf(link));
    if (!calendar) return next();
    await store.feedTokens.fetched(link.id);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', calendar.etag);
    response.setHeader('Content-Disposition', 'inline; filename="peer-review.ics"');
    if (has(request.headers['if-none-match'], calendar.etag)) return void response.status(304).end();
    response.type('text/calendar; charset=utf-8').send(calendar.text);
  };
