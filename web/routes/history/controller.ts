import type { Request, RequestHandler } from 'express';
import { draftAt } from '../../../src/actions/change-draft.ts';
import { entryAt } from '../../../src/actions/change-review.ts';
import { changesBetween } from '../../../src/entry/changes.ts';
import { changesBetween as changesOfDraft } from '../../../src/programme/changes.ts';
import type { Services } from '../../services.ts';
import { withEntry } from '../with-entry.ts';
import { withReview } from '../with-review.ts';
import { draftVersionView } from './draft-view.ts';
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

/** What one change of the draft moved, and which request it answered. */
export const draftVersion = (services: Services): RequestHandler =>
  withReview(services, async ({ open: { review }, request, response, next, about }) => {
    const asked = String(request.params.version);
    if (!/^\d{1,9}$/.test(asked)) return next();
    const number = Number(asked);
    const { store } = services;
    const lines = await store.history.of(review.id);
    const signed = lines.find((l) => l.thing === 'programme' && l.version === number);
    const after = await draftAt(store, review, number);
    if (!signed || !after) return next();
    const before = (await draftAt(store, review, number - 1)) ?? { placements: [] };
    const comments = await store.comments.of(review.id);
    const requests = await store.requests.of(review.id);
    const changes = changesOfDraft(review, before, after);
    const view = draftVersionView(review, signed, changes, lines, comments, requests);
    services.show(response, 'draft-version', about('What was changed', 'history'), view);
  });
