import type { RequestHandler } from 'express';
import { calendarsWaiting } from '../../../src/actions/bring-in/calendars.ts';
import { tablesWaiting } from '../../../src/actions/bring-in/tables.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { applyCalendars, chooseCalendars, showCalendars } from './look-over-calendars.ts';
import { applyTables, chooseTables, showTables } from './look-over-tables.ts';
import { showStart } from './start.ts';

const idOf = ({ request }: AboutEntry): string => String(request.params.upload);

/** It was brought in or thrown away, or a day has gone by: back to the beginning, and why. */
function gone(services: Services, given: AboutEntry): Promise<void> {
  given.response.status(404);
  return showStart(services, given, { isGone: true });
}

/** What is done with an upload, whichever it is. */
const forEither = (
  services: Services,
  tables: typeof showTables,
  calendars: typeof showCalendars,
): RequestHandler =>
  withEntry(services, async (given) => {
    const [id, { store }] = [idOf(given), services];
    const waiting = await tablesWaiting(store, given.line.id, id);
    if (waiting) return tables(services, given, waiting);
    const others = await calendarsWaiting(store, given.line.id, id);
    return others ? calendars(services, given, others) : gone(services, given);
  });

/** What would come of bringing it in. */
export const uploadPage = (services: Services): RequestHandler =>
  forEither(services, showTables, showCalendars);

/** Reads it in another way: other columns, other people. */
export const readAs = (services: Services): RequestHandler =>
  forEither(services, chooseTables, chooseCalendars);

/** Brings it in. */
export const applyUpload = (services: Services): RequestHandler =>
  forEither(services, applyTables, applyCalendars);

export const throwAway = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    await services.store.uploads.drop(given.line.id, idOf(given));
    given.response.redirect(303, addresses.bringIn(given.line.id));
  });
