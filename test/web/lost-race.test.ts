import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeReview } from '../../src/actions/change-review.ts';
import type { Edit } from '../../src/entry/entry.ts';
import { remove } from '../../src/entry/remove.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { fillIn, formIn } from './filled.ts';
import { ask, enteredSample, keep, type Served, send, served, textOf, today } from './served.ts';

type Values = Readonly<Record<string, string>>;

const [first = '', second = ''] =
  sampleProgramme().placements.find((p) => p.session === 'lead-member')?.peers ?? [];

/**
 * Two people have one page open and send the same form, each something else. The first is taken; to the second it is
 * said, and all that they typed stands in the form, to be sent again.
 */
const entering: readonly (readonly [
  what: string,
  page: string,
  form: string,
  theirs: Values,
  ours: Values,
])[] = [
  // What is entered.
  [
    'a person in the list',
    'people?edit=priya-shah',
    'people/priya-shah/row',
    { jobTitle: 'T' },
    { jobTitle: 'Ours' },
  ],
  [
    'a person',
    'people/priya-shah',
    'people/priya-shah/whole',
    { organisation: 'T' },
    { organisation: 'Ours' },
  ],
  ['a site', 'places?edit=civic-centre', 'sites/civic-centre/row', { address: 'T' }, { address: 'Ours' }],
  ['a room', 'places?edit=committee-1', 'rooms/committee-1/row', { capacity: '11' }, { capacity: '12' }],
  ['a session', 'sessions/lead-member', 'sessions/lead-member/whole', { title: 'T' }, { title: 'Ours' }],
  ['a peer', 'peers/health', 'peers/health/whole', { dietary: 'T' }, { dietary: 'Ours' }],
  [
    'the pairings',
    'peers',
    'peers/pairings',
    { 'pair.leader.member': 'preferred' },
    { 'pair.leader.member': 'forbidden' },
  ],
  [
    'the journeys',
    'places',
    'places/travel',
    { 'way.civic-centre.duty-office': '30' },
    { 'way.civic-centre.duty-office': '35' },
  ],
  [
    'a day of the week',
    'frame?day=3',
    'frame/days/3',
    { 'gathering-3-title': 'T' },
    { 'gathering-3-title': 'Ours' },
  ],
  ['a step of the set-up', 'set-up/streams', 'set-up/streams', { limit: '4' }, { limit: '5' }],
  ['who is not seen', 'list/roles/lay-people', 'lay-people/decline', { because: 'T' }, { because: 'Ours' }],
  [
    'a diary',
    'people/martin-bell/diary',
    'martin-bell/diary',
    { typed: 'not Tuesday', do: 'replace' },
    { typed: 'not Wednesday morning', do: 'replace' },
  ],
];

/** The same of the programme, and of agreeing it. */
const agreeing: typeof entering = [
  [
    'a lock',
    'programme/sessions/lead-member',
    'lead-member/lock',
    { time: 'yes', because: 'T' },
    { time: 'yes', because: 'Ours' },
  ],
  [
    'the pairs of a day',
    'pairs',
    'pairs/lock',
    { block: 'day 3', because: 'T' },
    { block: 'day 3', because: 'Ours' },
  ],
  ['who leads', 'pairs', 'pairs/leads', { 'lead-lead-member': first }, { 'lead-lead-member': second }],
  ['an exception', 'agree', 'agree/exceptions', { because: 'T' }, { because: 'Ours' }],
  ['sharing the draft', 'agree', 'agree/share', { note: 'T' }, { note: 'Ours' }],
  ['sending it back', 'agree', 'agree/send-back', { note: 'T' }, { note: 'Ours' }],
];

/** Somebody takes away what a form is about while somebody else fills it in: what they typed is given back to them. */
const gone: readonly (readonly [what: string, page: string, form: string, taken: Edit, ours: Values])[] = [
  [
    'a person',
    'people/lorna-fitch',
    'people/lorna-fitch/whole',
    remove('contacts', 'lorna-fitch'),
    { jobTitle: 'Typed by us' },
  ],
  [
    'a session that is locked',
    'programme/sessions/duty-desk',
    'duty-desk/lock',
    remove('sessions', 'duty-desk'),
    { time: 'yes', because: 'Typed by us' },
  ],
  [
    'a session',
    'sessions/governors',
    'sessions/governors/whole',
    remove('sessions', 'governors'),
    { title: 'Typed by us' },
  ],
  ['a peer', 'peers/analyst', 'peers/analyst/whole', remove('peers', 'analyst'), { dietary: 'Typed by us' }],
];

/** It stands in the form that was sent, or in the one that the page now has for it. */
const isKept = (html: string, form: string, name: string, value: string): boolean =>
  html.includes(`name="${name}"`) &&
  (html.includes(`value="${value}"`) || html.includes(`>${value}</textarea>`)) &&
  (value.length > 3 || new Map(formIn(html, form).fields).get(name) === value);

describe('a form that comes second', () => {
  let site: Served;
  const us: Record<string, object> = {};
  const them: Record<string, object> = {};
  const page = async (path: string, review = 'second') =>
    (await ask(`${site.url}/reviews/${review}/${path}`, { headers: us[review] ?? {} })).body;

  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample(), sampleProgramme());
    await keep(site.store, enteredSample({ id: 'second' }), sampleProgramme({ review: 'second' }));
    for (const review of ['sample', 'second']) {
      us[review] = await site.as(['organiser', 'manager'], review);
      them[review] = await site.as(['organiser', 'manager'], review);
    }
  });
  afterAll(() => site.close());

  it.each([
    ...entering.map((row) => ['sample', ...row] as const),
    ...agreeing.map((row) => ['second', ...row] as const),
  ])(
    'in %s about %s is told so, and keeps all that was typed',
    async (review, _, path, form, theirs, ours) => {
      const shown = await page(path, review);
      expect((await fillIn(site, shown, form, theirs, them[review])).status).toBe(200);
      const late = await fillIn(site, shown, form, ours, us[review]);
      expect(late.status).toBe(409);
      const { do: _do, typed: written, ...fields } = ours;
      expect(Object.entries(fields).filter(([name, value]) => !isKept(late.body, form, name, value))).toEqual(
        [],
      );
      if (written !== undefined) expect(textOf(late.body)).toContain('they have');
    },
  );

  it('is taken once it is sent again, over what came first', async () => {
    const shown = await page('programme/sessions/hospital');
    const lock = 'hospital/lock';
    await fillIn(site, shown, lock, { time: 'yes', because: 'Theirs' }, them.second);
    const late = await fillIn(site, shown, lock, { time: 'yes', place: 'yes', because: 'Ours' }, us.second);
    expect(textOf(late.body)).toContain('Its time locked by');
    const again = await fillIn(site, late.body, lock, {}, us.second);
    expect(textOf(again.body)).toMatch(/Locked the place of .+: Ours/);
    const now = await page('programme/sessions/hospital');
    expect(textOf(now)).toMatch(/Its time locked by .+: Theirs\. Its place locked by .+: Ours\./);
  });

  it('is brought together with the first where each locks another part', async () => {
    const shown = await page('programme/sessions/adults');
    await fillIn(site, shown, 'adults/lock', { time: 'yes', because: 'Theirs' }, them.second);
    const second = await fillIn(site, shown, 'adults/lock', { peers: 'yes', because: 'Ours' }, us.second);
    expect(second.status).toBe(200);
    expect(textOf(await page('programme/sessions/adults'))).toMatch(
      /Its (time|pair) locked by .+: (Theirs|Ours)\. Its (pair|time) locked by .+: (Ours|Theirs)\./,
    );
  });

  it('finds the programme there where somebody took a room away meanwhile: what was held in it waits for a place', async () => {
    const room =
      sampleProgramme().placements.flatMap(({ place }) => ('room' in place ? [place.room] : []))[0] ?? '';
    const { placements } = sampleProgramme();
    const inIt = placements.filter(({ place }) => 'room' in place && place.room === room);
    const seen = (await site.store.reviews.find('second'))?.version ?? 0;
    const signature = { by: 'Mo', why: 'Took it away' };
    await changeReview(
      { store: site.store, now: () => today },
      'second',
      seen,
      remove('rooms', room),
      signature,
    );
    const text = textOf(await page('left-out'));
    expect(text.match(/Its room is not there any more\./g)?.length).toBe(inIt.length);
    const locks = enteredSample().locks.map((l) => l.session);
    const touched = ['lead-member', 'hospital', 'adults', ...locks];
    const other = placements.find((p) => !inIt.includes(p) && !touched.includes(p.session))?.session;
    const parked = await send(`${site.url}/reviews/second/programme/sessions/${other}/park`, {}, us.second);
    expect(parked.headers.location).toContain('moved=');
  });

  it.each(gone)('about %s that is gone gives back what was typed', async (_, path, form, taken, ours) => {
    const shown = await page(path);
    const seen = (await site.store.reviews.find('second'))?.version ?? 0;
    const signature = { by: 'Mo', why: 'Took it away' };
    await changeReview({ store: site.store, now: () => today }, 'second', seen, taken, signature);
    const late = await fillIn(site, shown, form, ours, us.second);
    expect([404, 409]).toContain(late.status);
    expect(textOf(late.body)).toContain('Typed by us');
  });
});
