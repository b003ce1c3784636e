import type { RequestHandler } from 'express';
import { type OpenRelease, openRelease } from '../../../src/actions/amendments.ts';
import type { OpenReview } from '../../../src/actions/open-review.ts';
import { type Moment, momentOf } from '../../../src/actions/week/moment.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Happening } from '../../../src/store/happenings-port.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { type AboutReview, asked, withReview } from '../with-review.ts';

/** What a page of the week that goes on is given. */
export interface AboutWeek extends AboutReview {
  readonly moment: Moment;
  /** `at` of an address of the same moment; undefined for the clock’s own. */
  readonly at: string | undefined;
  readonly release: OpenRelease | undefined;
  /** What people go by: the release that holds, the draft while there is none. Undefined where nothing is built. */
  readonly followed: { readonly review: Review; readonly programme: Programme } | undefined;
  /** What really happened, the oldest first. */
  readonly happenings: readonly Happening[];
  readonly isManager: boolean;
}

/** The week of a review as it goes on: where it is, what people go by, and what really happened. */
export type Going = Pick<AboutWeek, 'moment' | 'at' | 'release' | 'followed' | 'happenings'>;

/** Looks where a week is; `chosen`: at a moment of it to rehearse on. */
export async function goingOn(
  { store, now }: Pick<Services, 'store' | 'now'>,
  { review, draft }: OpenReview,
  chosen: string | undefined,
): Promise<Going> {
  const moment = momentOf(review.week, now(), chosen);
  const release = openRelease(await store.releases.latest(review.id));
  const happenings = await store.happenings.of(review.id);
  return {
    moment,
    at: moment.rehearsed ? moment.local : undefined,
    release,
    followed: release ?? (draft && { review, programme: draft.programme }),
    happenings: happenings.filter((h) => h.state !== 'withdrawn'),
  };
}

/** A handler for `/reviews/:review/week…`: opens the review, and looks where its week is. */
export const withWeek = (
  services: Services,
  handle: (given: AboutWeek) => void | Promise<void>,
): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    await handle({
      ...given,
      ...(await goingOn(services, open, asked(request, 'at') ?? (sent(request, 'at') || undefined))),
      isManager: whoIs(response).rolesIn(open.review.id).includes('manager'),
    });
  });
