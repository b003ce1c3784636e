import type { RequestHandler } from 'express';
import { startReview } from '../../../src/actions/start-review.ts';
import { datedDiaries } from '../../../src/entry/about.ts';
import { type Fields, readStart } from '../../../src/intake/form/set-up.ts';
import { dateOfInstant } from '../../../src/time/week.ts';
import { addresses } from '../../addresses.ts';
import { done } from '../../done.ts';
import { refusalsOf } from '../../form/refusals.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { enteredFields } from './fields.ts';
import { readStep } from './save.ts';
import { isFirstTime, isStep, type Step, stepAfter, stepBefore, steps, stepTitles } from './steps.ts';
import { setUpView } from './summary-view.ts';
import { fieldsOf, peopleOf, type Shown, startFields, summaryOf } from './view.ts';
import { notedDays } from './week-notes.ts';

const newAbout = { title: 'Start a review', where: 'reviews' } as const;

const showStart = ({ show }: Services, response: Parameters<RequestHandler>[1], shown: Shown): void =>
  show(response, 'start-review', newAbout, {
    errors: summaryOf(shown),
    fields: startFields(shown),
    action: addresses.newReview,
    back: addresses.reviews,
  });

export const newReview =
  (services: Services): RequestHandler =>
  (_request, response) =>
    showStart(services, response, { fields: {}, problems: [] });

/** Starts a review, and goes on to its first step. */
export const start =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const fields: Fields = request.body ?? {};
    const reading = readStart(fields);
    if (!reading.ok) return showStart(services, response.status(400), { fields, problems: reading.problems });
    const { council } = reading.value;
    const by = whoIs(response).name;
    const started = await startReview(
      services,
      reading.value,
      {
        by,
        why: `Started the review of ${council}`,
      },
      whoIs(response).account?.id,
    );
    response.redirect(303, addresses.setUpStep(started.id, 'week'));
  };

/** The page before a step. */
function backFrom(id: string, step: Step): string {
  const before = stepBefore(step);
  return before ? addresses.setUpStep(id, before) : addresses.setUp(id);
}

const showStep = (
  services: Services,
  { response, entry, line, about }: AboutEntry,
  step: Step,
  shown: Shown,
  seen: number,
): void => {
  const { firstDay, timeZone = 'Europe/London' } = entry.review;
  services.show(response, 'set-up-step', about(stepTitles[step], 'about'), {
    title: stepTitles[step],
    number: steps.indexOf(step) + 2,
    count: steps.length + 1,
    errors: summaryOf(shown),
    fields: fieldsOf[step](shown),
    people: peopleOf(entry),
    days: step === 'week' ? notedDays({ firstDay, zone: timeZone }) : null,
    dated: step === 'week' ? datedDiaries(entry) : 0,
    action: addresses.setUpStep(line.id, step),
    back: backFrom(line.id, step),
    overview: addresses.setUp(line.id),
    seen,
  });
};

export const step = (services: Services): RequestHandler =>
  withEntry(services, (given) => {
    const asked = String(given.request.params.step);
    if (!isStep(asked)) return given.next();
    showStep(services, given, asked, { fields: enteredFields[asked](given.entry), problems: [] }, given.seen);
  });

/** Where to go from a step: back where that was asked for; on while setting up for the first time, else to the summary. */
function onward(before: AboutEntry['entry'], id: string, step: Step, fields: Fields): string {
  if (fields.go === 'back') return backFrom(id, step);
  const next = stepAfter(step);
  return next && isFirstTime(before, step) ? addresses.setUpStep(id, next) : addresses.setUp(id);
}

export const saveStep = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { request, response, entry, line, change, next, seen } = given;
    const asked = String(request.params.step);
    if (!isStep(asked)) return next();
    const fields: Fields = request.body ?? {};
    const reading = readStep[asked](fields);
    if (!reading.ok) {
      response.status(400);
      return showStep(
        services,
        given,
        asked,
        { fields, problems: reading.problems },
        Number(fields.seen) || seen,
      );
    }
    const result = await change(reading.value.edit, reading.value.why);
    if (result.kind === 'gone') return next();
    if (result.kind === 'changed')
      return done(response, onward(entry, line.id, asked, fields), result.stored.version);
    if (result.kind === 'unchanged') return response.redirect(303, onward(entry, line.id, asked, fields));
    response.status(409);
    showStep(services, given, asked, { fields, problems: [], refusals: refusalsOf(result) }, seen);
  });

/** The review as it was set up. */
export const setUp = (services: Services): RequestHandler =>
  withEntry(services, ({ response, entry, about }) => {
    const { firstDay, timeZone = 'Europe/London' } = entry.review;
    const today = dateOfInstant({ firstDay, zone: timeZone }, services.now().toISOString());
    services.show(response, 'set-up', about('The review', 'about'), setUpView(entry, today));
  });
