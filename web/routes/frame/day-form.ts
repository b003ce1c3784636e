import { type Entry, itemIn } from '../../../src/entry/entry.ts';
import { frameDays } from '../../../src/entry/frame.ts';
import { clockWords } from '../../../src/intake/form/clock.ts';
import { newEventKey, newWindowKey } from '../../../src/intake/form/frame.ts';
import { valueIn } from '../../../src/intake/form/sent.ts';
import type { FieldProblem, Fields } from '../../../src/intake/form/set-up.ts';
import type { EventEntry, FrameDayEntry, WindowEntry } from '../../../src/review/file.ts';
import { type EventKind, eventKinds } from '../../../src/review/frame.ts';
import { weekday } from '../../../src/time/words.ts';
import { selectOne, textInput } from '../../form/fields.ts';
import type { Trouble } from './troubles.ts';

/** What an event is called in a list; a new kind does not compile until it has words. */
const kindWords: Readonly<Record<EventKind, string>> = {
  gathering: 'Gathering',
  lunch: 'Lunch',
  break: 'Break',
  presentations: 'Presentations',
  'team-meeting': 'Team meeting',
  preparation: 'Preparation',
  handover: 'Handover of the draft',
  conference: 'Presentation and conference',
  other: 'Something else',
};

/** A day's things as the fields of its form. */
export function dayFields(entry: Entry, { day, events, windows }: Required<FrameDayEntry>): Fields {
  const name = (list: 'peers' | 'contacts', id: string) => itemIn(entry, list, id)?.name ?? id;
  const fields: Record<string, string | readonly string[]> = {
    event: events.map((e) => e.id),
    window: windows.map((w) => w.id),
    [`${newEventKey}-kind`]: 'other',
  };
  for (const e of events) {
    const put = (field: string, value: string) => {
      fields[`${e.id}-${field}`] = value;
    };
    put('kind', e.kind);
    put('day', String(day));
    put('title', e.title);
    put('start', clockWords(e.start));
    put('end', clockWords(e.end));
    put('peers', Array.isArray(e.peers) ? e.peers.map((id) => name('peers', id)).join(', ') : 'all');
    put('contacts', (e.contacts ?? []).map((id) => name('contacts', id)).join(', '));
    put('headcount', e.headcount === undefined ? '' : String(e.headcount));
    put('place', e.place?.room ? `room ${e.place.room}` : e.place?.site ? `site ${e.place.site}` : '');
  }
  for (const w of windows) {
    fields[`${w.id}-start`] = clockWords(w.start);
    fields[`${w.id}-end`] = clockWords(w.end);
    fields[`${w.id}-streams`] = w.streams === undefined ? '' : String(w.streams);
    fields[`${w.id}-limit`] = w.limit === undefined ? '' : String(w.limit);
    fields[`${w.id}-evening`] = w.evening ? 'yes' : '';
  }
  return fields;
}

const places = (entry: Entry) => [
  { value: '', text: 'The base room' },
  ...(entry.rooms ?? []).map((room) => ({ value: `room ${room.id}`, text: room.name })),
  ...(entry.sites ?? []).map((site) => ({ value: `site ${site.id}`, text: `At ${site.name}` })),
];

/** The rows of a day's form: what stands in them, with what is wrong beside it. */
export function dayForm(
  entry: Entry,
  { events, windows }: Required<FrameDayEntry>,
  fields: Fields,
  problems: readonly FieldProblem[],
  troubles: readonly Trouble[],
) {
  const input = (
    key: string,
    field: string,
    label: string,
    more: Partial<Parameters<typeof textInput>[0]> = {},
  ) => {
    const name = `${key}-${field}`;
    return textInput({
      name,
      label,
      value: valueIn(fields, name),
      error: problems.find((p) => p.field === name)?.what,
      ...more,
    });
  };
  const select = (
    key: string,
    field: string,
    label: string,
    items: readonly { value: string; text: string }[],
  ) => {
    const name = `${key}-${field}`;
    const error = problems.find((p) => p.field === name)?.what;
    return selectOne({ name, label, value: valueIn(fields, name), items, error });
  };
  const times = (key: string) => ({
    start: input(key, 'start', 'From', { width: 5, spellcheck: 'false' }),
    end: input(key, 'end', 'To', { width: 5, spellcheck: 'false' }),
  });
  const { firstDay, timeZone: zone = 'Europe/London' } = entry.review;
  const days = frameDays.map((d) => ({ value: String(d), text: weekday({ firstDay, zone }, d) }));
  const said = (id: string) => troubles.filter((t) => t.about[0] === id).map((t) => t.text);
  const isWrong = (key: string, ...names: readonly string[]) =>
    problems.some((p) => names.some((name) => p.field === `${key}-${name}`));
  const eventRow = (key: string, title: string, isNew: boolean) => ({
    id: key,
    title,
    isNew,
    troubles: said(key),
    name: input(key, 'title', 'What', { width: 20 }),
    ...times(key),
    open: isWrong(key, 'kind', 'day', 'peers', 'contacts', 'headcount', 'place'),
    kind: select(
      key,
      'kind',
      'What it is',
      eventKinds.map((kind) => ({ value: kind, text: kindWords[kind] })),
    ),
    // What is new is put into the day that is shown.
    day: isNew ? null : select(key, 'day', 'Day', days),
    peers: input(key, 'peers', 'Peers who attend', {
      hint: '“all”, or names with commas between',
      width: 20,
    }),
    contacts: input(key, 'contacts', 'People of the council who attend', {
      hint: 'Names, with commas between',
    }),
    headcount: input(key, 'headcount', 'How many come, peers apart', { width: 3, inputmode: 'numeric' }),
    place: select(key, 'place', 'Where', places(entry)),
  });
  const windowRow = (key: string, title: string, isNew: boolean) => ({
    id: key,
    title,
    isNew,
    troubles: said(key),
    ...times(key),
    streams: input(key, 'streams', 'Streams', { width: 2, inputmode: 'numeric' }),
    limit: input(key, 'limit', 'At most', { width: 2, inputmode: 'numeric' }),
    evening: { name: `${key}-evening`, checked: valueIn(fields, `${key}-evening`) !== '' },
  });
  const event = (e: EventEntry) => eventRow(e.id, valueIn(fields, `${e.id}-title`) || e.title, false);
  const window = (w: WindowEntry) =>
    windowRow(w.id, `Time for sessions from ${valueIn(fields, `${w.id}-start`)}`, false);
  return {
    events: events.map(event),
    windows: windows.map(window),
    newEvent: eventRow(newEventKey, 'Something else in the day', true),
    newWindow: windowRow(newWindowKey, 'Another time for sessions', true),
    isNewOpen: [newEventKey, newWindowKey].some((key) => problems.some((p) => p.field.startsWith(`${key}-`))),
  };
}
