import type { RequestHandler } from 'express';
import { shareFrame } from '../../../src/actions/shared-frames.ts';
import { frameOf } from '../../../src/entry/frame.ts';
import { Sent } from '../../../src/intake/form/sent.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { fieldsOf } from '../entering/body.ts';
import { notTaken } from '../entering/trouble.ts';
import { withEntry } from '../with-entry.ts';
import { showFrame } from './controller.ts';

/** Characters of the name of a week. */
const LONGEST = 100;

/** Keeps a review's week for all reviews, under a name; for coordinators, and for others it is not there. */
export const keepFrame = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { request, response, entry, by, next } = given;
    if (!whoIs(response).account?.coordinates) return next();
    const typed = fieldsOf(request);
    const sent = new Sent(typed);
    const name = sent.line('name', LONGEST);
    if (name === undefined) sent.problem('name', 'Enter a name for the week');
    const reading = sent.reading(name ?? '');
    if (!reading.ok) {
      response.status(422);
      return showFrame(services, given, 1, undefined, notTaken(typed, reading.problems));
    }
    await shareFrame(services.store, reading.value, frameOf(entry), { by });
    response.redirect(303, addresses.sharedFrames);
  });
