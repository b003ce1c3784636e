import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programmeToJson } from '../../src/publish/json.ts';
import { personWeek } from '../../src/publish/person-week.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { approved, ask, enteredSample, keep, type Served, send, served, textOf } from './served.ts';

const review = enteredSample();

describe('private links', () => {
  let site: Served;
  let minute: number;
  beforeEach(async () => {
    minute = 0;
    site = await served(() => new Date(Date.UTC(2026, 0, 12, 10, minute)));
    await keep(site.store, review, sampleProgramme());
    await approved(site.store, review, sampleProgramme());
  });
  afterEach(() => site.close());

  const make = async (peer = 'health') => {
    const { body } = await send(`${site.url}/reviews/sample/peers/links`, { peer });
    const [, token] = /\/p\/([A-Za-z0-9_-]{43})"/.exec(body) ?? [];
    return { token: token ?? '', body };
  };

  it('are shown once, on the page that answers, which nobody keeps', async () => {
    const { token, body } = await make();
    expect(textOf(body)).toContain('A private link for Dr Samir Patel. Copy it now: it is not shown again.');
    expect(body).toContain(`${site.url}/f/${token}.ics`);
    const later = await ask(`${site.url}/reviews/sample/peers`);
    expect(later.body).not.toContain(token);
    expect(later.headers['cache-control']).toBe('no-store');
    expect(textOf(later.body)).toContain('Made 12 January 2026, 10.00am, not fetched by a calendar yet');
  });

  it('lead to the peer’s own week, and to nothing of anybody else’s', async () => {
    const { token } = await make();
    const { status, body, headers } = await ask(`${site.url}/p/${token}`);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-store');
    const shown = textOf(body);
    const own = personWeek(review, sampleProgramme(), 'health');
    const titles = new Set(own?.days.flatMap((d) => d.items.map((i) => i.title)));
    for (const title of titles) expect(shown).toContain(title);
    // Sessions of others that could leak: there are such, and none is on the page.
    const others = review.sessions.filter((s) => !titles.has(s.title)).map((s) => s.title);
    expect(others.length).toBeGreaterThan(10);
    expect(others.filter((title) => shown.includes(title))).toEqual([]);
    expect(body).not.toContain('href="/reviews');
    expect(body).not.toContain('href="/"');
  });

  it('end when they are ended, and others go on', async () => {
    const [one, two] = [await make('health'), await make('leader')];
    const [link] = (await site.store.feedTokens.of('sample')).filter((l) => l.person === 'health');
    const ended = await send(`${site.url}/reviews/sample/peers/links/revoke`, { link: link?.id ?? '' });
    expect([ended.status, ended.headers.location]).toEqual([303, '/reviews/sample/peers']);
    expect((await ask(`${site.url}/p/${one.token}`)).status).toBe(404);
    expect((await ask(`${site.url}/f/${one.token}.ics`)).status).toBe(404);
    expect((await ask(`${site.url}/p/${two.token}`)).status).toBe(200);
  });

  it('are made for peers of the review only', async () => {
    for (const peer of ['priya-shah', 'nobody', ''])
      expect((await send(`${site.url}/reviews/sample/peers/links`, { peer })).status).toBe(303);
    expect(await site.store.feedTokens.of('sample')).toEqual([]);
  });

  it('can’t be ended from another review', async () => {
    await keep(site.store, enteredSample({ id: 'other' }));
    const { token } = await make();
    const [link] = await site.store.feedTokens.of('sample');
    await send(`${site.url}/reviews/other/peers/links/revoke`, { link: link?.id ?? '' });
    expect((await ask(`${site.url}/p/${token}`)).status).toBe(200);
  });

  describe('the feed', () => {
    it('is a calendar with a strong ETag that nobody indexes or keeps for others', async () => {
      const { token } = await make();
      const { status, headers, body } = await ask(`${site.url}/f/${token}.ics`, {
        headers: { 'Accept-Encoding': 'gzip' },
      });
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(headers['cache-control']).toBe('private, no-cache');
      expect(headers['x-robots-tag']).toBe('noindex');
      expect(headers.etag).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
      expect(headers['content-encoding']).toBeUndefined();
      expect(body).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
      expect((await ask(`${site.url}/robots.txt`)).status).toBe(404);
      const head = await ask(`${site.url}/f/${token}.ics`, { method: 'HEAD' });
      expect([head.status, head.body, head.headers.etag]).toEqual([200, '', headers.etag]);
      expect(site.log.filter((line) => line.includes(token))).toEqual([]);
    });

    it('answers 304 to whoever has it, until the programme changes', async () => {
      const { token } = await make();
      const first = await ask(`${site.url}/f/${token}.ics`);
      minute = 90;
      const again = await ask(`${site.url}/f/${token}.ics`, {
        headers: { 'If-None-Match': first.headers.etag ?? '' },
      });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', first.headers.etag]);
      for (const has of [`"other", ${first.headers.etag}`, `W/${first.headers.etag}`, '*']) {
        const headers = { 'If-None-Match': has, 'Cache-Control': 'no-cache' };
        expect((await ask(`${site.url}/f/${token}.ics`, { headers })).status).toBe(304);
      }
      const other = await ask(`${site.url}/f/${token}.ics`, { headers: { 'If-None-Match': '"other"' } });
      expect([other.status, other.body]).toEqual([200, first.body]);
      const { placements } = sampleProgramme();
      const own = placements.findIndex((p) => p.peers.includes('health'));
      const next = sampleProgramme({ placements: placements.filter((_, i) => i !== own) });
      await site.store.programmes.saveDraft(
        { review: 'sample', reviewVersion: 1, file: programmeToJson(review, next) },
        1,
        { by: 'Test', why: 'Test' },
      );
      // A draft is nobody’s business until it is approved.
      const drafted = await ask(`${site.url}/f/${token}.ics`, {
        headers: { 'If-None-Match': first.headers.etag ?? '' },
      });
      expect(drafted.status).toBe(304);
      await approved(site.store, review, next);
      const changed = await ask(`${site.url}/f/${token}.ics`, {
        headers: { 'If-None-Match': first.headers.etag ?? '' },
      });
      expect(changed.status).toBe(200);
      expect(changed.headers.etag).not.toBe(first.headers.etag);
      // What the release changed is newer, by its number and time; what it left as it was is not (RFC 5545, 3.8.7).
      const editions = (body: string) => {
        const all = body.split('BEGIN:VEVENT').slice(1);
        const lines = all.map((event) => /SEQUENCE:.*\r\nDTSTAMP:.*(?=\r\n)/.exec(event)?.[0] ?? '');
        return new Map([...new Set(lines)].map((line) => [line, lines.filter((l) => l === line).length]));
      };
      const events = first.body.split('BEGIN:VEVENT').length - 1;
      const one = 'SEQUENCE:1\r\nDTSTAMP:20260112T100000Z';
      expect(editions(first.body)).toEqual(new Map([[one, events]]));
      expect(editions(changed.body)).toEqual(
        new Map([
          [one, events - 1],
          ['SEQUENCE:2\r\nDTSTAMP:20260112T113000Z', 1],
        ]),
      );
      expect(changed.body.match(/SUMMARY:CANCELLED: /g)).toHaveLength(1);
    });

    it('notes when a calendar last asked, also when nothing was new; looking at the page is not asking', async () => {
      const { token } = await make();
      await ask(`${site.url}/p/${token}`);
      expect((await site.store.feedTokens.of('sample'))[0]?.fetchedAt).toBeUndefined();
      minute = 15;
      const { headers } = await ask(`${site.url}/f/${token}.ics`);
      minute = 45;
      await ask(`${site.url}/f/${token}.ics`, { headers: { 'If-None-Match': headers.etag ?? '' } });
      expect(textOf((await ask(`${site.url}/reviews/sample/peers`)).body)).toContain(
        'last fetched by a calendar 12 January 2026, 10.45am',
      );
    });

    it('is nothing for a token that there is not', async () => {
      const { token } = await make();
      for (const wrong of [`${token}x`, token.slice(1), 'x', '%00', '..%2f..%2fetc'])
        expect((await ask(`${site.url}/f/${wrong}.ics`)).status).toBe(404);
    });
  });
});
