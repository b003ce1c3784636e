import type { Entry } from '../../../src/entry/entry.ts';
import { sessionWords } from '../../../src/publish/words.ts';
import type { SessionEntry } from '../../../src/review/file.ts';
import { priorities, sessionKinds, usualMinutes } from '../../../src/review/session.ts';
import { addresses } from '../../addresses.ts';
import { FormView, type Part } from '../entering/form-view.ts';
import type { ListState } from '../entering/handlers.ts';
import { type Column, listView, type Row, sorted, sortingOf, sortText } from '../entering/list-view.ts';
import { removingOf } from '../entering/removing.ts';
import { troubleView } from '../entering/trouble.ts';
import type { AboutEntry } from '../with-entry.ts';
import { peopleOptions } from './options.ts';
import { kindOptions, priorityOptions } from './session-form.ts';
import { placeWords, priorityWords, whenWords, whoWords } from './words.ts';

const columns: readonly Column[] = [
  { key: 'title', text: 'Session' },
  { key: 'kind', text: 'What it is' },
  { key: 'who', text: 'Who' },
  { key: 'priority', text: 'How important' },
  { key: 'minutes', text: 'Minutes' },
  { key: 'where', text: 'Where' },
  { key: 'when', text: 'When' },
];

const minutesOf = ({ minutes, kind }: SessionEntry): number => minutes ?? usualMinutes[kind];

const keys = (entry: Entry): Readonly<Record<string, (session: SessionEntry) => string | number>> => ({
  title: (s) => s.title,
  kind: (s) => sessionKinds.indexOf(s.kind),
  who: (s) => whoWords(entry, s),
  priority: (s) => priorities.indexOf(s.priority),
  minutes: minutesOf,
  where: (s) => placeWords(entry, s.kind, s.place),
  when: (s) => whenWords(entry, s),
});

const newParts = (entry: Entry, form: FormView, focus: boolean): readonly Part[] => [
  form.input('title', 'Title', { autocomplete: 'off', autofocus: focus }),
  form.select('kind', 'What it is', kindOptions),
  form.select('contacts', 'Who is seen', [{ value: '', text: 'Nobody named yet' }, ...peopleOptions(entry)]),
  form.select('priority', 'How important', priorityOptions),
];

function rowOf({ entry, line }: AboutEntry, session: SessionEntry, state: ListState, sort: string): Row {
  const at = (what: 'duplicate' | 'remove') =>
    `${addresses.entered(line.id, 'sessions', session.id, what)}?sort=${encodeURIComponent(sort)}`;
  const { named, losses, also } = removingOf(entry, 'sessions', session.id);
  const own = addresses.entered(line.id, 'sessions', session.id);
  const who = whoWords(entry, session);
  const where = placeWords(entry, session.kind, session.place);
  return {
    id: session.id,
    name: session.title,
    href: own,
    cells: [
      { text: sessionWords[session.kind] },
      who ? { text: who } : { text: 'Nobody named yet', quiet: true },
      { text: priorityWords[session.priority] },
      { text: String(minutesOf(session)) },
      where ? { text: where, quiet: session.place === undefined } : { text: 'Not said yet', quiet: true },
      { text: whenWords(entry, session) },
    ],
    page: own,
    duplicate: at('duplicate'),
    ...(named
      ? { askRemove: `${addresses.sessions(line.id, { sort, remove: session.id })}#row-${session.id}` }
      : { remove: at('remove') }),
    ...(state.remove === session.id && {
      removing: { action: at('remove'), losses, also, cancel: addresses.sessions(line.id, { sort }) },
    }),
  };
}

/** What has to be held: a list to add to, sort, filter and take from. `add` may name whom the next is with. */
export function sessionsView(given: AboutEntry, state: ListState) {
  const { entry, line, seen } = given;
  const all = entry.sessions ?? [];
  const sorting = sortingOf(state.sort, columns);
  const sort = sortText(sorting);
  const person = entry.contacts?.find((contact) => contact.id === state.add);
  const fresh = person ? { contacts: person.id, title: person.jobTitle ?? person.name } : {};
  const form = new FormView(fresh, state.trouble, 'new-');
  return {
    trouble: troubleView(state.trouble, (field) => `new-${field}`),
    list: addresses.list(line.id),
    sessions: listView({
      id: 'sessions',
      heading: 'Sessions',
      headingHidden: true,
      add: {
        action: `${addresses.newIn(line.id, 'sessions')}?sort=${encodeURIComponent(sort)}`,
        parts: newParts(entry, form, state.add !== undefined),
        button: 'Add',
      },
      find: {
        action: `${addresses.found(line.id, 'sessions')}?sort=${encodeURIComponent(sort)}`,
        label: 'Find',
        value: state.find ?? '',
      },
      columns,
      sorting,
      sortHref: (by) => addresses.sessions(line.id, { sort: by }),
      rows: sorted(all, sorting, keys(entry)[sorting.key]!).map((s) => rowOf(given, s, state, sort)),
      empty: 'No session yet. Choose whom to see above, or go through the list of people to see.',
      noun: ['session', 'sessions'],
      seen: state.trouble?.seen ?? seen,
    }),
  };
}
