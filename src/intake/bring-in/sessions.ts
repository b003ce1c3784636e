import type { Entry } from '../../entry/entry.ts';
import { newId } from '../../entry/new-id.ts';
import type { PlaceNeedEntry, SessionEntry } from '../../review/file.ts';
import type { Priority, SessionKind, VisitKind } from '../../review/session.ts';
import { cut, minutes, whole, yesNo } from './cells.ts';
import { dayNamed } from './days.ts';
import { find, known } from './names.ts';
import { peopleIn } from './people-in.ts';
import type { Row } from './row.ts';
import { leave, plainly, type Settled, type SoFar, settle } from './settle.ts';
import { themesIn } from './themes.ts';

const kinds: readonly (readonly [SessionKind, RegExp])[] = [
  ['site-visit', /visit|tour|walk/],
  ['focus-group', /group|focus|workshop|panel|round ?table/],
  ['record-review', /record|case file|file review/],
  ['debrief', /debrief/],
  ['interview', /interview|1[: ]?1|one to one|meeting|discussion|call/],
];
const priorities: readonly (readonly [Priority, RegExp])[] = [
  ['must', /^(must|essential|high|1|a|yes|mandatory|required|critical|h)\b/],
  ['should', /^(should|important|medium|2|b|desirable|m)\b/],
  ['could', /^(could|low|3|c|optional|nice|if time|l)\b/],
];
const visits: readonly (readonly [VisitKind, RegExp])[] = [
  ['accident-and-emergency', /accident|emergency|a ?(&|and) ?e\b|casualty/],
  ['duty-desk', /duty|front ?line|front door|access point|mash|contact centre/],
  ['commissioned-service', /commission/],
  ['other', /other/],
];

/** What a cell says out of a few; undefined where it is blank or, said in a note, none of them. */
function one<T>(
  row: Row,
  column: string,
  of: readonly (readonly [T, RegExp])[],
  mend: string,
): T | undefined {
  const text = row.text(column).toLowerCase().replaceAll('-', ' ');
  if (text === '') return undefined;
  const found = of.find(([, words]) => words.test(text));
  if (!found) row.note(column, `“${cut(row.text(column))}” is none of those that there are.`, mend);
  return found?.[0];
}

/** Brings in one row of a table of sessions. */
export function bringSession(so: SoFar, row: Row): Settled {
  const { entry } = so;
  const contacts = peopleIn(entry, row, 'people');
  const names = (contacts ?? []).flatMap((id) => entry.contacts?.find((c) => c.id === id)?.name ?? []);
  const title = row.line1('title') || names.join(', ');
  if (title === '') {
    if (row.text('people') === '')
      row.note('title', 'There is neither a title nor anybody to see.', 'Write what the session is called.');
    return leave(so, row, 'sessions', row.line1('people'));
  }
  const before = sessionOf(entry, row, title);
  if (before === 'unclear') return leave(so, row, 'sessions', title);
  const kind =
    one(row, 'kind', kinds, 'Write interview, focus group, site visit, debrief or record review.') ??
    before?.kind ??
    (names.length > 1 ? 'focus-group' : 'interview');
  const place = placeIn(entry, row);
  if (kind === 'site-visit' && !place && !before?.place) {
    row.note('place', 'Where the visit goes is not said.', 'Write the name of a site.');
    return leave(so, row, 'sessions', title);
  }
  const host = peopleIn(entry, row, 'host')?.[0];
  const count = whole(row, 'peers', 'how many peers take it');
  return settle(so, row, {
    kind: 'sessions',
    list: 'sessions',
    noun: 'session',
    name: title,
    before,
    // Of the kind, not the title: that is often somebody's name, and ids stand in addresses.
    id: (now) => newId(now, `${kind}-${(now.sessions?.length ?? 0) + 1}`, 'session'),
    fields: {
      kind: before && row.text('kind') === '' ? undefined : kind,
      title,
      contacts,
      host,
      headcount: whole(row, 'headcount', 'how many come'),
      themes: themesIn(entry, row, 'themes'),
      priority:
        one(row, 'priority', priorities, 'Write must, should or could.') ?? (before ? undefined : 'must'),
      minutes: minutes(row, 'minutes'),
      place,
      peers: count === undefined ? undefined : { ...before?.peers, count },
      visit:
        kind === 'site-visit'
          ? (one(
              row,
              'visit',
              visits,
              'Write accident and emergency, duty desk, commissioned service or other.',
            ) ?? (before ? undefined : visitOf(title)))
          : undefined,
      earliestDay: dayNamed(entry, row, 'earliest'),
      latestDay: dayNamed(entry, row, 'latest'),
      evening: yesNo(row, 'evening'),
    },
    columns: {
      kind: 'kind',
      title: 'title',
      contacts: 'people',
      host: 'host',
      headcount: 'headcount',
      themes: 'themes',
      priority: 'priority',
      minutes: 'minutes',
      place: 'place',
      peers: 'peers',
      visit: 'visit',
      earliestDay: 'earliest',
      latestDay: 'latest',
      evening: 'evening',
    },
    show,
  });
}

/** The two visits that every week has are told by their titles. */
const visitOf = (title: string): VisitKind =>
  visits.find(([, words]) => words.test(title.toLowerCase().replaceAll('-', ' ')))?.[0] ?? 'other';

function sessionOf(entry: Entry, row: Row, title: string): SessionEntry | undefined | 'unclear' {
  const sessions = entry.sessions ?? [];
  const byId = sessions.find((session) => session.id === row.text('id'));
  if (byId) return byId;
  const called = sessions.filter((session) => known(session.title) === known(title));
  if (called.length < 2) return called[0];
  row.note('title', `There are ${called.length} sessions called ${title}.`, 'Give the Peerweek id too.');
  return 'unclear';
}

/** Where it may be: any of what the cell names. */
function placeIn(entry: Entry, row: Row): PlaceNeedEntry | undefined {
  const need: { office?: true; room?: true | string; site?: string; phone?: true } = {};
  for (const piece of row.list('place').flatMap((p) => p.split(/\s+or\s+/i))) {
    const words = known(piece);
    if (/^((own|their|his|her|hosts?) )?offices?$/.test(words)) need.office = true;
    else if (/^(any |a |meeting )*rooms?( on site)?$|^(on site|council offices?)$/.test(words))
      need.room = true;
    else if (/\b(phone|telephone|video|teams|zoom|virtual|online|remote)\b/.test(words)) need.phone = true;
    else if (!namedPlace(entry, piece, need))
      row.note(
        'place',
        `“${cut(piece)}” is no room or site of the review.`,
        'Write office, any room, phone, or the name of a room or site that is there.',
      );
  }
  return Object.keys(need).length > 0 ? need : undefined;
}

function namedPlace(entry: Entry, text: string, need: { room?: true | string; site?: string }): boolean {
  const room = find(entry.rooms ?? [], text);
  if (room.is === 'one') {
    need.room = room.item.id;
    return true;
  }
  const site = find(entry.sites ?? [], text);
  if (site.is === 'one') need.site = site.item.id;
  return site.is === 'one';
}

function show(field: keyof SessionEntry, value: unknown, entry: Entry): string {
  const named = (
    list: readonly { readonly id: string; readonly name: string }[] | undefined,
    id: unknown,
  ): string => list?.find((item) => item.id === id)?.name ?? String(id);
  if (field === 'contacts')
    return (value as readonly string[]).map((id) => named(entry.contacts, id)).join('; ');
  if (field === 'host') return named(entry.contacts, value);
  if (field === 'kind' || field === 'visit') return String(value).replaceAll('-', ' ');
  if (field === 'peers') return String((value as { readonly count?: number }).count ?? '');
  if (field === 'earliestDay' || field === 'latestDay') return `day ${value}`;
  if (field !== 'place') return plainly(value);
  const { office, room, site, phone } = value as PlaceNeedEntry;
  const ways = [
    office && 'office',
    room === true ? 'any room' : room && named(entry.rooms, room),
    site && named(entry.sites, site),
    phone && 'phone',
  ];
  return ways.filter(Boolean).join('; ');
}
