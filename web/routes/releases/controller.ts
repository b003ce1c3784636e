import type { RequestHandler } from 'express';
import { openRelease } from '../../../src/actions/amendments.ts';
import { changesBetween } from '../../../src/programme/changes.ts';
import type { Week } from '../../../src/time/week.ts';
import type { Services } from '../../services.ts';
import { looksOnAt, whoIs } from '../../who.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { asked } from '../with-review.ts';
import { comparisonView, releasesView, releaseView } from './view.ts';

/** Where the week is. */
const weekOf = ({ line, entry }: AboutEntry): Week => ({
  firstDay: line.firstDay,
  zone: entry.review.timeZone ?? 'Europe/London',
});

/** What was agreed, the newest first. */
export const releases = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { line, response, about } = given;
    const lines = await services.store.releases.of(line.id);
    const view = releasesView(line.id, weekOf(given), lines, !looksOnAt(whoIs(response), line.id));
    services.show(response, 'releases', about('Releases', 'releases'), view);
  });

/** One programme as it was approved. */
export const release = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { line, request, response, next, about } = given;
    const found = openRelease(await services.store.releases.find(line.id, Number(request.params.number)));
    if (!found) return next();
    const lines = await services.store.releases.of(line.id);
    const title = `Release ${found.line.number}`;
    services.show(response, 'release', about(title, 'releases'), releaseView(found, lines));
  });

/** What changed between two of them, for the whole or for one person. */
export const compare = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { line, request, response, next, about } = given;
    const { store } = services;
    const [one, other] = [request.params.number, request.params.other].map(Number).sort((a, b) => a - b);
    const [before, after] = [
      openRelease(await store.releases.find(line.id, one ?? 0)),
      openRelease(await store.releases.find(line.id, other ?? 0)),
    ];
    if (!before || !after) return next();
    const changes = changesBetween(after.review, before.programme, after.programme);
    const view = comparisonView(before, after, changes, asked(request, 'who'));
    services.show(response, 'compare', about('What changed', 'releases'), view);
  });
