import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { fillIn } from './filled.ts';
import { ask, enteredSample, keep, type Served, served, textOf } from './served.ts';

let site: Served;
const page = async (path = ''): Promise<string> =>
  (await ask(`${site.url}/reviews/sample/sessions${path}`)).body;
const entry = async () => {
  const reading = readEntry((await site.store.reviews.find('sample'))?.file ?? '');
  if (!reading.ok) throw new Error('The entry can’t be read');
  return reading.value;
};
const session = async (id: string) => (await entry()).sessions?.find((s) => s.id === id);

beforeAll(async () => {
  site = await served();
  await keep(site.store, enteredSample());
});
afterAll(() => site.close());

describe('the sessions', () => {
  it('are added with one choice: whom to see, whose job title it then has', async () => {
    const { body } = await fillIn(site, await page(), '/sessions', { contacts: 'priya-shah' });
    expect(textOf(body)).toContain('Added Director of children’s services to the sessions. Undo');
    expect(await session('interview')).toEqual({
      id: 'interview',
      kind: 'interview',
      title: 'Director of children’s services',
      contacts: ['priya-shah'],
      priority: 'must',
    });
    const wrong = await fillIn(site, await page(), '/sessions', { kind: 'focus-group' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('<a href="#new-title">Enter a title</a>');
    expect(wrong.body).toContain('<option value="focus-group" selected>');
  });

  it('have somebody chosen already where one comes from that person’s page', async () => {
    const body = await page('?add=priya-shah');
    expect(body).toContain('<option value="priya-shah" selected>');
    expect(body).toContain('value="Director of children’s services"');
  });

  it('are changed as a whole on a page of their own', async () => {
    const form = await page('/interview');
    const { body } = await fillIn(site, form, '/sessions/interview/whole', {
      kind: 'focus-group',
      title: 'Practitioners',
      priority: 'should',
      contacts: ['priya-shah', 'nadia-rahman'],
      headcount: '8',
      themes: ['leadership', 'capacity'],
      minutes: '90',
      placeRoom: '*',
      placeAtSite: 'civic-centre',
      placeEquipment: ['flipcharts', ''],
      peersCount: '2',
      peersNamed: ['health'],
      earliestDay: '2',
      latestDay: '3',
      after: ['lead-member'],
      evening: 'yes',
      substituteFor: ['priya-shah'],
      substituteBy: ['Ann Lee'],
      substituteAgreedBy: ['Tom Adeyemi'],
      substituteAt: ['2/2/2026'],
      substituteBecause: ['On leave'],
    });
    expect(textOf(body)).toContain('Changed Practitioners. Undo');
    expect(await session('interview')).toEqual({
      id: 'interview',
      kind: 'focus-group',
      title: 'Practitioners',
      priority: 'should',
      contacts: ['priya-shah', 'nadia-rahman'],
      headcount: 8,
      themes: ['leadership', 'capacity'],
      minutes: 90,
      place: { room: true, atSite: 'civic-centre', equipment: ['flipcharts'] },
      peers: { count: 2, named: ['health'] },
      earliestDay: 2,
      latestDay: 3,
      after: ['lead-member'],
      evening: true,
      substitutes: [
        { for: 'priya-shah', by: 'Ann Lee', agreedBy: 'Tom Adeyemi', at: '2026-02-02', because: 'On leave' },
      ],
    });
    expect(textOf(body)).toContain(
      'Practitioners Focus group Priya Shah, Nadia Rahman and 6 more Should be held 90 Any room at Civic Centre From Tuesday to Wednesday; after Lead member for children’s services; evenings too',
    );
  });

  it('sent as they are shown stay as they are', async () => {
    const before = await entry();
    for (const { id } of before.sessions ?? [])
      await fillIn(site, await page(`/${id}`), `/sessions/${id}/whole`);
    expect(await entry()).toEqual(before);
  });

  it('say what is wrong beside each box, with all that was typed', async () => {
    const { status, body } = await fillIn(site, await page('/interview'), '/sessions/interview/whole', {
      kind: 'site-visit',
      minutes: '50',
      fixedDay: '2026-03-24',
      fixedTime: 'noon',
      placeRoom: '',
      substituteBy: ['', 'Bo Carr'],
      substituteFor: ['', ''],
    });
    expect(status).toBe(422);
    expect(textOf(body)).toContain(
      'There is a problem Enter a length in quarters of an hour, such as 45, 60 or 90 Choose where the visit goes Enter a time, such as 9.15am or 14:00 Choose whose place is taken: somebody who is seen in this session',
    );
    expect(body).toContain('<a href="#placeSite">');
    expect(body).toContain('value="noon"');
    expect(body).toContain('value="Bo Carr"');
  });

  it('are duplicated into one that can be changed at once', async () => {
    const { body } = await fillIn(site, await page(), '/sessions/interview/duplicate');
    expect(textOf(body)).toContain('Duplicated Practitioners. Undo');
    expect(body).toContain('value="Copy of Practitioners"');
    expect(await session('focus-group')).toMatchObject({ title: 'Copy of Practitioners', headcount: 8 });
  });

  it('say before they go what waits for them, and undo brings all back', async () => {
    const before = await entry();
    const asked = await page('?remove=lead-member');
    expect(textOf(asked)).toContain('Need no longer wait for it: Practitioners');
    const { body } = await fillIn(site, asked, '/sessions/lead-member/remove');
    expect((await session('interview'))?.after).toEqual([]);
    await fillIn(site, body, '/undo');
    expect({ ...(await entry()), review: before.review }).toEqual(before);
  });
});
