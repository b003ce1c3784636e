import { withoutGaps } from '../../entry/edit.ts';
import type { Entry } from '../../entry/entry.ts';
import type { PlaceNeedEntry } from '../../review/file.ts';
import type { SessionKind } from '../../review/session.ts';
import { type Fields, type Sent, tickText } from './sent.ts';
import { equipmentWords } from './usual-words.ts';

/** What `placeRoom` sends for any room that fits; no room has it as its id. */
export const ANY_ROOM = '*';

/** Where a session may be: any one of what is ticked and chosen; nothing for what is usual for its kind. */
export function readPlace(
  sent: Sent,
  entry: Entry,
  kind: SessionKind,
  before: PlaceNeedEntry | undefined,
): PlaceNeedEntry | undefined {
  const sites = (entry.sites ?? []).map((site) => site.id);
  const rooms = [ANY_ROOM, ...(entry.rooms ?? []).map((room) => room.id)];
  const gone = 'Choose from the list: what you chose is not there any more';
  const room = sent.choice('placeRoom', rooms, gone);
  const place = withoutGaps({
    ...before,
    office: sent.tick('placeOffice', before?.office),
    room: room === ANY_ROOM ? true : room,
    site: sent.choice('placeSite', sites, gone),
    phone: sent.tick('placePhone', before?.phone),
    atSite: sent.choice('placeAtSite', sites, gone),
    equipment: sent.words('placeEquipment', equipmentWords(entry), before?.equipment),
  }) as PlaceNeedEntry;
  if (kind === 'site-visit' && !place.office && !place.room && !place.site && !place.phone)
    sent.problem(
      'placeSite',
      sites.length === 0
        ? 'A visit must say where it goes: add the site under Places first'
        : 'Choose where the visit goes',
    );
  return Object.keys(place).length === 0 && before === undefined ? undefined : place;
}

export const placeFields = (place: PlaceNeedEntry | undefined): Fields => ({
  placeOffice: tickText(place?.office),
  placeRoom: place?.room === true ? ANY_ROOM : (place?.room ?? ''),
  placeSite: place?.site ?? '',
  placePhone: tickText(place?.phone),
  placeAtSite: place?.atSite ?? '',
  placeEquipment: place?.equipment ?? [],
});
