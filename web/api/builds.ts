import type { RequestHandler } from 'express';
import { toldBy } from '../../src/actions/background/build-told.ts';
import { askForBuild, takingBuilt } from '../../src/actions/builds.ts';
import type { Job } from '../../src/store/jobs-port.ts';
import { may } from '../may.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { reviewOfPath } from './reviews.ts';
import { seenBy, tagOf } from './versions.ts';

const builders = may('organiser', 'manager');

/** What a program is told of a job. */
function buildObject(job: Job | undefined): object {
  if (!job) return { state: 'not asked' };
  const { state, by, at, stoppedBy, ended, endedAt, savedVersion } = job;
  const told = toldBy(job);
  return {
    state: state === 'ended' ? (ended === 'broke off' ? 'failed' : 'done') : state,
    by,
    at,
    ...(told && told),
    ...(stoppedBy !== undefined && { stoppedBy }),
    ...(ended !== undefined && { ended }),
    ...(endedAt !== undefined && { endedAt }),
    ...(savedVersion !== undefined && { version: savedVersion }),
  };
}

const addressOf = (review: string): string => `/api/v1/reviews/${encodeURIComponent(review)}/build`;

const build =
  ({ open, background }: Services): RequestHandler =>
  async (request, response) => {
    const opening = await open(reviewOfPath(request));
    if (!opening) return refuse(response, 404);
    if (!opening.ok) return refuse(response, 409, { problems: opening.problems });
    const job = await askForBuild(background, opening.open, whoIs(response).name);
    response.setHeader('Location', addressOf(opening.open.review.id));
    response.status(202).json(buildObject(job));
  };

const building =
  ({ background }: Services): RequestHandler =>
  async (request, response) => {
    const job = await background.of(reviewOfPath(request), 'build');
    response.json(buildObject(job));
  };

const stop =
  ({ background }: Services): RequestHandler =>
  async (request, response) => {
    const review = reviewOfPath(request);
    const stopped = await background.stop(review, 'build', whoIs(response).name);
    if (!stopped)
      return refuse(response, 409, { detail: 'Nothing is being built, or it was asked to stop before.' });
    response.setHeader('Location', addressOf(review));
    response.status(202).json(buildObject(await background.of(review, 'build')));
  };

const take =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const seen = seenBy(request);
    if (seen === undefined)
      return refuse(response, 428, {
        detail: 'Send If-Match with the ETag that the programme was read with.',
      });
    const taken = await store.jobs.takeOffered(
      reviewOfPath(request),
      seen,
      takingBuilt(whoIs(response).name),
    );
    if (!taken) return refuse(response, 409, { detail: 'No programme is offered.' });
    if (!taken.saved) return refuse(response, 412);
    response.setHeader('ETag', tagOf(taken.stored.version));
    response.json({ version: taken.stored.version });
  };

const keep =
  ({ store, background }: Services): RequestHandler =>
  async (request, response) => {
    const review = reviewOfPath(request);
    await store.jobs.keepOwn(review);
    response.json(buildObject(await background.of(review, 'build')));
  };

const far = { says: 'How far it is.', schema: 'Build' } as const;

/** Building the programme of a review in the background. */
export const buildOperations: readonly Operation[] = [
  {
    id: 'build',
    method: 'post',
    path: '/reviews/:review/build',
    says: 'Begins to build the programme, or joins what is being built. What is built becomes the draft, unless somebody changes that meanwhile: then it is offered. Ask the address in Location how far it is.',
    may: builders,
    gives: { 202: { says: 'It is being built.', schema: 'Build' } },
    handle: build,
  },
  {
    id: 'readBuild',
    method: 'get',
    path: '/reviews/:review/build',
    says: 'Tells how far the building of a programme is, or how the last one ended.',
    may: builders,
    gives: { 200: far },
    handle: building,
  },
  {
    id: 'stopBuild',
    method: 'post',
    path: '/reviews/:review/build/stop',
    says: 'Asks the building to stop. The best programme so far becomes the draft where it is better, and is offered where it is not.',
    may: builders,
    gives: { 202: far },
    handle: stop,
  },
  {
    id: 'takeBuilt',
    method: 'post',
    path: '/reviews/:review/build/take',
    says: 'Makes the programme that a build offers the draft, over the one whose version is in If-Match.',
    may: builders,
    seen: 'must',
    gives: { 200: { says: 'It is the draft.', schema: 'Changed' } },
    handle: take,
  },
  {
    id: 'keepDraft',
    method: 'post',
    path: '/reviews/:review/build/keep',
    says: 'Keeps the draft that there is: what a build offers is forgotten.',
    may: builders,
    gives: { 200: far },
    handle: keep,
  },
];
