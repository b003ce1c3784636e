import type { RequestHandler } from 'express';
import { type OpenRelease, openRelease } from '../../../src/actions/amendments.ts';
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

/** A handler for `/reviews/:review/week…`: opens the review, and looks where its week is. */
export const withWeek = (
  services: Services,
  handle: (given: AboutWeek) => void | Promise<void>,
): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const { review, draft } = open;
    const moment = momentOf(
      review.week,
      services.now(),
      asked(request, 'at') ?? (sent(request, 'at') || undefined),
    );
    const release = openRelease(await services.store.releases.latest(review.id));
    const happenings = await services.store.happenings.of(review.id);
    await handle({
      ...given,
      moment,
      at: moment.rehearsed ? moment.local : undefined,
      release,
      followed: release ?? (draft && { review, programme: draft.programme }),
      happenings: happenings.filter((h) => h.state !== 'withdrawn'),
      isManager: whoIs(response).rolesIn(review.id).includes('manager'),
    });
  });
