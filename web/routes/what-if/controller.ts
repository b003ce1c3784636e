import type { RequestHandler } from 'express';
import { beginScenario, takeScenario } from '../../../src/actions/scenarios.ts';
import { addresses, draftAddresses } from '../../addresses.ts';
import { moved } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { asked, withReview } from '../with-review.ts';
import { whatIfsView, whatIfView } from './view.ts';

/** A name is as long as a heading may be. */
const LONGEST = 80;

/** The what-ifs of a review. */
export const whatIfs = (services: Services): RequestHandler =>
  withReview(services, async ({ open, response, about }) => {
    const all = await services.store.scenarios.of(open.review.id);
    const view = whatIfsView(open, all, { name: '', trouble: '' });
    services.show(response, 'what-ifs', about('What if', 'what-if'), view);
  });

/** Begins one from the draft as it is, and goes on to its grid. */
export const begin = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, next, about }) => {
    const { review } = open;
    const name = sent(request, 'name').trim();
    const all = await services.store.scenarios.of(review.id);
    const trouble =
      name === ''
        ? 'Give it a name, such as “The hospital on Wednesday”'
        : name.length > LONGEST
          ? `Give it a name of at most ${LONGEST} characters`
          : all.some((s) => s.name === name)
            ? 'There is one of that name: give it another'
            : '';
    if (trouble) {
      const view = whatIfsView(open, all, { name, trouble });
      return services.show(response.status(400), 'what-ifs', about('What if', 'what-if'), view);
    }
    const begun = await beginScenario(services.store, open, name, whoIs(response).name);
    if (!begun) return next();
    response.redirect(303, draftAddresses(review.id, begun.id).grid());
  });

/** One of them, held against the draft. */
export const whatIf = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, next, about }) => {
    const { review } = open;
    const found = await services.store.scenarios.find(review.id, String(request.params.scenario));
    if (!found) return next();
    const opened = await services.openScenario(review.id, found.id);
    const its = opened?.opening.ok ? opened.opening.open.draft : undefined;
    const view = whatIfView(open, found, its, asked(request, 'late') !== undefined);
    services.show(response, 'what-if', about(`What if: ${found.name}`, 'what-if'), view);
  });

/** Makes what it moved the draft’s, and takes it away. */
export const take = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, next }) => {
    const { review } = open;
    const found = await services.store.scenarios.find(review.id, String(request.params.scenario));
    if (!found) return next();
    const result = await takeScenario(services.store, open, found, whoIs(response).name);
    if (result.kind === 'changed')
      return moved(response, addresses.programme(review.id, { day: 'all' }), result.stored.version);
    const on = addresses.whatIf(review.id, found.id, { late: 'yes' });
    response.redirect(303, result.kind === 'unchanged' ? addresses.programme(review.id) : on);
  });

export const throwAway = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, next }) => {
    const { review } = open;
    const found = await services.store.scenarios.find(review.id, String(request.params.scenario));
    if (!found) return next();
    const { name: by } = whoIs(response);
    await services.store.scenarios.drop(review.id, found.id, {
      by,
      why: `Threw away the what-if “${found.name}”`,
    });
    response.redirect(303, addresses.whatIfs(review.id));
  });
