import type { Entry } from '../../../src/entry/entry.ts';
import { roomFields } from '../../../src/intake/form/room.ts';
import { accessWords, equipmentWords } from '../../../src/intake/form/usual-words.ts';
import type { RoomEntry } from '../../../src/review/file.ts';
import { addresses } from '../../addresses.ts';
import { FormView, type Part } from '../entering/form-view.ts';
import type { ListState } from '../entering/handlers.ts';
import { type Column, listView, type Row, sorted, sortingOf, sortText } from '../entering/list-view.ts';
import { removingOf } from '../entering/removing.ts';
import { siteOptions } from '../people/contact-form.ts';
import { diaryWords } from '../people/diary-words.ts';
import type { AboutEntry } from '../with-entry.ts';

const columns: readonly Column[] = [
  { key: 'room', text: 'Room' },
  { key: 'where', text: 'Where' },
  { key: 'holds', text: 'Holds' },
  { key: 'has', text: 'Has' },
  { key: 'for', text: 'For' },
  { key: 'free', text: 'Diary' },
];

const whereWords = (entry: Entry, { building, site }: RoomEntry): string => {
  const name = entry.sites?.find((s) => s.id === site)?.name ?? site;
  return building ? `${building}, ${name}` : name;
};
const hasWords = ({ equipment = [], access = [] }: RoomEntry): string => [...equipment, ...access].join(', ');
const forWords = ({ baseRoom, divides }: RoomEntry): string =>
  [baseRoom && 'Base room', divides && 'Divides for the conference'].filter(Boolean).join('; ');

const keys = (entry: Entry): Readonly<Record<string, (room: RoomEntry) => string | number>> => ({
  room: (room) => room.name,
  where: (room) => whereWords(entry, room),
  holds: (room) => room.capacity,
  has: hasWords,
  for: forWords,
  free: (room) => diaryWords(room.diary),
});

const newParts = (entry: Entry, form: FormView, focus: boolean): readonly Part[] => [
  form.input('name', 'Room', { autocomplete: 'off', autofocus: focus }),
  // With one site there is nothing to choose.
  ...((entry.sites ?? []).length > 1 ? [siteChoice(entry, form)] : []),
  form.input('capacity', 'Holds how many', { width: 4, inputmode: 'numeric', autocomplete: 'off' }),
];

const siteChoice = (entry: Entry, form: FormView): Part =>
  form.select('site', 'Site', siteOptions(entry, 'Choose a site'));

const rowParts = (entry: Entry, form: FormView): readonly Part[] => [
  form.input('name', 'Room', { autocomplete: 'off', autofocus: true }),
  siteChoice(entry, form),
  form.input('building', 'Building'),
  form.input('capacity', 'Holds how many, the peers among them', { width: 4, inputmode: 'numeric' }),
  ...form.words('equipment', 'What is in it', equipmentWords(entry)),
  ...form.words('access', 'What it offers', accessWords(entry)),
  form.tick('baseRoom', 'The team’s base room', 'No session is held there but the record review.'),
  form.tick('divides', 'Divides into small groups', 'For the conference on the last day.'),
];

function rowOf({ entry, line }: AboutEntry, room: RoomEntry, state: ListState, sort: string): Row {
  const at = (what: 'row' | 'duplicate' | 'remove') =>
    `${addresses.entered(line.id, 'places/rooms', room.id, what)}?sort=${encodeURIComponent(sort)}`;
  const { named, losses, also } = removingOf(entry, 'rooms', room.id);
  const [cancel, hash] = [addresses.places(line.id, { sort }), `#row-${room.id}`];
  const form = state.edit === room.id && new FormView(roomFields(room), state.trouble, `${room.id}-`);
  return {
    id: room.id,
    name: room.name,
    cells: [
      { text: whereWords(entry, room) },
      { text: String(room.capacity) },
      { text: hasWords(room) },
      { text: forWords(room) },
      {
        text: room.diary ? diaryWords(room.diary) : 'Free',
        href: addresses.diaryOf(line.id, 'rooms', room.id),
      },
    ],
    edit: `${addresses.places(line.id, { sort, edit: room.id })}${hash}`,
    duplicate: at('duplicate'),
    ...(named
      ? { askRemove: `${addresses.places(line.id, { sort, remove: room.id })}${hash}` }
      : { remove: at('remove') }),
    ...(form && { form: { action: at('row'), parts: rowParts(entry, form), save: 'Save', cancel } }),
    ...(state.remove === room.id && { removing: { action: at('remove'), losses, also, cancel } }),
  };
}

export function roomsView(given: AboutEntry, state: ListState) {
  const { entry, line, seen } = given;
  const all = entry.rooms ?? [];
  const sorting = sortingOf(state.sort, columns);
  const sort = state.sort ?? sortText(sorting);
  const add = new FormView({}, state.edit ? undefined : state.trouble, 'new-rooms-');
  return listView({
    id: 'rooms',
    heading: 'Rooms',
    about: 'Those that sessions may be held in, and the team’s base room.',
    add: {
      action: `${addresses.newIn(line.id, 'places/rooms')}?sort=${encodeURIComponent(sort)}`,
      parts: newParts(entry, add, state.add !== undefined),
      button: 'Add',
    },
    find: { action: addresses.found(line.id, 'places/rooms'), label: 'Find', value: state.find ?? '' },
    columns,
    sorting,
    sortHref: (by) => `${addresses.places(line.id, { sort: by })}#rooms`,
    rows: sorted(all, sorting, keys(entry)[sorting.key]!).map((room) => rowOf(given, room, state, sort)),
    empty:
      (entry.sites ?? []).length === 0
        ? 'No room yet. Add the site first, above.'
        : 'No room yet. Start with the team’s base room.',
    noun: ['room', 'rooms'],
    seen: state.trouble?.seen ?? seen,
  });
}
