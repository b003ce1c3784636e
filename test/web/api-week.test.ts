import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/accounts/roles.ts';
import { apiSchemas } from '../../src/intake/schema/api.ts';
import { at } from '../../src/time/span.ts';
import { builtWeek } from '../support/built-week.ts';
import { type Answered, approved, ask, keep, type Served, served } from './served.ts';

const json = (answer: Answered) => JSON.parse(answer.body);

describe('the API, in the week itself', () => {
  let site: Served;
  const { review, programme } = builtWeek();
  const home = `/reviews/${review.id}`;
  const tokens = new Map<Role | 'coordinator', string>();
  let now = new Date('2026-06-17T07:10:00Z');

  const call = (
    method: string,
    path: string,
    body?: unknown,
    { seen, as = 'manager' }: { seen?: string | undefined; as?: Role | 'coordinator' } = {},
  ) =>
    ask(`${site.url}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${tokens.get(as)}`,
        Cookie: '',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(seen !== undefined && { 'If-Match': seen }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const fits = (schema: keyof typeof apiSchemas, value: unknown) =>
    expect(apiSchemas[schema].safeParse(value).error?.issues).toBeUndefined();
  /** What happened with the ways to mend it, once they are there. */
  const opened = async (id: string) => {
    let answer = await call('GET', `${home}/week/happened/${id}`);
    for (let n = 0; n < 5 && answer.status === 202; n++)
      answer = await call('GET', `${home}/week/happened/${id}`);
    fits('HappeningOpened', json(answer));
    return { ...json(answer), etag: answer.headers.etag };
  };

  beforeAll(async () => {
    site = await served(() => now);
    await keep(site.store, review, programme);
    await approved(site.store, review, programme);
    const endsAt = '2026-07-01T00:00:00.000Z';
    for (const role of ['organiser', 'manager', 'peer', 'coordinator'] as const) {
      const { Cookie } = await (role === 'coordinator' ? site.as([]) : site.as([role], review.id));
      const signedIn = await site.store.signIns.open(Cookie.split('=')[1] ?? '');
      const account = signedIn?.account.id ?? '';
      if (role === 'coordinator')
        await site.store.accounts.coordinate(account, true, { by: 'A test', why: 'Made a coordinator' });
      const issued = await site.store.accessTokens.issue(account, { name: 'T', writes: true, endsAt });
      tokens.set(role, issued.token);
    }
  });
  afterAll(() => site.close());

  it('takes what happened, and says what is wrong with it by the part that was sent', async () => {
    const strays = [
      [{}, ['kind', 'about']],
      [{ kind: 'cancelled', about: 'nobody' }, ['about']],
      [{ kind: 'cancelled', about: 'director' }, ['about']],
      [{ kind: 'over-ran', about: 'director' }, ['minutes']],
      [{ kind: 'held', about: 'director', ended: 'soon' }, ['ended']],
      [
        { kind: 'room-lost', about: 'none', from: '2026-06-17T09:00', to: '2026-06-17T08:00' },
        ['about', 'to'],
      ],
      [{ kind: 'second-interview', about: 'director', from: '2026-06-16T09:00' }, ['from']],
    ] as const;
    for (const [body, paths] of strays) {
      const answer = await call('POST', `${home}/week/happened`, body);
      expect([body, answer.status]).toEqual([body, 422]);
      expect(json(answer).problems.map((p: { path: string }) => p.path)).toEqual(paths);
    }
    expect(json(await call('GET', `${home}/week/happened`))).toEqual([]);
    now = new Date('2026-06-13T07:10:00Z');
    const early = { kind: 'cancelled', about: 'opposition' };
    expect((await call('POST', `${home}/week/happened`, early)).status).toBe(409);
    const rehearsed = await call('POST', `${home}/week/happened?at=2026-06-17T08:10`, early);
    expect([rehearsed.status, json(rehearsed).rehearsed]).toEqual([201, true]);
    now = new Date('2026-06-17T07:10:00Z');
    expect((await call('POST', `${home}/week/happened`, early, { as: 'peer' })).status).toBe(403);
  });

  it('gives two or three ways, takes the one that is chosen, and approves it for the review manager alone', async () => {
    const body = { kind: 'cancelled', about: 'opposition', for: 'day', note: 'His office rang' };
    const made = await call('POST', `${home}/week/happened`, body, { as: 'organiser' });
    expect(made.status).toBe(201);
    fits('Happening', json(made));
    const { id } = json(made);
    const found = await opened(id);
    expect(found.ways.length).toBeGreaterThanOrEqual(2);
    const [first] = found.ways;
    expect(first.changes.map((c: { session: string }) => c.session)).toContain('opposition');
    const way = { draft: found.draft, programme: first.programme };
    const apply = `${home}/week/happened/${id}/apply`;
    expect((await call('POST', apply, way)).status).toBe(428);
    const approving = { ...way, approve: 'yes', agreement: found.agreement };
    expect((await call('POST', apply, approving, { seen: found.etag, as: 'organiser' })).status).toBe(403);
    expect((await call('POST', apply, { ...way, programme: {} }, { seen: found.etag })).status).toBe(422);
    const done = await call('POST', apply, approving, { seen: found.etag });
    expect([done.status, json(done).state, json(done).release]).toEqual([200, 'mended', 2]);
    fits('Happening', json(done));
    expect((await call('POST', apply, approving, { seen: found.etag })).status).toBe(412);
    const after = await opened(id);
    expect([after.looking, after.ways]).toEqual(['not asked', []]);
    expect(after.changed.map((c: { session: string }) => c.session)).toContain('opposition');
    expect((await call('GET', `${home}/week/happened/none`)).status).toBe(404);
  });

  it('leaves things as they are, takes back what was reported, and settles what was held at once', async () => {
    now = new Date('2026-06-17T09:30:00Z');
    const over = json(
      await call('POST', `${home}/week/happened`, { kind: 'over-ran', about: 'debrief-1', minutes: 20 }),
    );
    const settle = (id: string, state: string, seen = '"1"') =>
      call('POST', `${home}/week/happened/${id}/settle`, { state }, { seen });
    expect((await settle(over.id, 'mended')).status).toBe(422);
    expect((await settle(over.id, 'left', '"7"')).status).toBe(412);
    const left = await settle(over.id, 'left');
    expect([left.status, json(left).state, json(left).to]).toEqual([200, 'left', '2026-06-17T10:20']);
    expect((await settle(over.id, 'withdrawn')).status).toBe(412);
    const ill = { kind: 'peer-away', about: 'glenn-cowan', from: '2026-06-17T10:30', to: '2026-06-18T00:00' };
    const wrong = json(await call('POST', `${home}/week/happened`, ill));
    expect([wrong.from, wrong.to]).toEqual(['2026-06-17T10:30', '2026-06-18T00:00']);
    expect(json(await settle(wrong.id, 'withdrawn')).state).toBe('withdrawn');
    const held = { kind: 'held', about: 'debrief-1', ended: '2026-06-17T09:55' };
    expect(json(await call('POST', `${home}/week/happened`, held)).state).toBe('left');
    const all = json(await call('GET', `${home}/week/happened`));
    for (const one of all) fits('Happening', one);
    expect(all.map((h: { state: string }) => h.state).sort()).toEqual([
      'left',
      'left',
      'mended',
      'open',
      'withdrawn',
    ]);
  });

  it('shows the board to all who are part of it, as it really went', async () => {
    const answer = await call('GET', `${home}/board`, undefined, { as: 'peer' });
    const board = json(answer);
    fits('Board', board);
    expect([answer.status, board.at, board.when, board.release]).toEqual([
      200,
      '2026-06-17T10:30',
      'in it',
      2,
    ]);
    const debrief = board.items.find((i: { id: string }) => i.id === 'debrief-1');
    expect([debrief.state, debrief.to, debrief.marks]).toEqual([
      'over',
      '2026-06-17T10:20',
      ['To 10.20am, over-ran'],
    ]);
    expect(board.peers.length).toBe(review.peers.length);
    const then = json(await call('GET', `${home}/board?at=2026-06-17T14:00`));
    expect(
      then.items.some((i: { state: string; kind: string }) => i.state === 'now' && i.kind === 'session'),
    ).toBe(true);
  });

  it('agrees the pairs of a day for the review manager, once they keep the rules', async () => {
    const { version } = json(await call('GET', `${home}/agreement`));
    const read = await call('GET', `${home}/programme`);
    const draft = Number(read.headers.etag?.replaceAll('"', ''));
    const one = json(read).placements.find(
      (p: { session: string; start: string }) => p.session === 'lead-member',
    );
    expect(one.start.slice(0, 10)).toBe('2026-06-18');
    const path = `${home}/week/pairs/4`;
    const pair = { session: 'lead-member', peers: [...one.peers], lead: one.peers[1] };
    const body = (pairs: object[]) => ({ draft, agreement: version, pairs });
    const strays = [
      [{ ...pair, session: 'director' }, 'pairs[0].session'],
      [{ ...pair, peers: ['nobody'] }, 'pairs[0]'],
      [{ ...pair, lead: 'nobody' }, 'pairs[0]'],
    ] as const;
    for (const [stray, where] of strays) {
      const answer = await call('PUT', path, body([stray]));
      expect([answer.status, json(answer).problems[0].path]).toEqual([422, where]);
    }
    expect((await call('PUT', path, body([pair]), { as: 'organiser' })).status).toBe(403);
    expect((await call('PUT', `${home}/week/pairs/5`, body([]))).status).toBe(404);
    const done = await call('PUT', path, body([pair]));
    fits('PairsDone', json(done));
    expect([done.status, json(done)]).toEqual([200, { release: 3, blocks: [] }]);
    const days = json(await call('GET', `${home}/week/pairs`, undefined, { as: 'organiser' }));
    for (const day of days) fits('PairsAgreed', day);
    expect(days.map((d: { day: number; by: string }) => [d.day, d.by])).toEqual([[4, 'Somebody, manager']]);
    expect(programme.placements.some((p) => p.start >= at(4, 0))).toBe(true);
  });

  it('lists all reviews for a coordinator, with nothing of what is in them; for others there is none', async () => {
    const answer = await call('GET', '/coordinate/reviews', undefined, { as: 'coordinator' });
    const all = json(answer);
    for (const one of all) fits('CoordinatedReview', one);
    expect(all.map((r: { id: string; releases: number }) => [r.id, r.releases])).toContainEqual([
      review.id,
      3,
    ]);
    for (const { name } of review.contacts) expect(answer.body).not.toContain(name);
    expect((await call('GET', '/coordinate/reviews')).status).toBe(404);
    expect((await call('GET', `${home}/board`, undefined, { as: 'coordinator' })).status).toBe(404);
  });
});
