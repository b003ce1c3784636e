import type { RequestHandler } from 'express';
import { sharedFrames } from '../../../src/actions/shared-frames.ts';
import { addresses } from '../../addresses.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { weekInWords } from '../frame/week-in-words.ts';
import { coordinatorTabs } from './tabs.ts';

/** Weeks that a review can begin with instead of the manual's. */
export const frames =
  ({ store, show }: Services): RequestHandler =>
  async (_request, response) => {
    const all = await sharedFrames(store);
    show(
      response,
      'coordinate/frames',
      { title: 'Weeks to begin with', where: 'coordinate' },
      {
        tabs: coordinatorTabs('frames'),
        frames: all.map(({ id, name, frame }) => ({ id, name, days: weekInWords(frame) })),
        remove: addresses.removeFrame,
      },
    );
  };

export const removeFrame =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const signature = { by: whoIs(response).name, why: 'Took a week off those to begin with' };
    await store.shared.drop('frame', sent(request, 'frame'), signature);
    response.redirect(303, addresses.sharedFrames);
  };
