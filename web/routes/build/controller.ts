import type { RequestHandler } from 'express';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { soon } from '../soon.ts';
import { withReview } from '../with-review.ts';
import { buildingView } from './view.ts';

/** Begins to build the programme; whoever asked is shown it when it is there, or how far it is. */
export const build = (services: Services): RequestHandler =>
  withReview(services, async ({ open, response }) => {
    const { name: by } = whoIs(response);
    const why = open.draft ? 'Built the programme again' : 'Built the programme';
    await soon(services.builds.begin({ open, signature: { by, why } }));
    response.redirect(303, addresses.build(open.review.id));
  });

/** How far the building is; the programme itself as soon as it is there. */
export const building = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, about }) => {
    const asked = { open, signature: { by: '', why: '' } };
    if (request.query.wait !== undefined) await soon(services.builds.of(asked));
    const work = services.builds.of(asked);
    // Once the draft is saved it is another version: nothing is at work on that one.
    if (work.state === 'not asked' && open.draft)
      return response.redirect(303, addresses.programme(open.review.id));
    const view = buildingView(open.review.id, work);
    services.show(response, 'building', about('Building the programme', 'programme'), view);
  });
