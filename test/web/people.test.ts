import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { fillIn } from './filled.ts';
import { ask, enteredSample, keep, type Served, served, stranger, textOf } from './served.ts';

let site: Served;
const page = async (path: string): Promise<string> => (await ask(`${site.url}/reviews/sample${path}`)).body;
const entry = async () => {
  const reading = readEntry((await site.store.reviews.find('sample'))?.file ?? '');
  if (!reading.ok) throw new Error('The entry can’t be read');
  return reading.value;
};
const named = async (name: string) => (await entry()).contacts?.find((c) => c.name === name);
const rows = (html: string): readonly string[] =>
  [...html.matchAll(/<tr[^>]* id="row-.*?<\/tr>/gs)].map((m) => textOf(m[0]).trim());

beforeAll(async () => {
  site = await served();
  await keep(site.store, enteredSample());
});
afterAll(() => site.close());

describe('the people to see', () => {
  it('are added by a name and a job title, and the next can be typed at once', async () => {
    const { status, body } = await fillIn(site, await page('/people'), '/people', {
      name: 'Zadie Quill',
      jobTitle: 'Head of play',
    });
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Added Zadie Quill to the people. Undo');
    expect(body).toMatch(/id="name" name="name"[^>]* autofocus/);
    expect(await named('Zadie Quill')).toEqual({
      id: expect.stringMatching(/^contact-[a-z0-9]+$/),
      name: 'Zadie Quill',
      jobTitle: 'Head of play',
      organisation: 'Sampleshire Council',
    });
  });

  it('a name that is missing is asked for beside its box, with all that was typed', async () => {
    const { status, body } = await fillIn(site, await page('/people'), '/people', {
      jobTitle: 'Somebody <b>new</b>',
    });
    expect(status).toBe(422);
    expect(textOf(body)).toContain('There is a problem Enter a name');
    expect(body).toContain('<a href="#name">Enter a name</a>');
    expect(body).toContain('value="Somebody &lt;b&gt;new&lt;/b&gt;"');
  });

  it('are changed in their row', async () => {
    const { id } = (await named('Zadie Quill'))!;
    const open = await page(`/people?edit=${id}&sort=organisation`);
    const { body } = await fillIn(site, open, `/people/${id}/row`, {
      jobTitle: 'Head of play and parks',
      roles: ['head-youth-services', ''],
      officeSite: 'civic-centre',
      officeName: 'Room 9',
    });
    expect(textOf(body)).toContain('Changed Zadie Quill. Undo');
    expect(await named('Zadie Quill')).toEqual({
      id,
      name: 'Zadie Quill',
      jobTitle: 'Head of play and parks',
      organisation: 'Sampleshire Council',
      roles: ['head-youth-services'],
      office: { site: 'civic-centre', name: 'Room 9' },
    });
    expect(body).toMatch(/aria-sort="ascending"><a class="pw-sort" id="people-by-organisation"/);
  });

  it('are duplicated, and the copy is open to be changed', async () => {
    const { id } = (await named('Zadie Quill'))!;
    const { body } = await fillIn(site, await page('/people'), `/people/${id}/duplicate`);
    expect(textOf(body)).toContain('Duplicated Zadie Quill. Undo');
    expect(body).toContain('value="Copy of Zadie Quill"');
    const copy = (await named('Copy of Zadie Quill'))!;
    expect({ ...copy, id: '', name: '' }).toEqual({ ...(await named('Zadie Quill'))!, id: '', name: '' });
  });

  it('are removed at once where nothing names them, and come back by undo', async () => {
    const before = await entry();
    const { id } = (await named('Copy of Zadie Quill'))!;
    const { body } = await fillIn(site, await page('/people'), `/people/${id}/remove`);
    expect(textOf(body)).toContain('Removed Copy of Zadie Quill from the people. Undo');
    expect(await named('Copy of Zadie Quill')).toBeUndefined();
    await fillIn(site, body, '/undo');
    expect((await entry()).contacts).toEqual(before.contacts);
  });

  it('say before they go what goes with them, and undo brings all of it back', async () => {
    const before = await entry();
    const list = await page('/people');
    expect(list).not.toContain('/people/priya-shah/remove?');
    const asked = await page('/people?remove=priya-shah');
    expect(textOf(asked)).toContain(
      'Remove Priya Shah? This goes with it, and comes back if you undo it: Left with nobody to see: Director of children’s services',
    );
    const { body } = await fillIn(site, asked, '/people/priya-shah/remove');
    expect(textOf(body)).toContain('Removed Priya Shah from the people with a session. Undo');
    const after = await entry();
    expect(JSON.stringify(after)).not.toContain('priya-shah');
    expect(after.sessions).toHaveLength(before.sessions!.length - 1);
    await fillIn(site, body, '/undo');
    const { revision: _, editedAt: __, ...about } = (await entry()).review;
    const { revision: ___, editedAt: ____, ...was } = before.review;
    expect({ ...(await entry()), review: about }).toEqual({ ...before, review: was });
  });

  it('are sorted by any column, up and down', async () => {
    const names = async (sort: string) =>
      rows(await page(`/people?sort=${sort}`)).map((r) => r.split('  ')[0]);
    const up = await names('job');
    expect([...up].reverse()).not.toEqual(up);
    expect(rows(await page('/people?sort=-job'))[0]).toBe(rows(await page('/people?sort=job')).at(-1));
    expect(await names('none-such')).toEqual(await names('name'));
  });

  it('are found by words, which stay out of addresses and logs', async () => {
    const { body } = await fillIn(site, await page('/people'), '/people/find', { find: 'play QUILL' });
    expect(rows(body).map((r) => r.slice(0, 11))).toEqual(['Copy of Zad', 'Zadie Quill']);
    expect(textOf(body)).toMatch(/2 of \d+ people/);
    expect(site.log.join('')).not.toMatch(/quill/i);
  });

  it('changed by two at once: what differs is shown, and nothing typed is lost', async () => {
    const { id } = (await named('Zadie Quill'))!;
    const mine = await page(`/people?edit=${id}`);
    await fillIn(site, mine, `/people/${id}/row`, { jobTitle: 'Theirs', organisation: 'Elsewhere' });
    // Another field: both stand.
    const other = await fillIn(site, mine, `/people/${id}/row`, { name: 'Zadie Q Quill' });
    expect(other.status).toBe(200);
    expect(await named('Zadie Q Quill')).toMatchObject({ jobTitle: 'Theirs', organisation: 'Elsewhere' });
    // The same field: theirs stands until I say so again.
    const clash = await fillIn(site, mine, `/people/${id}/row`, { jobTitle: 'Mine', name: 'Zadie Q Quill' });
    expect(clash.status).toBe(409);
    expect(textOf(clash.body)).toContain('Zadie Q Quill: job title: you have “Mine”, they have “Theirs”');
    expect(clash.body).toContain('value="Mine"');
    const again = await fillIn(site, clash.body, `/people/${id}/row`);
    expect(again.status).toBe(200);
    expect(await named('Zadie Q Quill')).toMatchObject({ jobTitle: 'Mine' });
  });

  it('changed after somebody removed them: what was typed can be added again', async () => {
    const { id } = (await named('Copy of Zadie Quill'))!;
    const mine = await page(`/people?edit=${id}`);
    await fillIn(site, await page('/people'), `/people/${id}/remove`);
    const { status, body } = await fillIn(site, mine, `/people/${id}/row`, { name: 'Yan Quill' });
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Somebody removed this meanwhile.');
    expect(body).toContain('value="Yan Quill"');
  });

  it('are for the organiser and the manager of the review alone', async () => {
    for (const role of ['organiser', 'manager'] as const) {
      const headers = await site.as([role], 'sample');
      expect((await ask(`${site.url}/reviews/sample/people`, { headers })).status).toBe(200);
    }
    const peer = await site.as(['peer'], 'sample');
    const answers = [
      await ask(`${site.url}/reviews/sample/people`, { headers: peer }),
      await ask(`${site.url}/reviews/sample/people/priya-shah`, { headers: stranger }),
      await fillIn(site, await page('/people'), '/people', { name: 'X' }, peer),
    ];
    for (const { body } of answers) expect(body).not.toMatch(/Priya|Quill/);
    expect(await named('X')).toBeUndefined();
  });
});

describe('one person’s page', () => {
  it('holds everything about them, and changes only what is changed', async () => {
    const before = (await named('Priya Shah'))!;
    const { body } = await fillIn(site, await page('/people/priya-shah'), '/people/priya-shah/whole', {
      phone: '01234 567890',
      early: '2',
      access: ['step-free', 'Quiet room'],
    });
    expect(textOf(body)).toContain('Changed Priya Shah. Undo');
    expect(await named('Priya Shah')).toEqual({
      ...before,
      phone: '01234 567890',
      early: 2,
      access: ['step-free', 'Quiet room'],
    });
    expect(textOf(body)).toContain('Director of children’s services interview');
  });

  it('says beside each box what is wrong', async () => {
    const { status, body } = await fillIn(
      site,
      await page('/people/priya-shah'),
      '/people/priya-shah/whole',
      { name: '', email: 'no address' },
    );
    expect(status).toBe(422);
    expect(body).toContain('<a href="#name">Enter a name</a>');
    expect(body).toContain('<a href="#email">Enter an e-mail address in the form name@council.gov.uk</a>');
    expect(body).toContain('value="no address"');
  });

  it('is not there for nobody', async () => {
    expect((await ask(`${site.url}/reviews/sample/people/nobody`)).status).toBe(404);
  });
});
