import type { Request, RequestHandler, Response } from 'express';
import { openRelease } from '../../../src/actions/amendments.ts';
import { followLink } from '../../../src/actions/follow-link.ts';
import { revokeLink } from '../../../src/actions/revoke-link.ts';
import { changedToday } from '../../../src/actions/week/changed-today.ts';
import { momentOf } from '../../../src/actions/week/moment.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import type { About } from '../../page.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { looksOnAt, whoIs } from '../../who.ts';
import { agreedForPeers } from '../with-agreed.ts';
import { asked, withReview } from '../with-review.ts';
import { boardView } from './view.ts';

/** Seconds after which a board without script shows itself anew. */
const ANEW = 30;

/** The board of a review as it is now; null while nothing is approved. */
async function boardOfReview({ store, now }: Services, review: string, chosen?: string) {
  const release = openRelease(await store.releases.latest(review));
  if (!release) return null;
  const moment = momentOf(release.review.week, now(), chosen);
  return boardView(
    release,
    moment,
    await store.happenings.of(review),
    await changedToday(store, release, moment),
    await store.happenings.pairsAgreed(review),
  );
}

/** Links for a screen on the wall: those that are open, and the one that was made a moment ago. */
async function linksView(
  { store }: Services,
  review: string,
  zone: { firstDay: string; zone: string },
  made: string,
) {
  const links = (await store.feedTokens.of(review)).filter(
    (l) => l.kind === 'board' && l.revokedAt === undefined,
  );
  return {
    make: addresses.boardLinks(review),
    revoke: addresses.boardLinks(review, 'revoke'),
    made,
    open: links.map((l) => ({
      id: l.id,
      issued: instantMoment(zone, l.issuedAt),
      fetched: l.fetchedAt === undefined ? '' : instantMoment(zone, l.fetchedAt),
    })),
  };
}

interface Shown {
  readonly request: Request;
  readonly response: Response;
  readonly about: About;
  readonly review: string;
  readonly week: { readonly firstDay: string; readonly zone: string };
}

async function show(services: Services, { request, response, about, review, week }: Shown, made = '') {
  const works = !looksOnAt(whoIs(response), review);
  services.show(
    response,
    'board',
    { ...about, again: ANEW },
    {
      board: await boardOfReview(services, review, asked(request, 'at')),
      agree: works ? addresses.agree(review) : '',
      links: works ? await linksView(services, review, week, made) : null,
      page: addresses.board(review, { at: asked(request, 'at') }),
      wall: false,
    },
  );
}

/** Now, next, and who is where: as it was agreed, for everybody who is part of the review. */
export const board = (services: Services): RequestHandler =>
  agreedForPeers(
    services,
    ({ line, entry, agreed, request, response, about }) =>
      show(services, {
        request,
        response,
        about: about('Board', 'board'),
        review: line.id,
        week: agreed?.review.week ?? {
          firstDay: line.firstDay,
          zone: entry?.review.timeZone ?? 'Europe/London',
        },
      }),
    withReview(services, ({ open, request, response, about }) =>
      show(services, {
        request,
        response,
        about: about('Board', 'board'),
        review: open.review.id,
        week: open.review.week,
      }),
    ),
  );

/** Makes a private link for a screen on the wall. It is told this once. */
export const makeLink = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, about }) => {
    const { id, week } = open.review;
    const signature = { by: whoIs(response).name, why: 'Made a link to the board, for a screen on the wall' };
    const { token } = await services.store.feedTokens.issue(id, 'board', signature, 'board');
    response.setHeader('Cache-Control', 'no-store');
    const made = `${hereFor(services.site, request)}${addresses.wallBoard(token)}`;
    await show(services, { request, response, about: about('Board', 'board'), review: id, week }, made);
  });

export const endLink = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response }) => {
    const signature = { by: whoIs(response).name, why: 'Ended a link to the board' };
    await revokeLink(services.store, open.review.id, sent(request, 'link'), signature);
    response.redirect(303, `${addresses.board(open.review.id)}#links`);
  });

/** The board behind its private link, for a screen at which nobody signs in. */
export const wallBoard =
  (services: Services): RequestHandler =>
  async (request, response, next) => {
    const followed = await followLink(services.store, services.agreed, String(request.params.token));
    if (followed?.kind !== 'board') return next();
    await services.store.feedTokens.fetched(followed.link);
    response.setHeader('Cache-Control', 'private, no-store');
    const view = await boardOfReview(services, followed.line.id);
    services.show(
      response,
      'board',
      { title: `Board – ${followed.line.council}`, where: 'alone', again: ANEW },
      {
        board: view,
        agree: '',
        links: null,
        page: addresses.wallBoard(String(request.params.token)),
        wall: true,
      },
    );
  };
