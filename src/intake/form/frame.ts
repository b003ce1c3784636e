import { frameDays } from '../../entry/frame.ts';
import type { EventEntry, FrameDayEntry, WindowEntry } from '../../review/file.ts';
import { type EventKind, eventKinds } from '../../review/frame.ts';
import { QUARTER } from '../../time/span.ts';
import { readClock } from './clock.ts';
import { type Fields, type FormReading, Sent, valueIn, valuesIn } from './sent.ts';

/** Whom the names in a form stand for; undefined: nobody of that name. */
export interface Names {
  readonly peer: (name: string) => string | undefined;
  readonly contact: (name: string) => string | undefined;
  readonly isRoom: (id: string) => boolean;
  readonly isSite: (id: string) => boolean;
}

/** What a form says of an event: every field of it that is shown. */
export type EventSaid = Omit<EventEntry, 'id' | 'equipment'>;
export type WindowSaid = Omit<WindowEntry, 'id'>;

/** What a form asks of a day: its things by their ids, those to take out, and what is new. */
export interface DaySaid {
  readonly events: ReadonlyMap<string, EventSaid>;
  readonly windows: ReadonlyMap<string, WindowSaid>;
  readonly remove: string | undefined;
  /** Events that go to another day, which it is by their id. */
  readonly moved: ReadonlyMap<string, number>;
  readonly newEvent: EventSaid | undefined;
  readonly newWindow: WindowSaid | undefined;
}

const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;
export const newEventKey = 'new-event';
export const newWindowKey = 'new-window';

/** A time of day on the quarter hours; undefined where it is none, the trouble said. */
function time(sent: Sent, field: string, which: 'start' | 'end'): string | undefined {
  const text = sent.line(field);
  if (text === undefined) {
    sent.problem(field, `Enter the ${which}, such as ${which === 'start' ? '9.00am' : '10.30am'}`);
    return undefined;
  }
  const read = readClock(text);
  if (read === undefined) {
    sent.problem(field, `The ${which} must be a time of day, such as 9.00am or 14:30`);
    return undefined;
  }
  if (Number(read.slice(3)) % QUARTER !== 0) {
    sent.problem(field, `The ${which} must be on a quarter hour, such as 9.00am or 9.15am`);
    return undefined;
  }
  return which === 'end' && read === '00:00' ? '24:00' : read;
}

function span(sent: Sent, key: string): { readonly start: string; readonly end: string } {
  const [start, end] = [time(sent, `${key}-start`, 'start'), time(sent, `${key}-end`, 'end')];
  if (start !== undefined && end !== undefined && end <= start)
    sent.problem(`${key}-end`, 'The end must be after the start');
  return { start: start ?? '', end: end ?? '' };
}

/** Names with commas between, as ids. */
function people(
  sent: Sent,
  field: string,
  text: string | undefined,
  find: (name: string) => string | undefined,
  where: string,
): readonly string[] {
  const names = (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = names.filter((name) => find(name) === undefined);
  if (unknown.length > 0)
    sent.problem(field, `${unknown.join(' and ')} ${unknown.length === 1 ? 'is' : 'are'} not among ${where}`);
  return [...new Set(names.flatMap((name) => find(name) ?? []))];
}

function event(sent: Sent, fields: Fields, key: string, names: Names): EventSaid {
  const kind = sent.neededChoice(`${key}-kind`, eventKinds, 'Choose what it is') as EventKind;
  const title = sent.needed(`${key}-title`, 'Enter what it is called');
  const team = sent.line(`${key}-peers`);
  const everybody = team === undefined || /^(?:all|everybody|everyone|the whole team)$/i.test(team);
  const peers = everybody ? 'all' : people(sent, `${key}-peers`, team, names.peer, 'the peers');
  const contacts = people(
    sent,
    `${key}-contacts`,
    sent.line(`${key}-contacts`, 2000),
    names.contact,
    'the people of this review',
  );
  const headcount = sent.whole(`${key}-headcount`, 0, 10_000, 'How many people come');
  const [what, place = ''] = valueIn(fields, `${key}-place`).split(' ', 2);
  if ((what === 'room' && !names.isRoom(place)) || (what === 'site' && !names.isSite(place)))
    sent.problem(`${key}-place`, 'Choose a place from the list: this one is not there any more');
  return {
    kind,
    title,
    ...span(sent, key),
    ...(peers !== 'all' && { peers }),
    ...(contacts.length > 0 && { contacts }),
    ...(headcount !== undefined && { headcount }),
    ...(what === 'room' && { place: { room: place } }),
    ...(what === 'site' && { place: { site: place } }),
  };
}

function window(sent: Sent, key: string, usual: number): WindowSaid {
  const streams = sent.whole(`${key}-streams`, 1, 10, 'The usual number of streams');
  const limit = sent.whole(`${key}-limit`, 1, 10, 'The most streams');
  if (limit !== undefined && limit < (streams ?? usual))
    sent.problem(`${key}-limit`, `The most streams must be ${streams ?? usual} or more, as many as usual`);
  return {
    ...span(sent, key),
    ...(streams !== undefined && { streams }),
    ...(limit !== undefined && { limit }),
    ...(sent.tick(`${key}-evening`) && { evening: true }),
  };
}

const ids = (fields: Fields, name: string): readonly string[] =>
  valuesIn(fields, name).filter((id) => ID.test(id));

const isStarted = (fields: Fields, key: string, ...names: readonly string[]): boolean =>
  names.some((name) => valueIn(fields, `${key}-${name}`).trim() !== '');

/** The day that an event is to go to; undefined where it stays. */
function dayOf(sent: Sent, field: string, today: number): number | undefined {
  const said = sent.line(field);
  const day = frameDays.find((d) => String(d) === said);
  if (said !== undefined && day === undefined) sent.problem(field, 'Choose a day of the week');
  return day === today ? undefined : day;
}

/** Reads the form of one day, by its number. `usual`: the streams of the review. */
export function readDay(fields: Fields, names: Names, usual: number, day: number): FormReading<DaySaid> {
  const sent = new Sent(fields);
  const remove = valueIn(fields, 'remove') || undefined;
  const rest = (name: string) => ids(fields, name).filter((id) => id !== remove);
  // In the order of the page, so that the summary of what is wrong reads down it.
  const windows = new Map(rest('window').map((id) => [id, window(sent, id, usual)]));
  const events = rest('event').map((id) => ({
    id,
    said: event(sent, fields, id, names),
    to: dayOf(sent, `${id}-day`, day),
  }));
  return sent.reading({
    windows,
    events: new Map(events.map(({ id, said }) => [id, said])),
    moved: new Map(events.flatMap(({ id, to }) => (to === undefined ? [] : [[id, to] as const]))),
    remove,
    newEvent: isStarted(fields, newEventKey, 'title', 'start', 'end')
      ? event(sent, fields, newEventKey, names)
      : undefined,
    newWindow: isStarted(fields, newWindowKey, 'start', 'end')
      ? window(sent, newWindowKey, usual)
      : undefined,
  });
}

/** A day with what a form says of it. What the form did not show stays; `id` makes the ids of what is new. */
export function daySaid(
  before: Required<FrameDayEntry>,
  said: DaySaid,
  id: (what: string) => string,
): Required<FrameDayEntry> {
  const kept = <T extends { readonly id: string }, S>(
    items: readonly T[],
    byId: ReadonlyMap<string, S>,
    put: (item: T, said: S) => T,
  ) =>
    items
      .filter((item) => item.id !== said.remove)
      .map((item) => {
        const own = byId.get(item.id);
        return own === undefined ? item : put(item, own);
      });
  const event = (item: Pick<EventEntry, 'id' | 'equipment' | 'peers'>, own: EventSaid): EventEntry => ({
    id: item.id,
    // “All” is what is meant where nothing is said: a file that says it goes on saying it.
    ...(item.peers === 'all' && { peers: 'all' }),
    ...own,
    ...(item.equipment && { equipment: item.equipment }),
  });
  return {
    day: before.day,
    events: [
      ...kept(before.events, said.events, event),
      ...(said.newEvent ? [event({ id: id(said.newEvent.title) }, said.newEvent)] : []),
    ],
    windows: [
      ...kept(before.windows, said.windows, (item, own): WindowEntry => ({ id: item.id, ...own })),
      ...(said.newWindow ? [{ id: id(`day ${before.day} sessions`), ...said.newWindow }] : []),
    ],
  };
}
