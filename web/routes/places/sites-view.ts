import type { Entry } from '../../../src/entry/entry.ts';
import { siteFields } from '../../../src/intake/form/site.ts';
import { accessWords } from '../../../src/intake/form/usual-words.ts';
import { counted } from '../../../src/publish/words.ts';
import type { SiteEntry } from '../../../src/review/file.ts';
import { addresses } from '../../addresses.ts';
import { FormView, type Part } from '../entering/form-view.ts';
import type { ListState } from '../entering/handlers.ts';
import { type Column, listView, type Row, sorted, sortingOf, sortText } from '../entering/list-view.ts';
import { removingOf } from '../entering/removing.ts';
import { diaryWords } from '../people/diary-words.ts';
import type { AboutEntry } from '../with-entry.ts';

const columns: readonly Column[] = [
  { key: 'site', text: 'Site' },
  { key: 'address', text: 'Address' },
  { key: 'offers', text: 'Offers' },
  { key: 'rooms', text: 'Rooms' },
  { key: 'open', text: 'Diary' },
];

const roomsAt = (entry: Entry, id: string): number =>
  (entry.rooms ?? []).filter((room) => room.site === id).length;

const keys = (entry: Entry): Readonly<Record<string, (site: SiteEntry) => string | number>> => ({
  site: (site) => site.name,
  address: (site) => site.address ?? '',
  offers: (site) => (site.access ?? []).join(', '),
  rooms: (site) => roomsAt(entry, site.id),
  open: (site) => diaryWords(site.diary),
});

/** The boxes of a site; the first of the two kinds adds one. */
const newParts = (form: FormView, focus: boolean): readonly Part[] => [
  form.input('name', 'Site', { autocomplete: 'off', autofocus: focus, hint: 'Such as Civic Centre' }),
  form.input('address', 'Address', { autocomplete: 'off' }),
];

const rowParts = (entry: Entry, form: FormView): readonly Part[] => [
  form.input('name', 'Site', { autocomplete: 'off', autofocus: true }),
  form.textarea('address', 'Address', { rows: 3 }),
  form.textarea('notes', 'Parking, transport and hotels', { rows: 3, hint: 'For the travel sheet' }),
  ...form.words('access', 'What it offers', accessWords(entry)),
];

function rowOf({ entry, line }: AboutEntry, site: SiteEntry, state: ListState, sort: string): Row {
  const at = (what: 'row' | 'duplicate' | 'remove') =>
    `${addresses.entered(line.id, 'places/sites', site.id, what)}?sort=${encodeURIComponent(sort)}`;
  const { named, losses, also } = removingOf(entry, 'sites', site.id);
  const [cancel, hash] = [addresses.places(line.id, { sort }), `#row-${site.id}`];
  const form = state.edit === site.id && new FormView(siteFields(site), state.trouble, `${site.id}-`);
  return {
    id: site.id,
    name: site.name,
    cells: [
      { text: site.address ?? '' },
      { text: (site.access ?? []).join(', ') },
      { text: counted(roomsAt(entry, site.id), 'room') },
      {
        text: site.diary ? diaryWords(site.diary) : 'Open',
        href: addresses.diaryOf(line.id, 'sites', site.id),
      },
    ],
    edit: `${addresses.places(line.id, { sort, edit: site.id })}${hash}`,
    duplicate: at('duplicate'),
    ...(named
      ? { askRemove: `${addresses.places(line.id, { sort, remove: site.id })}${hash}` }
      : { remove: at('remove') }),
    ...(form && { form: { action: at('row'), parts: rowParts(entry, form), save: 'Save', cancel } }),
    ...(state.remove === site.id && { removing: { action: at('remove'), losses, also, cancel } }),
  };
}

export function sitesView(given: AboutEntry, state: ListState) {
  const { entry, line, seen } = given;
  const all = entry.sites ?? [];
  const sorting = sortingOf(state.sort, columns);
  const sort = state.sort ?? sortText(sorting);
  const add = new FormView({}, state.edit ? undefined : state.trouble, 'new-sites-');
  return listView({
    id: 'sites',
    heading: 'Sites',
    about: 'The places between which one travels: where offices and rooms are, and where visits go.',
    add: {
      action: `${addresses.newIn(line.id, 'places/sites')}?sort=${encodeURIComponent(sort)}`,
      parts: newParts(add, state.add !== undefined),
      button: 'Add',
    },
    find: { action: addresses.found(line.id, 'places/sites'), label: 'Find', value: state.find ?? '' },
    columns,
    sorting,
    sortHref: (by) => `${addresses.places(line.id, { sort: by })}#sites`,
    rows: sorted(all, sorting, keys(entry)[sorting.key]!).map((site) => rowOf(given, site, state, sort)),
    empty: 'No site yet. Start with the one where the team’s base room is.',
    noun: ['site', 'sites'],
    seen: state.trouble?.seen ?? seen,
  });
}
