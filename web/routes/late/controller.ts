import type { RequestHandler } from 'express';
import { addLate, fewestDisturbed, type LatePlace, withLate } from '../../../src/actions/late-session.ts';
import type { Entry } from '../../../src/entry/entry.ts';
import { newId } from '../../../src/entry/new-id.ts';
import { type Fields, valueIn } from '../../../src/intake/form/sent.ts';
import { readSession } from '../../../src/intake/form/session.ts';
import { readEntry } from '../../../src/intake/index.ts';
import { counted } from '../../../src/publish/words.ts';
import type { SessionEntry } from '../../../src/review/file.ts';
import { dayOf } from '../../../src/time/span.ts';
import { minuteAt } from '../../../src/time/week.ts';
import { momentName } from '../../../src/time/words.ts';
import { done, moved } from '../../done.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { fieldsOf } from '../entering/body.ts';
import { notTaken, type Trouble, troubleWith } from '../entering/trouble.ts';
import { type WithDraft, withSomeDraft } from '../with-draft.ts';
import { asked } from '../with-review.ts';
import { lateFields } from './parts.ts';
import { type Looked, lateView, wordOf } from './view.ts';

/** Places to choose from, at most. */
const MOST = 8;

/** A page about a draft, with what is entered as it was entered. */
type AboutLate = WithDraft & { readonly entry: Entry };

const withLateForm = (
  services: Services,
  handle: (given: AboutLate) => void | Promise<void>,
): RequestHandler =>
  withSomeDraft(services, async (given) => {
    const stored = await services.store.reviews.find(given.open.review.id);
    const entry = stored && readEntry(stored.file);
    return entry?.ok ? handle({ ...given, entry: entry.value }) : given.next();
  });

function show(
  services: Services,
  given: AboutLate,
  fields: Fields,
  more: { readonly trouble?: Trouble; readonly looked?: Looked; readonly status?: number } = {},
): void {
  const view = lateView(given, fields, more);
  const status = more.trouble?.status ?? more.status ?? 200;
  services.show(given.response.status(status), 'late', given.about(view.title, 'programme'), view);
}

/** The form; `again`: for a second session with those who were seen in that one. */
export const late = (services: Services): RequestHandler =>
  withLateForm(services, (given) => {
    const again = asked(given.request, 'again');
    show(services, given, lateFields(given.entry.sessions?.find((s) => s.id === again)));
  });

const words = (given: AboutLate, { title }: SessionEntry, place: LatePlace | undefined) => ({
  added: `Added ${title} late`,
  placed: place
    ? `Put ${title}, which came late, on ${momentName(given.open.review.week, place.start)}${place.way.others.length > 0 ? `, and ${counted(place.way.others.length, 'other session')} elsewhere to make room` : ''}`
    : '',
});

/** Enters it, with the place that was chosen or with none, and goes on to the grid. */
async function add(services: Services, given: AboutLate, session: SessionEntry, place?: LatePlace) {
  const { response, at } = given;
  const placements = place ? [place.way.placement, ...place.way.others.flatMap((o) => o.after ?? [])] : [];
  const { name: by } = whoIs(response);
  const needs = { ...services, drafts: given.drafts };
  const result = await addLate(needs, given, session, placements, by, words(given, session, place));
  if (result.kind === 'not added') {
    const typed = fieldsOf(given.request);
    const trouble = troubleWith(result.because, typed);
    return trouble ? show(services, given, typed, { trouble }) : response.redirect(303, at.grid());
  }
  if (place && result.draft?.kind === 'changed')
    return moved(response, at.grid({ day: dayOf(place.start) }), result.draft.stored.version);
  // It is there without a place: the grid has it picked, with all the places that it could have.
  done(response, at.grid({ day: 'all', pick: session.id }), result.version);
}

/**
 * Shows where the session that was typed would disturb the fewest, and on the second button adds it there: exactly as
 * it was shown, else it is shown anew with all that was typed.
 */
export const lookOrAdd = (services: Services): RequestHandler =>
  withLateForm(services, async (given) => {
    const { request, open, entry } = given;
    const typed = fieldsOf(request);
    const reading = readSession(entry, typed);
    if (!reading.ok) return show(services, given, typed, { trouble: notTaken(typed, reading.problems) });
    const session: SessionEntry = { id: newId(entry, reading.value.kind, 'session'), ...reading.value };
    const trial = withLate(given, session);
    if (!trial.ok) {
      const problems = trial.problems.map(({ what, mend }) => ({ field: '', what: `It ${what} ${mend}` }));
      return show(services, given, typed, { trouble: notTaken(typed, problems) });
    }
    const act = valueIn(typed, 'do');
    if (act === 'enter') return add(services, given, session);
    const told = await services.laidOpen.placesOf(trial.open, trial.draft, session.id);
    const now = minuteAt(open.review.week, services.now().getTime());
    const places = told ? fewestDisturbed(told, now, MOST) : [];
    const chosen = valueIn(typed, 'at');
    const place = act === 'add' ? places.find((p) => wordOf(p) === chosen) : undefined;
    if (place) return add(services, given, session, place);
    const says =
      act !== 'add'
        ? ''
        : chosen === ''
          ? 'Choose where it is to go'
          : 'It was not added: what you chose can’t be had as it was shown, for something has been changed since. These are the places now; all that you entered is kept.';
    show(services, given, typed, {
      looked: { review: trial.open.review, places, told, chosen, says },
      status: says ? 409 : 200,
    });
  });
