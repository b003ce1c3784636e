import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeReview } from '../../src/actions/change-review.ts';
import { put } from '../../src/entry/edit.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import { operations } from '../../web/api/index.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { approved, ask, enteredSample, keep, type Served, send, served, textOf, today } from './served.ts';

type Who = { readonly Cookie: string };

/** Every address at which a peer is answered with a page, in the sample; `[TOKEN]` is a private link. */
const forPeers = [
  '/',
  '/reviews/sample',
  '/reviews/sample?moved=2',
  '/reviews/sample/paper',
  '/reviews/sample/paper/programme',
  '/reviews/sample/paper/week',
  '/reviews/sample/paper/peer?who=health',
  '/reviews/sample/paper/contact?who=priya-shah',
  '/reviews/sample/paper/room?who=committee-1',
  '/reviews/sample/paper/csv',
  '/reviews/sample/paper/json',
  '/reviews/sample/paper/travel',
  '/reviews/sample/paper/signs',
  '/reviews/sample/paper/ics',
  '/reviews/sample/releases',
  '/reviews/sample/releases?done=2&moved=2',
  '/reviews/sample/releases/1',
  '/reviews/sample/board',
  '/reviews/sample/board?at=2026-03-25T09:10',
  '/p/[TOKEN]',
  '/f/[TOKEN].ics',
];

describe('peers', () => {
  let site: Served;
  let peer: Who;
  let token: string;
  const review = enteredSample();
  const read = async (path: string) => ask(`${site.url}${path.replace('[TOKEN]', token)}`, { headers: peer });

  beforeAll(async () => {
    site = await served();
    await keep(site.store, review, sampleProgramme());
    peer = await site.as(['peer'], 'sample');
    const { body } = await send(`${site.url}/reviews/sample/peers/links`, { peer: 'health' });
    token = /\/p\/([A-Za-z0-9_-]{43})"/.exec(body)?.[1] ?? '';
  });
  afterAll(() => site.close());

  it('are told that nothing has been agreed, and shown nothing, until the review manager approves', async () => {
    const titles = review.sessions.map((s) => s.title);
    expect(titles.length).toBeGreaterThan(20);
    for (const path of forPeers) {
      const { status, body } = await read(path);
      expect([path, titles.filter((title) => body.includes(title))]).toEqual([path, []]);
      expect([path, status]).toEqual([
        path,
        path.includes('/paper/') || path.endsWith('/releases/1') ? 404 : 200,
      ]);
    }
    expect(textOf((await read('/reviews/sample')).body)).toContain('Nothing has been agreed yet.');
    expect(textOf((await read('/p/[TOKEN]')).body)).toContain('Nothing has been agreed yet.');
    const feed = (await read('/f/[TOKEN].ics')).body;
    expect(feed).toContain('Nothing has been agreed yet.');
    expect(feed).toMatch(/^BEGIN:VCALENDAR[\s\S]*BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/);
    expect(textOf((await read('/')).body)).toContain('The review manager’s approval');
  });

  it('go on seeing what was agreed last, whatever is changed meanwhile', async () => {
    await approved(site.store, review, sampleProgramme());
    const before = new Map<string, string>();
    for (const path of forPeers) {
      const { status, body } = await read(path);
      expect([path, status]).toEqual([path, 200]);
      before.set(path, body);
    }
    // Another title, another time, and a peer less: all of it could leak.
    const session = review.sessions.find((s) => s.id === 'lead-member')!;
    const { id, kind, priority, contacts } = session;
    await changeReview(
      { store: site.store, now: () => today },
      'sample',
      1,
      put('sessions', { id, kind, priority, contacts: [...contacts], title: 'Secret meeting' }),
      { by: 'Ada', why: 'Planned a secret meeting' },
    );
    const [first, ...rest] = sampleProgramme().placements;
    const file = programmeToJson(
      review,
      sampleProgramme({ placements: [{ ...first!, peers: [] }, ...rest] }),
    );
    const why = { by: 'Ada', why: 'Moved the secret meeting' };
    await site.store.programmes.saveDraft({ review: 'sample', reviewVersion: 2, file }, 1, why);
    for (const path of forPeers) expect([path, (await read(path)).body]).toEqual([path, before.get(path)]);
    expect([...before.values()].filter((body) => /secret/i.test(body))).toEqual([]);
    // Those who work on it do see it.
    expect((await ask(`${site.url}/reviews/sample/programme?day=all`)).body).toContain('Secret meeting');
  });

  it('see it also where what is entered is not whole at the moment', async () => {
    const { version, file } = (await site.store.reviews.find('sample'))!;
    const entry = JSON.parse(file);
    entry.sessions[0].contacts = ['nobody'];
    const { id, council, firstDay } = entry.review;
    const why = { by: 'Ada', why: 'Test' };
    await site.store.reviews.save({ id, council, firstDay, file: JSON.stringify(entry) }, version, why);
    for (const path of forPeers) expect([path, (await read(path)).status]).toEqual([path, 200]);
    expect(textOf((await read('/p/[TOKEN]')).body)).not.toContain('Nothing has been agreed');
  });

  it('are offered every page that they may see', async () => {
    const shown = (await read('/reviews/sample')).body;
    for (const path of ['/reviews/sample', '/reviews/sample/paper', '/reviews/sample/releases'])
      expect(shown).toContain(`href="${path}"`);
    expect(shown).not.toContain('href="/reviews/sample/programme"');
    // And no operation for programs gives them more than the pages: what was agreed, and the board of it.
    const theirs = operations.filter(
      ({ may, path }) => path.includes(':review') && may.admits.includes('peer'),
    );
    expect(theirs.filter(({ path }) => !/^\/reviews\/:review\/(releases|board$)/.test(path))).toEqual([]);
    expect(theirs.filter(({ method }) => method !== 'get')).toEqual([]);
  });
});
