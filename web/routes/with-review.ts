import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { type OpenEntry, openEntry } from '../../src/actions/open-entry.ts';
import type { OpenReview } from '../../src/actions/open-review.ts';
import { dayAndYear, dayName } from '../../src/time/words.ts';
import { addresses } from '../addresses.ts';
import { doneIn } from '../done.ts';
import { cursorOf, cursorText, isLive } from '../live.ts';
import type { About, Tab } from '../page.ts';
import { typedIn } from '../problem-view.ts';
import type { Services } from '../services.ts';
import { whatWasSent } from '../what-was-sent.ts';
import { clockOf } from './clock.ts';
import { problemLines } from './mend-links.ts';
import { weekOfEntry } from './week-of-entry.ts';

/** What a page about one review is given. */
export interface AboutReview {
  readonly open: OpenReview;
  readonly request: Request;
  readonly response: Response;
  /** For what is not there: the page that says so. */
  readonly next: NextFunction;
  /** What stands around a page of this review. */
  readonly about: (title: string, tab: Tab) => About;
}

/** `Monday 23 March to Friday 27 March 2026`. */
export const weekWords = ({ review: { week } }: OpenReview): string =>
  `${dayName(week, 1)} to ${dayAndYear(week, 5)}`;

/** The first of a query's values, where there is one. */
export const asked = (request: Request, name: string): string | undefined => {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** What is entered does not make a whole yet: what is to be put right, each with the page on which that is done. */
async function showNotWhole(
  { show }: Services,
  request: Request,
  response: Response,
  { line, entry, problems }: OpenEntry,
): Promise<void> {
  const about: About = {
    title: 'Not everything is entered yet',
    where: 'reviews',
    review: {
      id: line.id,
      council: line.council,
      week: weekOfEntry(line.firstDay, entry.review.timeZone),
      tab: 'overview',
    },
  };
  show(request.method === 'POST' ? response.status(409) : response, 'not-whole', about, {
    problems: problemLines(entry, problems),
    ready: addresses.ready(line.id),
    typed: typedIn(await whatWasSent(request, response)),
  });
}

/** Where a page is to be had again, without what was just done; an answer to a form has no such address. */
function shownAgainAt(request: Request): string {
  if (request.method !== 'GET') return '';
  const { pathname, searchParams } = new URL(request.originalUrl, 'http://localhost');
  for (const once of ['done', 'moved', 'late', 'wait']) searchParams.delete(once);
  return `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`;
}

/** A handler for `/reviews/:review…`: opens the review first, or says why that can't be. */
export const withReview =
  (services: Services, handle: (given: AboutReview) => void | Promise<void>): RequestHandler =>
  async (request, response, next) => {
    const { open, show, store, now } = services;
    // Before anything is read: what is done from now on is news.
    const made = now();
    const opening = await open(String(request.params.review));
    if (!opening) return next();
    if (!opening.ok) {
      const entering = await openEntry(store, open, String(request.params.review));
      if (entering?.ok) return showNotWhole(services, request, response, entering.open);
      show(
        response.status(500),
        'unreadable',
        { title: 'This review can’t be read', where: 'reviews' },
        { council: opening.line.council, problems: opening.problems },
      );
      return;
    }
    const { review } = opening.open;
    const done = await doneIn(request, store, review.id);
    const clock = await clockOf(store, { ...review, draft: opening.open.draft?.version }, made);
    await handle({
      open: opening.open,
      request,
      response,
      next,
      about: (title, tab) => ({
        title,
        where: 'reviews',
        review: { id: review.id, council: review.council, week: weekWords(opening.open), tab, clock },
        ...(done && { done }),
        ...(isLive(tab) && {
          live: {
            news: addresses.news(review.id, cursorText(cursorOf(opening.open, made))),
            page: shownAgainAt(request),
          },
        }),
      }),
    });
  };
