import { withoutGaps } from '../../entry/edit.ts';
import type { Entry } from '../../entry/entry.ts';
import type { RoomEntry } from '../../review/file.ts';
import { type Fields, type FormReading, Sent, tickText } from './sent.ts';
import { accessWords, equipmentWords } from './usual-words.ts';

export type RoomRead = Omit<RoomEntry, 'id'>;

/** Most people that a room is said to hold. */
const LARGEST = 10_000;

/** What stands in a room's row of the list: what it is called, where, and how many it holds. */
export function readRoomRow(entry: Entry, fields: Fields, before?: RoomEntry): FormReading<RoomRead> {
  const sent = new Sent(fields);
  return sent.reading(row(sent, entry, before));
}

/** Everything about a room but its diary. `before`: as it was. */
export function readRoom(entry: Entry, fields: Fields, before?: RoomEntry): FormReading<RoomRead> {
  const sent = new Sent(fields);
  return sent.reading(
    withoutGaps({
      ...row(sent, entry, before),
      building: sent.line('building'),
      equipment: sent.words('equipment', equipmentWords(entry), before?.equipment),
      access: sent.words('access', accessWords(entry), before?.access),
      baseRoom: sent.tick('baseRoom', before?.baseRoom),
      divides: sent.tick('divides', before?.divides),
    }) as RoomRead,
  );
}

function row(sent: Sent, entry: Entry, before: RoomEntry | undefined): RoomRead {
  const { id: _, ...rest } = before ?? { id: '' };
  const name = sent.needed('name', 'Enter what the room is called');
  const sites = (entry.sites ?? []).map((site) => site.id);
  const site = sent.choice('site', sites, 'Choose a site from the list: this one is not there any more');
  // With one site there is nothing to choose.
  const at = site ?? (sites.length === 1 ? sites[0] : undefined);
  if (at === undefined)
    sent.problem(
      'site',
      sites.length === 0 ? 'Add the site first, then its rooms' : 'Choose the site where it is',
    );
  const capacity = sent.whole('capacity', 1, LARGEST, 'How many it holds');
  if (capacity === undefined)
    sent.problem('capacity', 'Enter how many people it holds, the peers among them');
  return { ...rest, name, site: at ?? '', capacity: capacity ?? 1 };
}

/** A room as the fields of its form. */
export const roomFields = (room: RoomEntry): Fields => ({
  name: room.name,
  site: room.site,
  capacity: String(room.capacity),
  building: room.building ?? '',
  equipment: room.equipment ?? [],
  access: room.access ?? [],
  baseRoom: tickText(room.baseRoom),
  divides: tickText(room.divides),
});
