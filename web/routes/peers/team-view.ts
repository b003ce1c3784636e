import type { Entry } from '../../../src/entry/entry.ts';
import { peerRoleWords } from '../../../src/publish/words.ts';
import type { PeerEntry } from '../../../src/review/file.ts';
import { peerRoles } from '../../../src/review/peer-role.ts';
import { addresses } from '../../addresses.ts';
import { FormView } from '../entering/form-view.ts';
import type { ListState } from '../entering/handlers.ts';
import { type Column, listView, type Row, sorted, sortingOf, sortText } from '../entering/list-view.ts';
import { removingOf } from '../entering/removing.ts';
import { diaryWords } from '../people/diary-words.ts';
import type { AboutEntry } from '../with-entry.ts';
import { newParts, themesOf } from './peer-form.ts';

const columns: readonly Column[] = [
  { key: 'peer', text: 'Name' },
  { key: 'role', text: 'What they are' },
  { key: 'themes', text: 'Specialises in' },
  { key: 'interviews', text: 'Interviews' },
  { key: 'knows', text: 'Knows' },
  { key: 'available', text: 'Availability' },
];

export const themeWords = (entry: Entry, { themes = [] }: PeerEntry): string =>
  themes.map((id) => themesOf(entry).find((theme) => theme.value === id)?.text ?? id).join('; ');

export const interviewsOf = ({ interviews, role }: PeerEntry): boolean =>
  interviews ?? role !== 'review-manager';

const knowsWords = (entry: Entry, { knows = [] }: PeerEntry): string =>
  knows.map((id) => entry.contacts?.find((contact) => contact.id === id)?.name ?? id).join('; ');

const keys = (entry: Entry): Readonly<Record<string, (peer: PeerEntry) => string | number>> => ({
  peer: (peer) => peer.name,
  role: (peer) => peerRoles.indexOf(peer.role),
  themes: (peer) => themeWords(entry, peer),
  interviews: (peer) => (interviewsOf(peer) ? 0 : 1),
  knows: (peer) => knowsWords(entry, peer),
  available: (peer) => diaryWords(peer.diary),
});

function rowOf(
  { entry, line }: AboutEntry,
  peer: PeerEntry,
  state: ListState,
  sort: string,
  mayChange: boolean,
): Row {
  const at = (what: 'duplicate' | 'remove') =>
    `${addresses.entered(line.id, 'peers', peer.id, what)}?sort=${encodeURIComponent(sort)}`;
  const own = addresses.entered(line.id, 'peers', peer.id);
  const themes = themeWords(entry, peer);
  const row: Row = {
    id: peer.id,
    name: peer.name,
    href: own,
    cells: [
      { text: peerRoleWords[peer.role] },
      themes ? { text: themes } : { text: 'Nothing said yet', quiet: true },
      { text: interviewsOf(peer) ? 'Yes' : 'No' },
      { text: knowsWords(entry, peer) },
      // A peer’s diary is the review manager’s: to others its words, and no way to a page that refuses them.
      {
        text: diaryWords(peer.diary),
        ...(mayChange && { href: addresses.diaryOf(line.id, 'peers', peer.id) }),
      },
    ],
  };
  if (!mayChange) return row;
  const { named, losses, also } = removingOf(entry, 'peers', peer.id);
  return {
    ...row,
    page: own,
    duplicate: at('duplicate'),
    ...(named
      ? { askRemove: `${addresses.peers(line.id, { sort, remove: peer.id })}#row-${peer.id}` }
      : { remove: at('remove') }),
    ...(state.remove === peer.id && {
      removing: { action: at('remove'), losses, also, cancel: addresses.peers(line.id, { sort }) },
    }),
  };
}

/** The visiting team as a list: the review manager's to change, the organiser's to look at. */
export function teamView(given: AboutEntry, state: ListState, mayChange: boolean) {
  const { entry, line, seen } = given;
  const sorting = sortingOf(state.sort ?? 'role', columns);
  const sort = sortText(sorting);
  const form = new FormView({}, state.trouble, 'new-');
  return listView({
    id: 'team',
    heading: 'The team',
    ...(!mayChange && { about: 'The review manager enters the team. You may look at it.' }),
    add: mayChange
      ? {
          action: `${addresses.newIn(line.id, 'peers')}?sort=${encodeURIComponent(sort)}`,
          parts: newParts(form, state.add !== undefined),
          button: 'Add',
        }
      : undefined,
    find: { action: addresses.found(line.id, 'peers'), label: 'Find', value: state.find ?? '' },
    columns,
    sorting,
    sortHref: (by) => addresses.peers(line.id, { sort: by }),
    rows: sorted(entry.peers ?? [], sorting, keys(entry)[sorting.key]!).map((peer) =>
      rowOf(given, peer, state, sort, mayChange),
    ),
    empty: mayChange
      ? 'Nobody yet. Start with the team leader.'
      : 'The review manager has not entered anybody yet.',
    noun: ['peer', 'peers'],
    seen: state.trouble?.seen ?? seen,
  });
}
