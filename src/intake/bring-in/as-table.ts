import type { Entry } from '../../entry/entry.ts';
import type { ContactEntry, DiaryEntry, PlaceNeedEntry, SessionEntry } from '../../review/file.ts';
import { diaryFrom, weekOf } from '../diary-entry.ts';
import { type Column, columns, type TableKind } from '../spreadsheet/columns.ts';
import { roleLabel } from '../spreadsheet/role-names.ts';
import { sayDiary } from '../typed-diary/index.ts';

/** The columns that a table of a kind is written with: those that only other people's tables have are left out. */
export const writtenColumns = (kind: TableKind): readonly Column[] =>
  columns[kind].filter(
    ({ id }) => !(kind === 'people' && ['first', 'last', 'prefix'].includes(id)) && id !== 'postcode',
  );

/**
 * What is entered as the rows of a table of that kind, in the order of {@link writtenColumns}: brought in again as it
 * is, it changes nothing. Of diaries none: those of people, rooms and sites are a column of theirs.
 */
export function asTable(entry: Entry, kind: TableKind): readonly (readonly string[])[] {
  const rows: readonly Readonly<Record<string, string>>[] = {
    people: () => (entry.contacts ?? []).map((one) => personRow(entry, one)),
    sites: () =>
      (entry.sites ?? []).map((site) => ({
        id: site.id,
        name: site.name,
        address: site.address ?? '',
        notes: site.notes ?? '',
        access: joined(site.access),
        diary: diaryText(entry, site.diary),
      })),
    rooms: () =>
      (entry.rooms ?? []).map((room) => ({
        id: room.id,
        name: room.name,
        site: nameIn(entry.sites, room.site),
        building: room.building ?? '',
        capacity: String(room.capacity),
        equipment: joined(room.equipment),
        access: joined(room.access),
        baseRoom: yes(room.baseRoom),
        divides: yes(room.divides),
        diary: diaryText(entry, room.diary),
      })),
    sessions: () => (entry.sessions ?? []).map((one) => sessionRow(entry, one)),
    diaries: () => [],
  }[kind]();
  return rows.map((row) => writtenColumns(kind).map(({ id }) => row[id] ?? ''));
}

const joined = (list: readonly string[] | undefined): string => (list ?? []).join('; ');
const yes = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no');
const nameIn = (
  list: readonly { readonly id: string; readonly name: string }[] | undefined,
  id: string,
): string => {
  const name = list?.find((item) => item.id === id)?.name ?? id;
  // Where two are called so, the id tells which.
  return (list ?? []).filter((item) => item.name === name).length > 1 ? id : name;
};

function diaryText(entry: Entry, diary: DiaryEntry | undefined): string {
  const week = weekOf(entry.review);
  return week && diary ? sayDiary(week, diaryFrom(week, diary)).join(' ') : '';
}

function personRow(entry: Entry, person: ContactEntry): Readonly<Record<string, string>> {
  return {
    id: person.id,
    name: person.name,
    jobTitle: person.jobTitle ?? '',
    organisation: person.organisation,
    roles: joined(person.roles?.map(roleLabel)),
    email: person.email ?? '',
    phone: person.phone ?? '',
    paName: person.pa?.name ?? '',
    paEmail: person.pa?.email ?? '',
    site: person.office ? nameIn(entry.sites, person.office.site) : '',
    office: person.office?.name ?? '',
    building: person.office?.building ?? '',
    early: typeof person.early === 'number' ? String(person.early) : yes(person.early),
    key: yes(person.key),
    phoneAgreed: yes(person.phoneAgreed),
    access: joined(person.access),
    diary: diaryText(entry, person.diary),
  };
}

function sessionRow(entry: Entry, session: SessionEntry): Readonly<Record<string, string>> {
  return {
    id: session.id,
    title: session.title,
    kind: session.kind.replaceAll('-', ' '),
    people: joined(session.contacts?.map((id) => nameIn(entry.contacts, id))),
    host: session.host === undefined ? '' : nameIn(entry.contacts, session.host),
    headcount: session.headcount === undefined ? '' : String(session.headcount),
    themes: joined(session.themes),
    priority: session.priority,
    minutes: session.minutes === undefined ? '' : String(session.minutes),
    place: placeText(entry, session.place),
    visit: session.visit?.replaceAll('-', ' ') ?? '',
    peers: session.peers?.count === undefined ? '' : String(session.peers.count),
    earliest: session.earliestDay === undefined ? '' : `day ${session.earliestDay}`,
    latest: session.latestDay === undefined ? '' : `day ${session.latestDay}`,
    evening: yes(session.evening),
  };
}

/** Blank where a cell can't say all of it: what is blank changes nothing. */
function placeText(entry: Entry, place: PlaceNeedEntry | undefined): string {
  if (!place || place.atSite !== undefined || place.equipment !== undefined) return '';
  const ways = [
    place.office && 'office',
    place.room === true ? 'any room' : place.room && nameIn(entry.rooms, place.room),
    place.site && nameIn(entry.sites, place.site),
    place.phone && 'phone',
  ];
  return ways.filter(Boolean).join('; ');
}
