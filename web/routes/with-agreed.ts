import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Agreed } from '../../src/actions/open-agreed.ts';
import type { About, Tab } from '../page.ts';
import type { Services } from '../services.ts';
import { looksOnAt, whoIs } from '../who.ts';
import { weekOfEntry } from './week-of-entry.ts';

/** What a page for those who only look on is given: what was agreed of a review, and nothing of the draft. */
export interface AboutAgreed extends Agreed {
  readonly request: Request;
  readonly response: Response;
  /** For what is not there: the page that says so. */
  readonly next: NextFunction;
  readonly about: (title: string, tab: Tab) => About;
}

/**
 * A handler for a page that peers have too: they are shown what was agreed last, whatever is being worked on meanwhile;
 * everybody else gets `otherwise`.
 */
export const agreedForPeers =
  (
    services: Services,
    handle: (given: AboutAgreed) => void | Promise<void>,
    otherwise: RequestHandler,
  ): RequestHandler =>
  async (request, response, next) => {
    const id = String(request.params.review);
    if (!looksOnAt(whoIs(response), id)) return otherwise(request, response, next);
    const found = await services.agreed(id);
    if (!found) return next();
    const { line, agreed, entry } = found;
    const week = weekOfEntry(line.firstDay, agreed?.review.week.zone ?? entry?.review.timeZone);
    await handle({
      ...found,
      request,
      response,
      next,
      about: (title, tab) => ({
        title,
        where: 'reviews',
        review: { id: line.id, council: line.council, week, tab },
      }),
    });
  };
