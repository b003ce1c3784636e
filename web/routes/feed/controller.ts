import type { RequestHandler } from 'express';
import { followLink } from '../../../src/actions/follow-link.ts';
import { calendarFor, etagOf } from '../../../src/publish/calendar.ts';
import { editionOf } from '../../edition.ts';
import type { Services } from '../../services.ts';

/**
 * A peer's calendar, for calendars to poll. Its ETag is strong and made from the content alone, so that a week in
 * which nothing changed is answered with 304; that a calendar asked is noted either way.
 */
export const feed =
  ({ store, open }: Services): RequestHandler =>
  async (request, response, next) => {
    const followed = await followLink(store, open, String(request.params.token));
    if (!followed) return next();
    const { person, link } = followed;
    const { review, draft } = followed.open;
    const programme = draft?.programme ?? {
      review: review.id,
      revision: review.revision,
      placements: [],
      fixedEvents: [],
      unplaced: [],
    };
    const calendar = calendarFor(review, programme, { peer: person }, [], editionOf(followed.open));
    if (calendar === undefined) return next();
    await store.feedTokens.fetched(link);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', etagOf(calendar));
    response.setHeader('Content-Disposition', 'inline; filename="peer-review.ics"');
    response.type('text/calendar; charset=utf-8').send(calendar);
  };
