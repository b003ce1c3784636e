import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { isBroken } from '../../src/check/finding.ts';
import { readProgramme, readReview } from '../../src/intake/index.ts';
import { keepsThePast } from '../../src/programme/past.ts';
import { at, type Minute } from '../../src/time/span.ts';
import { builtWeek } from '../support/built-week.ts';
import { ask, keep, type Served, send, served, textOf } from './served.ts';

type Who = { readonly Cookie: string };
const { review, programme } = builtWeek();
const { approvedAt: _, ...unshared } = review;
const home = `/reviews/${review.id}`;
/** Wednesday of the week, ten past eight in the morning. */
const wednesday = '2026-06-17T07:10:00Z';

describe('the week itself', () => {
  let site: Served;
  let manager: Who;
  let organiser: Who;
  let now = new Date('2026-06-13T09:00:00Z');

  const page = async (path: string, who: object = manager) => {
    const { status, body } = await ask(`${site.url}${home}${path}`, { headers: who });
    return { status, body, text: textOf(body) };
  };
  const post = (path: string, values: Record<string, string>, who: object = manager) =>
    send(`${site.url}${home}${path}`, values, who);
  const held = async () => {
    const stored = await site.store.reviews.find(review.id);
    const read = readReview(stored?.file ?? '');
    const draft = await site.store.programmes.draftOf(review.id);
    const reading = read.ok ? readProgramme(draft?.file ?? '', read.value) : read;
    if (!read.ok || !reading.ok) throw new Error('It can’t be read');
    return { review: read.value, programme: reading.value, version: draft?.version ?? 0 };
  };
  const agreed = async () => {
    const lines = await site.store.releases.of(review.id);
    const found = await site.store.releases.find(review.id, lines.at(-1)?.number ?? 0);
    const read = readReview(found?.reviewFile ?? '');
    const reading = read.ok ? readProgramme(found?.programmeFile ?? '', read.value) : read;
    if (!read.ok || !reading.ok) throw new Error('It can’t be read');
    return { number: found?.number ?? 0, review: read.value, programme: reading.value };
  };
  const placed = (of: { programme: typeof programme }, id: string) =>
    of.programme.placements.find((p) => p.session === id);
  const moment = (day: number, hour: number, minute: number) => {
    now = new Date(Date.UTC(2026, 5, 14 + day, hour - 1, minute));
  };
  /** Reports something, and gives the address of its page. */
  const reported = async (values: Record<string, string>, who: object = manager) => {
    const { status, headers, body } = await post('/week/happened', values, who);
    expect([status, textOf(body).match(/There is a problem.*/)?.[0]]).toEqual([303, undefined]);
    return (headers.location ?? '').slice(home.length);
  };
  /** The form under one of the ways of a page. */
  const wayIn = (body: string, n: number): Record<string, string> => {
    const form = body.split('<form').filter((part) => part.includes('name="programme"'))[n - 1] ?? '';
    const values = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, unescaped(value)] as const,
    );
    const approve = /name="approve" value="(\w+)"/.exec(form)?.[1];
    return { ...Object.fromEntries(values), ...(approve && { approve }) };
  };
  const unescaped = (html: string) =>
    html
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&#x3D;', '=')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');

  /** Reports it, takes the first way and approves it; what the referee says of what came of it. */
  const mended = async (values: Record<string, string>, minute: Minute) => {
    const before = await agreed();
    const where = await reported(values);
    const { body, text } = await page(`${where}?wait=yes`);
    expect(text).toContain('What can be done');
    const { status, headers } = await post(`${where}/apply`, wayIn(body, 1));
    expect([status, headers.location]).toEqual([303, `${home}${where}`]);
    const after = await agreed();
    expect(after.number).toBe(before.number + 1);
    expect(keepsThePast(before.programme, after.programme, minute)).toBe(true);
    const set = new Set(after.programme.placements.map((p) => p.session));
    const broken = check(after.review, after.programme, {}).filter(isBroken);
    expect(broken.filter((f) => f.sessions.some((id) => set.has(id))).map((f) => f.sentence)).toEqual([]);
    return { before, after, where, shown: await page(where) };
  };

  beforeAll(async () => {
    site = await served(() => now);
    await keep(site.store, unshared, programme);
    await keep(site.store, { ...unshared, id: 'bare' });
    manager = await site.as(['manager'], review.id);
    organiser = await site.as(['organiser'], review.id);
    const { status } = await post('/agree/approve', { seen: '0', draft: '1', note: '' });
    expect(status).toBe(303);
    expect((await agreed()).number).toBe(1);
    const people = [...review.peers, ...review.contacts].map(({ id }) => ({ person: id }));
    await site.store.told.tell(review.id, 1, people, { by: 'Test', why: 'Test' });
  });
  afterAll(() => site.close());

  it('says outside the week when it is, and offers to rehearse a moment of it', async () => {
    const { text } = await page('/week');
    expect(text).toContain('The week begins on Monday 15 June.');
    expect(text).not.toContain('What happened today');
    const { status, headers } = await ask(`${site.url}${home}/week?day=2026-06-17&time=8.10am`, {
      headers: manager,
    });
    expect([status, headers.location]).toEqual([303, `${home}/week?at=2026-06-17T08%3A10`]);
    const rehearsal = await page('/week?at=2026-06-17T08:10');
    expect(rehearsal.text).toContain('A rehearsal.');
    expect(rehearsal.text).toContain('Wednesday 17 June, 8.10am');
    expect(rehearsal.text).toContain('Opposition');
  });

  it('rehearses without changing anything, and shows it to nobody as having happened', async () => {
    const where = await reported({
      at: '2026-06-17T08:10',
      kind: 'cancelled',
      session: 'opposition',
      for: 'then',
    });
    const { body, text } = await page(`${where}?wait=yes`);
    expect(text).toContain('A rehearsal of Wednesday 8.10am.');
    expect(text).toContain('What can be done');
    // Who knows of a time already is disturbed the most by another, and it says so.
    expect(text).toContain('1 of those seen had been told of the time before.');
    expect(body).not.toContain('name="programme"');
    const { review: __, ...before } = await held();
    const programmeFile = (await site.store.programmes.draftOf(review.id))?.file ?? '';
    const sent = { seen: '1', draft: '1', programme: programmeFile };
    expect((await post(`${where}/apply`, sent)).status).toBe(404);
    const { review: ___, ...after } = await held();
    expect(after).toEqual(before);
    now = new Date(wednesday);
    expect((await page('/week')).text).not.toContain('was cancelled');
    expect((await page('/board')).text).not.toContain('was cancelled');
  });

  it('asks for what is missing, beside its field, and keeps what was typed', async () => {
    const empty = await post('/week/happened', { note: 'She rang' });
    expect(empty.status).toBe(422);
    expect(textOf(empty.body)).toContain('Choose what happened');
    expect(empty.body).toContain('She rang');
    const strays = [
      [{ kind: 'over-ran', session: 'director' }, 'Enter by how many minutes it over-ran'],
      [{ kind: 'over-ran', session: 'nobody', longer: '5' }, 'Choose a session of the programme'],
      [{ kind: 'cancelled', session: 'director' }, 'It should have begun already'],
      [{ kind: 'not-held', session: 'opposition' }, 'It has not begun yet'],
      [
        { kind: 'peer-away', peer: 'glenn-cowan', 'to-day': '2', 'to-time': '9.00am' },
        'The end must be after',
      ],
      [{ kind: 'room-lost', room: 'base', 'from-time': 'soon' }, 'Choose the room'],
    ] as const;
    for (const [values, says] of strays) {
      const { status, body } = await post('/week/happened', { ...values });
      expect([values.kind, status]).toEqual([values.kind, 422]);
      expect(textOf(body)).toContain(says);
    }
    const known = await site.store.happenings.of(review.id);
    expect(known.filter((h) => !h.rehearsed)).toEqual([]);
  });

  it('mends around somebody who cancels, and approves what changed in the same breath', async () => {
    now = new Date(wednesday);
    const { before, after, shown } = await mended(
      { kind: 'cancelled', session: 'opposition', for: 'day', note: 'His office rang at ten past eight' },
      at(3, 8, 10),
    );
    const [was, is] = [placed(before, 'opposition')!, placed(after, 'opposition')!];
    expect(Math.floor(was.start / 1440)).toBe(3);
    expect(Math.floor(is.start / 1440)).toBe(4);
    // What is told: him, with both times, and those of the team who go elsewhere; nobody else.
    expect(shown.text).toContain('Whom to tell, and what to say');
    expect(shown.text).toContain('Interview with the peer review team: now Thursday');
    expect(shown.text).toContain('instead of Wednesday, 1.45pm to 2.45pm');
    expect(shown.text).toContain('It was approved as Release 2');
    expect(shown.text).not.toContain('Vivian Cairns');
    const week = await page('/week');
    expect(week.text).toContain('Mended');
    expect(week.text).toContain('His office rang at ten past eight');
    expect(week.text).not.toContain('changes that nobody has approved');
    const history = (await site.store.history.of(review.id)).filter((l) => l.thing === 'happening');
    expect(history.at(-1)?.why).toMatch(
      /^Mended after “Leader of the opposition was cancelled|^Mended after “/,
    );
  });

  it('puts a second interview where it disturbs nobody, where there is room', async () => {
    const { before, after, shown } = await mended(
      { kind: 'second-interview', session: 'director' },
      at(3, 8, 10),
    );
    const again = after.review.sessions.find((s) => s.title.startsWith('Second interview'))!;
    expect(placed(after, again.id)).toMatchObject({ peers: expect.any(Array) });
    const others = after.programme.placements.filter((p) => p.session !== again.id);
    expect(others.map((p) => [p.session, p.start])).toEqual(
      before.programme.placements.map((p) => [p.session, p.start]),
    );
    expect(shown.text).toContain('Alison Okoro');
  });

  it('makes a second interview as long as is asked for, at a time that was agreed with them already', async () => {
    const strays = [
      [{ minutes: '50' }, 'Enter its minutes in quarter hours, such as 45'],
      [{ 'again-day': '4', 'again-time': '' }, 'Enter when it starts, or choose no day'],
      [{ 'again-day': '4', 'again-time': '9.10am' }, 'Enter a time on the quarter hour, such as 9.15am'],
      [{ 'again-day': '2', 'again-time': '9.15am' }, 'Enter a time that is still to come'],
      [{ 'again-day': '4', 'again-time': '9.45pm' }, 'Enter a time such that it is held within'],
    ] as const;
    for (const [values, says] of strays) {
      const kind = { kind: 'second-interview', session: 'lscb-chair' };
      const { status, body } = await post('/week/happened', { ...kind, ...values });
      expect([status, textOf(body).includes(says)]).toEqual([422, true]);
    }
    const other = { kind: 'second-interview', session: 'lscb-chair', minutes: '45' };
    const refused = await post('/week/happened', other, organiser);
    expect([refused.status, textOf(refused.body).includes('only the review manager')]).toEqual([422, true]);
    // Where it can’t be, the page says why.
    const nowhere = await reported({ ...other, minutes: '60', 'again-day': '3', 'again-time': '2.30pm' });
    expect((await page(`${nowhere}?wait=yes`)).text).toContain('Jill Kendrick can’t be had');
    await post(`${nowhere}/withdraw`, { seen: '1' });
    const { after, shown } = await mended(
      {
        kind: 'second-interview',
        session: 'lscb-chair',
        minutes: '45',
        'again-day': '4',
        'again-time': '11.15',
      },
      at(3, 8, 10),
    );
    const again = after.review.sessions.findLast((s) => s.title.startsWith('Second interview'))!;
    expect(placed(after, again.id)).toMatchObject({ start: at(4, 11, 15), end: at(4, 12) });
    expect(after.review.waivers.filter((w) => w.about === again.id).map((w) => [w.rule, w.by])).toEqual([
      ['interview-length', 'Somebody, manager'],
    ]);
    expect(shown.text).toContain('is to be seen again, for 45 minutes, on Thursday 11.15am');
  });

  it('has somebody else take what an ill peer would have taken, from now on', async () => {
    moment(3, 8, 20);
    const tried = await reported({ kind: 'peer-away', peer: 'glenn-cowan', 'to-time': '11.00am' });
    const ways = (await page(`${tried}?wait=yes`)).text;
    // Two or three to choose from, side by side, each with whom it disturbs.
    expect(ways.match(/To tell:/g)?.length).toBeGreaterThanOrEqual(2);
    await post(`${tried}/withdraw`, { seen: '1' });
    const { before, after } = await mended(
      { kind: 'peer-away', peer: 'dorothy-hanif', 'from-time': '8.00am', 'to-time': '' },
      at(3, 8, 20),
    );
    const hers = (of: { programme: typeof programme }) =>
      of.programme.placements.filter(
        (p) => Math.floor(p.start / 1440) === 3 && p.peers.includes('dorothy-hanif'),
      );
    expect(hers(before).length).toBeGreaterThan(0);
    expect(hers(after)).toEqual([]);
  });

  it('records what over-ran, with who said so, and has its people free later', async () => {
    moment(3, 10, 5);
    const debrief = placed(await agreed(), 'debrief-1')!;
    const where = await reported({ kind: 'over-ran', session: 'debrief-1', longer: '20' });
    const { text } = await page(`${where}?wait=yes`);
    expect(text).toContain('over-ran by 20 minutes, to 10.20am');
    await post(`${where}/leave`, { seen: '1' });
    expect((await page(where)).text).toContain('Left as it is');
    // The board knows the truth; the record of what was planned stays.
    expect((await page('/board')).text).toContain('To 10.20am, over-ran');
    expect(placed(await agreed(), 'debrief-1')).toEqual(debrief);
    const lines = (await site.store.history.of(review.id)).filter((l) => l.thing === 'happening');
    expect(lines.slice(-2).map((l) => l.why)).toEqual([
      expect.stringContaining('over-ran by 20 minutes, to 10.20am'),
      expect.stringContaining('Left the programme as it is'),
    ]);
  });

  it('moves what those who over-run would be too late for', async () => {
    moment(3, 14, 40);
    const before = placed(await agreed(), 'ad-school-improvement')!;
    const { after } = await mended(
      { kind: 'over-ran', session: 'ad-school-improvement', longer: '60', note: 'Says Keith' },
      at(3, 14, 40),
    );
    expect(placed(after, 'ad-school-improvement')).toEqual(before);
    for (const p of after.programme.placements)
      if (p.session !== before.session && p.peers.some((id) => before.peers.includes(id)))
        expect([p.session, p.start < before.end + 60 && before.end < p.end]).toEqual([p.session, false]);
  });

  it('notes when a session really ended, with nothing to decide', async () => {
    moment(3, 11, 10);
    const values = {
      kind: 'held',
      session: 'accident-and-emergency',
      ended: '10.50am',
      note: 'She had to go',
    };
    const early = await post('/week/happened', { ...values, ended: '11.15am' });
    expect([early.status, textOf(early.body).includes('Enter a time that has come already')]).toEqual([
      422,
      true,
    ]);
    const { status, headers } = await post('/week/happened', values);
    expect([status, headers.location]).toEqual([303, `${home}/week`]);
    expect((await page('/week')).text).toMatch(/was held, to 10\.50am .*She had to go/);
    const lines = (await site.store.history.of(review.id)).filter((l) => l.thing === 'happening');
    expect(lines.filter((l) => l.why.startsWith('Noted that')).map((l) => l.by)).toEqual([
      'Somebody, manager',
    ]);
    expect((await page('')).text).toContain('The week is on.');
  });

  it('puts a session that was not held into the week once more, the first staying where it was', async () => {
    moment(3, 14, 30);
    const { before, after } = await mended(
      { kind: 'not-held', session: 'ad-school-improvement' },
      at(3, 14, 30),
    );
    expect(placed(after, 'ad-school-improvement')).toEqual(placed(before, 'ad-school-improvement'));
    const again = after.review.sessions.find((s) => s.title.endsWith('(put off)'))!;
    expect(again.contacts).toEqual(['dipak-ellwood']);
    expect(placed(after, again.id)!.start).toBeGreaterThan(at(3, 14, 30));
  });

  it('moves what was in a room that is lost, and at a site that is closed', async () => {
    moment(3, 15, 40);
    const lost = await mended({ kind: 'room-lost', room: 'assembly-room', 'to-day': '4' }, at(3, 15, 40));
    const there = lost.after.programme.placements.filter(
      (p) => p.start >= at(3, 15, 45) && 'room' in p.place && p.place.room === 'assembly-room',
    );
    expect(there).toEqual([]);
    moment(3, 8, 0);
    const closed = await mended({ kind: 'site-closed', site: 'hospital', 'to-time': '1.00pm' }, at(3, 8));
    expect(placed(closed.after, 'accident-and-emergency')?.start ?? at(4, 0)).toBeGreaterThanOrEqual(
      at(3, 13),
    );
  });

  it('calls a session off for good: nothing puts it back, and it can be approved all the same', async () => {
    moment(4, 8, 0);
    const { after } = await mended({ kind: 'called-off', session: 'lead-member' }, at(4, 8));
    expect(placed(after, 'lead-member')).toBeUndefined();
    expect(after.review.sessions.find((s) => s.id === 'lead-member')).toMatchObject({
      priority: 'could',
      latestDay: 0,
    });
  });

  it('lets the organiser mend the draft, and leaves the approving to the review manager', async () => {
    moment(4, 8, 5);
    const { number } = await agreed();
    const where = await reported({ kind: 'late', session: 'debrief-2', late: '30' }, organiser);
    const { body } = await page(`${where}?wait=yes`, organiser);
    expect(body).not.toContain('name="approve"');
    const { status } = await post(`${where}/apply`, { ...wayIn(body, 1), approve: 'yes' }, organiser);
    expect(status).toBe(303);
    expect((await agreed()).number).toBe(number);
    expect((await page(where, organiser)).text).toContain('Not approved yet');
    expect((await page('/week')).text).toContain('changes that nobody has approved');
  });

  it('does nothing where somebody else was first, or where what was to move has begun', async () => {
    moment(4, 8, 10);
    const where = await reported({ kind: 'peer-away', peer: 'roger-langton', 'to-time': '12 noon' }).catch(
      () => reported({ kind: 'peer-away', peer: 'roger-langton', 'to-time': '12.00' }),
    );
    const { body } = await page(`${where}?wait=yes`);
    const way = wayIn(body, 1);
    const before = await held();
    moment(4, 17, 0);
    const late = await post(`${where}/apply`, way);
    expect(late.headers.location).toBe(`${home}${where}?late=yes`);
    expect(await held()).toEqual(before);
    await post(`${where}/withdraw`, { seen: '1' });
    const second = await post(`${where}/apply`, way);
    expect(second.headers.location).toBe(`${home}${where}?late=yes`);
    expect(await held()).toEqual(before);
    expect((await page('/week')).text).not.toContain('Roger Langton is away');
  });

  it('says what to do first where nothing is built', async () => {
    const { body } = await ask(`${site.url}/reviews/bare/week`);
    expect(textOf(body)).toContain('There is no programme yet.');
    expect((await ask(`${site.url}/reviews/bare/week/happened`)).headers.location).toBe('/reviews/bare/week');
  });
});
