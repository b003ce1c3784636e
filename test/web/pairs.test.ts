import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { isBroken } from '../../src/check/finding.ts';
import { pairChoices, takenBy } from '../../src/check/pair-choices.ts';
import { loadsOf } from '../../src/check/peer-load.ts';
import { costOf } from '../../src/check/verdict.ts';
import { readProgramme, readReview } from '../../src/intake/index.ts';
import { heldIn } from '../../src/programme/programme.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { ask, enteredSample, keep, type Served, send, served, textOf } from './served.ts';

type Who = { readonly Cookie: string };
const review = enteredSample();

describe('the page of the pairs', () => {
  let site: Served;
  let manager: Who;
  let organiser: Who;
  const at = '/reviews/sample/pairs';
  const page = async (path = '', who: object = manager) => {
    const { status, body } = await ask(`${site.url}${at}${path}`, { headers: who });
    return { status, body, text: textOf(body) };
  };
  const draft = async () => {
    const stored = await site.store.programmes.draftOf('sample');
    const reading = readProgramme(stored?.file ?? '', review);
    if (!reading.ok) throw new Error('The draft can’t be read');
    return { version: stored?.version ?? 0, programme: reading.value };
  };
  const placed = async (id: string) =>
    (await draft()).programme.placements.find((p) => p.session === id) ?? { peers: [], lead: undefined };
  const lastWhy = async () =>
    (await site.store.history.of('sample')).findLast((l) => l.thing === 'programme')?.why;

  beforeAll(async () => {
    site = await served();
    await keep(site.store, review, sampleProgramme());
    await keep(site.store, enteredSample({ id: 'bare' }));
    manager = await site.as(['manager'], 'sample');
    organiser = await site.as(['organiser'], 'sample');
  });
  afterAll(() => site.close());

  it('says of each peer what they carry, in figures that add up, beside the picture', async () => {
    const { text, body } = await page();
    const held = heldIn(review, sampleProgramme());
    for (const load of loadsOf(review, held)) {
      const hours = Math.round(load.minutes / 6) / 10;
      expect(text).toContain(`${hours} hour${hours === 1 ? '' : 's'}`);
      // What is at sessions and what is left is all that the windows and the diary give.
      for (const day of load.days) {
        const inWindows = day.windows.reduce((sum, w) => sum + w.to - w.from, 0);
        const free = day.free.reduce((sum, f) => sum + f.to - f.from, 0);
        expect(free).toBeLessThanOrEqual(inWindows);
        if (day.sessions.length === 0 && day.away.length === 0) expect(free).toBe(inWindows);
      }
    }
    expect(text).toMatch(/\d+(\.\d)? hours more than a fair share/);
    expect(text).toMatch(/no free hour/);
    // The picture is not all there is: everything in it is hidden from those who hear the page.
    expect(body.match(/<svg/g)?.length).toBe(body.match(/<svg[^>]*aria-hidden="true"/g)?.length);
  });

  it('is the organiser’s to read and the review manager’s to change', async () => {
    const { text, body } = await page('', organiser);
    expect(text).toContain('The review manager settles who works with whom.');
    expect(body).not.toContain('Save who leads');
    expect((await page('/lead-member', organiser)).body).not.toContain('name="choice"');
    const before = await draft();
    for (const path of ['/leads', '/lock', '/unlock', '/lead-member'])
      expect((await send(`${site.url}${at}${path}`, {}, organiser)).status).toBe(403);
    expect(await draft()).toEqual(before);
  });

  it('settles who leads, several at once, and who does not take it never', async () => {
    const [a, b, c] = (await draft()).programme.placements.filter((p) => p.peers.length === 2);
    const values = {
      seen: '1',
      [`lead-${a!.session}`]: a!.peers[1]!,
      [`lead-${b!.session}`]: b!.peers[0]!,
      [`lead-${c!.session}`]: 'nobody',
    };
    const { status, headers } = await send(`${site.url}${at}/leads`, values, manager);
    expect([status, headers.location]).toEqual([303, `${at}?moved=2`]);
    expect((await placed(a!.session)).lead).toBe(a!.peers[1]);
    expect((await placed(b!.session)).lead).toBe(b!.peers[0]);
    expect((await placed(c!.session)).lead).toBeUndefined();
    expect(await lastWhy()).toBe('Settled who leads in 2 sessions');
    // Two who settle different sessions from the same page do not disturb each other.
    await send(`${site.url}${at}/leads`, { seen: '1', [`lead-${c!.session}`]: c!.peers[0]! }, manager);
    expect((await placed(a!.session)).lead).toBe(a!.peers[1]);
    expect((await placed(c!.session)).lead).toBe(c!.peers[0]);
  });

  it('offers everybody else who could take a session, the cost before it is chosen, and no more than it says', async () => {
    const { programme, version } = await draft();
    const choices = pairChoices(review, programme, 'lead-member');
    // What is said of a choice is what the whole rule book says once it is made.
    const now = check(review, programme);
    const said = ({ sentence }: { sentence: string }) => sentence;
    for (const { taken, change, breaks, comes } of choices) {
      const after = takenBy(programme, taken);
      const found = check(review, after);
      const [cost, before] = [costOf(review, after, found), costOf(review, programme, now)];
      for (const [tier, c] of change.entries()) expect(c).toBeCloseTo(cost[tier]! - before[tier]!, 2);
      const newly = found.filter((f) => !now.some((n) => n.sentence === f.sentence));
      expect(breaks.map(said).sort()).toEqual(newly.filter(isBroken).map(said).sort());
      expect(comes.map(said).sort()).toEqual(
        newly
          .filter((f) => f.kind === 'want')
          .map(said)
          .sort(),
      );
    }
    const free = choices.filter((c) => c.breaks.length === 0);
    expect(free.length).toBeGreaterThan(2);
    const { body, text } = await page('/lead-member');
    const offered = [...body.matchAll(/name="choice" value="([^"]+)"/g)].map(([, v = '']) =>
      v.replaceAll('&#x3D;', '='),
    );
    expect(offered.length).toBe(free.length);
    expect(text).toContain('Who can’t, and why');
    const choice = offered.find((value) => value.includes(' ')) ?? '';
    const swap = free.find((c) => c.taken.length === 2)!;
    expect(choice).toContain(`${swap.taken[1]!.session}=`);
    const seen = String(version);
    await send(`${site.url}${at}/lead-member`, { seen, choice }, manager);
    const after = (await draft()).programme;
    expect(after.placements.map((p) => [p.session, [...p.peers].sort()])).toEqual(
      takenBy(programme, swap.taken).placements.map((p) => [p.session, [...p.peers].sort()]),
    );
    expect(await lastWhy()).toMatch(/^Gave .+ to .+, who change places with those of /);
    // Made for a version that is no more: it is said, and nothing is changed.
    const late = await send(`${site.url}${at}/lead-member`, { seen, choice }, manager);
    expect([late.status, late.headers.location]).toEqual([303, `${at}/lead-member?late=yes`]);
    expect((await draft()).programme).toEqual(after);
  });

  it('takes nothing that a must rule refuses', async () => {
    const { programme, version } = await draft();
    const choices = pairChoices(review, programme, 'lead-member');
    const refused = choices.find((c) => c.breaks.length > 0)!;
    const choice = refused.taken.map((t) => `${t.session}=${[...t.peers].sort().join('+')}`).join(' ');
    await send(`${site.url}${at}/lead-member`, { seen: String(version), choice }, manager);
    expect((await draft()).version).toBe(version);
  });

  it('locks the pairs of a block with the reason, and lets one go', async () => {
    const { body } = await page();
    const block = /<option value="(block \d+)"/.exec(body)?.[1] ?? '';
    const without = await send(`${site.url}${at}/lock`, { block, because: ' ' }, manager);
    expect([without.status, textOf(without.body)]).toEqual([
      422,
      expect.stringContaining('There is a problem Say why these pairs are to stay as they are'),
    ]);
    await send(`${site.url}${at}/lock`, { block, because: 'They worked together before' }, manager);
    const locks = async () => {
      const reading = readReview((await site.store.reviews.find('sample'))?.file ?? '');
      return reading.ok ? reading.value.locks : [];
    };
    const all = await locks();
    const made = all.filter((l) => l.because === 'They worked together before');
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map((l) => [l.time, l.place, l.peers].join()))).toEqual(
      new Set(['false,false,true']),
    );
    const [first] = made;
    await send(`${site.url}${at}/unlock`, { session: first!.session }, manager);
    expect(await locks()).toEqual(all.filter((l) => l !== first));
  });

  it('says what to do first while there is no programme', async () => {
    const { text } = await (async () => {
      const { body } = await ask(`${site.url}/reviews/bare/pairs`);
      return { text: textOf(body) };
    })();
    expect(text).toContain('There is no programme yet. Once it is built');
    expect((await ask(`${site.url}/reviews/bare/pairs/lead-member`)).status).toBe(404);
  });
});
