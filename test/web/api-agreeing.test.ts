import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solve } from '../../solver/solve.ts';
import type { Role } from '../../src/accounts/roles.ts';
import { apiSchemas } from '../../src/intake/schema/api.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { reviewFixture } from '../support/fixtures.ts';
import { type Answered, ask, keep, type Served, served, today } from './served.ts';

const json = (answer: Answered) => JSON.parse(answer.body);

describe('the API, where a programme is worked on and agreed', () => {
  let site: Served;
  let programme: Programme;
  const review = reviewFixture('small-council');
  const at = `/reviews/${review.id}`;
  const tokens = new Map<Role, string>();

  const call = (method: string, path: string, body?: unknown, headers: object = {}, as: Role = 'manager') =>
    ask(`${site.url}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${tokens.get(as)}`,
        Cookie: '',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const fits = (schema: keyof typeof apiSchemas, value: unknown) =>
    expect(apiSchemas[schema].safeParse(value).error?.issues).toBeUndefined();
  const draft = async () => json(await call('GET', `${at}/programme`));
  const placed = async (session: string) =>
    (await draft()).placements.find((p: { session: string }) => p.session === session);

  beforeAll(async () => {
    programme = (await solve(review, { seed: 1, effort: 'quick', explain: false })).programme;
    site = await served();
    await keep(site.store, review, programme);
    for (const role of ['organiser', 'manager', 'peer'] as const) {
      await site.as([role], review.id);
      const member = (await site.store.members.of(review.id)).find(
        (m) =>
          m.roles.length === 1 && m.roles[0] === role && !tokens.has(role) && m.name.startsWith('Somebody'),
      );
      const endsAt = new Date(today.getTime() + 86_400_000).toISOString();
      const issued = await site.store.accessTokens.issue(member?.account ?? '', {
        name: 'T',
        writes: true,
        endsAt,
      });
      tokens.set(role, issued.token);
    }
  });
  afterAll(() => site.close());

  it('locks what is said of a session, wants the reason, and lets go what is not said', async () => {
    const [first] = programme.placements;
    const path = `${at}/programme/sessions/${first?.session}/lock`;
    const bare = await call('PUT', path, { time: true });
    expect([bare.status, json(bare).problems[0].path]).toEqual([422, 'because']);
    expect((await call('PUT', path, { time: true, because: 'It was promised' })).status).toBe(200);
    const locks = async () =>
      json(await call('GET', at)).locks?.map((l: Record<string, unknown>) => [l.session, l.time, l.because]);
    expect(await locks()).toEqual([[first?.session, true, 'It was promised']]);
    expect((await call('PUT', path, { time: false })).status).toBe(200);
    expect((await locks()) ?? []).toEqual([]);
    expect((await call('PUT', `${at}/programme/sessions/none/lock`, { time: true })).status).toBe(404);
  });

  it('puts a session in another stream', async () => {
    const one = programme.placements.find((p) => p.stream === 'A')?.session ?? '';
    const path = `${at}/programme/sessions/${one}/stream`;
    expect((await call('POST', path, { stream: 'Z' })).status).toBe(409);
    expect((await call('POST', path, { stream: 'C' })).status).toBe(200);
    expect((await placed(one)).stream).toBe('C');
    await call('POST', `${at}/programme/undo`);
    expect((await placed(one)).stream).toBe('A');
  });

  it('says who could take a session, gives it to them, and settles who leads; for the review manager alone', async () => {
    const [session] = programme.placements.filter((p) => p.peers.length === 2).map((p) => p.session);
    const path = `${at}/programme/sessions/${session}`;
    const choices = json(await call('GET', `${path}/pairs`, undefined, {}, 'organiser'));
    for (const choice of choices) fits('PairChoice', choice);
    const choice = choices.find((c: { breaks: string[] }) => c.breaks.length === 0);
    const [own, other] = choice.taken;
    const body = { peers: own.peers, ...(other && { with: other.session }) };
    expect((await call('PUT', `${path}/pair`, body, {}, 'organiser')).status).toBe(403);
    expect((await call('PUT', `${path}/pair`, { peers: [] })).status).toBe(409);
    expect((await call('PUT', `${path}/pair`, body)).status).toBe(200);
    expect([...(await placed(session ?? '')).peers].sort()).toEqual([...own.peers].sort());
    expect((await call('PUT', `${path}/lead`, { peer: 'nobody' })).status).toBe(422);
    expect((await call('PUT', `${path}/lead`, { peer: own.peers[0] })).status).toBe(200);
    expect((await placed(session ?? '')).lead).toBe(own.peers[0]);
    await call('POST', `${at}/programme/undo`);
    await call('POST', `${at}/programme/undo`);
    expect((await placed(session ?? '')).peers).toEqual(
      programme.placements.find((p) => p.session === session)?.peers,
    );
  });

  it('looks for ways to mend, and makes the draft one of them', async () => {
    const [first] = programme.placements;
    await call('POST', `${at}/programme/sessions/${first?.session}/park`, {});
    let answer = await call('POST', `${at}/programme/mend`, {});
    for (let n = 0; n < 5 && answer.status === 202; n++)
      answer = await call('POST', `${at}/programme/mend`, {});
    fits('Mends', json(answer));
    const [way] = json(answer).choices;
    expect(
      way.changes.some((c: { session: string; after?: object }) => c.session === first?.session && c.after),
    ).toBe(true);
    const seen = { 'If-Match': answer.headers.etag };
    expect((await call('POST', `${at}/programme/mend/apply`, way.programme)).status).toBe(428);
    expect((await call('POST', `${at}/programme/mend/apply`, way.programme, seen)).status).toBe(200);
    expect(await placed(first?.session ?? '')).toBeDefined();
    await call('POST', `${at}/programme/undo`);
    await call('POST', `${at}/programme/undo`);
    expect((await draft()).placements.length).toBe(programme.placements.length);
  }, 60_000);

  it('is commented on, answered and settled', async () => {
    const made = await call(
      'POST',
      `${at}/comments`,
      { text: 'Why so early?', about: 'session', aboutId: programme.placements[0]?.session },
      {},
      'organiser',
    );
    expect(made.status).toBe(201);
    fits('Comment', json(made));
    const answer = await call('POST', `${at}/comments`, { text: 'Her diary', answers: json(made).id });
    expect([answer.status, json(answer).aboutId]).toEqual([201, programme.placements[0]?.session]);
    expect(
      (await call('POST', `${at}/comments`, { text: 'Who?', about: 'person', aboutId: 'none' })).status,
    ).toBe(422);
    expect((await call('POST', `${at}/comments`, { text: ' ' })).status).toBe(422);
    const settle = `${at}/comments/${json(made).id}/settle`;
    expect(json(await call('POST', settle, { settled: true })).settledBy).toContain('manager');
    expect((await call('POST', settle, { settled: true }, { 'If-Match': '"1"' })).status).toBe(412);
    expect(
      json(await call('GET', `${at}/comments`))
        .map((c: { text: string }) => c.text)
        .sort(),
    ).toEqual(['Her diary', 'Why so early?']);
  });

  it('grants and withdraws an exception with its reason, for the review manager alone', async () => {
    const about = programme.placements[0]?.session;
    const path = `${at}/exceptions/by-phone/${about}`;
    expect((await call('PUT', path, { because: 'Ill' }, {}, 'organiser')).status).toBe(403);
    expect((await call('PUT', path, { because: '' })).status).toBe(422);
    expect((await call('PUT', `${at}/exceptions/diaries/${about}`, { because: 'Ill' })).status).toBe(422);
    expect((await call('PUT', path, { because: 'Ill' })).status).toBe(200);
    expect(json(await call('GET', at)).waivers.map((w: { because: string }) => w.because)).toEqual(['Ill']);
    expect((await call('DELETE', path)).status).toBe(200);
    expect((await call('DELETE', path)).status).toBe(404);
  });

  it('is shared, sent back, and approved where nothing stands in the way; the releases are there and compared', async () => {
    const agreement = async () => {
      const answer = await call('GET', `${at}/agreement`);
      fits('Agreement', json(answer));
      return { seen: { 'If-Match': answer.headers.etag }, is: json(answer) };
    };
    const version = async () =>
      Number(/\d+/.exec((await call('GET', `${at}/programme`)).headers.etag ?? '')?.[0]);
    const act = async (what: string, note = '', as: Role = 'manager') =>
      call('POST', `${at}/agreement/${what}`, { draft: await version(), note }, (await agreement()).seen, as);
    expect((await call('POST', `${at}/agreement/share`, { draft: 1 })).status).toBe(428);
    expect((await act('share', 'Have a look', 'organiser')).status).toBe(200);
    expect((await act('approve', '', 'organiser')).status).toBe(403);
    expect((await act('send-back')).status).toBe(422);
    expect((await act('send-back', 'Not so early')).status).toBe(200);
    expect((await agreement()).is).toMatchObject({ stage: 'sent-back', note: 'Not so early' });
    const late = await call('POST', `${at}/agreement/share`, { draft: 1 }, { 'If-Match': '"1"' });
    expect(late.status).toBe(412);
    const must = review.sessions.find(
      (r) => r.priority === 'must' && programme.placements.some((p) => p.session === r.id),
    );
    await call('POST', `${at}/programme/sessions/${must?.id}/park`, {});
    const blocked = await act('approve', 'Good');
    expect([blocked.status, json(blocked).problems.length]).toEqual([
      409,
      (await agreement()).is.blocks.length,
    ]);
    expect(json(blocked).problems[0].what).toContain(`${must?.title} has no place`);
    await call('POST', `${at}/programme/undo`);
    const approval = await act('approve', 'Good');
    expect(approval.status).toBe(200);
    fits('Release', json(approval));
    expect((await agreement()).is).toMatchObject({ stage: 'approved', release: 1, changed: [], blocks: [] });
  }, 60_000);

  it('gives releases to all who are part of the review, what is entered only to those who work on it', async () => {
    const { version } = await site.store.agreements.of(review.id);
    const stored = await site.store.programmes.draftOf(review.id);
    const reviewFile = (await site.store.reviews.find(review.id))?.file ?? '';
    const release = async (programmeFile: string, expected: number) =>
      site.store.releases.approve(
        { review: review.id, programmeVersion: 1, reviewFile, programmeFile, note: '' },
        expected,
        { by: 'Mo', why: 'Approved' },
      );
    await release(stored?.file ?? '', version);
    const less = { ...JSON.parse(stored?.file ?? ''), cost: undefined, bound: undefined };
    const [gone] = less.placements.splice(0, 1);
    await release(JSON.stringify(less), version + 1);
    const list = json(await call('GET', `${at}/releases`, undefined, {}, 'peer'));
    expect(list.map((r: { number: number }) => r.number)).toEqual([1, 2, 3]);
    for (const one of list) fits('Release', one);
    fits('Release', json(await call('GET', `${at}/releases/3`, undefined, {}, 'peer')));
    expect(json(await call('GET', `${at}/releases/3/programme`, undefined, {}, 'peer')).placements).toEqual(
      less.placements,
    );
    expect((await call('GET', `${at}/releases/3/review`, undefined, {}, 'peer')).status).toBe(403);
    expect((await call('GET', `${at}/releases/3/review`)).body).toBe(reviewFile);
    const changes = json(await call('GET', `${at}/releases/2/compare/3`, undefined, {}, 'peer'));
    for (const change of changes) fits('Change', change);
    expect(changes.map((c: { session: string }) => c.session)).toEqual([gone.session]);
    const [told] = changes[0].tell;
    expect(json(await call('GET', `${at}/releases/2/compare/3?who=${told}`))).toEqual(changes);
    expect(json(await call('GET', `${at}/releases/2/compare/3?who=nobody`))).toEqual([]);
    expect((await call('GET', `${at}/releases/9`)).status).toBe(404);
  });
});
