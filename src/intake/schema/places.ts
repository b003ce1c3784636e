import type { RoomEntry, SiteEntry, TravelEntry } from '../../review/file.ts';
import { diary } from './diary.ts';
import { access, equipment, group, id, idOf, line, may, pairOf, text, whole, yesNo } from './field.ts';

export const site = group<SiteEntry>()('a site', {
  id,
  name: line('the name to print').describe('What is printed.'),
  address: may(text('the address')).describe('The address.'),
  notes: may(text('notes on parking, transport and hotels')).describe('Parking, transport and hotels.'),
  access: may(access).describe('What the site offers: step-free, …'),
  diary: may(diary).describe('When the site can and can’t be visited.'),
});

export const travel = group<TravelEntry>()('a journey', {
  between: pairOf(idOf('a site'), 'Give the ids of two sites, as ["…", "…"].').describe(
    'The two sites; the journey is as long either way.',
  ),
  minutes: whole(0, 600, 'a whole number of minutes, door to door,').describe('Door to door.'),
  access: may(access).describe('Access needs that the journey meets; where left out, all.'),
  assumed: may(yesNo).describe('Nobody has timed it: the usual minutes are taken. Default: false.'),
});

export const room = group<RoomEntry>()('a room', {
  id,
  site: idOf('a site'),
  building: may(line('the building')).describe('The building.'),
  name: line('the name to print').describe('What is printed.'),
  capacity: whole(1, 10_000, 'how many people it holds, peers included, a number').describe(
    'How many people it holds, peers included.',
  ),
  equipment: may(equipment).describe('What is in it: projector, flipcharts, …'),
  access: may(access).describe('What the room offers: step-free, …'),
  baseRoom: may(yesNo).describe('The team’s own room: no session is held there. Default: false.'),
  divides: may(yesNo).describe('Divides into small groups, for the conference. Default: false.'),
  diary: may(diary).describe('When the room is and isn’t free.'),
});
