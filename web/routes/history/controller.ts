import type { Request, RequestHandler } from 'express';
import { entryAt } from '../../../src/actions/change-review.ts';
import { changesBetween } from '../../../src/entry/changes.ts';
import type { Services } from '../../services.ts';
import { withEntry } from '../with-entry.ts';
import { versionView } from './version-view.ts';
import { historyView } from './view.ts';

/** Where a long list is begun: a number of its address. */
export const fromOf = (request: Request): number => {
  const value = request.query.from;
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0;
};

/** Who did what, when and why; each change of what was entered can be undone from here. */
export const history = (services: Services): RequestHandler =>
  withEntry(services, async ({ entry, line, request, response, about }) => {
    const lines = await services.store.history.of(line.id);
    const view = historyView(entry, line, lines, fromOf(request));
    services.show(response, 'history', about('History', 'history'), view);
  });

/** What one change was, field by field. */
export const version = (services: Services): RequestHandler =>
  withEntry(services, async ({ entry, line, request, response, next, about }) => {
    const asked = String(request.params.version);
    if (!/^\d{1,9}$/.test(asked)) return next();
    const number = Number(asked);
    const { store } = services;
    const signed = (await store.history.of(line.id)).find(
      (l) => l.thing === 'review' && l.version === number,
    );
    const [before, after] = [
      await entryAt(store, line.id, number - 1),
      await entryAt(store, line.id, number),
    ];
    if (!signed || !before || !after) return next();
    const view = versionView(entry, line, signed, changesBetween(before, after), [before, after]);
    services.show(response, 'version', about('What was changed', 'history'), view);
  });
