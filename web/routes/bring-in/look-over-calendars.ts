import {
  bringCalendars,
  type CalendarChoices,
  type CalendarsWaiting,
  chooseOwners,
  isSame,
  isSameWeek,
  owners,
  type Whose,
} from '../../../src/actions/bring-in/calendars.ts';
import { addresses } from '../../addresses.ts';
import { done } from '../../done.ts';
import { refusalsOf } from '../../form/refusals.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import type { AboutEntry } from '../with-entry.ts';
import { calendarFilesView, keyOf } from './calendar-files-view.ts';
import { mayChangePeers } from './role.ts';

export async function showCalendars(
  services: Services,
  given: AboutEntry,
  waiting: CalendarsWaiting,
  notes: readonly string[] = [],
): Promise<void> {
  const { entry, line, response, about, seen } = given;
  const isOld = !isSameWeek(entry, waiting);
  const old =
    'The week of the review has moved since these calendars were read. Throw this away and choose them again.';
  services.show(
    response,
    'bring-in/calendar-files',
    about('Look the calendars over', 'bring-in'),
    calendarFilesView(line.id, entry, waiting, {
      owners: owners(entry, mayChangePeers(given)),
      notes: isOld ? [old] : notes,
      seen,
      isOld,
    }),
  );
}

/** Whose calendars they are and how they are brought in, as the form says. */
function chosenIn(given: AboutEntry, { files }: CalendarsWaiting): CalendarChoices {
  const all = owners(given.entry, mayChangePeers(given));
  return {
    whose: files.map((_, i): Whose | undefined => {
      const found = all.find((one) => keyOf(one) === sent(given.request, `whose-${i}`));
      return found && { list: found.list, id: found.id };
    }),
    mode: sent(given.request, 'mode') === 'replace' ? 'replace' : 'add',
  };
}

export async function chooseCalendars(
  services: Services,
  given: AboutEntry,
  waiting: CalendarsWaiting,
): Promise<void> {
  await chooseOwners(services.store, waiting, chosenIn(given, waiting));
  given.response.redirect(303, addresses.broughtIn(given.line.id, waiting.upload.id));
}

/** `Brought in the diary of Priya Shah from a calendar`; of several how many. */
function whyOf({ entry }: AboutEntry, whose: readonly Whose[]): string {
  const [one] = whose;
  const name =
    one && (entry[one.list] as readonly { id: string; name: string }[]).find(({ id }) => id === one.id)?.name;
  return whose.length === 1 && name !== undefined
    ? `Brought in the diary of ${name} from a calendar`
    : `Brought in ${whose.length} diaries from calendars`;
}

/** Puts what the calendars say into the diaries of those that the form names. */
export async function applyCalendars(
  services: Services,
  given: AboutEntry,
  waiting: CalendarsWaiting,
): Promise<void> {
  const { response, entry, line, change } = given;
  const choices = chosenIn(given, waiting);
  const chosen: CalendarsWaiting = { ...waiting, ...choices };
  const of = choices.whose.flatMap((one, i) => (one && waiting.files[i]?.read ? [one] : []));
  const distinct = of.filter((one, i) => of.findIndex((other) => isSame(other, one)) === i);
  const refuse = (status: 409 | 422, notes: readonly string[]) => {
    response.status(status);
    return showCalendars(services, given, chosen, notes);
  };
  if (!isSameWeek(entry, waiting)) return refuse(409, []);
  if (distinct.length === 0) return refuse(422, ['Choose whose calendar it is.']);
  const result = await change(bringCalendars(chosen), whyOf(given, distinct));
  if (result.kind !== 'changed' && result.kind !== 'unchanged')
    return refuse(
      409,
      refusalsOf(result).map(({ text }) => text),
    );
  await services.store.uploads.drop(line.id, waiting.upload.id);
  const [one] = distinct;
  const address =
    distinct.length === 1 && one ? addresses.diaryOf(line.id, one.list, one.id) : addresses.diaries(line.id);
  if (result.kind === 'changed') return done(response, address, result.stored.version);
  response.redirect(303, address);
}
