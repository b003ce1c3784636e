import type { RequestHandler } from 'express';
import { changeDraft, type DraftChanged } from '../../../src/actions/change-draft.ts';
import type { Draft } from '../../../src/actions/open-review.ts';
import { undoDraft } from '../../../src/actions/undo-draft.ts';
import { inStream, type Move } from '../../../src/programme/edit.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { dayOf } from '../../../src/time/span.ts';
import { doneAt, moved, undoWords } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { backTo } from '../back-to.ts';
import { type AboutDraft, type WithDraft, withDraft, withSomeDraft } from '../with-draft.ts';
import { movedTo, parked, swappedWith } from './edits.ts';
import { streamsOf } from './streams.ts';

const numbered = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

/** On to a page that says what was done; or, where somebody else was first, to the session as it is now. */
function answer({ response, at }: AboutDraft, result: DraftChanged, on: string, session: string): void {
  const late = result.kind === 'clash' || result.kind === 'gone';
  if (result.kind === 'changed') moved(response, on, result.stored.version);
  else response.redirect(303, late ? at.session(session, { late: 'yes' }) : on);
}

/** Changes the draft as whoever asks, and answers. */
async function change(given: WithDraft, seen: number, move: Move, why: string, on: string, session: string) {
  const { drafts, open, response } = given;
  const result = await changeDraft(drafts, open, seen, move, { by: whoIs(response).name, why });
  answer(given, result, on, session);
}

/**
 * Moves a session to a place that its page offered, and those others that make room for it. What is offered was worked
 * out for one version of the draft: where somebody has changed it since, the page is shown anew instead.
 */
export const move = (services: Services): RequestHandler =>
  withSomeDraft(services, async (given) => {
    const { open, draft, request, response, at } = given;
    const session = String(request.params.session);
    const again = () => response.redirect(303, at.session(session, { late: 'yes' }));
    if (numbered(sent(request, 'seen')) !== draft.version) return again();
    const start = sent(request, 'start');
    const made = await movedTo(
      { ...services, open, draft, session },
      {
        start,
        keeping: sent(request, 'keeping') === 'yes',
        place: sent(request, 'place'),
        pair: sent(request, 'pair'),
      },
    );
    if (!made) return again();
    const on = at.grid({ day: dayOf(Number(start)) });
    await change(given, draft.version, made.move, made.why, on, session);
  });

/** The version of the draft that a form was made from. */
const seenOf = (request: AboutDraft['request'], draft: Draft): number => {
  const seen = numbered(sent(request, 'seen'));
  return seen >= 1 && seen <= draft.version ? seen : draft.version;
};

/** Puts a session in another stream at the time that it has. */
export const changeStream = (services: Services): RequestHandler =>
  withSomeDraft(services, async (given) => {
    const { open, draft, request, next, at } = given;
    const { review } = open;
    const session = String(request.params.session);
    const placed = draft.programme.placements.find((p) => p.session === session);
    const stream = streamsOf(review, draft.programme).find((s) => s.id === sent(request, 'stream'));
    if (!placed || !stream) return next();
    const why = `Put ${nameOf(review, session)} in ${stream.text}`;
    const on = at.grid({ day: dayOf(placed.start) });
    await change(given, seenOf(request, draft), inStream(review, session, stream.id), why, on, session);
  });

/** Two sessions change times; worked out for one version of the draft, as a move is. */
export const swap = (services: Services): RequestHandler =>
  withSomeDraft(services, async (given) => {
    const { open, draft, request, response, at } = given;
    const session = String(request.params.session);
    const again = () => response.redirect(303, at.session(session, { late: 'yes' }));
    if (numbered(sent(request, 'seen')) !== draft.version) return again();
    const made = await swappedWith({ ...services, open, draft, session }, sent(request, 'with'));
    if (!made) return again();
    await change(given, draft.version, made.move, made.why, at.grid({ day: 'all' }), session);
  });

/** Takes a session out of the week, to be put back when somebody wants it. */
export const park = (services: Services): RequestHandler =>
  withSomeDraft(services, async (given) => {
    const { open, draft, request, response, next, at } = given;
    const session = String(request.params.session);
    if (!draft.programme.placements.some((p) => p.session === session)) return next();
    const made = parked({ open, draft, session }, whoIs(response).name);
    if (!made) return response.redirect(303, at.session(session));
    await change(given, seenOf(request, draft), made.move, made.why, at.session(session), session);
  });

/** Takes back one change of the draft, a whole re-build too; what was moved after it stays. */
export const undoMove = (services: Services): RequestHandler =>
  withDraft(services, async (given) => {
    const { open, request, response, next, about, at, drafts } = given;
    const { review } = open;
    const what = await doneAt(drafts, review.id, 'programme', numbered(sent(request, 'version')));
    if (!what) return next();
    const signature = { by: whoIs(response).name, why: undoWords(what.text), undoes: what.version };
    const result = await undoDraft(drafts, open, what.version, signature);
    const back = backTo(request, at.grid());
    if (result.kind === 'changed') return moved(response, back, result.stored.version);
    if (result.kind === 'unchanged') return response.redirect(303, back);
    const clashes =
      result.kind === 'clash'
        ? result.sessions.map((id) => ({
            what: nameOf(review, id),
            ours: 'where it was',
            theirs: 'moved again',
          }))
        : [];
    const view = { what: what.text, back, clashes };
    services.show(
      response.status(409),
      'not-undone',
      about('This can’t be undone any more', 'programme'),
      view,
    );
  });
