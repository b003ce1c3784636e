import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { verdict } from '../../src/check/verdict.ts';
import { NEW } from '../../src/store/ports.ts';
import { aContact, aReview, aSession } from '../support/cast.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { type Answered, ask, enteredSample, keep, type Served, served, textOf } from './served.ts';

const review = enteredSample();
const leftOut = aSession('left-out', {
  title: 'Head of libraries',
  contacts: ['librarian'],
  priority: 'should',
});
const withGap = enteredSample({
  id: 'gap',
  council: 'Gapshire Council',
  contacts: [...review.contacts, aContact('librarian', { name: 'Lena Page', jobTitle: 'Librarian' })],
  sessions: [...review.sessions, leftOut],
  declined: [{ role: 'lay-people', because: 'None could come', acceptedBy: 'Tom Adeyemi', at: '2026-01-10' }],
});

let site: Served;
const page = (path: string): Promise<Answered> => ask(`${site.url}${path}`);
const text = async (path: string): Promise<string> => textOf((await page(path)).body);

beforeAll(async () => {
  site = await served();
  await keep(site.store, review, sampleProgramme());
  await keep(
    site.store,
    withGap,
    sampleProgramme({
      review: 'gap',
      unplaced: [{ session: 'left-out', because: ['Lena Page can be had only on Friday.'] }],
    }),
    {
      status: 'feasible',
      conflicts: [
        {
          sentence: 'Lena Page’s diary leaves no hour for her.',
          sessions: ['left-out'],
          mends: ['Ask Lena Page for Tuesday 4.00pm.', 'See her by phone.'],
        },
        { sentence: 'Two want the hall.', sessions: ['director', 'left-out'], mends: [] },
      ],
    },
  );
  await keep(site.store, aReview({ id: 'bare', council: '<b>Bare</b> & "Co"' }));
  await site.store.reviews.save(
    { id: 'broken', council: 'Brokenshire', firstDay: '2026-06-01', file: '{"peerweek": 1}' },
    NEW,
    { by: 'Test', why: 'Test' },
  );
});
afterAll(() => site.close());

describe('the list of reviews', () => {
  it('says of each what it waits for', async () => {
    const shown = await text('/');
    expect(shown).toContain('Sampleshire Council Week of Monday 23 March 2026');
    expect(shown).toContain('No programme Its programme to be built');
    expect(shown).toContain('Can’t be read Its entries to be put right');
  });

  it('says what to do when there is none', async () => {
    const empty = await served();
    expect(textOf((await ask(`${empty.url}/`)).body)).toContain('There is no review yet. Start one');
    await empty.close();
  });

  it('shows what people typed as text, never as markup', async () => {
    const { body } = await page('/');
    expect(body).toContain('&lt;b&gt;Bare&lt;/b&gt; &amp; &quot;Co&quot;');
    expect(body).not.toContain('<b>Bare</b>');
  });
});

describe('the overview', () => {
  it('counts what is placed and broken, and tells the two weeks’ clock', async () => {
    const broken = check(review, sampleProgramme(), { today: '2026-01-12' }).filter(
      (f) => f.kind === 'must' && !f.waiver,
    );
    const shown = await text('/reviews/sample');
    expect(shown).toContain(`What this review waits for ${broken.length} must rules to keep`);
    expect(shown).toContain('Monday 9 March 2026: 56 days from today');
    expect(shown).toContain('39 of 39');
    expect(shown).toContain('Nothing: every session has its place.');
  });

  it('names what is left out', async () => {
    expect(await text('/reviews/gap')).toContain('What is left out Head of libraries');
  });

  it('says that there is no programme yet', async () => {
    expect(await text('/reviews/bare')).toContain('The people to see to be entered');
  });

  it('shows a review that can’t be read with what is wrong with it', async () => {
    const { status, body } = await page('/reviews/broken');
    expect(status).toBe(500);
    expect(textOf(body)).toContain('Brokenshire: this review can’t be read');
    expect(textOf(body)).toContain('review :');
  });
});

describe('the programme', () => {
  it('shows day 1 where no day is asked for, and a day that there is', async () => {
    expect(await text('/reviews/sample/programme')).toContain('Day 1 Monday 23 March Time A B');
    const tuesday = await text('/reviews/sample/programme?day=2');
    expect(tuesday).toContain('Day 2 Tuesday 24 March Time A B Additional interviews');
    expect(tuesday).not.toContain('Day 1 Monday');
    expect(await text('/reviews/sample/programme?day=9')).toContain('Day 1 Monday 23 March');
  });

  it('shows every session once in the whole week', async () => {
    const shown = (await page('/reviews/sample/programme?day=all')).body;
    expect(shown.match(/day-grid__cell--session/g)).toHaveLength(39);
  });

  it('shows one peer, one person, one room', async () => {
    const peer = await text('/reviews/sample/programme?by=peer&who=health');
    expect(peer).toContain('Dr Samir Patel NHS peer');
    const person = await text('/reviews/sample/programme?by=person&who=priya-shah');
    expect(person).toContain('Interview with the peer review team');
    expect(person).not.toContain('Interview with the peer review team Interview');
    const room = await text('/reviews/sample/programme?by=room&who=hall');
    expect(room).toContain('Council Chamber Town Hall, Civic Centre. Holds 40 people.');
  });

  it('says how it stands, what the marks of the days shown mean, what was excused and what is left out', async () => {
    const broken = check(review, sampleProgramme(), { today: '2026-01-12' }).filter(
      (f) => f.kind === 'must' && !f.waiver,
    );
    const shown = await text('/reviews/sample/programme?day=all');
    expect(shown).toContain(`Not valid Version 3, 12 January 2026 ${broken.length} findings to put right`);
    for (const finding of broken.filter((f) => f.sessions.length > 0))
      expect(shown).toContain(finding.sentence);
    expect(shown).toContain('Exceptions agreed');
    expect(shown).toContain('because: Two groups in one sitting, with a pause between');
    expect(shown).not.toContain('Left out:');
    const friday = await text('/reviews/gap/programme?day=5');
    expect(friday).not.toContain('Exceptions agreed');
    expect(friday).not.toContain('What the marks say');
    // What is left out is a link, to be picked.
    expect(friday).toContain('Left out: Head of libraries . Why, and what would mend it');
  });

  it('takes nonsense for nothing asked', async () => {
    for (const query of ['?by=toString&who=x', '?by=peer&who=nobody', '?day=2&day=3', '?by[a]=1', '?who=%00'])
      expect((await page(`/reviews/sample/programme${query}`)).status).toBe(200);
  });

  it('says that there is none yet', async () => {
    expect(await text('/reviews/bare/programme')).toContain(
      'There is no programme yet. Peerweek builds one from what is entered; then it can be changed here. Build the programme',
    );
  });
});

describe('a session', () => {
  const leadMember = '/reviews/sample/programme/sessions/lead-member';

  it('is led to from the grid', async () => {
    const grid = (await page('/reviews/sample/programme?day=all')).body;
    expect(grid).toContain('pick&#x3D;lead-member');
    const picked = await page('/reviews/sample/programme?day=all&pick=lead-member');
    expect(picked.body).toContain(`href="${leadMember}"`);
  });

  it('is picked in the grid, with every time at which it could start', async () => {
    const { body } = await page('/reviews/sample/programme?day=2&pick=lead-member');
    const places = [...body.matchAll(/data-place="(\d+)"/g)].map(([, start]) => Number(start));
    expect(new Set(places).size).toBe(places.length);
    expect(places.every((start) => Math.floor(start / 1440) === 2)).toBe(true);
    expect(places.length).toBeGreaterThan(10);
    const nobody = await page('/reviews/sample/programme?day=2&pick=nobody');
    expect([nobody.status, nobody.body.includes('data-place')]).toEqual([200, false]);
  });

  it('says why it is where it is, and what stands for and against every other place', async () => {
    const { body } = await page(leadMember);
    const shown = textOf(body);
    expect(shown).toContain('Why it is here It is on Monday, ');
    expect(shown).toMatch(/Of the \d+ other times in the week at which it could start, \d+ (is|are) free, /);
    // Each place of the picture leads to its line: in the list of this day, or on the page of another.
    const linksIn = (html: string) =>
      [...html.matchAll(/href="([^"#]*(?:day&#x3D;\d)?)#(at-\d+)"/g)].map(([, to = '', id = '']) => [to, id]);
    const linesIn = (html: string) => [...html.matchAll(/<span id="(at-\d+)">/g)].map(([, id]) => id);
    const links = linksIn(body);
    expect(links.length).toBeGreaterThan(60);
    const pages = new Map<string, string>([['', body]]);
    for (const [to = ''] of links)
      if (!pages.has(to)) pages.set(to, (await page(to.replace('&#x3D;', '='))).body);
    expect(pages.size).toBe(4);
    for (const [to, html] of pages)
      expect(linesIn(html).sort()).toEqual(links.flatMap(([at, id]) => (at === to ? [id] : [])).sort());
    const whole = linesIn((await page(`${leadMember}?day=all`)).body);
    expect(whole.sort()).toEqual(links.map(([, id]) => id).sort());
    expect(body).toMatch(
      /<a class="govuk-link" href="\/rules#[a-z-]+">[^<]+<\/a>\. (At [\d.]+[ap]m: )?[A-Z]/,
    );
  });

  it('says of one that is locked who locked it and why, once a day', async () => {
    const shown = await text('/reviews/sample/programme/sessions/director?day=all');
    expect(shown.match(/Locked\. Its time is locked by Tom Adeyemi: Only time she has\./g)).toHaveLength(4);
  });

  it('says where one could go that is left out', async () => {
    const shown = await text('/reviews/gap/programme/sessions/left-out');
    expect(shown).toContain('Why it has no place It has no place in the programme.');
    expect(shown).toContain('Where it could go');
  });

  it('answers 404 for one that there is not, and where there is no programme', async () => {
    expect((await page('/reviews/sample/programme/sessions/nobody')).status).toBe(404);
    expect((await page('/reviews/bare/programme/sessions/director')).status).toBe(404);
  });
});

describe('the findings', () => {
  it('has every finding of the check, each once, with its rule and its manual line', async () => {
    const { body } = await page('/reviews/sample/findings');
    const shown = textOf(body);
    const findings = check(review, sampleProgramme(), { today: '2026-01-12' });
    const listed = [...body.matchAll(/<li>(.*?)(?: <span class="pw-quiet">.*?|<br>.*?)?<\/li>/g)];
    expect(listed.map(([, sentence = '']) => textOf(sentence)).sort()).toEqual(
      findings.map((f) => f.sentence).sort(),
    );
    expect(body).toContain('href="/rules#people-to-see"');
    expect(shown).toContain('Exceptions agreed');
    expect(shown).toContain('Agreed by Tom Adeyemi on 10 January 2026: Two groups in one sitting');
  });

  it('has points to a tenth', async () => {
    const { body } = await page('/reviews/sample/findings');
    const figures = [...body.matchAll(/govuk-table__cell--numeric">([^<]*)</g)].map(([, figure]) => figure);
    expect(figures.filter((figure) => !/^\d+(\.\d)?$/.test(figure ?? ''))).toEqual([]);
  });

  it('says what each tier is paid for, in sums that add up as they are shown', async () => {
    const { body } = await page('/reviews/sample/findings');
    const rows = [
      ...body.matchAll(/<tr class="govuk-table__row( pw-part)?">.*?govuk-table__cell--numeric">([^<]*)</gs),
    ].map(([, part, figure]) => ({ isPart: part !== undefined, tenths: Math.round(Number(figure) * 10) }));
    const tiers: { total: number; parts: number[] }[] = [];
    for (const { isPart, tenths } of rows) {
      if (isPart) tiers.at(-1)?.parts.push(tenths);
      else tiers.push({ total: tenths, parts: [] });
    }
    expect(tiers).toHaveLength(6);
    expect(tiers.map((t) => t.parts.reduce((sum, n) => sum + n, 0))).toEqual(tiers.map((t) => t.total));
    const { cost } = verdict(review, sampleProgramme(), check(review, sampleProgramme()));
    expect(tiers.map((t) => t.total)).toEqual(cost.map((c) => Math.round(c * 10)));
    const lines = [...body.matchAll(/<span class="pw-quiet">\(([\d.]+)\)/g)].map(([, n]) => Number(n) * 10);
    expect(lines.length).toBeGreaterThan(10);
  });

  it('says of a programme made by hand that nothing is known to be best', async () => {
    expect(await text('/reviews/sample/findings')).toContain('Made by hand: whether a better one exists');
  });

  it('speaks of what was entered where there is no programme', async () => {
    expect(await text('/reviews/bare/findings')).toContain('There is no programme yet: this is what');
  });
});

describe('the peers', () => {
  it('have the hours that the rule book counts, travel included, and who takes no interviews', async () => {
    const shown = await text('/reviews/sample/peers');
    const load = check(review, sampleProgramme(), { today: '2026-01-12' }).find(
      (f) => f.rule === 'fair-load' && f.sentence.startsWith('Dr Samir Patel'),
    );
    const hours = /has ([\d.]+ hours)/.exec(load?.sentence ?? '')?.[1];
    expect(hours).toBeDefined();
    expect(shown).toMatch(new RegExp(`Dr Samir Patel SP NHS peer .*? sessions, ${hours} with travel With`));
    expect(shown).toContain('Tom Adeyemi TA review manager, takes no interviews');
  });
});

describe('what is left out', () => {
  it('says what, why, and what would mend it', async () => {
    const shown = await text('/reviews/gap/left-out');
    expect(shown).toContain(
      '39 of 40 sessions have a place. These have none: Head of libraries Should be held',
    );
    expect(shown).toContain('Lena Page can be had only on Friday.');
    expect(shown).toContain('mend it, the easiest first Ask Lena Page for Tuesday 4.00pm. See her by phone.');
    expect(shown).toContain(
      'What can’t be had together Two want the hall. It concerns Director of children’s services; Head of libraries.',
    );
    expect(shown).toContain('None could come Accepted by Tom Adeyemi');
  });

  it('says that nothing is', async () => {
    expect(await text('/reviews/sample/left-out')).toContain(
      'Nothing is left out: all 39 sessions have a place.',
    );
  });
});

describe('paper', () => {
  it('leads only to things that are there, each of its own kind', async () => {
    const { body } = await page('/reviews/sample/paper');
    const links = [...body.matchAll(/href="(\/reviews\/sample\/paper\/[^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
    );
    expect(links.length).toBeGreaterThan(50);
    const kinds = new Map<string, number>();
    for (const link of links) {
      const { status, headers } = await page(link);
      expect([link, status]).toEqual([link, 200]);
      const type = headers['content-type'] ?? '';
      kinds.set(type, (kinds.get(type) ?? 0) + 1);
    }
    expect(kinds.get('text/csv; charset=utf-8')).toBe(1);
    expect(kinds.get('application/json; charset=utf-8')).toBe(2);
    expect(kinds.get('text/calendar; charset=utf-8')).toBe(1);
    expect(kinds.get('text/html; charset=utf-8')).toBe(links.length - 4);
  });

  it('gives what is saved a name', async () => {
    const { headers } = await page('/reviews/sample/paper/csv');
    expect(headers['content-disposition']).toBe('attachment; filename=sample-programme.csv');
  });

  it('has nothing for nobody, and for a review without a programme', async () => {
    for (const path of [
      'sample/paper/peer?who=nobody',
      'sample/paper/day?who=6',
      'sample/paper/programme.exe',
      'sample/paper/csv.pdf',
      'sample/paper/none',
      'bare/paper/csv',
    ])
      expect((await page(`/reviews/${path}`)).status).toBe(404);
    expect(await text('/reviews/bare/paper')).toContain('There is no programme yet.');
  });
});

describe('the rule book and help', () => {
  it('shows rules by group, with what each asks', async () => {
    const { body } = await page('/rules');
    expect(body).toContain('<article class="pw-rule" id="aligned-ends">');
    expect(textOf(body)).toContain('Manual: lines 1454, 840 Must Sessions running side by side end');
  });

  it('tells how to subscribe in four calendars', async () => {
    const shown = await text('/help');
    for (const calendar of ['Outlook', 'Google', 'Apple', 'Thunderbird']) expect(shown).toContain(calendar);
  });
});
