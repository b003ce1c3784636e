import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleProgramme } from '../support/sample-week.ts';
import {
  approved,
  ask,
  coordinator,
  enteredSample,
  keep,
  type Served,
  send,
  served,
  textOf,
} from './served.ts';

let site: Served;
let cora: { readonly Cookie: string };
let manager: { readonly Cookie: string };

beforeEach(async () => {
  site = await served();
  await keep(site.store, enteredSample(), sampleProgramme());
  await keep(site.store, enteredSample({ id: 'bare', council: 'Bareshire Council' }));
  cora = await coordinator(site);
  manager = await site.as(['manager'], 'sample');
});
afterEach(() => site.close());

const page = async (path: string, who: object) =>
  textOf((await ask(`${site.url}${path}`, { headers: who })).body);
const post = (path: string, values: Record<string, string>, who: object) =>
  send(`${site.url}${path}`, values, who);

describe('a coordinator', () => {
  it('sees how every review stands and whom to ask, and none of what is in one', async () => {
    await approved(site.store, enteredSample(), sampleProgramme());
    const { body } = await ask(`${site.url}/coordinate`, { headers: cora });
    const text = textOf(body);
    expect(text).toContain('Bareshire Council');
    expect(text).toContain('Its programme to be built');
    expect(text).toContain('To be approved by Monday 9 March 2026: 56 days from today');
    expect(text).toContain('Approved 12 January 2026');
    expect(text).toContain('Olive Organiser');
    for (const name of enteredSample().contacts.map((c) => c.name)) expect(text).not.toContain(name);
    expect(body).not.toMatch(/href="\/reviews\/(sample|bare)/);
    expect((await ask(`${site.url}/reviews/sample`, { headers: cora })).status).toBe(404);
  });

  it('is led there by the menu, and nobody else is', async () => {
    expect(await page('/', cora)).toContain('All reviews');
    expect(await page('/', manager)).not.toContain('All reviews');
  });

  it('keeps a list of peers: all that is wrong is said, and what was typed stays', async () => {
    const wrong = await post('/coordinate/peers', { name: '', email: 'nonsense', home: 'Kirkvale' }, cora);
    expect(wrong.status).toBe(422);
    expect(textOf(wrong.body)).toContain('Enter a name');
    expect(wrong.body).toContain('value="Kirkvale"');
    const typed = { name: 'Adam Young', role: 'nhs-peer', home: 'Kirkvale', themes: 'outcomes' };
    await post('/coordinate/peers', typed, cora);
    const [adam] = await site.store.shared.of('peer');
    expect(await page('/coordinate/peers', cora)).toContain('Adam Young');
    const at = `/coordinate/peers/${adam?.id}`;
    await post(at, { ...typed, name: 'Adam Old', seen: '1' }, cora);
    const late = await post(at, { ...typed, name: 'Adam Late', seen: '1' }, cora);
    expect(late.status).toBe(409);
    expect(late.body).toContain('value="Adam Late"');
    expect(textOf(late.body)).toContain('Somebody else changed this peer while you had the page open');
    expect((await site.store.shared.of('peer'))[0]?.name).toBe('Adam Old');
    await post(`${at}/remove`, {}, cora);
    expect(await site.store.shared.of('peer')).toEqual([]);
    const gone = await post(at, { ...typed, notes: 'Typed for long', seen: '2' }, cora);
    expect([gone.status, textOf(gone.body).includes('Typed for long')]).toEqual([404, true]);
  });

  it('reads who was made a coordinator and who changed what all share, without what was in it', async () => {
    await post('/coordinate/peers', { name: 'Adam Young', role: 'nhs-peer' }, cora);
    const [adam] = await site.store.shared.of('peer');
    await post(`/coordinate/peers/${adam?.id}/remove`, {}, cora);
    await post('/reviews/sample/peers/from-list/team', {}, manager);
    const text = await page('/coordinate/history', cora);
    const whom = (await site.store.accounts.coordinators())[0]?.name ?? '';
    for (const line of [
      `A test Made a coordinator: ${whom}`,
      'Put a peer on the list',
      'Put a team on the list',
      'Took a peer off the list',
    ])
      expect(text).toContain(line);
    expect(text).toContain('Noted what a peer of the list is on: Joanne Whitby');
    expect(text).not.toContain('Adam Young');
    expect((await ask(`${site.url}/coordinate/history`, { headers: manager })).status).toBe(404);
  });

  it('sets the words of a letter for all reviews; the organiser may still change them', async () => {
    const ask_ = '/reviews/bare/diaries/ask?who=priya-shah';
    const strange = await post('/coordinate/letters', { text: 'Dear {name}', do: 'save', seen: '0' }, cora);
    expect(strange.status).toBe(422);
    expect(textOf(strange.body)).toContain('{name} stands for nothing');
    await post(
      '/coordinate/letters',
      { text: 'We of {council} ask, from {first day}.', do: 'save', seen: '0' },
      cora,
    );
    const { body } = await ask(`${site.url}${ask_}`);
    expect(body).toContain('We of Bareshire Council ask, from Monday 23 March.');
    // Whoever has seen Peerweek’s own words only is told, and keeps what they typed.
    const late = await post('/coordinate/letters', { text: 'Too late', do: 'save', seen: '0' }, cora);
    expect([late.status, late.body.includes('Too late')]).toEqual([409, true]);
    expect(textOf(late.body)).toContain('Somebody else changed these words');
    expect((await ask(`${site.url}${ask_}`)).body).toContain('We of Bareshire Council');
    await post('/coordinate/letters', { do: 'own', seen: '1' }, cora);
    expect((await ask(`${site.url}${ask_}`)).body).toContain('would like to talk with you during that week');
  });

  it('keeps a week of a review of theirs for all, without its people and places; others take it', async () => {
    // An organiser who is no coordinator can't.
    const refused = await post('/reviews/sample/frame/keep', { name: 'Ours' }, {});
    expect(refused.status).toBe(404);
    expect(await site.store.shared.of('frame')).toEqual([]);
    const all = await site.store.accounts.byEmail('first@example.org');
    await site.store.accounts.coordinate(all?.id ?? '', true, { by: 'A test', why: 'Made a coordinator' });
    const nameless = await post('/reviews/sample/frame/keep', { name: ' ' }, {});
    expect([nameless.status, nameless.body.includes('Enter a name for the week')]).toEqual([422, true]);
    await post('/reviews/sample/frame/keep', { name: 'Theirs' }, {});
    await post('/reviews/sample/frame/keep', { name: 'Ours' }, {});
    await post('/reviews/sample/frame/keep', { name: 'Ours' }, {});
    expect((await site.store.shared.of('frame')).map((one) => one.name)).toEqual(['Ours', 'Theirs']);
    const [kept] = await site.store.shared.of('frame');
    expect(kept?.name).toBe('Ours');
    expect(kept?.body).not.toMatch(/"(contacts|peers|place)"/);
    expect(await page('/coordinate/weeks', cora)).toContain('Ours');
    await post('/reviews/bare/frame/take', { frame: kept?.id ?? '' }, {});
    const { review } = JSON.parse((await site.store.reviews.find('bare'))?.file ?? '');
    expect(review.frame).toEqual(JSON.parse(kept?.body ?? ''));
    await post('/coordinate/weeks/remove', { frame: kept?.id ?? '' }, cora);
    expect((await site.store.shared.of('frame')).map((one) => one.name)).toEqual(['Theirs']);
  });
});

describe('the list of peers that all reviews share', () => {
  const at = '/reviews/sample/peers/from-list';

  it('takes a team in with what it was on; another review chooses from it, and is warned of the same week', async () => {
    const { peers } = enteredSample();
    await post(`${at}/team`, {}, manager);
    await post(`${at}/team`, {}, manager);
    const listed = await site.store.shared.of('peer');
    expect(listed.map((p) => p.name).sort()).toEqual(peers.map((p) => p.name).sort());
    expect(await page(at, manager)).toContain('(on the team)');
    const health = listed.find((p) => p.name === 'Joanne Whitby');
    await keep(site.store, { ...enteredSample({ id: 'third', council: 'Thirdshire' }), peers: [] });
    const third = await site.as(['manager'], 'third');
    const offered = await page('/reviews/third/peers/from-list', third);
    expect(offered).toContain('Joanne Whitby');
    expect(offered).toContain('Was on: Sampleshire Council, Monday 23 March 2026');
    expect(offered).toContain('On another review that week');
    const taken = await post('/reviews/third/peers/from-list', { peer: health?.id ?? '', seen: '1' }, third);
    expect(taken.status).toBe(303);
    const entry = JSON.parse((await site.store.reviews.find('third'))?.file ?? '');
    expect(entry.peers).toMatchObject([{ name: 'Joanne Whitby', role: 'review-analyst' }]);
    expect(await page('/coordinate/peers', cora)).toContain('Thirdshire');
  });

  it('is not for organisers, who look at the team only', async () => {
    const organiser = await site.as(['organiser'], 'sample');
    expect((await ask(`${site.url}${at}`, { headers: organiser })).status).toBe(403);
  });

  it('forgets that somebody was on a review whose team has them no more', async () => {
    await post(`${at}/team`, {}, manager);
    const stored = await site.store.reviews.find('sample');
    const entry = JSON.parse(stored?.file ?? '');
    entry.peers = entry.peers.filter((p: { name: string }) => p.name !== 'Joanne Whitby');
    entry.pairings = {};
    await site.store.reviews.save(
      { id: 'sample', council: 'Sampleshire Council', firstDay: '2026-03-23', file: JSON.stringify(entry) },
      stored?.version ?? 0,
      { by: 'Test', why: 'Test' },
    );
    const { body } = await ask(`${site.url}/coordinate/peers`, { headers: cora });
    const rows = [...body.matchAll(/<tr role="row" class="govuk-table__row">[\s\S]*?<\/tr>/g)].map(([row]) =>
      textOf(row),
    );
    expect(rows.find((row) => row.includes('Joanne Whitby'))).toContain('Nothing yet');
  });
});
