import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeReview } from '../../src/actions/change-review.ts';
import { put } from '../../src/entry/edit.ts';
import { readEntry } from '../../src/intake/index.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { ask, enteredSample, keep, type Served, send, served, textOf, today } from './served.ts';

const at = '/reviews/sample';

async function change(site: Served, jobTitle: string, why: string): Promise<void> {
  const reading = readEntry((await site.store.reviews.find('sample'))?.file ?? '');
  const first = reading.ok ? reading.value.contacts?.[0] : undefined;
  if (!first) throw new Error('Nobody is there');
  const edit = put('contacts', { ...first, jobTitle });
  const needs = { store: site.store, now: () => today };
  await changeReview(needs, 'sample', 99, edit, { by: 'Ada Lovelace', why });
}

/** The rows of a page's tables, as they are read. */
const rowsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<tr role="row" class="govuk-table__row">(.*?)<\/tr>/gs)].map(([, row = '']) =>
    textOf(row).trim(),
  );

describe('the history of a review', () => {
  let site: Served;
  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample(), sampleProgramme());
    await change(site, 'Deputy director', 'Changed who is seen');
    await site.store.feedTokens.issue('sample', 'health', { by: 'Ben', why: 'Asked for' });
  });
  afterAll(() => site.close());

  it('says who did what, when and why, the newest first', async () => {
    const { status, body } = await ask(`${site.url}${at}/history`);
    expect(status).toBe(200);
    const rows = rowsOf(body);
    expect(rows[0]).toBe('When Who What was done Undo');
    expect(rows.find((row) => row.includes('Ada'))).toBe(
      '12 January 2026, 10.00am Ada Lovelace Changed who is seen What was entered · What was changed : Changed who is seen Undo : Changed who is seen',
    );
    expect(rows.some((row) => row.includes('Private link'))).toBe(true);
    // The first version and what is not of the entering can't be undone from here.
    expect(body.match(/name="version"/g)).toHaveLength(1);
  });

  it('shows what one change was, field by field', async () => {
    const { body } = await ask(`${site.url}${at}/history/2`);
    expect(textOf(body)).toMatch(/People to see: .* \(changed\)/);
    expect(rowsOf(body)[1]).toMatch(/^job title .+ Deputy director$/);
    for (const none of ['1', '99', 'x'])
      expect((await ask(`${site.url}${at}/history/${none}`)).status).toBe(404);
  });

  it('undoes a change from there, and comes back', async () => {
    const { status, headers } = await ask(`${site.url}${at}/undo`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Sec-Fetch-Site': 'same-origin',
        Referer: `${site.url}${at}/history`,
      },
      body: 'version=2',
    });
    expect([status, headers.location]).toEqual([303, `${at}/history?done=3`]);
    expect(rowsOf((await ask(`${site.url}${at}/history`)).body).join()).toContain(
      'Undid: Changed who is seen',
    );
  });

  it('comes in pages where it is long', async () => {
    for (let n = 0; n < 60; n++) await change(site, `Job ${n}`, `Change ${n}`);
    const { body } = await ask(`${site.url}${at}/history`);
    expect(rowsOf(body)).toHaveLength(51);
    expect(body).toContain(`href="${at}/history?from&#x3D;50"`);
    const second = (await ask(`${site.url}${at}/history?from=50`)).body;
    expect(rowsOf(second).at(-1)).toContain('Test');
    expect(second).toContain('Newer');
    expect(second).not.toContain('Older');
  });
});

describe('the data of a review', () => {
  let site: Served;
  beforeEach(async () => {
    site = await served();
    await keep(site.store, enteredSample(), sampleProgramme());
  });
  afterEach(() => site.close());
  const page = async (path = `${at}/data`) => textOf((await ask(`${site.url}${path}`)).body);
  const until = (day: string, month: string, year: string, version = '0', how = 'until') =>
    send(`${site.url}${at}/data/until`, {
      'until-day': day,
      'until-month': month,
      'until-year': year,
      version,
      how,
    });

  it('has no last day until somebody says one; a year after the week is proposed', async () => {
    expect(await page()).toContain(
      'Nobody has said yet until when it is kept: it stays until somebody removes it.',
    );
    expect(await page()).toContain('We propose Saturday 27 March 2027, a year after the week.');
    const { status, headers } = await until('27', '3', '2027');
    expect([status, headers.location]).toEqual([303, `${at}/data?said=kept`]);
    expect(await page(`${at}/data?said=kept`)).toContain(
      'What you said about how long this review is kept was saved. How long this review is kept It is kept until Saturday 27 March 2027.',
    );
    const said = (await site.store.history.of('sample')).find((l) => l.thing === 'retention');
    expect(said?.why).toBe('Keeps the review until Saturday 27 March 2027');
    await until('', '', '', '1', 'always');
    expect((await site.store.keeping.of('sample')).until).toBeUndefined();
  });

  it.each([
    [['', '', ''], 'Give a day, a month and a year, such as 27 3 2027'],
    [['31', '2', '2027'], 'Give a day, a month and a year, such as 27 3 2027'],
    [['26', '3', '2026'], 'Give Friday 27 March 2026 or a later day: the review is needed until then'],
  ] as const)('refuses %j, and keeps what was typed', async (typed, why) => {
    const { status, body } = await until(typed[0], typed[1], typed[2]);
    expect(status).toBe(422);
    expect(textOf(body)).toContain(`There is a problem ${why}`);
    for (const box of typed.filter(Boolean)) expect(body).toContain(`value="${box}"`);
    expect((await site.store.keeping.of('sample')).version).toBe(0);
  });

  it('says so where somebody else was first', async () => {
    await until('27', '3', '2027');
    const { status, body } = await until('1', '1', '2028');
    expect(status).toBe(422);
    expect(textOf(body)).toContain(
      'Somebody else changed this at the same moment, to Saturday 27 March 2027: say which it is to be',
    );
    expect((await site.store.keeping.of('sample')).until).toBe('2027-03-27');
  });

  it('is removed for good only by whoever is sure', async () => {
    const unsure = await send(`${site.url}${at}/data/remove`, {});
    expect([unsure.status, textOf(unsure.body).includes('Tick the box if you are sure')]).toEqual([
      422,
      true,
    ]);
    expect(await site.store.reviews.find('sample')).toBeDefined();
    expect(await page(`${at}/data/remove`)).toContain('Remove the review of');
    const { status, headers } = await send(`${site.url}${at}/data/remove`, { sure: 'yes' });
    expect([status, headers.location]).toEqual([303, '/']);
    expect(await site.store.reviews.find('sample')).toBeUndefined();
    expect((await ask(`${site.url}${at}/data`)).status).toBe(404);
  });

  it('gives somebody all that is kept about them, in a file whose name names nobody', async () => {
    const { contacts } = enteredSample();
    const { id, name } = contacts[0]!;
    expect(await page(`${at}/data/people/${id}`)).toContain(`${name} Give them their data`);
    const { status, headers, body } = await ask(`${site.url}${at}/data/people/${id}/file`);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe('attachment; filename="data-of-one-person.json"');
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(body)).toMatchObject({ names: [name], record: { id, name } });
    for (const path of ['nobody', 'nobody/file'])
      expect((await ask(`${site.url}${at}/data/people/${path}`)).status).toBe(404);
  });

  it('erases somebody only for whoever is sure, and every page goes on without them', async () => {
    const { id, name } = enteredSample().contacts[0]!;
    const unsure = await send(`${site.url}${at}/data/people/${id}/erase`, {});
    expect(unsure.status).toBe(422);
    expect(await page()).toContain(name);
    const { status, headers } = await send(`${site.url}${at}/data/people/${id}/erase`, { sure: 'yes' });
    expect([status, headers.location]).toEqual([303, `${at}/data?said=erased`]);
    // No version before it has them any more: there is nothing to take back, and no button says so.
    for (const path of ['/history', '/programme'])
      expect((await ask(`${site.url}${at}${path}`)).body).not.toMatch(/Undo(<span[^>]*>)?: Erased/);
    for (const path of [
      '',
      '/programme',
      '/people',
      '/history',
      '/data?before=yes',
      '/findings',
      '/paper/programme',
    ])
      expect([path, (await page(`${at}${path}`)).includes(name)]).toEqual([path, false]);
    expect(await page(`${at}/programme?day=all`)).toContain('Erased person');
  });

  it('has a record of who read and changed what, by ids alone', async () => {
    const { Cookie } = await site.as(['manager'], 'sample');
    const { id, name } = enteredSample().contacts[0]!;
    for (let n = 0; n < 3; n++) await ask(`${site.url}${at}/people/${id}`, { headers: { Cookie } });
    await ask(`${site.url}${at}/findings?who=${id}`);
    await ask(`${site.url}${at}/none`);
    await until('27', '3', '2027');
    const stranger = await site.as([]);
    expect((await ask(`${site.url}${at}/people`, { headers: stranger })).status).toBe(404);
    // It gathers for a second.
    await expect
      .poll(() => site.store.accesses.of('sample', { from: 0, most: 9 }), { timeout: 5_000 })
      .toHaveLength(3);
    const record = await site.store.accesses.of('sample', { from: 0, most: 9 });
    expect(record.map(({ what, page, times }) => [what, page, times]).sort()).toEqual([
      ['changed', '/data/until', 1],
      ['read', '/findings', 1],
      ['read', `/people/${id}`, 3],
    ]);
    expect(await page()).toContain(`Read people › ${name}`);
  });

  it('that nobody looks after is removed when its day has passed', async () => {
    const { purgeDue } = await import('../../src/actions/purge-due.ts');
    await until('27', '3', '2027');
    const needs = (day: string) => ({ store: site.store, now: () => new Date(`${day}T03:00:00Z`) });
    expect(await purgeDue(needs('2027-03-27'))).toEqual([]);
    expect(await purgeDue(needs('2027-03-28'))).toEqual(['sample']);
    expect(await site.store.keeping.purged()).toHaveLength(1);
  });
});
