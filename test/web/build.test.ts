import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solve } from '../../solver/solve.ts';
import { readProgramme } from '../../src/intake/index.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { cost, type Held, held } from './held-search.ts';
import { ask, enteredSample, keep, type Served, send, served, textOf } from './served.ts';

const id = 'built';
const at = `/reviews/${id}/programme`;
const review = enteredSample({ id, council: 'Builtshire Council' });
const programme = { ...sampleProgramme(), review: id };
const short: Programme = { ...programme, placements: programme.placements.slice(1) };

describe('building from the page', () => {
  let site: Served;
  let search: Held;
  let mo: { readonly Cookie: string };
  const until = async (holds: () => boolean | Promise<boolean>) => {
    for (let n = 0; n < 200; n++) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('It did not come to that');
  };
  const begin = async (who: object = {}) => {
    const answer = await send(`${site.url}${at}/build`, {}, who);
    await until(() => search.going.length > 0);
    return String(answer.headers.location);
  };
  const page = async (path = `${at}/build`, who: object = {}) =>
    textOf((await ask(`${site.url}${path}`, { headers: who })).body);
  const draft = async () => site.store.programmes.draftOf(id);
  const job = async () => site.store.jobs.latest(id, 'build');
  const lastOfDraft = async () => (await site.store.history.of(id)).findLast((l) => l.thing === 'programme');
  const save = async (by: string) => {
    const stored = await draft();
    const moved = { ...programme, placements: programme.placements.slice(2) };
    const file = programmeToJson(review, moved);
    return site.store.programmes.saveDraft({ review: id, reviewVersion: 1, file }, stored?.version ?? 0, {
      by,
      why: 'Took two out',
    });
  };

  beforeAll(async () => {
    search = held();
    site = await served(undefined, undefined, { solve: (r, o) => search.solve(r, o) });
    await keep(site.store, review);
    mo = await site.as(['manager'], id);
  });
  afterAll(() => site.close());

  it('shows the programme as it gets better, in words, as a bar and as a grid, without any script', async () => {
    expect(await page()).toContain('Build the programme');
    const location = await begin();
    expect(location).toMatch(/^\/reviews\/built\/programme\/build\?job=/);
    search.going[0]?.tell(short);
    await until(async () => (await job())?.told !== undefined);
    const { body } = await ask(`${site.url}${location}`);
    expect(body).toContain('<noscript><meta http-equiv="refresh" content="4"></noscript>');
    const all = programme.placements.length;
    expect(body).toContain(`<progress class="pw-building__bar" id="far" value="${all - 1}" max="${all}">`);
    expect(textOf(body)).toContain(
      `${all - 1} of ${all} sessions placed. 1 session that should be held has no place; 7.5 points of wishes not met. Nothing more could be placed: proven. At most 3.5 points better is possible.`,
    );
    expect(textOf(body)).toContain('The programme so far');
    expect(await page(`${location}&day=3`)).toContain('Wednesday 25 March');
  });

  it('is one at a time in a review: who asks second sees the first’s, and who asked for it', async () => {
    const location = await begin(mo);
    expect(location).toBe(`${at}/build?job=${(await job())?.id}`);
    expect(search.going).toHaveLength(1);
    expect(await page(location, mo)).toContain('trying out the week, for Olive Organiser');
  });

  it('leads those who wait on to the programme when it is there, with the way back where there is one', async () => {
    const location = `${at}/build?job=${(await job())?.id}`;
    search.going.shift()?.end(programme);
    const answer = await ask(`${site.url}${location}&wait=yes`);
    expect([answer.status, answer.headers.location]).toEqual([303, at]);
    expect((await draft())?.version).toBe(1);
    expect(await lastOfDraft()).toMatchObject({
      by: 'Olive Organiser',
      why: 'Built the programme',
    });
    expect(await page()).toContain('asked for by Olive Organiser. See the programme');
    const again = await begin(mo);
    search.going.shift()?.end(short);
    const second = await ask(`${site.url}${again}&wait=yes`);
    expect(second.headers.location).toBe(`${at}?moved=2`);
    expect(await page(`${at}?moved=2`)).toContain('Built the programme again. Undo');
    await send(`${site.url}${at}/undo`, { version: '2' });
    expect(JSON.parse((await draft())?.file ?? '').placements).toHaveLength(programme.placements.length);
  });

  it('stops with the best so far, which becomes the draft where it is better', async () => {
    await save('Mo');
    const location = await begin();
    search.going[0]?.tell(programme);
    const stopped = await send(`${site.url}${at}/build/stop`, {}, mo);
    expect(stopped.headers.location).toBe(location);
    expect(search.going.shift()?.stopped()).toBe(true);
    const version = (await draft())?.version ?? 0;
    expect((await ask(`${site.url}${location}`)).headers.location).toBe(`${at}?moved=${version}`);
    expect((await lastOfDraft())?.why).toMatch(/^Built the programme again, stopped early by /);
  });

  it('offers it where it is no better than what there is, and keeps that on request', async () => {
    const location = await begin();
    search.going[0]?.tell(short);
    const { version } = (await draft()) ?? {};
    await send(`${site.url}${at}/build/stop`, {});
    search.going.shift();
    const text = await page(location);
    expect(text).toContain('Olive Organiser stopped the building. The best that it had is no better');
    expect(text).toContain('Take the one that was built');
    expect((await draft())?.version).toBe(version);
    await send(`${site.url}${at}/build/keep`, {});
    expect(await page(location)).toContain('The programme that there was has been kept.');
    expect((await draft())?.version).toBe(version);
  });

  it('changes nothing where it was stopped before anything was found', async () => {
    const location = await begin();
    const { version } = (await draft()) ?? {};
    await send(`${site.url}${at}/build/stop`, {});
    search.going.shift();
    expect(await page(location)).toContain('stopped the building before there was anything to keep');
    expect((await draft())?.version).toBe(version);
  });

  it('never saves over what somebody did meanwhile: theirs stands, and either can be chosen and undone', async () => {
    const location = await begin();
    await save('Mo');
    const theirs = await draft();
    search.going.shift()?.end(programme);
    await until(async () => (await job())?.ended === 'offered');
    const { body } = await ask(`${site.url}${location}`);
    expect(textOf(body)).toContain(
      'Mo changed the programme while this one was being built, and that was kept',
    );
    expect(textOf(body)).toMatch(/2 sessions are otherwise than in the programme that you have/);
    expect(await draft()).toEqual(theirs);
    const [, seen = ''] = /name="seen" value="(\d+)"/.exec(body) ?? [];
    // Somebody is quicker still.
    await save('Mo');
    const late = await send(`${site.url}${at}/build/take`, { seen });
    expect(await page(String(late.headers.location))).toContain('Nothing was changed');
    const now = (await draft())?.version ?? 0;
    const taken = await send(`${site.url}${at}/build/take`, { seen: String(now) });
    expect(taken.headers.location).toBe(`${at}?moved=${now + 1}`);
    expect(await page(`${at}?moved=${now + 1}`)).toContain('Took the programme that was built. Undo');
    await send(`${site.url}${at}/undo`, { version: String(now + 1) });
    expect(JSON.parse((await draft())?.file ?? '').placements).toHaveLength(programme.placements.length - 2);
  });

  it('says so where the search breaks off, and lets it be tried again', async () => {
    const before = search;
    search = { going: [], solve: () => Promise.reject(new Error('broken')) };
    const { headers } = await send(`${site.url}${at}/build`, {});
    await until(async () => (await job())?.ended === 'broke off');
    expect(await page(String(headers.location))).toContain('The building broke off. Nothing was lost');
    search = before;
  });

  it('tells programs how far it is, stops for them, and lets them take what is offered or keep theirs', async () => {
    const api = `${site.url}/api/v1/reviews/${id}/build`;
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const begun = await ask(api, { method: 'POST', headers });
    expect([begun.status, JSON.parse(begun.body).by]).toEqual([202, 'Olive Organiser']);
    await until(() => search.going.length > 0);
    search.going[0]?.tell(short);
    await until(async () => (await job())?.told !== undefined);
    expect(JSON.parse((await ask(api)).body)).toMatchObject({
      state: 'working',
      cost,
      placed: short.placements.length,
    });
    expect((await ask(`${api}/stop`, { method: 'POST', headers })).status).toBe(202);
    await until(async () => (await job())?.state === 'ended');
    search.going.shift();
    const version = (await draft())?.version ?? 0;
    expect(JSON.parse((await ask(api)).body)).toMatchObject({ state: 'done', ended: 'saved', version });
    expect((await ask(`${api}/stop`, { method: 'POST', headers })).status).toBe(409);
    const take = { method: 'POST', headers: { ...headers, 'If-Match': `"${version}"` } };
    expect((await ask(`${api}/take`, take)).status).toBe(409);
    expect((await ask(`${api}/take`, { method: 'POST', headers })).status).toBe(428);
    expect((await ask(`${api}/keep`, { method: 'POST', headers })).status).toBe(200);
  });
});

describe('building with locks', () => {
  it('leaves what is locked as it is: its time, its place or its peers, each apart', async () => {
    const open = enteredSample({ id: 'locked' });
    const { programme: first } = await solve(open, { seed: 7, effort: 'quick' });
    const [one, two, three] = first.placements.map((p) => p.session);
    const lock = (session: string | undefined, what: object) => ({
      session: session ?? '',
      time: false,
      place: false,
      peers: false,
      by: 'Mo',
      because: 'Agreed',
      ...what,
    });
    const locks = [lock(one, { time: true }), lock(two, { place: true }), lock(three, { peers: true })];
    const site = await served();
    await keep(site.store, { ...open, locks }, first);
    const { headers } = await send(`${site.url}/reviews/locked/programme/build`, {});
    await ask(`${site.url}${headers.location}&wait=yes`);
    const stored = await site.store.programmes.draftOf('locked');
    expect(stored?.version).toBe(2);
    const then = readProgramme(stored?.file ?? '', open);
    if (!then.ok) throw new Error('It can’t be read');
    const of = (programme: Programme, session: string | undefined) =>
      programme.placements.find((p) => p.session === session);
    expect(of(then.value, one)?.start).toBe(of(first, one)?.start);
    expect(of(then.value, two)?.place).toEqual(of(first, two)?.place);
    expect([...(of(then.value, three)?.peers ?? [])].sort()).toEqual(
      [...(of(first, three)?.peers ?? [])].sort(),
    );
    // What a lock forbids is not proven to be impossible, nor priced.
    expect([then.value.cost, then.value.bound]).toEqual([undefined, undefined]);
    expect(stored?.answer?.status).not.toMatch(/optimal|impossible/);
    await site.close();
  }, 60_000);
});
