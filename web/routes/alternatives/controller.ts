import type { RequestHandler } from 'express';
import type { Comparison, Comparisons } from '../../../src/actions/comparisons.ts';
import { useAlternative } from '../../../src/actions/use-alternative.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { asked, withReview } from '../with-review.ts';
import { alternativesView } from './view.ts';

/** Nobody signs in yet: whoever sits at this computer. */
const somebody = 'Somebody at this computer';

/** Milliseconds for which a page is held back where its content is about to be there: less than a browser minds. */
const PATIENCE = 10_000;

/** Waits for a search to end, but not for long. */
async function soon(comparison: Comparison): Promise<void> {
  if (comparison.state !== 'working') return;
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([comparison.done, enough]);
  clearTimeout(timer);
}

export const alternatives = (services: Services, comparisons: Comparisons): RequestHandler =>
  withReview(services, async ({ open, request, response, about }) => {
    if (asked(request, 'wait') !== undefined) await soon(comparisons.of(open));
    const view = alternativesView(open, comparisons.of(open), asked(request, 'late') !== undefined);
    services.show(response, 'alternatives', about('Alternatives', 'programme'), view);
  });

export const lookForAlternatives = (services: Services, comparisons: Comparisons): RequestHandler =>
  withReview(services, async ({ open, response }) => {
    await soon(comparisons.begin(open));
    response.redirect(303, addresses.alternatives(open.review.id));
  });

/** Makes an alternative the draft; where the draft is another by now, nothing is saved and the page says so. */
export const takeAlternative = (services: Services, comparisons: Comparisons): RequestHandler =>
  withReview(services, async ({ open, request, response }) => {
    const comparison = comparisons.of(open);
    const id: unknown = (request.body as Record<string, unknown> | undefined)?.id;
    const found = comparison.state === 'done' ? comparison.found.programmes : [];
    const chosen = found.find((p, n) => n > 0 && p.id === id);
    const saved = chosen && (await useAlternative(services.store, open, chosen, somebody));
    const { review } = open;
    response.redirect(
      303,
      saved?.saved ? addresses.programme(review.id) : addresses.alternatives(review.id, { late: 'yes' }),
    );
  });
