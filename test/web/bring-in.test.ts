import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { writeWorkbook } from '../../src/publish/workbook.ts';
import { google, outlook } from '../intake/calendar/shapes.ts';
import { formBody, hidden, leadsTo, sendBytes, sendFiles } from './bring-in-forms.ts';
import { ask, enteredSample, keep, type Served, send, served, stranger, textOf } from './served.ts';

const id = 'sample';

describe('bringing in a table', () => {
  let site: Served;
  let start: string;
  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample());
    start = `${site.url}/reviews/${id}/bring-in`;
  });
  afterAll(() => site.close());

  const entered = async () => {
    const reading = readEntry((await site.store.reviews.find(id))!.file);
    if (!reading.ok) throw new Error('The review can’t be read');
    return reading.value;
  };
  /** Brings a pasted table and gives the address of the page that looks it over. */
  const paste = async (table: string): Promise<string> => {
    const answer = await sendFiles(start, [
      { name: 'file', value: '', file: '' },
      { name: 'table', value: table },
    ]);
    expect([answer.status, textOf(answer.body)]).toEqual([303, expect.any(String)]);
    return leadsTo(site, answer);
  };
  const apply = async (page: string) => {
    const { body } = await ask(page);
    return send(`${page}/apply`, { seen: hidden(body, 'seen'), version: hidden(body, 'version') });
  };

  it('shows row by row what would come of a pasted table, and changes nothing yet', async () => {
    const before = await entered();
    const page = await paste(
      'Full name\tPosition\tE-mail address\tOrg\nNell Fox\tHead of Early Help\tnell.fox@elm.gov.uk\t\n\tNobody\t\t\nOwen Hart\tManager\tnot an address\tElm Trust',
    );
    const { status, body } = await ask(page);
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toContain('The table: read as People');
    expect(text).toMatch(/Line 2 Nell Fox Add .*Position: Head of Early Help/);
    expect(text).toContain('Organisation: taken to be the council');
    expect(text).toMatch(
      /Line 3 No name Left out .*Full name : There is no name\. Write first name and surname\./,
    );
    expect(text).toMatch(/Line 4 Owen Hart Add .*E-mail address : “not an address” can’t be taken in here\./);
    expect(text).toContain('Bring in: add 2');
    expect(text).toContain('One row is left out');
    expect(await entered()).toEqual(before);
  });

  it('adds them, says so with an undo, and knows them again the second time', async () => {
    const table = 'Name,Job title,Email\nUna Reed,Head of Virtual School,una.reed@elm.gov.uk';
    const answer = await apply(await paste(table));
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toMatch(/^\/reviews\/sample\/people\?done=\d+$/);
    const people = await ask(leadsTo(site, answer));
    expect(textOf(people.body)).toContain('Brought in 1 person from A pasted table');
    const added = (await entered()).contacts?.find(({ name }) => name === 'Una Reed');
    expect(added).toMatchObject({
      id: expect.stringMatching(/^contact-/),
      jobTitle: 'Head of Virtual School',
      email: 'una.reed@elm.gov.uk',
    });
    const again = textOf((await ask(await paste(table))).body);
    expect(again).toContain('The same');
    expect(again).toContain('Nothing would be added or changed.');
    const changed = textOf((await ask(await paste(table.replace('Virtual', 'the Virtual')))).body);
    expect(changed).toContain('Job title: Head of Virtual School → Head of the Virtual School');
    expect(changed).toContain('Bring in: change 1');
  });

  it('reads a workbook with several sheets, people before the sessions that name them', async () => {
    const workbook = await writeWorkbook([
      {
        name: 'Interviews',
        headings: ['Interviewee', 'Type', 'Duration', 'Where'],
        rows: [['Ivy Lane', 'Interview', '1 hour', 'New room']],
        widths: [20, 20, 20, 20],
      },
      {
        name: 'Contacts',
        headings: ['Name', 'Job title'],
        rows: [['Ivy Lane', '=HYPERLINK("http://evil.example")']],
        widths: [20, 20],
      },
      {
        name: 'Rooms',
        headings: ['Room', 'Seats', 'Site'],
        rows: [['New room', '12', 'Annexe']],
        widths: [20, 20, 20],
      },
      { name: 'Notes', headings: ['Remember'], rows: [['Biscuits']], widths: [20] },
    ]);
    const answer = await sendFiles(start, [{ name: 'file', value: workbook, file: 'Council week.xlsx' }]);
    const page = leadsTo(site, answer);
    const { body } = await ask(page);
    expect(textOf(body)).toContain('Look it over: Council week.xlsx');
    expect(textOf(body)).toContain('Bring in: add 3');
    const rooms = textOf((await ask(`${page}?sheet=2`)).body);
    expect(rooms).toContain('Rooms: read as Rooms');
    expect(rooms).toContain('Also adds the site Annexe');
    expect((await apply(page)).status).toBe(303);
    const { contacts = [], sessions = [], rooms: all = [], sites = [] } = await entered();
    const ivy = contacts.find(({ name }) => name === 'Ivy Lane');
    // A formula is a text like any other.
    expect(ivy?.jobTitle).toBe('=HYPERLINK("http://evil.example")');
    expect(sessions.find(({ title }) => title === 'Ivy Lane')).toMatchObject({
      kind: 'interview',
      minutes: 60,
      contacts: [ivy?.id],
      place: { room: all.find(({ name }) => name === 'New room')?.id },
    });
    expect(sites.map(({ name }) => name)).toContain('Annexe');
    expect((await ask(page)).status).toBe(404);
  });

  it('lets columns be read in another way', async () => {
    const page = await paste('A\tB\nWren Moss\tRegistrar');
    expect(textOf((await ask(page)).body)).toContain(
      'Peerweek can’t tell from the headings what this table is',
    );
    const layout = { sheet: '0', kind: 'people', headings: '1' };
    await send(`${page}/read-as`, layout);
    const answer = await send(`${page}/read-as`, { ...layout, 'column-0': 'name', 'column-1': 'jobTitle' });
    expect(answer.status).toBe(303);
    const text = textOf((await ask(leadsTo(site, answer))).body);
    expect(text).toMatch(/Wren Moss Add A: Wren Moss B: Registrar/);
    const without = await send(`${page}/read-as`, { ...layout, headings: '0' });
    expect(without.status).toBe(303);
  });

  it('shows once more what would come of it where the review or the columns were changed meanwhile', async () => {
    const page = await paste('Name\tJob title\nZed Young\tClerk');
    const { body } = await ask(page);
    const form = { seen: hidden(body, 'seen'), version: hidden(body, 'version') };
    await apply(await paste('Name\tJob title\nYan Zell\tClerk'));
    const stale = await send(`${page}/apply`, form);
    expect(stale.status).toBe(409);
    expect(textOf(stale.body)).toContain('The review was changed while you looked this over.');
    expect((await entered()).contacts?.some(({ name }) => name === 'Zed Young')).toBe(false);
    expect((await apply(page)).status).toBe(303);
    expect((await entered()).contacts?.some(({ name }) => name === 'Zed Young')).toBe(true);
  });

  it('keeps what was pasted where it can’t be read, and says what is wrong', async () => {
    const answer = await sendFiles(start, [{ name: 'table', value: 'Name,Job\nAnn,"a\nb' }]);
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain('There is a problem');
    expect(textOf(answer.body)).toContain('a quotation mark is opened and not closed');
    expect(answer.body).toContain('Ann,&quot;a\nb');
  });

  it.each([
    ['nothing', '', '', 'Choose a file, or paste a table'],
    ['an empty file', 'a.xlsx', '', 'a.xlsx is empty'],
    [
      'an old workbook',
      'a.xls',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      'in the format of Excel before 2007 (.xls)',
    ],
    ['a PDF', 'a.pdf', '%PDF-1.7', 'This is a PDF.'],
    ['a calendar', 'a.ics', 'BEGIN:VCALENDAR', 'This is a calendar.'],
    ['half a workbook', 'a.xlsx', 'PK\x03\x04xxxx', 'The file is damaged'],
    ['more than 5 MB', 'a.csv', 'x'.repeat(5_000_001), 'a.csv is larger than 5 MB'],
  ])('answers %s clearly', async (_, file, content, words) => {
    const answer = await sendFiles(start, [{ name: 'file', value: Buffer.from(content, 'latin1'), file }]);
    expect([answer.status, textOf(answer.body)]).toEqual([422, expect.stringContaining(words)]);
  });

  it('throws away what is not wanted, and what waits is told of until then', async () => {
    const page = await paste('Name\tJob title\nNot Wanted\tNone');
    const path = page.slice(site.url.length);
    expect((await ask(start)).body).toContain(`href="${path}"`);
    expect((await send(`${page}/throw-away`, {})).headers.location).toBe(`/reviews/${id}/bring-in`);
    expect((await ask(start)).body).not.toContain(`href="${path}"`);
    const { status, body } = await ask(page);
    expect([status, textOf(body)]).toEqual([404, expect.stringContaining('is not waiting any more')]);
  });

  it('gives workbooks that are read again: an empty one, and one of what is entered that changes nothing', async () => {
    for (const [which, name] of [
      ['template', 'peerweek-template.xlsx'],
      ['as-it-is', 'sample-as-it-is.xlsx'],
    ]) {
      const file = await fetch(`${start}/${which}.xlsx`, { headers: { Cookie: await cookieOf(site) } });
      expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
      const value = new Uint8Array(await file.arrayBuffer());
      const answer = await sendFiles(start, [{ name: 'file', value, file: name! }]);
      const text = textOf((await ask(leadsTo(site, answer))).body);
      expect(text).toContain('Nothing would be added or changed.');
      expect(text).not.toContain('Left out (');
    }
  });

  it('lets nobody look who is no part of the review', async () => {
    const page = await paste('Name\tJob title\nZoe Quill\tClerk');
    const other = await site.as(['organiser']);
    for (const headers of [stranger, other]) {
      const answer = await ask(page, { headers });
      expect(answer.status).not.toBe(200);
      expect(answer.body).not.toContain('Zoe Quill');
    }
  });

  it('writes nothing of it to the log', async () => {
    await paste('Name\tJob title\nLog Ginn\tClerk');
    expect(site.log.join('\n')).not.toMatch(/Log Ginn|Clerk/);
  });
});

/** The header of the first account, for what is not text. */
async function cookieOf(site: Served): Promise<string> {
  return (await site.as(['organiser', 'manager'], id)).Cookie;
}

describe('bringing in calendars', () => {
  let site: Served;
  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample());
  });
  afterAll(() => site.close());

  const diaryOf = async (person: string) => {
    const reading = readEntry((await site.store.reviews.find(id))!.file);
    return reading.ok ? reading.value.contacts?.find((one) => one.id === person)?.diary : undefined;
  };

  it('puts one person’s calendar into their diary, once it was looked over', async () => {
    const address = `${site.url}/reviews/${id}/people/priya-shah/diary/bring-in`;
    expect(textOf((await ask(address)).body)).toContain('Priya Shah: from a calendar');
    const before = await diaryOf('priya-shah');
    const answer = await sendFiles(address, [{ name: 'file', value: outlook, file: 'calendar.ics' }]);
    const page = leadsTo(site, answer);
    const { body } = await ask(page);
    expect(textOf(body)).toContain('Tuesday 9.00am to 10.30am');
    expect(textOf(body)).not.toMatch(/onfidential|birthday/);
    expect(await diaryOf('priya-shah')).toEqual(before);
    const applied = await send(`${page}/apply`, {
      seen: hidden(body, 'seen'),
      'whose-0': 'contacts/priya-shah',
      mode: 'replace',
    });
    expect(applied.headers.location).toMatch(/^\/reviews\/sample\/people\/priya-shah\/diary\?done=\d+$/);
    expect(await diaryOf('priya-shah')).toEqual({
      busy: [
        { from: '2026-03-24T09:00', to: '2026-03-24T10:30' },
        { from: '2026-03-25T09:00', to: '2026-03-25T10:00' },
        { from: '2026-03-27', to: '2026-03-27' },
      ],
      ifNeeded: [{ from: '2026-03-26T14:00', to: '2026-03-26T15:00' }],
    });
    expect(textOf((await ask(leadsTo(site, applied))).body)).toContain(
      'Brought in the diary of Priya Shah from a calendar',
    );
  });

  it('takes several at once, matched by the names of the files or by choice, and says which can’t be read', async () => {
    const address = `${site.url}/reviews/${id}/bring-in/calendars`;
    const contacts = enteredSample().contacts.filter((c) => c.id !== 'priya-shah');
    const [first, second] = contacts;
    const answer = await sendFiles(address, [
      { name: 'files', value: google, file: `${first!.name.replace(' ', '_')} Calendar.ics` },
      { name: 'files', value: outlook, file: 'export (2).ics' },
      { name: 'files', value: 'hello', file: 'broken.ics' },
    ]);
    const page = leadsTo(site, answer);
    const { body } = await ask(page);
    expect(textOf(body)).toContain('Look it over: 3 calendars');
    expect(textOf(body)).toContain('This is not a calendar.');
    expect(body).toMatch(new RegExp(`value="contacts/${first!.id}" selected`));
    const chosen = {
      'whose-0': `contacts/${first!.id}`,
      'whose-1': `contacts/${second!.id}`,
      mode: 'replace',
    };
    const again = await send(`${page}/read-as`, chosen);
    expect((await ask(leadsTo(site, again))).body).toMatch(
      new RegExp(`value="contacts/${second!.id}" selected`),
    );
    const applied = await send(`${page}/apply`, { ...chosen, seen: hidden(body, 'seen') });
    expect(applied.headers.location).toMatch(/^\/reviews\/sample\/diaries\?done=\d+$/);
    expect((await diaryOf(first!.id))?.busy).toHaveLength(4);
    expect((await diaryOf(second!.id))?.busy).toHaveLength(3);
  });

  it('wants to know whose it is', async () => {
    const address = `${site.url}/reviews/${id}/bring-in/calendars`;
    const answer = await sendFiles(address, [{ name: 'files', value: outlook, file: 'export.ics' }]);
    const page = leadsTo(site, answer);
    const refused = await send(`${page}/apply`, { 'whose-0': '', mode: 'add' });
    expect([refused.status, textOf(refused.body)]).toEqual([
      422,
      expect.stringContaining('Choose whose calendar it is.'),
    ]);
    expect((await sendFiles(address, [{ name: 'files', value: '', file: '' }])).status).toBe(422);
  });

  it('lets the review manager alone bring in the diary of a peer', async () => {
    const organiser = await site.as(['organiser'], id);
    const manager = await site.as(['manager'], id);
    const address = `${site.url}/reviews/${id}/peers/health/diary/bring-in`;
    expect((await ask(address, { headers: organiser })).status).toBe(403);
    expect((await ask(address, { headers: manager })).status).toBe(200);
    const sent = await sendFiles(
      `${site.url}/reviews/${id}/bring-in/calendars`,
      [{ name: 'files', value: outlook, file: 'a.ics' }],
      organiser,
    );
    expect((await ask(leadsTo(site, sent), { headers: organiser })).body).not.toContain('peers/health');
  });
});

describe('forms with files that were changed at random', () => {
  let site: Served;
  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample());
  });
  afterAll(() => site.close());

  it('are answered, each, with a page that is no fault of ours', async () => {
    const start = `${site.url}/reviews/${id}/bring-in`;
    const whole = formBody([
      { name: 'file', value: 'Name,Job title\nAnn Ash,Doctor', file: 'a.csv' },
      { name: 'table', value: 'Name\tJob title\nBo Birch\tHead' },
    ]);
    const bytes = fc
      .tuple(fc.nat(whole.length), fc.nat(30), fc.uint8Array({ maxLength: 12 }))
      .map(([at, taken, put]) => Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + taken)]));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(start, `${start}/calendars`), bytes, async (url, body) => {
        const { status } = await sendBytes(url, body);
        expect([303, 422]).toContain(status);
      }),
      { numRuns: process.env.PEERWEEK_LONG ? 500 : 15 },
    );
    for (const type of [
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'text/plain',
      'application/json',
    ])
      expect((await sendBytes(start, whole, { 'Content-Type': type })).status).toBe(422);
  }, 600_000);
});
