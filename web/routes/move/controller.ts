import type { RequestHandler } from 'express';
import { changeDraft, type DraftChanged } from '../../../src/actions/change-draft.ts';
import type { Draft } from '../../../src/actions/open-review.ts';
import { undoDraft } from '../../../src/actions/undo-draft.ts';
import type { Elsewhere, Way } from '../../../src/check/elsewhere.ts';
import { parking, placing } from '../../../src/programme/edit.ts';
import { counted } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { dayOf } from '../../../src/time/span.ts';
import { momentName } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { doneAt, moved, undoWords } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { backTo } from '../back-to.ts';
import { type AboutReview, withReview } from '../with-review.ts';

/** The way to a place that a form asks for: by its start, and whether the room and pair are to be kept. */
function wayTo({ places }: Elsewhere, start: string, keeping: boolean): Way | undefined {
  const place = places.find((p) => String(p.start) === start);
  switch (place?.state) {
    case 'here':
      return place.better;
    case 'free':
      return keeping ? (place.keeping ?? place.way) : place.way;
    case 'moves':
      return place.way;
    default:
      return undefined;
  }
}

const numbered = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

/** On to a page that says what was done; or, where somebody else was first, to the session as it is now. */
function answer(
  { response, open: { review } }: AboutReview,
  result: DraftChanged,
  on: string,
  session: string,
): void {
  const late = result.kind === 'clash' || result.kind === 'gone';
  if (result.kind === 'changed') moved(response, on, result.stored.version);
  else response.redirect(303, late ? addresses.session(review.id, session, { late: 'yes' }) : on);
}

/**
 * Moves a session to a place that its page offered, and those others that make room for it. What is offered was worked
 * out for one version of the draft: where somebody has changed it since, the page is shown anew instead.
 */
export const move = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response, next } = given;
    const { draft, review } = open;
    const session = String(request.params.session);
    if (!draft) return next();
    const again = () => response.redirect(303, addresses.session(review.id, session, { late: 'yes' }));
    if (numbered(sent(request, 'seen')) !== draft.version) return again();
    const told = services.placesOf(open, draft, session);
    const way = told && wayTo(told, sent(request, 'start'), sent(request, 'keeping') === 'yes');
    if (!way) return again();
    const others = way.others.flatMap((o) => o.after ?? []);
    const to = `${nameOf(review, session)} to ${momentName(review.week, way.placement.start)}`;
    const why = `Moved ${to}${others.length > 0 ? `, and ${counted(others.length, 'other session')} to make room` : ''}`;
    const result = await changeDraft(
      services.store,
      open,
      draft.version,
      placing([way.placement, ...others]),
      { by: whoIs(response).name, why },
    );
    answer(given, result, addresses.programme(review.id, { day: dayOf(way.placement.start) }), session);
  });

/** The version of the draft that a form was made from. */
const seenOf = (request: AboutReview['request'], draft: Draft): number => {
  const seen = numbered(sent(request, 'seen'));
  return seen >= 1 && seen <= draft.version ? seen : draft.version;
};

/** Takes a session out of the week, to be put back when somebody wants it. */
export const park = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response, next } = given;
    const { draft, review } = open;
    const session = String(request.params.session);
    if (!draft?.programme.placements.some((p) => p.session === session)) return next();
    const { name: by } = whoIs(response);
    const result = await changeDraft(
      services.store,
      open,
      seenOf(request, draft),
      parking(session, `${by} took it out of the week.`),
      { by, why: `Took ${nameOf(review, session)} out of the week` },
    );
    answer(given, result, addresses.session(review.id, session), session);
  });

/** Takes back one change of the draft, a whole re-build too; what was moved after it stays. */
export const undoMove = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response, next, about } = given;
    const { review } = open;
    const what = await doneAt(services.store, review.id, 'programme', numbered(sent(request, 'version')));
    if (!what) return next();
    const signature = { by: whoIs(response).name, why: undoWords(what.text), undoes: what.version };
    const result = await undoDraft(services.store, open, what.version, signature);
    const back = backTo(request, addresses.programme(review.id));
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
