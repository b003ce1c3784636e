import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeReview } from '../../src/actions/change-review.ts';
import { check } from '../../src/check/check.ts';
import { isBroken } from '../../src/check/finding.ts';
import { lock } from '../../src/entry/locks.ts';
import { readProgramme } from '../../src/intake/index.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import { at } from '../../src/time/span.ts';
import { builtWeek } from '../support/built-week.ts';
import { fillIn } from './filled.ts';
import { ask, keep, type Served, send, served, textOf } from './served.ts';

type Who = { readonly Cookie: string };
const { review, programme } = builtWeek();
const { approvedAt: _, ...unapproved } = review;
const home = `/reviews/${review.id}`;
const thursday = programme.placements.filter((p) => Math.floor(p.start / 1440) === 4);

describe('the evening’s agreeing of tomorrow’s pairs', () => {
  let site: Served;
  let manager: Who;
  let organiser: Who;
  // Wednesday, twenty to eight in the evening.
  const now = new Date('2026-06-17T18:40:00Z');
  const page = async (who: object = manager, path = '') => {
    const { status, body } = await ask(`${site.url}${home}/week/pairs${path}`, { headers: who });
    return { status, body, text: textOf(body) };
  };
  const draft = async () => {
    const stored = await site.store.programmes.draftOf(review.id);
    const reading = readProgramme(stored?.file ?? '', review);
    if (!reading.ok) throw new Error('The draft can’t be read');
    return { version: stored?.version ?? 0, programme: reading.value };
  };
  const placed = async (id: string) => (await draft()).programme.placements.find((p) => p.session === id)!;
  /** The form as the page has it, and what is chosen in it. */
  const choose = async (over: Record<string, string>, act = 'agree', who: object = manager) => {
    const { body } = await page();
    const hidden = [...body.matchAll(/type="hidden" name="(day|seen|agreement)" value="(\d+)"/g)];
    const selects = [...body.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
      ([, name = '', options = '']) => [name, /value="([^"]*)" selected/.exec(options)?.[1] ?? ''] as const,
    );
    const values = {
      ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
      ...Object.fromEntries(selects),
      do: act,
      ...over,
    };
    return send(`${site.url}${home}/week/pairs`, values, who);
  };
  const releases = async () => (await site.store.releases.of(review.id)).length;

  beforeAll(async () => {
    site = await served(() => now);
    await keep(site.store, unapproved, programme);
    await keep(site.store, { ...unapproved, id: 'bare' });
    manager = await site.as(['manager'], review.id);
    organiser = await site.as(['organiser'], review.id);
    await send(`${site.url}${home}/agree/approve`, { seen: '0', draft: '1', note: '' }, manager);
    expect(await releases()).toBe(1);
  });
  afterAll(() => site.close());

  it('shows tomorrow’s sessions with themes, and what each carries, to both', async () => {
    for (const who of [manager, organiser]) {
      const { text } = await page(who);
      expect(text).toContain('The pairs of Thursday 18 June');
      expect(text).toContain('Not agreed yet');
      for (const p of thursday)
        expect(text).toContain(review.sessions.find((s) => s.id === p.session)!.title);
      for (const peer of review.peers) expect(text).toContain(peer.name);
      expect(text).toMatch(/hours? (more|less) than a fair share|As a fair share/);
    }
    const { body } = await page(organiser);
    expect([body.includes('<select'), body.includes('Agree these pairs')]).toEqual([false, false]);
    expect((await choose({}, 'agree', organiser)).status).toBe(403);
    expect((await page(manager, '?day=2')).text).toContain('The pairs of Tuesday 16 June');
    // What is over is not there to be chosen any more.
    expect((await page(manager, '?day=2')).body).not.toContain('<select');
  });

  it('says what a choice comes to before it is made, and changes nothing by saying it', async () => {
    const before = await draft();
    const { status, body } = await choose(
      { 'lead-lead-member': 'keith-drummond', 'with-lead-member': 'dorothy-hanif' },
      'look',
    );
    expect([status, textOf(body).includes('The whole then:')]).toEqual([200, true]);
    expect(body).toMatch(/name="lead-lead-member".*?value="keith-drummond" selected/s);
    expect(await draft()).toEqual(before);
    expect(textOf((await choose({}, 'look')).body)).toMatch(/The whole then:|as the draft has it already/);
  });

  it('takes nobody twice, and nobody where nobody is chosen; what was chosen is kept', async () => {
    const twice = await choose({ 'lead-lead-member': 'glenn-cowan', 'with-lead-member': 'glenn-cowan' });
    expect([twice.status, textOf(twice.body).includes('not Glenn Cowan twice')]).toEqual([422, true]);
    const nobody = await choose({ 'lead-lead-member': '', 'with-lead-member': '' });
    expect([nobody.status, textOf(nobody.body).includes('choose who takes it')]).toEqual([422, true]);
    expect((await draft()).version).toBe(1);
  });

  it('refuses what a rule refuses, with the sentence of the rule book', async () => {
    const busy = {
      ...unapproved,
      id: 'busy',
      peers: review.peers.map((p) =>
        p.id === 'keith-drummond'
          ? { ...p, diary: { ...p.diary, busy: [{ from: at(4, 8), to: at(4, 18) }] } }
          : p,
      ),
    };
    await keep(site.store, busy, { ...programme, review: 'busy' });
    const who = await site.as(['manager'], 'busy');
    const values = {
      day: '4',
      seen: '1',
      agreement: '0',
      'lead-lead-member': 'keith-drummond',
      'with-lead-member': 'roger-langton',
    };
    const { status, body } = await send(`${site.url}/reviews/busy/week/pairs`, values, who);
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Keith Drummond can’t take');
    expect((await site.store.programmes.draftOf('busy'))?.version).toBe(1);
  });

  it('agrees them: in the draft, on record, approved in the same breath, and to be read out', async () => {
    const { status, headers } = await choose({
      'lead-lead-member': 'roger-langton',
      'with-lead-member': 'keith-drummond',
    });
    expect([status, headers.location]).toEqual([303, `${home}/week/pairs?day=4`]);
    expect(await placed('lead-member')).toMatchObject({
      peers: ['roger-langton', 'keith-drummond'],
      lead: 'roger-langton',
    });
    expect(await releases()).toBe(2);
    const { text } = await page();
    expect(text).toContain('Agreed by Somebody, manager, 17 June 2026, 7.40pm.');
    expect(text).toMatch(/Keith Drummond: [^.]*10\.15am .*, with Councillor Roger Langton, who leads/);
    const why = (await site.store.history.of(review.id)).filter(
      (l) => l.why === 'Agreed the pairs of Thursday 18 June',
    );
    expect(why.map((l) => l.thing).sort()).toEqual(['happening', 'programme']);
    // What else was in the programme is as it was, and no rule that was kept is broken.
    const after = await draft();
    const others = (of: typeof programme) =>
      of.placements.filter((p) => Math.floor(p.start / 1440) !== 4).map((p) => [p.session, p.start, p.peers]);
    expect(others(after.programme)).toEqual(others(programme));
    expect(check(review, after.programme).filter(isBroken)).toEqual([]);
    expect((await ask(`${site.url}${home}/board`, { headers: manager })).body).toContain(
      'The pairs of Thursday 18 June are agreed',
    );
  });

  it('agrees what is right as it is without another release', async () => {
    const { status } = await choose({});
    expect([status, await releases()]).toEqual([303, 2]);
  });

  it('tells whoever comes second that somebody changed the same session, and keeps what they chose', async () => {
    const { version, programme: before } = await draft();
    // Theirs is the same session, and another that is left as it was.
    const other = thursday.find((p) => p.session !== 'lead-member' && p.peers.length === 2)!.session;
    const theirs = (await placed(other)).peers.toReversed();
    const placements = before.placements.map((p) =>
      p.session === 'lead-member'
        ? { ...p, peers: ['glenn-cowan', 'dorothy-hanif'], lead: 'glenn-cowan' }
        : p.session === other
          ? { ...p, peers: theirs, lead: theirs[0]! }
          : p,
    );
    const shown = (await page()).body;
    const file = programmeToJson(review, { ...before, placements });
    await site.store.programmes.saveDraft({ review: review.id, reviewVersion: 1, file }, version, {
      by: 'Ada',
      why: 'Moved',
    });
    const ours = { 'lead-lead-member': 'keith-drummond', 'with-lead-member': 'glenn-cowan', do: 'agree' };
    const { status, body } = await fillIn(site, shown, '/week/pairs', ours, manager);
    expect(body).toMatch(new RegExp(`name="lead-${other}".*?value="${theirs[0]}" selected`, 's'));
    expect([status, textOf(body).includes('Nothing was agreed')]).toEqual([409, true]);
    expect(body).toMatch(/name="lead-lead-member".*?value="keith-drummond" selected/s);
    expect((await placed('lead-member')).peers).toEqual(['glenn-cowan', 'dorothy-hanif']);
  });

  it('leaves alone a pair that is locked, and says by whom', async () => {
    const version = (await site.store.reviews.find(review.id))?.version ?? 0;
    const needs = { store: site.store, now: () => now };
    const locked = lock('lead-member', 'peers', 'Joel', 'She asked for them');
    await changeReview(needs, review.id, version, locked, { by: 'Joel', why: 'Locked' });
    const { body, text } = await page();
    expect(text).toContain('Locked by Joel: She asked for them');
    expect(body).not.toContain('name="lead-lead-member"');
  });

  it('says what to do first where nothing is built', async () => {
    const { body } = await ask(`${site.url}/reviews/bare/week/pairs`);
    expect(textOf(body)).toContain('There is no programme yet.');
  });
});
