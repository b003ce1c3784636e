import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { sendFiles } from './bring-in-forms.ts';
import { fillIn } from './filled.ts';
import { ask, enteredSample, keep, type Served, send, served, stranger, textOf, today } from './served.ts';

let site: Served;
let now = today;
const ada = { by: 'Ada', why: 'Asked Priya Shah for their diary' };
const entry = async () => {
  const reading = readEntry((await site.store.reviews.find('sample'))?.file ?? '');
  if (!reading.ok) throw new Error('The entry can’t be read');
  return reading.value;
};
const diaryOf = async (id: string) => (await entry()).contacts?.find((c) => c.id === id)?.diary;
const linkFor = async (contact: string, endsAt = '2026-02-01T23:59:59.000Z') =>
  (await site.store.diaryLinks.issue({ review: 'sample', contact, to: 'contact', endsAt }, ada)).token;
const get = async (token: string) => ask(`${site.url}/d/${token}`, { headers: stranger });

beforeAll(async () => {
  site = await served(() => now);
  await keep(site.store, enteredSample());
});
afterAll(() => site.close());

describe('a private link to one’s own diary', () => {
  it('opens without an account, with one’s own name and nothing of anybody else', async () => {
    const { status, headers, body } = await get(await linkFor('priya-shah'));
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(textOf(body)).toContain('When can you be seen, Priya Shah?');
    const { contacts = [], peers = [], rooms = [], sessions = [] } = await entry();
    const others = [...contacts, ...peers, ...rooms].filter((c) => c.id !== 'priya-shah').map((c) => c.name);
    const titles = sessions.map((s) => s.title);
    expect([...others, ...titles].filter((name) => body.includes(name))).toEqual([]);
    expect(body).not.toContain('/reviews/');
  });

  it('is filled in from one’s own calendar, looked over before it is saved, nothing else of it kept', async () => {
    const other = (await entry()).contacts!.find((c) => c.id !== 'priya-shah' && c.diary === undefined)!.id;
    const token = await linkFor(other);
    const calendar = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Test//EN',
      'BEGIN:VEVENT',
      'UID:secret-1',
      'DTSTAMP:20260101T090000Z',
      'SUMMARY:A secret dentist',
      'DTSTART;TZID=Europe/London:20260325T100000',
      'DTEND;TZID=Europe/London:20260325T113000',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    const bring = (value: string) =>
      sendFiles(
        `${site.url}/d/${token}/calendar`,
        [
          { name: 'painted', value: 'c136-140' },
          { name: 'comment', value: 'Ring first' },
          { name: 'calendar', value, file: 'mine.ics' },
        ],
        stranger,
      );
    const read = await bring(calendar);
    expect(read.status).toBe(200);
    expect(textOf(read.body)).toContain('Nothing is saved yet: change what is not right, then save.');
    expect(textOf(read.body)).toContain(
      '1 appointment of that week was read. Can’t: Wednesday 10.00am to 11.30am.',
    );
    expect(read.body).toContain('Ring first');
    expect(read.body).not.toContain('dentist');
    expect(await diaryOf(other)).toBeUndefined();
    await fillIn(site, read.body, `/d/${token}`, { do: 'save' }, stranger);
    expect(await diaryOf(other)).toEqual({
      busy: [
        { from: '2026-03-23T10:00', to: '2026-03-23T11:00' },
        { from: '2026-03-25T10:00', to: '2026-03-25T11:30' },
      ],
    });
    const broken = await bring('hello');
    expect([broken.status, broken.body]).toEqual([422, expect.stringContaining('govuk-error-message')]);
    expect(broken.body).toContain('value="c136-140"');
    expect((await sendFiles(`${site.url}/d/${'A'.repeat(43)}/calendar`, [], stranger)).status).toBe(404);
  });

  it('takes what was written once it was read back, with a comment, and can be changed again', async () => {
    const token = await linkFor('priya-shah');
    const read = await fillIn(
      site,
      (await get(token)).body,
      `/d/${token}`,
      { typed: 'not Tuesday morning, Thursday after 2 if needed', comment: 'Ring Pat first', do: 'save' },
      stranger,
    );
    expect(textOf(read.body)).toContain('Nothing is saved yet.');
    expect(textOf(read.body)).toContain('Can’t: Tuesday until 12.00pm. If needed: Thursday from 2.00pm.');
    const saved = await fillIn(site, read.body, `/d/${token}`, { do: 'add' }, stranger);
    expect(textOf(saved.body)).toContain(
      'Thank you: it is saved. You can change it here until 1 February 2026, 11.59pm.',
    );
    expect(await diaryOf('priya-shah')).toEqual({
      busy: [{ from: '2026-03-24T00:00', to: '2026-03-24T12:00' }],
      ifNeeded: [{ from: '2026-03-26T14:00', to: '2026-03-27T00:00' }],
    });
    const link = (await site.store.diaryLinks.of('sample')).find(
      (l) => l.contact === 'priya-shah' && l.answeredAt !== undefined,
    );
    expect(link?.comment).toBe('Ring Pat first');
    const line = (await site.store.history.of('sample')).filter((l) => l.thing === 'review').at(-1);
    expect(line).toMatchObject({
      by: 'Priya Shah, by private link',
      why: 'Priya Shah said when they can be seen',
    });
    await fillIn(site, saved.body, `/d/${token}`, { painted: '', do: 'save' }, stranger);
    expect(await diaryOf('priya-shah')).toEqual({});
  });

  it('their own word stands where the organiser changed the diary meanwhile', async () => {
    const token = await linkFor('priya-shah');
    const { body } = await get(token);
    const organiser = (await ask(`${site.url}/reviews/sample/people/priya-shah/diary`)).body;
    await fillIn(site, organiser, '/people/priya-shah/diary', { painted: 'c96-100', do: 'save' });
    await fillIn(site, body, `/d/${token}`, { painted: 'c192-196', do: 'save' }, stranger);
    expect(await diaryOf('priya-shah')).toEqual({
      busy: [{ from: '2026-03-24T00:00', to: '2026-03-24T01:00' }],
    });
  });

  it('can only be looked at after its last day; a later one given since counts', async () => {
    const token = await linkFor('priya-shah', '2026-01-20T23:59:59.000Z');
    await site.store.diaryLinks.revoke('sample', 'priya-shah', ada);
    const [late] = [await linkFor('priya-shah', '2026-01-20T23:59:59.000Z')];
    now = new Date('2026-01-21T09:00:00Z');
    expect((await get(token)).status).toBe(404);
    const before = await diaryOf('priya-shah');
    expect(textOf((await get(late)).body)).toContain('The day until which this could be changed is past.');
    expect((await get(late)).body).not.toContain('<form');
    await send(`${site.url}/d/${late}`, { painted: 'c96-576', do: 'save' });
    expect(await diaryOf('priya-shah')).toEqual(before);
    await linkFor('priya-shah', '2026-01-30T23:59:59.000Z');
    expect((await get(late)).body).toContain('<form');
    now = today;
  });

  it('opens nothing once it was ended, or where it never was; its token is in no log', async () => {
    const token = await linkFor('priya-shah');
    await get(token);
    await site.store.diaryLinks.revoke('sample', 'priya-shah', ada);
    expect((await get(token)).status).toBe(404);
    expect((await get('A'.repeat(43))).status).toBe(404);
    expect(site.log.filter((line) => line.includes(token))).toEqual([]);
  });
});
