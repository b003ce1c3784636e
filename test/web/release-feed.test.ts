import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleProgramme } from '../support/sample-week.ts';
import { approved, ask, enteredSample, keep, type Served, send, served, textOf } from './served.ts';

describe('releases, followed by a program', () => {
  let site: Served;
  const review = enteredSample();
  const releases = () => `${site.url}/reviews/sample/releases`;
  const made = async (what = 'make') => {
    const { body } = await send(`${releases()}/follow`, { do: what });
    return /http:[^<\s]*\.atom/.exec(body)?.[0].replaceAll('&#x3D;', '=') ?? '';
  };

  beforeAll(async () => {
    site = await served();
    await keep(site.store, review, sampleProgramme());
  });
  afterAll(() => site.close());

  it('are had at an address that is shown once, and say what changed since the one before', async () => {
    const address = await made();
    expect(textOf((await ask(releases())).body)).toContain('nothing has read it yet');
    expect((await ask(address)).body).not.toContain('<entry>');
    await approved(site.store, review, sampleProgramme());
    const [first, ...rest] = sampleProgramme().placements;
    const moved = { ...first!, peers: first!.peers.toReversed().slice(0, 1) };
    await approved(site.store, review, sampleProgramme({ placements: [moved, ...rest] }));
    const { status, headers, body } = await ask(address);
    expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(body.match(/<title>Release \d/g)).toEqual(['<title>Release 2', '<title>Release 1']);
    expect(body).toContain('What changed:');
    expect(body).toContain(`href="${releases()}/2"`);
    expect(textOf((await ask(releases())).body)).toContain('it was last read 12 January 2026, 10.00am');
    const again = await ask(address, { headers: { 'If-None-Match': String(headers.etag) } });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('are had no more at an address that was replaced or ended, and by no link to anything else', async () => {
    const [one, other] = [await made(), await made()];
    expect((await ask(one)).status).toBe(404);
    expect((await ask(other)).status).toBe(200);
    expect((await ask(other.replace('.atom', '.ics'))).status).toBe(404);
    const { token } = await site.store.feedTokens.issue('sample', 'health', { by: 'Test', why: 'Test' });
    expect((await ask(`${site.url}/f/${token}.atom`)).status).toBe(404);
    await made('end');
    expect((await ask(other)).status).toBe(404);
    expect(site.log.filter((line) => /[A-Za-z0-9_-]{43}/.test(line))).toEqual([]);
  });

  it('are for those who work on the review to have followed', async () => {
    const peer = await site.as(['peer'], 'sample');
    expect((await ask(releases(), { headers: peer })).body).not.toContain('Be told of releases');
    const answer = await send(`${releases()}/follow`, { do: 'make' }, peer);
    expect(answer.status).toBe(403);
  });
});
