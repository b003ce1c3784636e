import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';

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
    response.type('text/calendar; charset=utf-8').send(calendar.text);
  };
