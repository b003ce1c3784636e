import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/entry/entry.ts';
import { clockWords, readClock } from '../../../src/intake/form/clock.ts';
import { readContact, readContactRow } from '../../../src/intake/form/contact.ts';
import { dateWords, readDate } from '../../../src/intake/form/date.ts';
import { pairField, readPairings } from '../../../src/intake/form/pairings.ts';
import { readPeer } from '../../../src/intake/form/peer.ts';
import { readRoom, readRoomRow } from '../../../src/intake/form/room.ts';
import type { FormReading } from '../../../src/intake/form/sent.ts';
import { readSession } from '../../../src/intake/form/session.ts';
import { readTravel, wayField } from '../../../src/intake/form/travel.ts';

const entry: Entry = {
  peerweek: 1,
  review: { id: 'r', council: 'Sampleshire', firstDay: '2026-03-23', editedAt: '2026-01-12T09:30:00Z' },
  peers: [
    { id: 'jo', name: 'Jo Bell', role: 'team-leader', initials: 'JB' },
    { id: 'sam', name: 'Sam Field', role: 'nhs-peer' },
    { id: 'kit', name: 'Kit Lane', role: 'other' },
  ],
  contacts: [
    { id: 'priya', name: 'Priya Shah', organisation: 'Sampleshire' },
    { id: 'tom', name: 'Tom Hart', organisation: 'Sampleshire' },
  ],
  sites: [
    { id: 'civic', name: 'Civic Centre', access: ['step-free'] },
    { id: 'clinic', name: 'Clinic' },
    { id: 'police', name: 'Police HQ' },
  ],
  travel: [{ between: ['civic', 'clinic'], minutes: 10 }],
  rooms: [{ id: 'hall', site: 'civic', name: 'Hall', capacity: 40 }],
  sessions: [{ id: 'one', kind: 'interview', title: 'One', priority: 'must' }],
};

const wrong = (reading: FormReading<unknown>): readonly (readonly [string, string])[] =>
  reading.ok ? [] : reading.problems.map(({ field, what }) => [field, what] as const);

describe('the form of a contact', () => {
  it('takes a name alone; the organisation is then the council', () =>
    expect(readContactRow(entry, { name: '  Ann \n Lee ', jobTitle: '' })).toEqual({
      ok: true,
      value: { name: 'Ann Lee', organisation: 'Sampleshire' },
    }));

  it('says everything that is wrong at once, in the order of the fields', () =>
    expect(
      wrong(
        readContact(entry, {
          name: ' ',
          roles: ['council-leader', 'king'],
          officeSite: 'gone',
          officeName: 'Room 1',
          email: 'two@a.uk, b@c.uk',
          early: '9',
        }),
      ),
    ).toEqual([
      ['name', 'Enter a name'],
      ['roles', 'Choose roles from the list of people to see'],
      ['officeSite', 'Choose a site from the list: this one is not there any more'],
      ['early', 'Choose when they are to be seen'],
      ['email', 'Enter an e-mail address in the form name@council.gov.uk'],
    ]));

  it('wants an office whole: where, and which room', () => {
    expect(wrong(readContactRow(entry, { name: 'A', officeName: '3.12' }))).toEqual([
      ['officeSite', 'Choose the site where the office is'],
    ]);
    expect(wrong(readContactRow(entry, { name: 'A', officeSite: 'civic' }))).toEqual([
      ['officeName', 'Enter where to go at the site, such as Room 3.12'],
    ]);
  });

  it('keeps what the form does not show', () => {
    const before = { ...entry.contacts![0]!, diary: { busy: [{ day: 1 }] }, email: 'p@s.uk' };
    expect(readContactRow(entry, { name: 'Priya Shah', organisation: 'Health' }, before)).toEqual({
      ok: true,
      value: { name: 'Priya Shah', organisation: 'Health', diary: before.diary, email: 'p@s.uk' },
    });
  });

  it('writes needs in the words that places use, so that they are found to match', () => {
    const reading = readContact(entry, { name: 'A', access: ['Step free, Quiet room', 'quiet room'] });
    expect(reading.ok && reading.value.access).toEqual(['step-free', 'Quiet room']);
  });
});

describe('the form of a room', () => {
  it('takes the only site for granted, and never guesses between several', () => {
    const one = { ...entry, sites: entry.sites!.slice(0, 1) };
    expect(readRoomRow(one, { name: 'Room 1', capacity: '8' })).toEqual({
      ok: true,
      value: { name: 'Room 1', site: 'civic', capacity: 8 },
    });
    expect(wrong(readRoomRow(entry, { name: '', capacity: 'eight' }))).toEqual([
      ['name', 'Enter what the room is called'],
      ['site', 'Choose the site where it is'],
      ['capacity', 'How many it holds must be a whole number from 1 to 10,000'],
    ]);
    expect(wrong(readRoom({ ...entry, sites: [] }, { name: 'R', capacity: '' }))).toEqual([
      ['site', 'Add the site first, then its rooms'],
      ['capacity', 'Enter how many people it holds, the peers among them'],
    ]);
  });
});

describe('the form of a peer', () => {
  it('refuses initials that another has, and a relationship that is not said', () =>
    expect(
      wrong(
        readPeer(entry, {
          name: 'J',
          role: 'boss',
          initials: 'JB',
          relationshipAcceptedBy: 'Maya',
          relationshipAt: '30/2/2026',
        }),
      ),
    ).toEqual([
      ['role', 'Choose what they are in the team'],
      ['initials', 'Enter others: JB are Jo Bell’s'],
      ['relationshipAt', 'Enter a date, such as 24/3/2026'],
      ['relationshipWhat', 'Say what the relationship is'],
    ]));

  it('pairings (manual 1454): what is said of two replaces what was said', () => {
    const paired = { ...entry, pairings: { fixed: [['sam', 'jo'] as const], preferred: [] } };
    const fields = { [pairField('jo', 'sam')]: 'forbidden', [pairField('jo', 'kit')]: 'preferred' };
    expect(readPairings(paired, fields)).toEqual({
      ok: true,
      value: { fixed: [], preferred: [['jo', 'kit']], forbidden: [['jo', 'sam']] },
    });
    expect(wrong(readPairings(paired, { [pairField('jo', 'sam')]: 'often' }))).toEqual([
      [pairField('jo', 'sam'), 'Choose for Jo Bell and Sam Field'],
    ]);
  });
});

describe('the matrix of travel', () => {
  it('takes what was typed, and what is usual where nothing was', () => {
    const reading = readTravel(entry, {
      [wayField('civic', 'clinic')]: '',
      [wayField('civic', 'police')]: '25',
      [wayField('clinic', 'police')]: '15',
    });
    expect(reading.ok && reading.value(entry).travel).toEqual([
      { between: ['civic', 'police'], minutes: 25 },
      { between: ['clinic', 'police'], minutes: 15 },
      { between: ['civic', 'clinic'], minutes: 40, assumed: true },
    ]);
    expect(wrong(readTravel(entry, { [wayField('civic', 'police')]: '-5' }))).toEqual([
      ['way.civic.police', 'Civic Centre to Police HQ: the minutes must be a whole number from 0 to 600'],
    ]);
  });
});

describe('the form of a session', () => {
  const fields = { kind: 'interview', title: 'Two', priority: 'must' };
  it('asks a visit where it goes, and others not to hold sessions', () => {
    expect(wrong(readSession(entry, { ...fields, kind: 'site-visit' }))).toEqual([
      ['placeSite', 'Choose where the visit goes'],
    ]);
    expect(wrong(readSession(entry, { ...fields, includes: 'one' }))).toEqual([
      ['includes', 'Only a visit has other sessions in it: untick them, or make this a visit'],
    ]);
  });

  it('holds numbers against each other', () =>
    expect(
      wrong(
        readSession(entry, {
          ...fields,
          contacts: ['priya', 'tom'],
          headcount: '1',
          minutes: '50',
          peersCount: '1',
          peersNamed: ['jo', 'sam'],
          earliestDay: '3',
          latestDay: '2',
        }),
      ),
    ).toEqual([
      ['headcount', 'Enter 2 or more, as 2 are named, or leave it empty'],
      ['minutes', 'Enter a length in quarters of an hour, such as 45, 60 or 90'],
      ['peersNamed', 'Name 1 or fewer, or ask for more than 1 above'],
      ['latestDay', 'Choose a day that is not before the earliest'],
    ]));

  it('wants a fixed start whole: the day, and a time on the quarter hour', () => {
    const fixed = (fixedDay: string, fixedTime: string) =>
      readSession(entry, { ...fields, fixedDay, fixedTime });
    expect(fixed('2026-03-25', '2.15pm')).toMatchObject({ ok: true, value: { fixed: '2026-03-25T14:15' } });
    expect(wrong(fixed('2026-03-25', ''))).toEqual([['fixedTime', 'Enter when it starts, or choose no day']]);
    expect(wrong(fixed('', '9'))).toEqual([['fixedDay', 'Choose the day, or take the time out']]);
    expect(wrong(fixed('2026-03-25', '9.10'))).toEqual([
      ['fixedTime', 'Enter a time on the quarter hour, such as 9.15am'],
    ]);
  });

  it('substitutes: somebody of the session, and a name, each row that is not empty', () => {
    const rows = {
      ...fields,
      contacts: 'priya',
      substituteFor: ['priya', '', 'tom'],
      substituteBy: ['Ann Lee', '', ''],
      substituteAgreedBy: ['Maya Cole', '', ''],
      substituteAt: ['2 February 2026', '', ''],
      substituteBecause: ['', '', ''],
    };
    expect(wrong(readSession(entry, rows))).toEqual([
      ['substituteFor', 'Choose whose place is taken: somebody who is seen in this session'],
      ['substituteBy', 'Enter the name of who comes instead'],
    ]);
    const reading = readSession(entry, { ...rows, substituteFor: ['priya', '', ''] });
    expect(reading.ok && reading.value.substitutes).toEqual([
      { for: 'priya', by: 'Ann Lee', agreedBy: 'Maya Cole', at: '2026-02-02' },
    ]);
  });
});

describe('times and dates as people type them', () => {
  it.each([
    ['9', '09:00'],
    ['9.15', '09:15'],
    ['9:15am', '09:15'],
    ['2pm', '14:00'],
    ['2.30 p.m.', '14:30'],
    ['2', '14:00'],
    ['06:30', '06:30'],
    ['14.00', '14:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12', '12:00'],
  ])('reads %s as %s, and reads its own words again', (typed, clock) => {
    expect(readClock(typed)).toBe(clock);
    expect(readClock(clockWords(clock))).toBe(clock);
  });
  it.each(['', '25', '9.60', '13pm', '0am', 'noon', '9-10', '14:00x'])('does not guess at “%s”', (typed) =>
    expect(readClock(typed)).toBeUndefined(),
  );
  it.each([
    ['24/3/2026', '2026-03-24'],
    ['4.3.2026', '2026-03-04'],
    ['24 March 2026', '2026-03-24'],
    ['2026-03-24', '2026-03-24'],
  ])('reads %s as %s', (typed, date) => {
    expect(readDate(typed)).toBe(date);
    expect(readDate(dateWords(date))).toBe(date);
  });
  it.each(['', '31/2/2026', '24/3', '24/13/2026', 'Tuesday', '24 Mac 2026'])(
    'does not guess at “%s”',
    (typed) => expect(readDate(typed)).toBeUndefined(),
  );
});
