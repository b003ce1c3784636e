import type { RoomEntry, SiteEntry, TravelEntry } from '../../review/file.ts';
import { diary } from './diary.ts';
import { access, equipment, group, id, idOf, line, may, pairOf, text, whole, yesNo } from './field.ts';

export const site = group<SiteEntry>()('a site', {
  id,
  name: line('the name to print'),
  address: may(text('the address')),
  notes: may(text('notes on parking, transport and hotels')),
  access: may(access).describe('What the site offers.'),
  diary: may(diary),
});

export const travel = group<TravelEntry>()('a journey', {
  between: pairOf(idOf('a site'), 'Give the ids of two sites, as ["…", "…"].'),
  minutes: whole(0, 600, 'a whole number of minutes, door to door,'),
  access: may(access).describe('Access needs that the journey meets; where left out, all.'),
});

export const room = group<RoomEntry>()('a room', {
  id,
  site: idOf('a site'),
  building: may(line('the building')),
  name: line('the name to print'),
  capacity: whole(1, 10_000, 'how many people it holds, peers included, a number'),
  equipment: may(equipment),
  access: may(access).describe('What the room offers.'),
  baseRoom: may(yesNo).describe('The team’s own room: no session is held there.'),
  divides: may(yesNo).describe('Divides into small groups, for the conference.'),
  diary: may(diary),
});
