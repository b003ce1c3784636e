import type { RequestHandler } from 'express';
import { peopleBefore } from '../../../src/actions/known-person.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { fieldsOf } from '../entering/body.ts';
import { fromOf } from '../history/controller.ts';
import type { AboutEntry } from '../with-entry.ts';
import { withEntry } from '../with-entry.ts';
import { sureBox } from './sure.ts';
import { dateSaid, readUntil, type Until } from './until.ts';
import { dataView, SOME } from './view.ts';

const today = ({ now }: Services): string => now().toISOString().slice(0, 10);

/** What may be said above the page, by the word for it in the address. */
const sayings: Readonly<Record<string, string>> = {
  kept: 'What you said about how long this review is kept was saved',
  erased: 'That person was erased from this review and its history',
};

async function showData(services: Services, given: AboutEntry, wrong?: Extract<Until, { ok: false }>) {
  const { entry, line, request, response, about } = given;
  const { keeping, accesses } = services.store;
  const from = fromOf(request);
  const { said, before } = request.query;
  const view = dataView({
    entry,
    line,
    kept: await keeping.of(line.id),
    accesses: await accesses.of(line.id, { from, most: SOME + 1 }),
    from,
    ...(before === 'yes' && { before: await peopleBefore(services.store, entry, line.id) }),
    ...(typeof said === 'string' && sayings[said] && { said: sayings[said] }),
    ...(wrong && { wrong }),
  });
  services.show(wrong ? response.status(422) : response, 'data', about('Data', 'data'), view);
}

/** How long the review is kept, what is kept about each person, and who looked at it. */
export const data = (services: Services): RequestHandler =>
  withEntry(services, (given) => showData(services, given));

export const keepUntil = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { line, request, response, by } = given;
    const { keeping } = services.store;
    const fields = fieldsOf(request);
    const always = fields.how === 'always';
    const read: Until | undefined = always ? undefined : readUntil(fields, line.firstDay, today(services));
    if (read?.ok === false) return showData(services, given, read);
    const until = read?.until;
    const why = until
      ? `Keeps the review until ${dateSaid(until)}`
      : 'Keeps the review until somebody says otherwise';
    const saved = await keeping.keepUntil(line.id, until, Number(fields.version ?? 0), { by, why });
    if (saved.saved) return response.redirect(303, addresses.data(line.id, { said: 'kept' }));
    const theirs = saved.theirs?.until;
    await showData(services, given, {
      ok: false,
      typed: {
        day: String(fields['until-day'] ?? ''),
        month: String(fields['until-month'] ?? ''),
        year: String(fields['until-year'] ?? ''),
      },
      why: `Somebody else changed this at the same moment, to ${theirs ? dateSaid(theirs) : 'no day'}: say which it is to be`,
    });
  });

/** Asks before a review is removed for good. */
export const askToRemove = (services: Services): RequestHandler =>
  withEntry(services, ({ line, response, about }) => {
    services.show(response, 'remove-review', about('Remove this review', 'data'), {
      council: line.council,
      remove: addresses.removeReview(line.id),
      back: addresses.data(line.id),
      ...sureBox(false),
    });
  });

export const removeReview = (services: Services): RequestHandler =>
  withEntry(services, async ({ line, request, response, about }) => {
    if (fieldsOf(request).sure !== 'yes') {
      services.show(response.status(422), 'remove-review', about('Remove this review', 'data'), {
        council: line.council,
        remove: addresses.removeReview(line.id),
        back: addresses.data(line.id),
        ...sureBox(true),
      });
      return;
    }
    await services.store.keeping.purge(line.id, 'Asked for by one of those who work on it');
    response.redirect(303, addresses.reviews);
  });
