import type { RequestHandler } from 'express';
import { valueIn } from '../../../src/intake/form/sent.ts';
import { addresses } from '../../addresses.ts';
import { brokenView } from '../../broken-view.ts';
import type { Services } from '../../services.ts';
import { weekTimes } from '../../week-times.ts';
import { fieldsOf } from '../entering/body.ts';
import { withEntry } from '../with-entry.ts';
import { diariesView } from './view.ts';

/** Who has said when they can be seen, and who has not. */
export const diaries = (services: Services): RequestHandler =>
  withEntry(services, async ({ entry, open, line, response, about }) => {
    const { store, now } = services;
    const links = await store.diaryLinks.of(line.id);
    const times = open && (await weekTimes(open.review));
    services.show(response, 'diaries', about('Diaries', 'diaries'), {
      ...diariesView({ entry, times, links, now: now() }),
      broken: await brokenView(store, open),
    });
  });

/** Ends the private links of one contact. */
export const endLinks = (services: Services): RequestHandler =>
  withEntry(services, async ({ entry, line, by, request, response, next }) => {
    const id = valueIn(fieldsOf(request), 'contact');
    const contact = entry.contacts?.find((c) => c.id === id);
    if (!contact) return next();
    const why = `Ended the private links to the diary of ${contact.name}`;
    await services.store.diaryLinks.revoke(line.id, id, { by, why });
    response.redirect(303, `${addresses.diaries(line.id)}#${id}`);
  });
