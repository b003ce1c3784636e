import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { apiSchemas } from '../../src/intake/schema/api.ts';
import { operations } from '../../web/api/index.ts';
import { type Answered, ask, enteredSample, keep, type Served, served, today } from './served.ts';

const json = (answer: Answered) => JSON.parse(answer.body);

describe('the API', () => {
  let site: Served;
  let token: string;
  let looks: string;

  const call = (method: string, path: string, body?: unknown, headers: object = {}, as = token) =>
    ask(`${site.url}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${as}`,
        Cookie: '',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const tagOf = async (path: string) => (await call('GET', path)).headers.etag ?? '';

  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample());
    const [member] = await site.store.members.of('sample');
    const issue = (name: string, writes: boolean) =>
      site.store.accessTokens.issue(member?.account ?? '', {
        name,
        writes,
        endsAt: new Date(today.getTime() + 86_400_000).toISOString(),
      });
    await site.store.accounts.coordinate(member?.account ?? '', true, { by: 'A test', why: 'Test' });
    token = (await issue('Test', true)).token;
    looks = (await issue('Looks', false)).token;
  });
  afterAll(() => site.close());

  it('describes itself in a valid OpenAPI 3.1 document', async () => {
    const answer = await ask(`${site.url}/api/v1/openapi.json`, { headers: { Cookie: '' } });
    const document = json(answer);
    const { valid, errors } = await new Validator().validate(document);
    expect([valid, errors]).toEqual([true, undefined]);
    const described = Object.values<object>(document.paths).flatMap((p) => Object.keys(p)).length;
    expect(described).toBe(operations.length);
  });

  it('gives what its document says, answer by answer', async () => {
    for (const { method, path, gives } of operations) {
      const schema = gives[200]?.schema;
      if (
        method !== 'get' ||
        !schema ||
        path.replace(':review', '').includes(':') ||
        path.endsWith('/programme')
      )
        continue;
      const answer = await call('GET', path.replace(':review', 'sample'));
      expect([path, answer.status]).toEqual([path, 200]);
      const value = json(answer);
      for (const one of gives[200]?.list ? value : [value])
        expect([path, apiSchemas[schema].safeParse(one).error?.issues]).toEqual([path, undefined]);
    }
  });

  it('asks for a token, and tells nobody what is there', async () => {
    const without = await ask(`${site.url}/api/v1/reviews`, { headers: { Cookie: '' } });
    expect([without.status, without.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect((await call('GET', '/reviews', undefined, {}, 'nonsense')).status).toBe(401);
    const none = await call('GET', '/reviews/none');
    expect([none.status, none.headers['content-type'], json(none).title]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      'There is nothing here',
    ]);
  });

  it('lets a token that only looks change nothing', async () => {
    expect((await call('GET', '/reviews/sample/rooms', undefined, {}, looks)).status).toBe(200);
    expect((await call('DELETE', '/reviews/sample/rooms/hall', undefined, {}, looks)).status).toBe(403);
  });

  it('gives a review as its file, and says nothing new where it was seen', async () => {
    const first = await call('GET', '/reviews/sample');
    expect(readEntry(first.body).ok).toBe(true);
    const etag = first.headers.etag ?? '';
    expect((await call('GET', '/reviews/sample', undefined, { 'If-None-Match': etag })).status).toBe(304);
  });

  it('adds, changes and removes one thing, and undoes it', async () => {
    const room = { id: 'new-room', site: 'civic-centre', name: 'New room', capacity: 4 };
    const sites = json(await call('GET', '/reviews/sample/sites'));
    const sent = { ...room, site: sites[0].id };
    const put = await call('PUT', '/reviews/sample/rooms/new-room', sent);
    expect([put.status, json(put).id]).toEqual([200, 'new-room']);
    expect(json(await call('GET', '/reviews/sample/rooms/new-room'))).toEqual(sent);
    expect((await call('DELETE', '/reviews/sample/rooms/new-room')).status).toBe(200);
    expect((await call('GET', '/reviews/sample/rooms/new-room')).status).toBe(404);
    expect((await call('DELETE', '/reviews/sample/rooms/new-room')).status).toBe(404);
    const { version } = json(await call('GET', '/reviews')).find((r: { id: string }) => r.id === 'sample');
    expect((await call('POST', '/reviews/sample/undo', { version })).status).toBe(200);
    expect((await call('GET', '/reviews/sample/rooms/new-room')).status).toBe(200);
    const history = json(await call('GET', '/reviews/sample/history'));
    const own = history.filter(
      (l: { thing: string; version: number }) => l.thing === 'review' && l.version > 1,
    );
    expect(own.map((l: { why: string }) => l.why)).toEqual([
      'Put a room by a program',
      'Removed a room by a program',
      `Undid what made version ${version}`,
    ]);
  });

  it('says everything that is wrong with what was sent, each with its field', async () => {
    const answer = await call('PUT', '/reviews/sample/rooms/bad', { name: 7, capacity: -1 });
    expect([answer.status, answer.headers['content-type']]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
    ]);
    const paths = json(answer).problems.map((p: { path: string }) => p.path.replace(/^rooms\[\d+\]\./, ''));
    expect(paths.sort()).toEqual(['capacity', 'name', 'site']);
    for (const [body, type, status] of [
      ['{ "name": ', 'application/json', 400],
      ['[1, 2]', 'application/json', 422],
      ['x=1', 'application/x-www-form-urlencoded', 415],
      ['', 'application/json', 400],
    ] as const)
      expect([
        body,
        (await call('PUT', '/reviews/sample/rooms/bad', body, { 'Content-Type': type })).status,
      ]).toEqual([body, status]);
  });

  it('wants to know which version was seen before it replaces a whole, and keeps what others changed', async () => {
    const file = json(await call('GET', '/reviews/sample'));
    const seen = await tagOf('/reviews/sample');
    expect((await call('PUT', '/reviews/sample', file)).status).toBe(428);
    const room = json(await call('GET', '/reviews/sample/rooms'))[0];
    await call('PUT', `/reviews/sample/rooms/${room.id}`, { ...room, name: 'Theirs' });
    const ours = { ...file, review: { ...file.review, council: 'Ours' } };
    expect((await call('PUT', '/reviews/sample', ours, { 'If-Match': seen })).status).toBe(200);
    const now = json(await call('GET', '/reviews/sample'));
    expect([now.review.council, now.rooms[0].name]).toEqual(['Ours', 'Theirs']);
    const clash = { ...file, review: { ...file.review, council: 'Again' } };
    const refused = await call('PUT', '/reviews/sample', clash, { 'If-Match': seen });
    expect([
      refused.status,
      json(refused).clashes.map((c: { where: string[] }) => c.where.join('.')),
    ]).toEqual([412, ['review.council']]);
  });

  it('builds the programme, says how far it is, and lets it be read and put', async () => {
    expect((await call('GET', '/reviews/sample/programme')).status).toBe(404);
    const begun = await call('POST', '/reviews/sample/build');
    expect([begun.status, begun.headers.location]).toEqual([202, '/api/v1/reviews/sample/build']);
    let state = '';
    for (let n = 0; state !== 'done' && n < 200; n++) {
      state = json(await call('GET', '/reviews/sample/build')).state;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const programme = await call('GET', '/reviews/sample/programme');
    expect(programme.status).toBe(200);
    expect((await call('PUT', '/reviews/sample/programme', programme.body)).status).toBe(428);
    const seen = programme.headers.etag ?? '';
    const put = await call('PUT', '/reviews/sample/programme', programme.body, { 'If-Match': seen });
    expect(put.status).toBe(200);
    expect(
      (await call('PUT', '/reviews/sample/programme', programme.body, { 'If-Match': seen })).status,
    ).toBe(412);
  });

  it('moves, parks, takes back and does again, in the draft and in a what-if beside it', async () => {
    const programme = json(await call('GET', '/reviews/sample/programme'));
    const { session } = programme.placements[4];
    const at = '/reviews/sample/programme';
    const places = json(await call('GET', `${at}/sessions/${session}/places`));
    const free = places.find((p: { state: string }) => p.state === 'free' || p.state === 'moves');
    expect(apiSchemas.PlaceInWeek.safeParse(free).success).toBe(true);
    const startIn = (file: string | undefined) =>
      JSON.parse(file ?? '{}').placements?.find((p: { session: string }) => p.session === session)?.start;
    const startOf = async (where: string) => {
      if (where === at) return startIn((await call('GET', at)).body);
      const [whatIf] = await site.store.scenarios.of('sample');
      return startIn(whatIf?.file);
    };
    const begun = json(await call('POST', '/reviews/sample/what-if', { name: 'By a program' }));
    const beside = `/reviews/sample/what-if/${begun.id}/programme`;
    const was = await startOf(at);
    const seen = await tagOf(`${at}/sessions/${session}/places`);
    const late = { 'If-Match': '"1000"' };
    expect((await call('POST', `${at}/sessions/${session}/move`, { start: free.start }, late)).status).toBe(
      412,
    );
    expect((await call('POST', `${at}/sessions/${session}/move`, { start: '2026-03-24T03:00' })).status).toBe(
      409,
    );
    const moved = await call('POST', `${beside}/sessions/${session}/move`, { start: free.start });
    expect([moved.status, await startOf(beside), await startOf(at)]).toEqual([200, free.start, was]);
    await call('POST', `${beside}/undo`);
    expect(await startOf(beside)).toBe(was);
    await call('POST', `${beside}/redo`);
    expect(await startOf(beside)).toBe(free.start);
    expect((await call('POST', `${beside}/redo`)).status).toBe(409);
    expect((await call('POST', `/reviews/sample/what-if/${begun.id}/take`)).status).toBe(200);
    expect(await startOf(at)).toBe(free.start);
    expect(json(await call('GET', '/reviews/sample/what-if'))).toEqual([]);
    const parked = await call('POST', `${at}/sessions/${session}/park`, {}, { 'If-Match': seen });
    expect(parked.status).toBe(412);
    expect((await call('POST', `${at}/sessions/${session}/park`, {})).status).toBe(200);
    expect(await startOf(at)).toBeUndefined();
    await call('POST', `${at}/undo`);
    expect(await startOf(at)).toBe(free.start);
  }, 120_000);
});
