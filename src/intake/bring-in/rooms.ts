import { newId } from '../../entry/new-id.ts';
import type { RoomEntry } from '../../review/file.ts';
import { whole, words, yesNo } from './cells.ts';
import { known } from './names.ts';
import type { Row } from './row.ts';
import { leave, plainly, type Settled, type SoFar, settle } from './settle.ts';
import { siteIn } from './sites.ts';
import { shownDiary, typedDiary } from './typed.ts';

/** Brings in one row of a table of rooms. */
export function bringRoom(so: SoFar, row: Row): Settled {
  const name = row.line1('name');
  if (name === '') {
    row.note('name', 'There is no name of a room.', 'Write what it is called.');
    return leave(so, row, 'rooms', '');
  }
  const at = siteIn(so, row, 'site');
  const before = roomOf(at.so, row, name, at.site?.id);
  if (before === 'unclear') return leave(so, row, 'rooms', name);
  const sites = so.entry.sites ?? [];
  const site =
    at.site?.id ?? (before || row.text('site') !== '' || sites.length !== 1 ? undefined : sites[0]!.id);
  if (!before && site === undefined) {
    if (row.text('site') === '')
      row.note('site', 'Which site the room is at is not said.', 'Write the name of its site.');
    return leave(so, row, 'rooms', name);
  }
  const capacity = whole(row, 'capacity', 'how many people it holds');
  if (!before && capacity === undefined) {
    if (row.text('capacity') === '')
      row.note('capacity', 'How many people it holds is not said.', 'Write a number, peers included.');
    return leave(so, row, 'rooms', name);
  }
  return settle(at.so, row, {
    kind: 'rooms',
    list: 'rooms',
    noun: 'room',
    name,
    before,
    id: (entry) => newId(entry, name, 'room'),
    fields: {
      name,
      site,
      building: row.line1('building') || undefined,
      capacity,
      equipment: words(row, 'equipment'),
      access: words(row, 'access'),
      baseRoom: yesNo(row, 'baseRoom'),
      divides: yesNo(row, 'divides'),
      diary: typedDiary(so.entry, row, before?.diary),
    },
    columns: {
      name: 'name',
      site: 'site',
      building: 'building',
      capacity: 'capacity',
      equipment: 'equipment',
      access: 'access',
      baseRoom: 'baseRoom',
      divides: 'divides',
      diary: 'diary',
    },
    show: (field, value, entry) => {
      if (field === 'diary') return shownDiary(entry, value);
      if (field === 'site') return entry.sites?.find((s) => s.id === value)?.name ?? String(value);
      return plainly(value);
    },
  });
}

/** The room that a row is about: by id, else by its name at its site. */
function roomOf(
  { entry }: SoFar,
  row: Row,
  name: string,
  site: string | undefined,
): RoomEntry | undefined | 'unclear' {
  const rooms = entry.rooms ?? [];
  const byId = rooms.find((room) => room.id === row.text('id'));
  if (byId) return byId;
  const called = rooms.filter(
    (room) => known(room.name) === known(name) && (site === undefined || room.site === site),
  );
  const building = known(row.line1('building'));
  const there =
    building === '' || called.length < 2
      ? called
      : called.filter((room) => known(room.building ?? '') === building);
  if (there.length < 2) return there[0];
  row.note('name', `There are ${there.length} rooms called ${name}.`, 'Give the site and the building too.');
  return 'unclear';
}
