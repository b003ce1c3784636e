import type { RequestHandler } from 'express';
import { undoChange } from '../../../src/actions/undo-change.ts';
import { addresses } from '../../addresses.ts';
import { done, doneAt, undoWords } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { backTo } from '../back-to.ts';
import { clashLines } from '../clash-words.ts';
import { withEntry } from '../with-entry.ts';

/** Takes back one change, and leaves what came after it; then back to the page that it was asked for on. */
export const undo = (services: Services): RequestHandler =>
  withEntry(services, async ({ request, response, next, line, by, about }) => {
    const what = await doneAt(services.store, line.id, 'review', Number(sent(request, 'version')) || 0);
    if (!what) return next();
    const result = await undoChange(services, line.id, what.version, {
      by,
      why: undoWords(what.text),
      undoes: what.version,
    });
    const back = backTo(request, addresses.review(line.id));
    if (result.kind === 'changed') return done(response, back, result.stored.version);
    if (result.kind === 'unchanged') return response.redirect(303, back);
    services.show(response.status(409), 'not-undone', about('This can’t be undone any more', 'overview'), {
      what: what.text,
      back,
      clashes: result.kind === 'clash' ? clashLines(result.clashes, result.theirs.file) : [],
    });
  });
