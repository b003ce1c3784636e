import type { RequestHandler } from 'express';
import { askForBuild, takingBuilt } from '../../../src/actions/builds.ts';
import type { Job } from '../../../src/store/jobs-port.ts';
import { addresses } from '../../addresses.ts';
import { moved } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { asked, withReview } from '../with-review.ts';
import { buildingView } from './view.ts';

/** Milliseconds for which somebody waits who asked to; and who has only just begun. */
const PATIENCE = 10_000;
const GLANCE = 700;
/** Seconds after which a browser without script asks how far it is. */
const AGAIN = 4;

/** Begins to build the programme, or joins whoever began; on to the page that shows how far it is. */
export const build = (services: Services): RequestHandler =>
  withReview(services, async ({ open, response }) => {
    const { background } = services;
    const { id: review } = open.review;
    const job = await askForBuild(background, open, whoIs(response).name);
    await background.soon(review, 'build', GLANCE);
    response.redirect(303, addresses.build(review, { job: job.id }));
  });

/** Who changed the draft after the building was asked for, each once. */
async function changersSince({ store }: Services, { review, draftVersion }: Job): Promise<readonly string[]> {
  const lines = await store.history.of(review);
  const since = lines.filter((l) => l.thing === 'programme' && l.version > draftVersion);
  return [...new Set(since.map((l) => l.by))];
}

/** How far the building is, with the programme so far; who waits for it is led on to the programme when it is there. */
export const building = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, about }) => {
    const { background, store, now } = services;
    const { id: review } = open.review;
    if (asked(request, 'wait') !== undefined) await background.soon(review, 'build', PATIENCE);
    const job = await background.of(review, 'build');
    if (job?.ended === 'saved' && job.id === asked(request, 'job')) {
      const version = job.savedVersion ?? 1;
      // The first has nothing before it to go back to.
      if (version > 1) return moved(response, addresses.programme(review), version);
      return response.redirect(303, addresses.programme(review));
    }
    const found = job && (job.state !== 'ended' || job.ended === 'offered');
    const view = buildingView(open, job, {
      found: found ? await store.jobs.foundBy(job.id) : undefined,
      day: asked(request, 'day'),
      late: asked(request, 'late') !== undefined,
      changedBy: job?.ended === 'offered' ? await changersSince(services, job) : [],
      now: now(),
    });
    const goesOn = job !== undefined && job.state !== 'ended';
    const page = about('Building the programme', 'programme');
    services.show(response, 'building', goesOn ? { ...page, again: AGAIN } : page, view);
  });

/** Asks the building to stop, with the best so far. */
export const stopBuild = (services: Services): RequestHandler =>
  withReview(services, async ({ open, response }) => {
    const { background } = services;
    const { id: review } = open.review;
    const job = await background.of(review, 'build');
    await background.stop(review, 'build', whoIs(response).name);
    await background.soon(review, 'build', PATIENCE);
    response.redirect(303, addresses.build(review, job ? { job: job.id } : {}));
  });

/** Makes what was built the draft, over the one that the page showed; not where that has changed since. */
export const takeBuilt = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response }) => {
    const { id: review } = open.review;
    const seen = Number(sent(request, 'seen')) || 0;
    const taken = await services.store.jobs.takeOffered(review, seen, takingBuilt(whoIs(response).name));
    if (taken?.saved) return moved(response, addresses.programme(review), taken.stored.version);
    response.redirect(303, addresses.build(review, { late: 'yes' }));
  });

/** Keeps the draft that there is, and forgets what was built. */
export const keepOwn = (services: Services): RequestHandler =>
  withReview(services, async ({ open, response }) => {
    await services.store.jobs.keepOwn(open.review.id);
    response.redirect(303, addresses.programme(open.review.id));
  });
