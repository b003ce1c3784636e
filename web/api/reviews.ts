import type { Request, RequestHandler, Response } from 'express';
import type { Changed } from '../../src/actions/change-review.ts';
import { changeReview } from '../../src/actions/change-review.ts';
import { listReviews } from '../../src/actions/list-reviews.ts';
import { undoChange } from '../../src/actions/undo-change.ts';
import type { Edit } from '../../src/entry/entry.ts';
import { readEntry } from '../../src/intake/index.ts';
import { may } from '../may.ts';
import type { Services } from '../services.ts';
import { partIn, whoIs } from '../who.ts';
import { sentValue, textOf } from './body.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { seenBy, sendVersion, tagOf } from './versions.ts';

/** What became of a change, as a program reads it. */
export function answerChange(response: Response, result: Changed, added?: string, status = 200): void {
  switch (result.kind) {
    case 'changed':
    case 'unchanged':
      response
        .status(status)
        .setHeader('ETag', tagOf(result.stored.version))
        .json({ version: result.stored.version, ...(added !== undefined && { id: added }) });
      break;
    case 'problems':
      refuse(response, 422, { problems: result.problems });
      break;
    case 'clash':
      refuse(response, 412, {
        detail: 'Somebody else has changed the same fields since; theirs stand.',
        clashes: result.clashes,
      });
      break;
    case 'gone':
      refuse(response, 404);
  }
}

export const reviewOfPath = (request: Request): string => String(request.params.review);

/** Changes a review in the name of whoever’s token it is, from the version that the program says it has seen. */
export async function change(
  { store, now }: Services,
  request: Request,
  response: Response,
  edit: Edit,
  why: string,
): Promise<Changed> {
  const id = reviewOfPath(request);
  const seen = seenBy(request) ?? (await store.reviews.find(id))?.version ?? 0;
  return changeReview({ store, now }, id, seen, edit, { by: whoIs(response).name, why });
}

const list =
  ({ store, open }: Services): RequestHandler =>
  async (_request, response) => {
    const who = whoIs(response);
    const listed = await listReviews(store, open, (id) => partIn(who, id));
    response.json(listed.map(({ line, standing }) => ({ ...line, waitsFor: standing.waitsFor })));
  };

const read =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const stored = await store.reviews.find(reviewOfPath(request));
    if (!stored) return refuse(response, 404);
    sendVersion(request, response, stored.version, stored.file);
  };

const replace =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const text = textOf(request, response);
    if (text === undefined) return;
    if (seenBy(request) === undefined)
      return refuse(response, 428, { detail: 'Send If-Match with the ETag that the review was read with.' });
    const reading = readEntry(text);
    if (!reading.ok) return refuse(response, 422, { problems: reading.problems });
    const entry = reading.value;
    if (entry.review.id !== reviewOfPath(request))
      return refuse(response, 422, {
        problems: [
          {
            path: 'review.id',
            what: `is “${entry.review.id}”, and the address is that of “${reviewOfPath(request)}”.`,
            mend: 'Send it to its own address.',
          },
        ],
      });
    answerChange(response, await change(services, request, response, () => entry, 'Changed by a program'));
  };

const history =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const lines = await store.history.of(reviewOfPath(request));
    response.json(lines.map(({ review: _, ...line }) => line));
  };

const undo =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response) as { readonly version?: unknown } | undefined;
    if (value === undefined) return;
    const { version } = value;
    if (typeof version !== 'number' || !Number.isInteger(version) || version < 2)
      return refuse(response, 422, {
        problems: [
          { path: 'version', what: 'has to be a version after the first.', mend: 'See the history.' },
        ],
      });
    const signature = { by: whoIs(response).name, why: `Undid what made version ${version}` };
    answerChange(response, await undoChange(services, reviewOfPath(request), version, signature));
  };

/** Reviews as a whole. */
export const reviewOperations: readonly Operation[] = [
  {
    id: 'listReviews',
    method: 'get',
    path: '/reviews',
    says: 'Lists the reviews that you are part of, in order of their weeks.',
    may: may.signedIn,
    gives: { 200: { says: 'The reviews.', schema: 'ReviewLine', list: true } },
    handle: list,
  },
  {
    id: 'readReview',
    method: 'get',
    path: '/reviews/:review',
    says: 'Gives everything that is entered about a review, as its file.',
    may: may('organiser', 'manager'),
    gives: { 200: { says: 'The review; its version is the ETag.', schema: 'Review' } },
    handle: read,
  },
  {
    id: 'replaceReview',
    method: 'put',
    path: '/reviews/:review',
    says: 'Changes a review to what is sent. What others have changed since the version in If-Match is kept; where both changed one field, nothing is done.',
    may: may('organiser', 'manager'),
    takes: 'Review',
    seen: 'must',
    gives: { 200: { says: 'It is changed.', schema: 'Changed' } },
    handle: replace,
  },
  {
    id: 'readHistory',
    method: 'get',
    path: '/reviews/:review/history',
    says: 'Tells who did what to a review, when and why, the oldest first.',
    may: may('organiser', 'manager'),
    gives: { 200: { says: 'The lines of the history.', schema: 'HistoryLine', list: true } },
    handle: history,
  },
  {
    id: 'undo',
    method: 'post',
    path: '/reviews/:review/undo',
    says: 'Takes back what made a version of the review ({ "version": 7 }), and leaves what came after it.',
    may: may('organiser', 'manager'),
    gives: { 200: { says: 'It is undone.', schema: 'Changed' } },
    handle: undo,
  },
];
