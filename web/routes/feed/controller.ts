import type { RequestHandler } from 'express';
import { followLink } from '../../../src/actions/follow-link.ts';
import { calendarFor, emptyCalendar, etagOf } from '../../../src/publish/calendar.ts';
import { editionOf } from '../../edition.ts';
import type { Services } from '../../services.ts';

/**
 * A peer's calendar, for calendars to poll: what was agreed last, and nothing before that. Its ETag is strong and made from the content alone, so that a week in
 * which nothing changed is answered with 304; that a calendar asked is noted either way.
 */
export const feed =
  ({ store, agreed }: Services): RequestHandler =>
  async (request, response, next) => {
    const followed = await followLink(store, agreed, String(request.params.token));
    if (!followed) return next();
    const { person, link, line } = followed;
    const week = followed.agreed;
    const calendar =
      (week && calendarFor(week.review, week.draft.programme, { peer: person }, [], editionOf(week))) ??
      emptyCalendar(line.council, line.firstDay, 'Nothing has been agreed yet.');
    await store.feedTokens.fetched(link);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', etagOf(calendar));
    response.setHeader('Content-Disposition', 'inline; filename="peer-review.ics"');
    response.type('text/calendar; charset=utf-8').send(calendar);
  };
