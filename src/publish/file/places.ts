import type { RoomEntry, SiteEntry } from '../../review/file.ts';
import type { Room, Site } from '../../review/places.ts';
import type { Week } from '../../time/week.ts';
import { orAbsent, type Writing } from './absent.ts';
import { diary } from './diary.ts';

export const site = (week: Week, s: Site): Writing<SiteEntry> => ({
  id: s.id,
  name: s.name,
  address: s.address,
  notes: s.notes,
  access: orAbsent(s.access),
  diary: diary(week, s.diary),
});

export const room = (week: Week, r: Room): Writing<RoomEntry> => ({
  id: r.id,
  site: r.site,
  building: r.building,
  name: r.name,
  capacity: r.capacity,
  equipment: orAbsent(r.equipment),
  access: orAbsent(r.access),
  baseRoom: orAbsent(r.baseRoom),
  divides: orAbsent(r.divides),
  diary: diary(week, r.diary),
});
