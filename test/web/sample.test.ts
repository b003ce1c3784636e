import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSampleId } from '../../src/review/sample-id.ts';
import { ask, type Served, send, served, textOf } from './served.ts';

let site: Served;
beforeAll(async () => {
  site = await served();
});
afterAll(() => site.close());

const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
const post = (path: string, headers: object = {}) =>
  ask(`${site.url}${path}`, { method: 'POST', headers: { ...form, ...headers } });
const idIn = (location = '') => location.split('/').at(-1) ?? '';
const play = async (headers: object = {}) =>
  idIn((await post('/reviews/sample-to-play-with', headers)).headers.location);

describe('a sample to play with', () => {
  it('is proposed where there is no review yet', async () => {
    const shown = textOf((await ask(`${site.url}/`)).body);
    expect(shown).toContain('There is no review yet. Start one, or look around in a sample first');
    expect(shown).toContain('Start a review Play with a sample');
  });

  it('opens in one click, in a week to come, with its programme', async () => {
    const id = await play();
    expect(isSampleId(id)).toBe(true);
    const stored = await site.store.reviews.find(id);
    // The tests' today is Monday 12 January 2026: ten weeks on.
    expect([stored?.council, stored?.firstDay]).toEqual(['Westmarch Council (a sample)', '2026-03-23']);
    const shown = textOf((await ask(`${site.url}/reviews/${id}/programme`)).body);
    expect(shown).toContain('A sample to play with. Throw it away');
    expect(shown).toContain('Day 1 Monday 23 March');
    expect(shown).toContain('Director of children’s services');
  });

  it('is opened again by a second click, and is everybody’s own', async () => {
    const mine = await play();
    expect(await play()).toBe(mine);
    const other = await site.as([]);
    const theirs = await play(other);
    expect(theirs).not.toBe(mine);
    expect((await ask(`${site.url}/reviews/${mine}`, { headers: other })).status).toBe(404);
    expect((await post(`/reviews/${mine}/throw-away`, other)).status).toBe(404);
  });

  it('is thrown away in one click, everything of it', async () => {
    const id = await play();
    expect((await post(`/reviews/${id}/throw-away`)).headers.location).toBe('/');
    expect(await site.store.reviews.find(id)).toBeUndefined();
    expect(await site.store.programmes.draftOf(id)).toBeUndefined();
    expect(await site.store.history.of(id)).toEqual([]);
    expect((await ask(`${site.url}/reviews/${id}`)).status).toBe(404);
  });

  it('is nothing that could happen to a real review', async () => {
    await send(`${site.url}/reviews/new`, {
      council: 'Realshire',
      'first-day': '22',
      'first-month': '3',
      'first-year': '2027',
    });
    expect(textOf((await ask(`${site.url}/reviews/realshire-2027/set-up`)).body)).not.toContain(
      'Throw it away',
    );
    expect((await post('/reviews/realshire-2027/throw-away')).status).toBe(404);
    expect(await site.store.reviews.find('realshire-2027')).toBeDefined();
  });

  it('moves with the day on which it is opened', async () => {
    const later = await served(() => new Date('2027-05-26T10:00:00Z'));
    const sent = await ask(`${later.url}/reviews/sample-to-play-with`, { method: 'POST', headers: form });
    const stored = await later.store.reviews.find(idIn(sent.headers.location));
    expect(stored?.firstDay).toBe('2027-08-09');
    expect(stored?.file).toContain('"fixed": "2027-08-11T09:00"');
    expect(stored?.file).not.toMatch(/"(?:from|to|fixed)": "2026/);
    await later.close();
  });
});
