import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Changed } from '../../src/actions/change-review.ts';
import { changeReview } from '../../src/actions/change-review.ts';
import { type OpenEntry, openEntry } from '../../src/actions/open-entry.ts';
import type { Edit } from '../../src/entry/entry.ts';
import { doneIn } from '../done.ts';
import type { About, Tab } from '../page.ts';
import type { Services } from '../services.ts';
import { looksOnAt, type Role, whoIs } from '../who.ts';
import { clockOf } from './clock.ts';
import { weekOfEntry } from './week-of-entry.ts';

/** What a page that enters something is given. */
export interface AboutEntry extends OpenEntry {
  readonly request: Request;
  readonly response: Response;
  /** For what is not there: the page that says so. */
  readonly next: NextFunction;
  /** What stands around a page of this review, the line of what was just done with it. */
  readonly about: (title: string, tab: Tab) => About;
  /** Whoever asks, as the history will name them. */
  readonly by: string;
  readonly role: Role;
  /** The version to give back with a form, so that it is known what the person had before their eyes. */
  readonly seen: number;
  /** Changes the review as this person, from what they saw (`seen` of the form that they sent). */
  readonly change: (edit: Edit, why: string) => Promise<Changed>;
}

/** The version of the review that a form was made from; today's where it does not say. */
export function seenOf(request: Request, today: number): number {
  const value: unknown = (request.body as Record<string, unknown> | undefined)?.seen;
  const seen = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : today;
  return seen >= 1 && seen <= today ? seen : today;
}

/** A handler for `/reviews/:review…` where something is entered: the review need not be whole. */
export const withEntry =
  (services: Services, handle: (given: AboutEntry) => void | Promise<void>): RequestHandler =>
  async (request, response, next) => {
    const { store, open, show, now } = services;
    const opening = await openEntry(store, open, String(request.params.review));
    if (!opening) return next();
    if (!opening.ok) {
      show(
        response.status(500),
        'unreadable',
        { title: 'This review can’t be read', where: 'reviews' },
        { council: opening.line.council, problems: opening.problems },
      );
      return;
    }
    const { line, entry } = opening.open;
    const who = whoIs(response);
    const role = who.roleIn(line.id);
    if (!role) return next();
    // What was done is told to those who do it: a peer who looks on sees nothing of the draft.
    const done = looksOnAt(who, line.id) ? undefined : await doneIn(request, store, line.id);
    const { timeZone = 'Europe/London', limits = {}, approvedAt } = entry.review;
    const clock = await clockOf(
      store,
      {
        id: line.id,
        week: { firstDay: line.firstDay, zone: timeZone },
        limits,
        ...(approvedAt !== undefined && { approvedAt }),
        draft: opening.open.open?.draft?.version,
      },
      now(),
    );
    await handle({
      ...opening.open,
      request,
      response,
      next,
      by: who.name,
      role,
      seen: line.version,
      change: (edit, why) =>
        changeReview({ store, now }, line.id, seenOf(request, line.version), edit, { by: who.name, why }),
      about: (title, tab) => ({
        title,
        where: 'reviews',
        review: {
          id: line.id,
          council: line.council,
          week: weekOfEntry(line.firstDay, entry.review.timeZone),
          tab,
          clock,
        },
        ...(done && { done }),
      }),
    });
  };
