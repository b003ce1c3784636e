import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleProgramme } from '../support/sample-week.ts';
import { formIn } from './filled.ts';
import { approved, ask, enteredSample, keep, type Served, send, served, stranger, textOf } from './served.ts';

const review = enteredSample();

describe('calendars', () => {
  let site: Served;
  beforeEach(async () => {
    site = await served();
    await keep(site.store, review, sampleProgramme());
    await approved(site.store, review, sampleProgramme());
  });
  afterEach(() => site.close());

  const at = () => `${site.url}/reviews/sample/calendars`;
  const change = async (whose: string, what = 'make') => {
    const { body, status } = await send(at(), { whose, do: what });
    const [, token = ''] = /\/p\/([A-Za-z0-9_-]{43})"/.exec(body) ?? [];
    return { token, body, status };
  };
  const feed = async (token: string) => ask(`${site.url}/f/${token}.ics`, { headers: stranger });

  it('are there for each of the team, each person seen and each room, and for the whole', async () => {
    const shown = async (list: string) => textOf((await ask(`${at()}?list=${list}`)).body);
    const team = await shown('team');
    expect(team).toContain('The whole programme');
    for (const { name } of review.peers) expect(team).toContain(name);
    const people = await shown('people');
    for (const { name } of review.contacts) expect(people).toContain(name);
    const rooms = await shown('rooms');
    for (const { name } of review.rooms) expect(rooms).toContain(name);
    expect(formIn((await ask(at())).body, '/calendars').fields).toEqual([['whose', 'whole whole']]);
  });

  it('a link is shown once, with a code for a camera, and opens what it is for', async () => {
    const made = [
      await change('contact joan-petrie'),
      await change('room hall'),
      await change('whole whole'),
      await change('peer manager'),
    ];
    expect(made.map(({ body }) => body.match(/role="img" aria-label="QR code/g)?.length)).toEqual([
      1, 1, 1, 1,
    ]);
    const counts = await Promise.all(
      made.map(async ({ token }) => (await feed(token)).body.split('BEGIN:VEVENT').length - 1),
    );
    expect(counts.slice(0, 3)).toEqual([
      2,
      5,
      sampleProgramme().placements.length + review.frame.events.length,
    ]);
    expect(counts[3]).toBeGreaterThan(review.frame.events.length);
    const later = await ask(`${at()}?list=people`);
    expect(made.filter(({ token }) => later.body.includes(token))).toEqual([]);
    expect(later.headers['cache-control']).toBe('no-store');
    expect(textOf(later.body)).toMatch(
      /Joan Petrie [^.]*1 link, made 12 January 2026, 10\.00am; last fetched by a calendar 12 January 2026, 10\.00am/,
    );
  });

  it('are renewed at once: the new one is good, every old one is not; those of others go on', async () => {
    const [one, two, other] = [
      await change('contact joan-petrie'),
      await change('contact joan-petrie'),
      await change('contact priya-shah'),
    ];
    const renewed = await change('contact joan-petrie', 'renew');
    const statuses = await Promise.all(
      [one, two, renewed, other].map(async ({ token }) => (await feed(token)).status),
    );
    expect(statuses).toEqual([404, 404, 200, 200]);
    expect((await change('contact joan-petrie', 'end')).status).toBe(303);
    expect((await feed(renewed.token)).status).toBe(404);
  });

  it('are made for nobody whom the review does not know, and for no kind that somebody is not of', async () => {
    for (const whose of [
      '',
      'peer',
      'peer nobody',
      'peer priya-shah',
      'contact hall',
      'room whole',
      'board board',
    ])
      expect([whose, (await change(whose)).status]).toEqual([whose, 303]);
    expect(await site.store.feedTokens.of('sample')).toEqual([]);
  });

  it('the history says who made and who ended a link, and never the link', async () => {
    const { token } = await change('room hall');
    await change('room hall', 'end');
    const lines = (await site.store.history.of('sample')).filter((line) => line.thing === 'feed-token');
    expect(lines.map((line) => line.why)).toEqual([
      'Made a link for Council Chamber',
      'Ended the links of Council Chamber',
    ]);
    expect(JSON.stringify(lines)).not.toContain(token);
    expect(site.log.filter((line) => line.includes(token))).toEqual([]);
  });
});
