import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeReview } from '../../src/actions/change-review.ts';
import type { Entry } from '../../src/entry/entry.ts';
import { readOff } from '../support/camera.ts';
import { needs } from '../support/needs.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { formIn } from './filled.ts';
import {
  approved,
  ask,
  enteredSample,
  keep,
  type Served,
  send,
  served,
  stranger,
  textOf,
  today,
} from './served.ts';

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

  it('one of the team makes, renews and ends their own, known by their e-mail address, and nobody else’s', async () => {
    const peer = await site.as(['peer'], 'sample');
    const own = `${site.url}/reviews/sample/my-calendar`;
    const { email } = (await site.store.signIns.open(peer.Cookie.split('=')[1] ?? ''))!.account;
    const ask1 = async () => ask(own, { headers: peer });
    expect(textOf((await ask1()).body)).toContain(`Nobody of the team has your e-mail address, ${email}`);
    const nothing = await send(own, { do: 'make' }, peer);
    expect([nothing.status, await site.store.feedTokens.of('sample')]).toEqual([303, []]);
    const { version } = (await site.store.reviews.find('sample'))!;
    const change = (entry: Entry) => ({
      ...entry,
      peers: (entry.peers ?? []).map((p) => (p.id === 'health' ? { ...p, email: email.toUpperCase() } : p)),
    });
    const needs = { store: site.store, now: () => today };
    await changeReview(needs, 'sample', version, change, { by: 'Ada', why: 'Entered an address' });
    expect(textOf((await ask(`${site.url}/reviews/sample`, { headers: peer })).body)).toContain(
      'Your own page for a phone, and your calendar',
    );
    const made = await send(own, { do: 'make', whose: 'contact joan-petrie', person: 'manager' }, peer);
    const tokenOf = (body: string) => /\/p\/([A-Za-z0-9_-]{43})"/.exec(body)?.[1] ?? '';
    const token = tokenOf(made.body);
    expect([made.status, made.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(made.body).toContain('role="img" aria-label="QR code');
    for (const way of ['Subscribe in Apple Calendar', 'Outlook', 'Google', 'Thunderbird'])
      expect(textOf(made.body)).toContain(way);
    expect((await site.store.feedTokens.of('sample')).map((l) => [l.kind, l.person])).toEqual([
      ['peer', 'health'],
    ]);
    expect((await feed(token)).status).toBe(200);
    const after = await ask1();
    expect(after.body).not.toContain(token);
    expect(textOf(after.body)).toContain('1 link, made 12 January 2026, 10.00am; last fetched by a calendar');
    const renewed = tokenOf((await send(own, { do: 'renew' }, peer)).body);
    expect([(await feed(token)).status, (await feed(renewed)).status]).toEqual([404, 200]);
    expect((await send(own, { do: 'end' }, peer)).status).toBe(303);
    expect((await feed(renewed)).status).toBe(404);
    expect(textOf((await ask1()).body)).toContain('You have none yet.');
    const lines = (await site.store.history.of('sample')).filter((l) => l.thing === 'feed-token');
    expect(new Set(lines.map((l) => l.by))).toEqual(new Set(['Somebody, peer']));
  });

  needs('zbar').it('their codes are read by a real reader as the address of the page', async () => {
    for (const whose of ['peer health', 'contact joan-petrie', 'room hall']) {
      const { token, body } = await change(whose);
      expect(readOff(body)).toEqual([`${site.url}/p/${token}`]);
      const how = await ask(`${site.url}/p/${token}/calendar`, { headers: stranger });
      expect(readOff(how.body)).toEqual([`${site.url}/p/${token}`]);
    }
  });
});
