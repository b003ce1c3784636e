import type { Request, RequestHandler } from 'express';
import { openRelease } from '../../src/actions/amendments.ts';
import { changesBetween } from '../../src/programme/changes.ts';
import { knownToBoth } from '../../src/review/known-to-both.ts';
import type { ReleaseLine } from '../../src/store/agreement-port.ts';
import { may } from '../may.ts';
import type { Services } from '../services.ts';
import { changeObject } from './change-object.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { reviewOfPath } from './reviews.ts';

/** What was agreed is for all who are part of the review. */
const members = may('organiser', 'manager', 'peer');

export const releaseObject = ({ number, hash, by, at, note }: ReleaseLine): object => ({
  number,
  hash,
  by,
  at,
  note,
});

const numbered = (request: Request, name: string): number => Number(request.params[name]);

const list =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const lines = await store.releases.of(reviewOfPath(request));
    response.json(lines.map(releaseObject));
  };

/** A file of a release: it is never altered, so that its hash is its ETag. */
const file =
  (which: 'programmeFile' | 'reviewFile') =>
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const found = await store.releases.find(reviewOfPath(request), numbered(request, 'number'));
    if (!found) return refuse(response, 404);
    response.setHeader('ETag', `"${found.hash}"`);
    response.type('application/json').send(found[which]);
  };

const one =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const lines = await store.releases.of(reviewOfPath(request));
    const found = lines.find((line) => line.number === numbered(request, 'number'));
    if (!found) return refuse(response, 404);
    response.json(releaseObject(found));
  };

const compared =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const review = reviewOfPath(request);
    const [before, after] = [
      openRelease(await store.releases.find(review, numbered(request, 'number'))),
      openRelease(await store.releases.find(review, numbered(request, 'other'))),
    ];
    if (!before || !after) return refuse(response, 404);
    const known = knownToBoth(before.review, after.review);
    const changes = changesBetween(known, before.programme, after.programme);
    const { who } = request.query;
    const own = typeof who === 'string' ? changes.filter((c) => c.tell.includes(who)) : changes;
    response.json(own.map((change) => changeObject(known, change)));
  };

const path = '/reviews/:review/releases';

/** What was agreed. */
export const releaseOperations: readonly Operation[] = [
  {
    id: 'listReleases',
    method: 'get',
    path,
    says: 'Lists the releases of a review.',
    may: members,
    gives: {
      200: { says: 'The releases, the oldest first; the last one holds.', schema: 'Release', list: true },
    },
    handle: list,
  },
  {
    id: 'readRelease',
    method: 'get',
    path: `${path}/:number`,
    says: 'Tells who approved a release, when, and its hash.',
    may: members,
    gives: { 200: { says: 'The release.', schema: 'Release' } },
    handle: one,
  },
  {
    id: 'readReleasedProgramme',
    method: 'get',
    path: `${path}/:number/programme`,
    says: 'Gives the programme as it was approved.',
    may: members,
    gives: { 200: { says: 'The programme; it is never altered.', schema: 'Programme' } },
    handle: file('programmeFile'),
  },
  {
    id: 'readReleasedReview',
    method: 'get',
    path: `${path}/:number/review`,
    says: 'Gives the review as it was when its programme was approved.',
    may: may('organiser', 'manager'),
    gives: { 200: { says: 'The review; it is never altered.', schema: 'Review' } },
    handle: file('reviewFile'),
  },
  {
    id: 'compareReleases',
    method: 'get',
    path: `${path}/:number/compare/:other`,
    says: 'Tells what changed from one release to another, for all or (`who`) for one person.',
    may: members,
    asks: { who: 'The id of a person: only what they have to be told.' },
    gives: { 200: { says: 'The changes, in time order.', schema: 'Change', list: true } },
    handle: compared,
  },
];
