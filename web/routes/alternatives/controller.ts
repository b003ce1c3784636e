import type { RequestHandler } from 'express';
import type { Comparisons } from '../../../src/actions/comparisons.ts';
import { useAlternative } from '../../../src/actions/use-alternative.ts';
import { addresses } from '../../addresses.ts';
import { moved } from '../../done.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { asked, withReview } from '../with-review.ts';
import { alternativesView } from './view.ts';

/** Milliseconds for which somebody waits who asked to; and who has only just begun. */
const PATIENCE = 10_000;
const GLANCE = 700;

export const alternatives = (services: Services, comparisons: Comparisons): RequestHandler =>
  withReview(services, async ({ open, request, response, about }) => {
    if (asked(request, 'wait') !== undefined) await comparisons.soon(open, PATIENCE);
    const view = alternativesView(open, await comparisons.of(open), asked(request, 'late') !== undefined);
    services.show(response, 'alternatives', about('Alternatives', 'programme'), view);
  });

export const lookForAlternatives = (services: Services, comparisons: Comparisons): RequestHandler =>
  withReview(services, async ({ open, response }) => {
    await comparisons.begin(open, whoIs(response).name);
    await comparisons.soon(open, GLANCE);
    response.redirect(303, addresses.alternatives(open.review.id));
  });

/** Makes an alternative the draft; where the draft is another by now, nothing is saved and the page says so. */
export const takeAlternative = (services: Services, comparisons: Comparisons): RequestHandler =>
  withReview(services, async ({ open, request, response }) => {
    const comparison = await comparisons.of(open);
    const id: unknown = (request.body as Record<string, unknown> | undefined)?.id;
    const found = comparison.state === 'done' ? comparison.found.programmes : [];
    const chosen = found.find((p, n) => n > 0 && p.id === id);
    const saved = chosen && (await useAlternative(services.store, open, chosen, whoIs(response).name));
    const { review } = open;
    // With the way back: a choice can be undone from where it leads.
    if (saved?.saved) return moved(response, addresses.programme(review.id), saved.stored.version);
    response.redirect(303, addresses.alternatives(review.id, { late: 'yes' }));
  });
