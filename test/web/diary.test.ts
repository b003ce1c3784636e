import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { fillIn } from './filled.ts';
import { ask, enteredSample, keep, type Served, send, served, textOf } from './served.ts';

let site: Served;
const at = (path: string) => `${site.url}/reviews/sample${path}`;
const priya = '/people/priya-shah/diary';
const page = async (path: string): Promise<string> => (await ask(at(path))).body;
const entry = async () => {
  const reading = readEntry((await site.store.reviews.find('sample'))?.file ?? '');
  if (!reading.ok) throw new Error('The entry can’t be read');
  return reading.value;
};
const diaryOf = async (id: string) => (await entry()).contacts?.find((c) => c.id === id)?.diary;
/** Tuesday, in quarters of an hour from midnight of day 0. */
const tuesday = (hour: number, minute = 0) => String(2 * 96 + hour * 4 + minute / 15);

beforeAll(async () => {
  site = await served();
  await keep(site.store, enteredSample());
});
afterAll(() => site.close());

describe('the diary of somebody', () => {
  it('shows five days in quarter hours, what is marked, and what it leaves of their sessions', async () => {
    const html = await page(priya);
    expect(html.match(/<td[^>]*><input type="checkbox"/g)?.length).toBe(5 * 48);
    expect(textOf(html)).toMatch(/Places left [^:]+: \d+ of \d+ places left/);
    expect(html.length).toBeLessThan(150_000);
  });

  it('takes times that were ticked, as a browser without script sends them, and can be undone', async () => {
    const before = await diaryOf('priya-shah');
    const html = await page(priya);
    const { body } = await fillIn(site, html, priya, {
      mark: 'i',
      t: [tuesday(9), tuesday(9, 15)],
      painted: '',
      do: 'save',
    });
    expect(textOf(body)).toContain('Changed the diary of Priya Shah. Undo');
    expect(textOf(body)).toContain('If needed: Tuesday until 9.30am.');
    expect(await diaryOf('priya-shah')).toEqual({
      ifNeeded: [{ from: '2026-03-24T00:00', to: '2026-03-24T09:30' }],
    });
    const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
    await send(at('/undo'), { version });
    expect(await diaryOf('priya-shah')).toEqual(before);
  });

  it('reads back what was written before it counts, with the words that were not understood', async () => {
    const before = await diaryOf('priya-shah');
    const html = await page(priya);
    const read = await fillIn(site, html, priya, {
      painted: '',
      typed: 'not Tue 10-12 cabinet, after 3 on Wed',
      do: 'read',
    });
    expect(textOf(read.body)).toContain(
      'This was understood Can’t: Tuesday 10.00am to 12.00pm; Wednesday from 3.00pm. This was not “cabinet”',
    );
    expect(await diaryOf('priya-shah')).toEqual(before);
    const added = await fillIn(site, read.body, priya, { do: 'add' });
    expect(textOf(added.body)).toContain('Can’t: Tuesday 10.00am to 12.00pm; Wednesday from 3.00pm.');
    expect(await diaryOf('priya-shah')).toEqual({
      busy: [
        { from: '2026-03-24T10:00', to: '2026-03-24T12:00' },
        { from: '2026-03-25T15:00', to: '2026-03-26T00:00' },
      ],
    });
  });

  it('saves nothing while something is written and not agreed to, and loses none of it', async () => {
    const before = await diaryOf('priya-shah');
    const { body } = await fillIn(site, await page(priya), priya, { typed: 'only Wed pm', do: 'save' });
    expect(textOf(body)).toContain('Nothing is saved yet.');
    expect(body).toContain('>only Wed pm</textarea>');
    expect(await diaryOf('priya-shah')).toEqual(before);
  });

  it('is never mixed with what somebody else saved meanwhile: both are shown, and mine is kept', async () => {
    const html = await page(priya);
    await fillIn(site, html, priya, { painted: 'c96-100', do: 'save' });
    const mine = await fillIn(site, html, priya, { painted: 'c192-196', do: 'save' });
    expect(mine.status).toBe(409);
    expect(textOf(mine.body)).toContain(
      'The diary of Priya Shah: you have “Can’t: Tuesday until 1.00am.”, they have “Can’t: Monday until 1.00am.”',
    );
    expect(await diaryOf('priya-shah')).toEqual({
      busy: [{ from: '2026-03-23T00:00', to: '2026-03-23T01:00' }],
    });
    await fillIn(site, mine.body, priya, { do: 'save' });
    expect(await diaryOf('priya-shah')).toEqual({
      busy: [{ from: '2026-03-24T00:00', to: '2026-03-24T01:00' }],
    });
  });

  it('one that is saved empty is an answer', async () => {
    await fillIn(site, await page(priya), priya, { painted: '', do: 'save' });
    expect(await diaryOf('priya-shah')).toEqual({});
  });

  it('says what a diary leaves while it is painted, within a moment, and keeps none of it', async () => {
    await ask(at(priya));
    const began = performance.now();
    const answer = await send(at(`${priya}/live`), { painted: 'c96-576', typed: 'Tue 10', asks: 'cant' });
    expect(performance.now() - began).toBeLessThan(1000);
    const { left, said, read } = JSON.parse(answer.body);
    expect(said).toEqual(['Can’t: Monday to Friday all day.']);
    expect(left.lines.map((l: { none: boolean }) => l.none)).toEqual([true]);
    expect(left.lines[0].text).toMatch(/^no place left of \d+: it can’t be held$/);
    expect(read.lost).toEqual([
      { words: '10', why: 'Say from when to when, such as 10 to 11, or after 10.' },
    ]);
    expect(await diaryOf('priya-shah')).toEqual({});
  });

  it('is there for rooms and sites, and for peers where the review manager asks', async () => {
    const { rooms = [], sites = [], peers = [] } = await entry();
    for (const path of [
      `/places/rooms/${rooms[0]?.id}`,
      `/places/sites/${sites[0]?.id}`,
      `/peers/${peers[0]?.id}`,
    ])
      expect([path, (await ask(at(`${path}/diary`))).status]).toEqual([path, 200]);
    const organiser = await site.as(['organiser'], 'sample');
    const status = async (path: string) => (await ask(at(path), { headers: organiser })).status;
    expect(await status(priya)).toBe(200);
    expect(await status(`/peers/${peers[0]?.id}/diary`)).toBe(403);
    expect(await status('/people/nobody/diary')).toBe(404);
  });
});
