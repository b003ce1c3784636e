import { newId } from '../../../src/entry/new-id.ts';
import { withUsualTravel } from '../../../src/entry/usual-travel.ts';
import { readRoom, readRoomRow } from '../../../src/intake/form/room.ts';
import { readSite } from '../../../src/intake/form/site.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { type Listed, type ListState, withRow } from '../entering/handlers.ts';
import type { AboutEntry } from '../with-entry.ts';
import { type PlacesState, placesView } from './view.ts';

/** Shows all places: the sites, the rooms, and the minutes between the sites. */
export function showPlaces({ show }: Services, given: AboutEntry, state: PlacesState): void {
  const trouble = state.trouble ?? state.travelTrouble;
  if (trouble) given.response.status(trouble.status);
  show(given.response, 'places', given.about('Places', 'places'), placesView(given, state));
}

const page = (review: string, state: Omit<ListState, 'find' | 'trouble'>): string =>
  withRow(addresses.places(review, state), state);

export const sites: Listed<'sites'> = {
  list: 'sites',
  those: 'the sites',
  read: readSite,
  readWhole: readSite,
  wholeInRow: true,
  nameOf: (site) => site.name,
  newId: (entry, site) => newId(entry, site.name, 'site'),
  copy: ({ id: _, diary: __, address: ___, ...site }) => ({ ...site, name: `Copy of ${site.name}` }),
  // Every two sites have a journey: usual until somebody times it, gone with the site.
  settle: withUsualTravel,
  page: (review, state) => page(review, state.add ? { ...state, add: 'site' } : state),
  show: (services, given, state) => showPlaces(services, given, { ...state, of: 'sites' }),
};

export const rooms: Listed<'rooms'> = {
  list: 'rooms',
  those: 'the rooms',
  read: readRoomRow,
  readWhole: readRoom,
  wholeInRow: true,
  nameOf: (room) => room.name,
  newId: (entry, room) => newId(entry, room.name, 'room'),
  copy: ({ id: _, diary: __, baseRoom: ___, ...room }) => ({ ...room, name: `Copy of ${room.name}` }),
  page: (review, state) => page(review, state.add ? { ...state, add: 'room' } : state),
  show: (services, given, state) => showPlaces(services, given, { ...state, of: 'rooms' }),
};
