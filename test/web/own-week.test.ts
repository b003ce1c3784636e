import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roomWeek } from '../../src/publish/room-week.ts';
import type { FeedKind } from '../../src/store/ports.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { approved, ask, enteredSample, keep, type Served, served, stranger, textOf } from './served.ts';

const review = enteredSample();

describe('the page of a private link', () => {
  let site: Served;
  let now: Date;
  beforeEach(async () => {
    now = new Date('2026-01-12T10:00:00Z');
    site = await served(() => now);
    await keep(site.store, review, sampleProgramme());
  });
  afterEach(() => site.close());

  const agreed = () => approved(site.store, review, sampleProgramme());
  const link = async (person: string, kind: FeedKind = 'peer') =>
    (await site.store.feedTokens.issue('sample', person, { by: 'Test', why: 'Test' }, kind)).token;
  const page = async (token: string, more = '') =>
    ask(`${site.url}/p/${token}${more}`, { headers: stranger });

  it('says what is now and what comes next, as the clock in London has it', async () => {
    await agreed();
    const token = await link('health');
    const at = async (instant: string) => {
      now = new Date(instant);
      const { body } = await page(token);
      return [/data-now>([^<]*)</.exec(body)?.[1], /data-next>([^<]*)</.exec(body)?.[1]];
    };
    expect(await at('2026-03-20T12:00:00Z')).toEqual([
      'The week has not begun',
      expect.stringMatching(/^First team meeting, Sunday, 6\.00pm to 8\.00pm/),
    ]);
    expect(await at('2026-03-25T15:40:00Z')).toEqual([
      'Head of midwifery, Wednesday, 3.30pm to 4.30pm, Committee Room B, Civic Centre',
      'NHS senior managers, Wednesday, 5.00pm to 6.00pm, Committee Room B, Civic Centre',
    ]);
    expect(await at('2026-03-30T09:00:00Z')).toEqual([undefined, undefined]);
  });

  it('shows down time as such, the pair and the place, and when it was last updated', async () => {
    await agreed();
    now = new Date('2026-03-24T08:02:00Z');
    const text = textOf((await page(await link('health'))).body);
    expect(text).toContain('Release 1, 12 January 2026, 10.00am. Last updated here: 24 March 2026, 8.02am.');
    expect(text).toMatch(/Down time, \d+ minutes/);
    expect(text).toContain(
      '3.30pm to 4.30pm Head of midwifery Interview Tessa Quinn Committee Room B, Civic Centre With Harriet Lindqvist',
    );
  });

  it('is less than 50 kB, all told: the page, its style, its script, its worker, its picture, none of it packed', async () => {
    await agreed();
    const sizes = new Map<string, number>();
    for (const peer of review.peers) {
      const { body } = await page(await link(peer.id));
      const files = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((m) =>
        (m[1] ?? '').replaceAll('&#x3D;', '='),
      );
      expect(files).toHaveLength(3);
      let all = Buffer.byteLength(body);
      for (const file of [...files, '/offline.js']) {
        const { status, body: content } = await ask(`${site.url}${file}`);
        expect(status).toBe(200);
        all += Buffer.byteLength(content);
      }
      sizes.set(peer.id, all);
      expect(gzipSync(body).length).toBeLessThan(10_000);
    }
    expect(Math.max(...sizes.values())).toBeLessThan(50_000);
  });

  it('of a contact holds when they are seen, and nobody and nothing else', async () => {
    await agreed();
    const { body } = await page(await link('joan-petrie', 'contact'));
    const text = textOf(body);
    expect(text).toContain('Joan Petrie When the peer review team sees you, at Sampleshire Council');
    expect(text).toContain('From the team: Harriet Lindqvist, operational manager peer');
    const others = review.contacts.filter((c) => c.id !== 'joan-petrie');
    expect(others.filter((c) => body.includes(c.name))).toEqual([]);
    const titles = review.sessions.map((s) => s.title).filter((title) => title.length > 12);
    expect(titles.filter((title) => body.includes(title))).toEqual([]);
  });

  it('of a room holds what is held there', async () => {
    await agreed();
    const text = textOf((await page(await link('hall', 'room'))).body);
    const own = roomWeek(review, sampleProgramme(), 'hall')!.days.flatMap((d) => d.items);
    expect(own.length).toBeGreaterThan(2);
    for (const { title, time } of own) expect(text).toContain(`${time} ${title}`);
  });

  it('opens by a link of its own kind only: an id means nothing by itself', async () => {
    await agreed();
    const opened: (readonly [string, string, number, boolean])[] = [];
    for (const [person, kind] of [
      ['health', 'contact'],
      ['priya-shah', 'peer'],
      ['hall', 'peer'],
      ['health', 'room'],
    ] as const) {
      const token = await link(person, kind);
      const { status, body } = await page(token);
      const feed = await ask(`${site.url}/f/${token}.ics`, { headers: stranger });
      opened.push([person, kind, status, body.includes('class="item') || feed.body.includes('VEVENT')]);
    }
    expect(opened).toEqual([
      ['health', 'contact', 200, false],
      ['priya-shah', 'peer', 200, false],
      ['hall', 'peer', 200, false],
      ['health', 'room', 200, false],
    ]);
    for (const kind of ['board', 'releases'] as const) {
      const token = await link(kind, kind);
      expect((await page(token)).status).toBe(404);
      expect((await ask(`${site.url}/f/${token}.ics`, { headers: stranger })).status).toBe(404);
    }
  });

  it('tells how to have it in Outlook, Google, Apple and Thunderbird, and as a code for a camera', async () => {
    const token = await link('health');
    const { body, status, headers } = await page(token, '/calendar');
    expect([status, headers['cache-control']]).toEqual([200, 'private, no-store']);
    const feed = `${site.url}/f/${token}.ics`;
    const hrefs = [...body.matchAll(/href="([^"]+)"/g)].map((m) => (m[1] ?? '').replaceAll('&amp;', '&'));
    const links = hrefs.map((href) => href.replaceAll('&#x3D;', '='));
    expect(links).toContain(feed.replace('http:', 'webcal:'));
    expect(links.some((l) => l.startsWith('https://calendar.google.com/') && l.includes(token))).toBe(true);
    expect(links.some((l) => l.startsWith('https://outlook.office.com/') && l.includes(token))).toBe(true);
    expect(textOf(body)).toContain('Thunderbird New Calendar, On the Network');
    expect(body).toMatch(/<svg [^>]*role="img" aria-label="QR code: [^"]+"/);
    const whole = await page(await link('whole', 'whole'));
    expect([whole.status, whole.headers.location?.endsWith('/calendar')]).toEqual([303, true]);
    expect(site.log.filter((line) => line.includes(token))).toEqual([]);
  });

  it('its worker may keep private links, and nothing else', async () => {
    const { headers, body } = await ask(`${site.url}/offline.js`, { headers: stranger });
    expect([headers['service-worker-allowed'], headers['cache-control']]).toEqual(['/p/', 'no-cache']);
    expect(headers['content-type']).toMatch(/javascript/);
    expect(body).toContain('own-week');
  });
});
