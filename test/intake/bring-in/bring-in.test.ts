import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/entry/entry.ts';
import { asTable, writtenColumns } from '../../../src/intake/bring-in/as-table.ts';
import { bringIn, type How } from '../../../src/intake/bring-in/bring-in.ts';
import type { RowOutcome } from '../../../src/intake/bring-in/outcome.ts';
import { entryFrom, readEntry } from '../../../src/intake/index.ts';
import { columns, type TableKind, tableKinds } from '../../../src/intake/spreadsheet/columns.ts';
import { recognise } from '../../../src/intake/spreadsheet/recognise.ts';
import { plainLines } from '../../../src/intake/spreadsheet/sheet.ts';
import { readTable } from '../../../src/intake/spreadsheet/workbook.ts';

const empty: Entry = {
  peerweek: 1,
  review: {
    id: 'elm',
    council: 'Elmshire County Council',
    firstDay: '2026-03-23',
    editedAt: '2026-01-12T09:30:00Z',
  },
};

/** Tables as somebody pastes them: cells parted by `|`. */
function bring(entry: Entry, tables: readonly string[], how: How = {}) {
  const read = tables.map((text) => {
    const lines = text
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => plainLines(cell.replaceAll(' / ', '\n'))));
    const sheet = { name: '', rows: lines };
    return { sheet, layout: recognise(sheet) };
  });
  return bringIn(entry, read, how);
}
const does = (rows: readonly RowOutcome[]) => rows.map((row) => `${row.line} ${row.does} ${row.name}`);
const notes = (rows: readonly RowOutcome[]) =>
  rows.flatMap((row) => row.notes.map((n) => `${row.line} ${n.column}: ${n.what} ${n.mend}`));

const kindOf = (headings: string) =>
  recognise({ name: '', rows: [headings.split('|').map((h) => h.trim())] });

describe('headings in many wordings', () => {
  it.each<[string, TableKind, string]>([
    ['Name | Job title | E-mail', 'people', 'name jobTitle email'],
    ['Full Name | Position | Email address | Organisation', 'people', 'name jobTitle email organisation'],
    [
      'First Name | Last Name | Company | Job Title | E-mail Address | Business Phone',
      'people',
      'first last organisation jobTitle email phone',
    ],
    ['Interviewee | Post | Agency | Tel no.', 'people', 'name jobTitle organisation phone'],
    ['Surname | Forename | Role', 'people', 'last first jobTitle'],
    [
      'Contact name (first and last) | Role | Job Title | Availability',
      'people',
      'name roles jobTitle diary',
    ],
    [
      'Ref | Interviewee / group | Post held | Team or agency | Which part of the list | E-mail | PA contact',
      'people',
      'id name jobTitle organisation roles email paName',
    ],
    ['Name | PA | PA’s e-mail | PA phone', 'people', 'name paName paEmail '],
    ['Name | Phone | Diary holder | Diary holder email', 'people', 'name phone paName paEmail'],
    ['Nmae | Organistion | Emial address', 'people', ' organisation email'],
    ['Room | Capacity | Location', 'rooms', 'name capacity site'],
    ['Meeting room | Seats | Building | Facilities', 'rooms', 'name capacity building equipment'],
    ['Site | Address | Postcode | Parking', 'sites', 'name address postcode notes'],
    ['Session | Type | Attendees | Length | Priority', 'sessions', 'title kind people minutes priority'],
    ['Interviewee | Interview type | Duration | Room', 'sessions', 'people kind minutes place'],
    ['Name | Date | Start | End | Status', 'diaries', 'who day from to mark'],
    ['Who | When', 'diaries', 'who diary'],
  ])('%s', (headings, kind, ids) => {
    const layout = kindOf(headings);
    if (kind === 'people' && !layout.kind) expect(ids).toBe(' organisation email');
    else expect([layout.kind, layout.columns.join(' ')]).toEqual([kind, ids]);
  });

  it('finds them below a title and a date, and not in what is no table of ours', () => {
    const rows = [
      ['Peer review: people to see', '', ''],
      ['Updated 3 February', '', ''],
      ['', '', ''],
      ['Name', 'Job title', 'Email'],
      ['Ann', 'x', 'y'],
    ];
    expect(recognise({ name: 'Sheet1', rows })).toMatchObject({ kind: 'people', headings: 4 });
    for (const other of ['Item | Cost | Paid', 'Question | Answer', ''])
      expect(kindOf(other).kind).toBeUndefined();
  });

  it('takes a column of Mr and Ms for what it is', () => {
    const rows = [
      ['Title', 'Name', 'Job'],
      ['Ms', 'Ann Ash', 'Head'],
      ['Dr', 'Bo Birch', 'Doctor'],
    ];
    expect(recognise({ name: '', rows }).columns).toEqual(['prefix', 'name', 'jobTitle']);
  });

  it('knows every heading of its own templates', () => {
    for (const kind of tableKinds) {
      const headings = writtenColumns(kind).map(({ heading }) => heading);
      expect(recognise({ name: kind, rows: [headings] })).toEqual({
        kind,
        headings: 1,
        columns: writtenColumns(kind).map(({ id }) => id),
      });
    }
  });

  it('gives no two columns of a table the same wording', () => {
    for (const kind of tableKinds) {
      const words = columns[kind].flatMap(({ heading, also }) => [
        ...new Set([heading.toLowerCase(), ...also]),
      ]);
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    }
  });
});

describe('people', () => {
  it('are added with what is known of them, and the site of their office', () => {
    const { entry, rows } = bring(empty, [
      `Name | Job title | Organisation | E-mail | Office | Site | Early in the week | Access
       Shah, Priya | Director of Children’s Services | | Priya Shah <priya@elm.gov.uk> | Room 3.12 | Civic Centre | yes | Step-free; hearing-loop
       Ann Ash | Designated doctor | Elm NHS Trust | | | | 2 |`,
    ]);
    expect(does(rows)).toEqual(['2 add Priya Shah', '3 add Ann Ash']);
    expect(notes(rows)).toEqual([]);
    expect(rows.map((row) => row.remarks)).toEqual([
      [
        'Organisation: taken to be the council',
        'Also adds the site Civic Centre',
        "On the list as: Director of children's services",
      ],
      ['On the list as: Designated doctor(s)'],
    ]);
    expect(entry.contacts).toEqual([
      {
        id: expect.stringMatching(/^contact-[a-z0-9]+$/),
        name: 'Priya Shah',
        jobTitle: 'Director of Children’s Services',
        organisation: 'Elmshire County Council',
        roles: ['director-childrens-services'],
        email: 'priya@elm.gov.uk',
        office: { site: 'civic-centre', name: 'Room 3.12' },
        early: true,
        access: ['step-free', 'hearing-loop'],
      },
      {
        id: expect.stringMatching(/^contact-[a-z0-9]+$/),
        name: 'Ann Ash',
        jobTitle: 'Designated doctor',
        organisation: 'Elm NHS Trust',
        roles: ['designated-doctors'],
        early: 2,
      },
    ]);
    expect(entry.sites).toEqual([{ id: 'civic-centre', name: 'Civic Centre' }]);
  });

  const two = bring(empty, [
    `Name | Organisation | Job title | E-mail
     Ann Ash | Elm Trust | Doctor | ann@elm.nhs.uk
     John Smith | Police | Inspector | john@police.uk
     John Smith | Elm Trust | Nurse | john@elm.nhs.uk`,
  ]).entry;

  it.each([
    [
      'by id, under a new name',
      (e: Entry) => `Peerweek id | Name | Job title\n${e.contacts![0]!.id} | Anne Ashe | Doctor`,
      '2 change Anne Ashe',
    ],
    [
      'by e-mail address, in capitals, under a new surname',
      () => 'Name | E-mail | Job title\nAnn Elm | ANN@elm.nhs.uk | Doctor',
      '2 change Ann Elm',
    ],
    [
      'by name, with a courtesy and accents',
      () => 'Name | Job title\nDr. Ánn  ASH | Doctor',
      '2 change Dr. Ánn ASH',
    ],
    ['by name, the surname first', () => 'Name | Job title\nAsh, Ann | Doctor', '2 same Ash, Ann'],
    [
      'by name and organisation, of two',
      () => 'Name | Organisation | Job title\nJohn Smith | Police | Inspector',
      '2 same John Smith',
    ],
    [
      'not where name alone leaves it open',
      () => 'Name | Job title\nJohn Smith | Officer',
      '2 leave John Smith',
    ],
    [
      'as somebody else, with another address elsewhere',
      () => 'Name | Organisation | E-mail\nAnn Ash | Council | ann@council.uk',
      '2 add Ann Ash',
    ],
    [
      'as somebody else, where a PA’s address is given for both',
      () => 'Name | E-mail | Job title\nBo Birch | ann@elm.nhs.uk | Head',
      '2 add Bo Birch',
    ],
  ])('are known again %s', (_, table, wanted) => {
    expect(does(bring(two, [table(two)]).rows).map((line) => line.replace('Ash, Ann', 'Ann Ash'))).toEqual([
      wanted.replace('Ash, Ann', 'Ann Ash'),
    ]);
  });

  it('lose nothing by a blank cell or a column that is not there', () => {
    const { entry, rows } = bring(two, ['Name | Job title | E-mail\nAnn Ash | | ann@elm.nhs.uk']);
    expect(does(rows)).toEqual(['2 same Ann Ash']);
    expect(entry).toEqual(two);
  });

  it('have somebody who keeps their diary: by name and address, in one cell or two', () => {
    const { entry, rows } = bring(empty, [
      `Name | PA | PA e-mail
       Ann Ash | Pat Poe | pat@elm.gov.uk
       Bo Birch | Pat Poe <pat@elm.gov.uk> |
       Cy Cole | pat@elm.gov.uk |
       Di Dale | Pat Poe |
       Ed East | | by phone`,
    ]);
    expect(entry.contacts?.map((c) => c.pa)).toEqual([
      { name: 'Pat Poe', email: 'pat@elm.gov.uk' },
      { name: 'Pat Poe', email: 'pat@elm.gov.uk' },
      { email: 'pat@elm.gov.uk' },
      undefined,
      undefined,
    ]);
    expect(notes(rows)).toEqual([
      '5 PA: There is no e-mail address of Pat Poe. Give it in a column called PA e-mail.',
      '6 PA e-mail: “by phone” is no e-mail address. Write it like name@council.gov.uk.',
    ]);
    expect(rows[1]?.changes.find((change) => change.field === 'PA')?.to).toBe('Pat Poe <pat@elm.gov.uk>');
    // The address is known by now: a name goes with it.
    const again = bring(entry, ['Name | PA\nCy Cole | Pam Poe']);
    expect(again.entry.contacts?.[2]?.pa).toEqual({ name: 'Pam Poe', email: 'pat@elm.gov.uk' });
  });

  it('come in without the cells that are wrong, each said with how to mend it', () => {
    const { rows, entry } = bring(empty, [
      `Name | Job title | E-mail | On the list | Seen alone | Office | Site
       Ann Ash | Doctor | no address | Desinated doctor | perhaps | Room 1 |
        | Doctor | | | | |
       Bo Birch | Head | bo@x.uk | | | | Civic Centre
       Bo Birch | Head | bo@x.uk | | | |`,
    ]);
    expect(does(rows)).toEqual(['2 add Ann Ash', '3 leave ', '4 add Bo Birch', '5 leave Bo Birch']);
    expect(notes(rows)).toEqual([
      '2 On the list: “Desinated doctor” is not on the list of people to see. Did you mean “Designated doctor(s)”?',
      '2 Office: Which site Room 1 is at is not said. Give it in a column called Site.',
      '2 Seen alone: “perhaps” is neither yes nor no. Write yes or no.',
      '2 E-mail: “no address” can’t be taken in here. Give one e-mail address, such as "name@council.gov.uk".',
      '3 Name: There is no name. Write first name and surname.',
      '4 Site: There is no office to be seen in at the site. Give it in a column called Office, or leave the site blank.',
      '5 : This is the same person as in line 4. Put what you know into one row.',
    ]);
    expect(entry.contacts).toHaveLength(2);
    // Nobody is seen there, so the site is not added either.
    expect(entry.sites ?? []).toEqual([]);
    expect(rows.flatMap((row) => row.remarks).filter((remark) => remark.includes('site'))).toEqual([]);
  });
});

describe('rooms, sites and sessions', () => {
  const { entry, rows } = bring(empty, [
    `Session | Kind | People | Minutes | Priority | Where | Themes | Not before | Visit to
     Safeguarding leads | focus group | Ann Ash; Priya Shah | 1 hour 30 | high | Committee Room A | leadership | Tuesday |
     | interview | Priya Shah | 60 | | office | | |
     Visit to A&E | visit | | 90 | must | General Hospital | | day 2 | A&E
     Odd | ritual | Nobody Known | 50 | perhaps | The moon | weather | 30 February |`,
    `Room | Seats | Site | Equipment | Base room
     Committee Room A | 14 people | Civic Centre | Projector, flipcharts | no
     Broom cupboard | lots | Civic Centre | |
     Base | 20 | Civic Centr | | yes`,
    `Site | Address | Postcode
     Civic Centre | 1 High Street / Elm | EL1 1AA
     General Hospital | The Drive |`,
    `Name | Job title
     Priya Shah | Director
     Ann Ash | Doctor`,
  ]);

  it('come in whatever the order of the sheets, each with what is wrong', () => {
    expect(does(rows)).toEqual([
      '2 add Safeguarding leads',
      '3 add Priya Shah',
      '4 add Visit to A&E',
      '5 add Odd',
      '2 add Committee Room A',
      '3 leave Broom cupboard',
      '4 leave Base',
      '2 add Civic Centre',
      '3 add General Hospital',
      '2 add Priya Shah',
      '3 add Ann Ash',
    ]);
    expect(notes(rows)).toEqual([
      '5 People: “Nobody Known” is not on the list of people. Bring in or add the person first, or mend the name.',
      '5 Kind: “ritual” is none of those that there are. Write interview, focus group, site visit, debrief or record review.',
      '5 Where: “The moon” is no room or site of the review. Write office, any room, phone, or the name of a room or site that is there.',
      '5 Themes: “weather” is not a theme of the review. Write one of: effective-practice, outcomes, working-together, capacity, leadership.',
      '5 Priority: “perhaps” is none of those that there are. Write must, should or could.',
      '5 Minutes: 50 minutes are not a multiple of a quarter of an hour. Write 60, 90 or 1 hour 30.',
      '5 Not before: “30 February” is not a day of the review’s week. Write Tuesday, 24 March or 24/3/2026.',
      '3 Seats: “lots” is not a number. Write how many people it holds as a number.',
      '4 Site: “Civic Centr” is not a site of the review. Did you mean “Civic Centre”?',
    ]);
  });

  it('are what they say', () => {
    const idOf = (name: string) => entry.contacts?.find((c) => c.name === name)?.id;
    expect(entry.sites).toEqual([
      { id: 'civic-centre', name: 'Civic Centre', address: '1 High Street\nElm\nEL1 1AA' },
      { id: 'general-hospital', name: 'General Hospital', address: 'The Drive' },
    ]);
    expect(entry.travel).toEqual([
      { between: ['civic-centre', 'general-hospital'], minutes: 30, assumed: true },
    ]);
    expect(entry.rooms).toEqual([
      {
        id: 'committee-room-a',
        name: 'Committee Room A',
        site: 'civic-centre',
        capacity: 14,
        equipment: ['projector', 'flipcharts'],
        baseRoom: false,
      },
    ]);
    expect(entry.sessions?.slice(0, 3)).toEqual([
      {
        id: 'focus-group-1',
        kind: 'focus-group',
        title: 'Safeguarding leads',
        contacts: [idOf('Ann Ash'), idOf('Priya Shah')],
        themes: ['leadership'],
        priority: 'must',
        minutes: 90,
        place: { room: 'committee-room-a' },
        earliestDay: 2,
      },
      {
        id: 'interview-2',
        kind: 'interview',
        title: 'Priya Shah',
        contacts: [idOf('Priya Shah')],
        priority: 'must',
        minutes: 60,
        place: { office: true },
      },
      {
        id: 'site-visit-3',
        kind: 'site-visit',
        title: 'Visit to A&E',
        priority: 'must',
        minutes: 90,
        place: { site: 'general-hospital' },
        visit: 'accident-and-emergency',
        earliestDay: 2,
      },
    ]);
  });

  it('put nobody’s name into an id that stands in addresses', () => {
    expect([...(entry.contacts ?? []), ...(entry.sessions ?? [])].map(({ id }) => id).join()).not.toMatch(
      /shah|ash/i,
    );
  });
});

describe('diaries', () => {
  const people = bring(empty, [
    'Name | Job title\nAnn Ash | a\nBo Birch | b\nCy Cole | c',
    'Room | Seats | Site\nHall | 50 | Town Hall',
  ]).entry;
  const diary = (entry: Entry, name: string) =>
    [...(entry.contacts ?? []), ...(entry.rooms ?? [])].find((item) => item.name === name)?.diary;

  it('come from days and times in many shapes, rounded so that no more is offered than was said', () => {
    const { entry, rows } = bring(people, [
      `Name | Date | Start | End | Status
       Ann Ash | 24/03/2026 | 09:05 | 10.20 | Busy
       Ann Ash | Wednesday | 2pm | 4pm | if needed
       Ann Ash | Thu 26 March | | | annual leave
       Bo Birch | Monday | 9 | noon | available
       Bo Birch | 2026-03-24 | 09:10 | 11:50 | free
       Hall | Friday | 1 | |`,
    ]);
    expect(notes(rows)).toEqual([]);
    expect(diary(entry, 'Ann Ash')).toEqual({
      busy: [
        { from: '2026-03-24T09:00', to: '2026-03-24T10:30' },
        { from: '2026-03-26', to: '2026-03-26' },
      ],
      ifNeeded: [{ from: '2026-03-25T14:00', to: '2026-03-25T16:00' }],
    });
    expect(diary(entry, 'Bo Birch')?.busy).toEqual([
      { from: '2026-03-23T00:00', to: '2026-03-23T09:00' },
      { from: '2026-03-23T12:00', to: '2026-03-24T09:15' },
      { from: '2026-03-24T11:45', to: '2026-03-28T00:00' },
    ]);
    expect(diary(entry, 'Hall')?.busy).toEqual([{ from: '2026-03-27T13:00', to: '2026-03-28T00:00' }]);
  });

  it('come in words too; what is not understood is said, and “any time” is an answer', () => {
    const { entry, rows } = bring(people, [
      `Who | When
       Ann Ash | not Tue 10-12, after 3 on Wed if needed
       Bo Birch | any time
       Cy Cole | when the moon is full`,
    ]);
    expect(diary(entry, 'Ann Ash')).toEqual({
      busy: [{ from: '2026-03-24T10:00', to: '2026-03-24T12:00' }],
      ifNeeded: [{ from: '2026-03-25T15:00', to: '2026-03-26T00:00' }],
    });
    expect(diary(entry, 'Bo Birch')).toEqual({});
    expect(diary(entry, 'Cy Cole')).toBeUndefined();
    expect(does(rows)).toEqual(['2 change Ann Ash', '3 change Bo Birch', '4 leave Cy Cole']);
    expect(notes(rows)[0]).toMatch(/^4 When: “.*” was not understood/);
  });

  it('are added to what is there, or put in its place', () => {
    const first = bring(people, ['Name | Day | From | To\nAnn Ash | Monday | 9 | 10']).entry;
    const table = 'Name | Day | From | To\nAnn Ash | Tuesday | 9 | 10';
    const monday = { from: '2026-03-23T09:00', to: '2026-03-23T10:00' };
    const tuesday = { from: '2026-03-24T09:00', to: '2026-03-24T10:00' };
    expect(diary(bring(first, [table]).entry, 'Ann Ash')).toEqual({ busy: [monday, tuesday] });
    expect(diary(bring(first, [table], { diaries: 'replace' }).entry, 'Ann Ash')).toEqual({
      busy: [tuesday],
    });
  });

  it('spoken of in the list of people and in a table of their own are no change the second time', () => {
    const tables = [
      'Name | Job title | Diary\nAnn Ash | Head | not Mon 9-10\nBo Birch | b | not Tue 9-10',
      'Name | Day | From | To\nAnn Ash | Thursday | 9 | 10\nAnn Ash | Friday | 9 | 10',
    ];
    const first = bring(people, tables);
    expect(does(first.rows)).toEqual([
      '2 change Ann Ash',
      '3 change Bo Birch',
      '2 change Ann Ash',
      '3 change Ann Ash',
    ]);
    const again = bring(first.entry, tables);
    expect(does(again.rows)).toEqual([
      '2 same Ann Ash',
      '3 same Bo Birch',
      '2 same Ann Ash',
      '3 same Ann Ash',
    ]);
    expect(again.rows.flatMap((row) => row.changes)).toEqual([]);
    expect(again.entry).toEqual(first.entry);
    // What else has changed is said, and of the diary still nothing.
    const other = bring(first.entry, [tables[0]!.replace('Head', 'Lead'), tables[1]!]);
    expect(other.rows.flatMap((row) => row.changes)).toEqual([
      { field: 'Job title', from: 'Head', to: 'Lead' },
    ]);
    const more = bring(first.entry, [tables[0]!, tables[1]!.replace('Friday', 'Wednesday')]);
    expect(does(more.rows)[0]).toBe('2 change Ann Ash');
  });

  it('say what is wrong with a day, a time or a name', () => {
    const { rows, entry } = bring(people, [
      `Name | Date | Start | End | Status
       Ann Ash | 31/03/2026 | 9 | 10 |
       Ann Ash | Tuesday | 10 | 9 |
       Ann Ash | Tuesday | half of it | 10 |
       Anne Ashe | Tuesday | 9 | 10 |
       Ann Ash | Tuesday | 9 | 10 | dancing
       | Tuesday | 9 | 10 |`,
    ]);
    expect(does(rows).map((line) => line.split(' ')[1])).toEqual(Array(6).fill('leave'));
    expect(notes(rows)).toEqual([
      '2 Date: “31/03/2026” is not a day of the review’s week. Leave the row out if it is another week, or mend the day.',
      '3 End: It ends before it begins. Mend the times.',
      '4 Start: “half of it” is not a time of day. Write 9.30am or 14:00.',
      '5 Name: There is nobody and nothing called “Anne Ashe” in the review. Did you mean “Ann Ash”?',
      '6 Status: “dancing” is not known. Write can’t, if needed, prefer or available.',
      '7 Name: Whose diary it is is not said. Write a name, an e-mail address or a Peerweek id.',
    ]);
    expect(entry).toEqual(people);
  });

  it('of peers are the review manager’s', () => {
    const team: Entry = { ...people, peers: [{ id: 'peer-1', name: 'Pat Peer', role: 'nhs-peer' }] };
    const table = 'Name | Day | From | To\nPat Peer | Monday | 9 | 10';
    expect(does(bring(team, [table]).rows)).toEqual(['2 leave Pat Peer']);
    expect(bring(team, [table], { peers: true }).entry.peers?.[0]?.diary?.busy).toHaveLength(1);
  });
});

describe('whatever is brought in', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../fixtures/appendix-11.json'), 'utf8');
  const reading = readEntry(file);
  if (!reading.ok) throw new Error('The sample can’t be read');
  const sample = reading.value;

  it('changes nothing where it is what is entered already', () => {
    const tables = tableKinds.map((kind) => {
      const sheet = {
        name: kind,
        rows: [writtenColumns(kind).map(({ heading }) => heading), ...asTable(sample, kind)],
      };
      return { sheet, layout: recognise(sheet) };
    });
    const { entry, rows } = bringIn(sample, tables);
    expect(entry).toEqual(sample);
    expect(rows.filter(({ does: d, notes: n }) => d !== 'same' || n.length > 0)).toEqual([]);
  });

  // For any table: (1) it never throws; (2) what comes of it has the right shape; (3) nothing is ever taken away;
  // (4) brought in a second time it adds nobody and nothing.
  it('has the right shape, takes nothing away and is not doubled, for any table', () => {
    const words = fc.oneof(
      fc.constantFrom(
        '',
        'yes',
        'no',
        '60',
        '12',
        'Tuesday',
        '9am',
        '=1+1',
        'a@b.uk',
        'not Tue 10-12',
        'Civic Centre',
        'office',
        'must',
      ),
      fc.constantFrom(...(sample.contacts ?? []).flatMap(({ id, name }) => [id, name])),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    const ids = (entry: Entry) =>
      (['contacts', 'peers', 'sites', 'rooms', 'sessions'] as const).flatMap((list) =>
        (entry[list] ?? []).map(({ id }) => id),
      );
    const table = fc.constantFrom(...tableKinds).chain((kind) => {
      const headings = writtenColumns(kind).map(({ heading }) => heading);
      return fc.record({
        kind: fc.constant(kind),
        // An id is one that Peerweek gave, or none.
        rows: fc.array(
          fc.tuple(
            ...headings.map((heading) =>
              heading === 'Peerweek id' ? fc.constantFrom('', ...ids(sample)) : words,
            ),
          ),
          { maxLength: 4 },
        ),
      });
    });
    fc.assert(
      fc.property(fc.array(table, { maxLength: 3 }), (drawn) => {
        const tables = drawn.map(({ kind, rows }) => {
          const sheet = { name: kind, rows: [writtenColumns(kind).map(({ heading }) => heading), ...rows] };
          return { sheet, layout: recognise(sheet) };
        });
        const once = bringIn(sample, tables, { peers: true });
        expect(entryFrom(structuredClone(once.entry)).ok).toBe(true);
        expect(ids(sample).filter((id) => !ids(once.entry).includes(id))).toEqual([]);
        expect(ids(bringIn(once.entry, tables, { peers: true }).entry)).toEqual(ids(once.entry));
      }),
      {
        numRuns: process.env.PEERWEEK_LONG ? 600 : 60,
        // A row whose id is what another row is called; a name that is the address or the id of somebody else.
        examples: [
          [
            [
              {
                kind: 'sites',
                rows: [
                  ['jacqui-dent', 'ruth-adeyemi', '', '', '', ''],
                  ['', 'jacqui-dent', '', '', '', ''],
                ],
              },
            ],
          ],
          [[{ kind: 'sites', rows: [['', 'a@b.uk', '', '', '', '']] }]],
        ],
      },
    );
  }, 300_000);

  it('reads a pasted table from end to end', () => {
    const read = readTable('Name\tJob title\nAnn Ash\tDoctor');
    expect(
      read.ok &&
        bringIn(
          empty,
          read.value.map((sheet) => ({ sheet, layout: recognise(sheet) })),
        ).rows,
    ).toHaveLength(1);
  });
});
