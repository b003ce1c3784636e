import type { RequestHandler } from 'express';
import { readTravel } from '../../../src/intake/form/travel.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { fieldsOf } from '../entering/body.ts';
import { enter } from '../entering/enter.ts';
import { notTaken, type Trouble } from '../entering/trouble.ts';
import { withEntry } from '../with-entry.ts';
import { showPlaces } from './listed.ts';

/** Takes the minutes of the matrix. */
export const changeTravel = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const typed = fieldsOf(given.request);
    const again = (travelTrouble: Trouble) => showPlaces(services, given, { travelTrouble });
    const reading = readTravel(given.entry, typed);
    if (!reading.ok) return again(notTaken(typed, reading.problems));
    await enter(given, {
      edit: reading.value,
      why: 'Changed the minutes between sites',
      back: `${addresses.places(given.line.id)}#travel`,
      typed,
      again,
    });
  });
