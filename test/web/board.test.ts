import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programmeToJson } from '../../src/publish/json.ts';
import { builtWeek } from '../support/built-week.ts';
import { approved, ask, keep, type Served, send, served, stranger, textOf } from './served.ts';

type Who = { readonly Cookie: string };
const { review, programme } = builtWeek();
const home = `/reviews/${review.id}/board`;

describe('the board for the base room', () => {
  let site: Served;
  let organiser: Who;
  let peer: Who;
  // Wednesday, twenty past nine in the morning.
  let now = new Date('2026-06-17T08:20:00Z');
  const page = async (path = home, who: object = organiser) => {
    const { status, body, headers } = await ask(`${site.url}${path}`, { headers: who });
    return { status, body, headers, text: textOf(body) };
  };

  beforeAll(async () => {
    site = await served(() => now);
    await keep(site.store, review, programme);
    organiser = await site.as(['organiser'], review.id);
    peer = await site.as(['peer'], review.id);
  });
  afterAll(() => site.close());

  it('waits for what is approved', async () => {
    expect((await page()).text).toContain('Nothing has been approved yet.');
    expect((await page(home, peer)).text).toContain('Nothing has been approved yet.');
    await approved(site.store, review, programme);
  });

  it('says what is on now and next, and who is where, to all who are part of the review', async () => {
    for (const who of [organiser, peer]) {
      const { text, body } = await page(home, who);
      expect(text).toContain('Wednesday 17 June 9.20am');
      expect(text).toMatch(/Now Debrief.*9\.00am to 10\.00am/);
      expect(text).toMatch(/Next 9\.30am to 11\.00am Visit to accident and emergency/);
      expect(text).toMatch(/Glenn Cowan GC .*until 10\.00am/);
      expect(text).toMatch(/Keith Drummond KD On the way: /);
      expect(text).toMatch(/Roger Langton RL Free until/);
      // Without script the browser asks again by itself.
      expect(body).toContain('<meta http-equiv="refresh" content="30">');
    }
  });

  it('shows what was agreed, and never what is being tried out in the draft', async () => {
    const placements = programme.placements.map((p) =>
      p.session === 'debrief-1' ? { ...p, start: p.start + 60, end: p.end + 60 } : p,
    );
    const file = programmeToJson(review, { ...programme, placements });
    await site.store.programmes.saveDraft({ review: review.id, reviewVersion: 1, file }, 1, {
      by: 'Ada',
      why: 'Tried something',
    });
    expect((await page()).text).toMatch(/Now Debrief.*9\.00am to 10\.00am/);
  });

  it('says what a release of today changed', async () => {
    const placements = programme.placements.map((p) =>
      p.session === 'opposition' ? { ...p, peers: ['glenn-cowan', 'dorothy-hanif'] } : p,
    );
    const moved = { ...programme, placements };
    const { version } = await site.store.agreements.of(review.id);
    const release = await site.store.releases.find(review.id, 1);
    await site.store.releases.approve(
      {
        review: review.id,
        programmeVersion: 2,
        reviewFile: release?.reviewFile ?? '',
        programmeFile: programmeToJson(review, moved),
        note: '',
      },
      version,
      { by: 'Joel Kumar', why: 'Approved' },
    );
    const { text } = await page();
    expect(text).toMatch(/What changed today Release 2 .*is taken by Glenn Cowan and Dr Dorothy Hanif/);
    expect(text).toContain('Release 2, 17 June 2026, 9.20am');
  });

  it('is rehearsed on a chosen moment, and says so', async () => {
    const { text } = await page(`${home}?at=2026-06-16T14:10`);
    expect(text).toContain('A rehearsal');
    expect(text).toContain('Tuesday 16 June 2.10pm');
  });

  it('says outside the week when that is', async () => {
    const then = now;
    now = new Date('2026-06-13T08:20:00Z');
    expect((await page()).text).toContain('The week begins on Monday 15 June.');
    now = new Date('2026-06-20T08:20:00Z');
    expect((await page()).text).toContain('The week ended on Friday 19 June.');
    now = then;
  });

  it('is shown on a screen by a private link, which opens nothing else and can be ended', async () => {
    const { body, headers } = await send(`${site.url}${home}/links`, {}, organiser);
    expect(headers['cache-control']).toBe('no-store');
    const token = /\/b\/([A-Za-z0-9_-]{43})"/.exec(body)?.[1] ?? '';
    const wall = await page(`/b/${token}`, stranger);
    expect([wall.status, wall.headers['cache-control']]).toEqual([200, 'private, no-store']);
    expect(wall.text).toMatch(/Now Debrief/);
    expect(wall.body).not.toContain('/reviews/');
    for (const path of [`/p/${token}`, `/f/${token}.ics`, `/d/${token}`, '/b/none'])
      expect([path, (await page(path, stranger)).status]).toEqual([path, 404]);
    // No peer’s link opens the board.
    const other = await site.store.feedTokens.issue(review.id, 'glenn-cowan', { by: 'Test', why: 'Test' });
    expect((await page(`/b/${other.token}`, stranger)).status).toBe(404);
    expect(site.log.join('')).not.toContain(token);
    expect((await page()).text).toContain('last shown 17 June 2026, 9.20am');
    const id = /name="link" value="([^"]+)"/.exec((await page()).body)?.[1] ?? '';
    await send(`${site.url}${home}/links/revoke`, { link: id }, organiser);
    expect((await page(`/b/${token}`, stranger)).status).toBe(404);
    expect((await page(home, peer)).body).not.toContain('Make a link for a screen');
  });
});
