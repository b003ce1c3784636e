import type { RequestHandler } from 'express';
import type { Draft } from '../../../src/actions/open-review.ts';
import type { Scenario } from '../../../src/store/scenarios-port.ts';
import type { Services } from '../../services.ts';
import { withReview } from '../with-review.ts';
import { besideView } from './beside-view.ts';

/** As many as a laptop has room for, beside the programme. */
const MOST = 4;

/** Ids that the address names, each once. */
const idsAsked = (value: unknown): readonly string[] => [
  ...new Set((Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string')),
];

/** What-ifs beside the programme and one another: those that are asked for, else the newest two. */
export const besideEachOther = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, next, about }) => {
    const { review, draft } = open;
    if (!draft) return next();
    const all = await services.store.scenarios.of(review.id);
    const ids = idsAsked(request.query.of);
    const asked = ids.length > 0 ? ids.flatMap((id) => all.find((s) => s.id === id) ?? []) : all.slice(-2);
    const found: { readonly scenario: Scenario; readonly draft: Draft }[] = [];
    for (const scenario of asked.slice(0, MOST)) {
      const opened = await services.openScenario(review.id, scenario.id);
      const its = opened?.opening.ok ? opened.opening.open : undefined;
      if (its?.draft) found.push({ scenario, draft: its.draft });
    }
    const view = besideView(open, draft, found, asked.length - found.length);
    services.show(response, 'what-ifs-beside', about('What-ifs side by side', 'what-if'), view);
  });
