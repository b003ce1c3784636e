import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solve } from '../../solver/solve.ts';
import { readProgramme } from '../../src/intake/index.ts';
import { reviewFixture } from '../support/fixtures.ts';
import { type Answered, ask, keep, type Served, send, served, textOf, today } from './served.ts';

/** What a form of a page sends: its hidden fields. */
interface Form {
  readonly action: string;
  readonly fields: Record<string, string>;
}

const unescaped = (text: string): string =>
  text.replaceAll('&#x3D;', '=').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

const formsOf = (html: string): readonly Form[] =>
  [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
    ([, action = '', inside = '']) => ({
      action: unescaped(action),
      fields: Object.fromEntries(
        [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
          ([, name = '', value = '']) => [name, unescaped(value)],
        ),
      ),
    }),
  );

describe('the grid as the editor, without script', () => {
  let site: Served;
  const review = reviewFixture('small-council');
  const at = `/reviews/${review.id}/programme`;

  const draft = async () => {
    const stored = await site.store.programmes.draftOf(review.id);
    const reading = stored && readProgramme(stored.file, review);
    if (!stored || !reading?.ok) throw new Error('there is no draft');
    return { version: stored.version, programme: reading.value };
  };
  const page = (path: string) => ask(`${site.url}${path}`);
  const sending = (form: Form | undefined, more: Record<string, string> = {}): Promise<Answered> => {
    if (!form) throw new Error('there is no such form');
    return send(`${site.url}${form.action}`, { ...form.fields, ...more });
  };
  const formTo = (html: string, end: string): Form | undefined =>
    formsOf(html).find(({ action }) => action.endsWith(end));
  /** The form that takes back the last step, or does it again; undefined where there is none. */
  const stepIn = (html: string, which: 'undo' | 'redo'): Form | undefined => {
    const [form] = new RegExp(`<form[^>]* data-${which}>.*?</form>`, 's').exec(html) ?? [];
    return form === undefined ? undefined : formsOf(form)[0];
  };
  const seatOf = async (session: string) =>
    (await draft()).programme.placements.find((p) => p.session === session);
  const interview = review.sessions.find((s) => s.kind === 'interview')?.id ?? '';

  beforeAll(async () => {
    // Each moment is a later one, as it is on a clock.
    let moment = today.getTime();
    site = await served(() => new Date(moment++));
    const { programme } = await solve(review, { seed: 1, effort: 'quick' });
    await keep(site.store, review, programme);
  });
  afterAll(() => site.close());

  it('shows what a place costs before it is gone to, and goes there with a room and a pair that were chosen', async () => {
    const before = await draft();
    const picked = await page(`${at}?day=all&pick=${interview}`);
    const free = /pw-place--free" id="at-(\d+)"/.exec(picked.body)?.[1];
    if (!free) throw new Error('nothing is free');
    const chosen = await page(`${at}?day=all&pick=${interview}&to=${free}`);
    expect(textOf(chosen.body)).toMatch(/(points? (more|less)|Costs the same)\. .+with .+ To tell: /);
    const pair = [...chosen.body.matchAll(/<option value="([\w-]+ [\w-]+)"/g)].at(-1)?.[1] ?? '';
    const seat = await page(
      `${at}?day=all&pick=${interview}&to=${free}&pair=${encodeURIComponent(pair)}&place=`,
    );
    const form = formsOf(seat.body).find(({ fields }) => fields.pair === pair);
    expect((await sending(form)).status).toBe(303);
    const after = await seatOf(interview);
    expect([after?.start, [...(after?.peers ?? [])].sort().join(' ')]).toEqual([Number(free), pair]);
    expect((await draft()).version).toBe(before.version + 1);
  });

  it('says why a place is refused, and offers no button for it', async () => {
    const picked = await page(`${at}?day=all&pick=${interview}`);
    const refused = /pw-place--refused" id="at-(\d+)"/.exec(picked.body)?.[1];
    const chosen = await page(`${at}?day=all&pick=${interview}&to=${refused}`);
    const inChosen = chosen.body.slice(
      chosen.body.indexOf('id="chosen"'),
      chosen.body.indexOf('Put it down'),
    );
    expect(textOf(chosen.body)).toContain('Not possible');
    expect(inChosen).not.toContain('Move it here');
  });

  it('puts a session in another stream', async () => {
    const picked = await page(`${at}?day=all&pick=${interview}`);
    const other = (await seatOf(interview))?.stream === 'B' ? 'A' : 'B';
    await sending(formTo(picked.body, `${interview}/stream`), { stream: other });
    expect((await seatOf(interview))?.stream).toBe(other);
    const before = await draft();
    const nonsense = await sending(formTo(picked.body, `${interview}/stream`), { stream: 'nowhere' });
    expect([nonsense.status, (await draft()).version]).toEqual([404, before.version]);
  });

  it('locks with who and why, shows it in the grid, keeps it from moving, and takes that back', async () => {
    const session = await page(`${at}/sessions/${interview}`);
    const form = formTo(session.body, `${interview}/lock`);
    const wanting = await sending(form, { time: 'yes', because: ' ' });
    expect([wanting.status, textOf(wanting.body).includes('Say why it is locked')]).toEqual([400, true]);
    const none = await sending(form, { because: 'She said so' });
    expect([none.status, none.body.includes('value="She said so"')]).toEqual([400, true]);
    const answer = await sending(form, { time: 'yes', because: 'The only hour she has' });
    expect(answer.status).toBe(303);
    const grid = await page(answer.headers.location ?? '');
    expect(textOf(grid.body)).toMatch(/Locked the time of .+: The only hour she has\. Undo/);
    expect(grid.body).toContain('Locked: time');
    const picked = await page(`${at}?day=all&pick=${interview}`);
    expect(textOf(picked.body)).toContain('Its time is locked by');
    expect(picked.body).not.toContain('pw-place--free"');
    expect(picked.body).not.toContain(`${interview}/park`);
    const before = await draft();
    await send(`${site.url}${at}/sessions/${interview}/park`, { seen: String(before.version) });
    expect((await draft()).version).toBe(before.version);
    // The last step is the lock: the grid’s own undo takes it off.
    await sending(stepIn((await page(at)).body, 'undo'));
    expect((await page(`${at}?day=all&pick=${interview}`)).body).toContain('pw-place--free"');
    expect((await page(at)).body).toContain('data-redo');
  });

  it('takes everything back, one step after another, and does it all again', async () => {
    const last = (await draft()).programme.placements;
    const first = (await draft()).version;
    const take = async (which: 'undo' | 'redo'): Promise<number> => {
      for (let steps = 0; ; steps++) {
        const form = stepIn((await page(at)).body, which);
        if (!form || steps > 20) return steps;
        await sending(form);
      }
    };
    const undone = await take('undo');
    expect([undone, (await draft()).version]).toEqual([2, first + 2]);
    // The lock that was taken off, and two moves.
    expect(await take('redo')).toBe(3);
    await sending(stepIn((await page(at)).body, 'undo'));
    expect((await draft()).programme.placements).toEqual(last);
  });

  it('mends around a session that was put where another is: all that changes is shown first', async () => {
    const before = await draft();
    const page1 = await page(`${at}/sessions/${interview}`);
    const begun = await sending(formTo(page1.body, '/mend'));
    const shown = await page(begun.headers.location ?? '');
    expect(textOf(shown.body)).toContain('Nothing is changed until you choose.');
    expect((await draft()).version).toBe(before.version);
    // Somebody takes one out of the week; mending finds it a place again.
    const other = before.programme.placements.find((p) => p.session !== interview)?.session ?? '';
    await send(`${site.url}${at}/sessions/${other}/park`, { seen: String(before.version) });
    const again = await sending(formTo((await page(`${at}/sessions/${interview}`)).body, '/mend'));
    const ways = await page(again.headers.location ?? '');
    const way = formsOf(ways.body).find(({ action }) => action.endsWith('/mend/apply'));
    expect(textOf(ways.body)).toMatch(/has a place now/);
    const answer = await sending(way);
    expect(answer.status).toBe(303);
    expect(await seatOf(other)).toBeDefined();
    expect(await seatOf(interview)).toEqual(before.programme.placements.find((p) => p.session === interview));
    expect(textOf((await page(answer.headers.location ?? '')).body)).toMatch(/Mended around .+ session/);
  });

  it('tries a what-if beside the draft, which stays as it is until it is taken', async () => {
    const base = `/reviews/${review.id}/what-if`;
    const nameless = await send(`${site.url}${base}`, { name: ' ' });
    expect([nameless.status, textOf(nameless.body).includes('Give it a name')]).toEqual([400, true]);
    const begun = await send(`${site.url}${base}`, { name: 'Another day' });
    const grid = begun.headers.location ?? '';
    expect(grid).toMatch(/\/what-if\/[\w-]+\/programme$/);
    const before = await draft();
    const session = before.programme.placements[3]?.session ?? '';
    const picked = await page(`${grid}?day=all&pick=${session}`);
    const free = /pw-place--(?:free|moves)" id="at-(\d+)"/.exec(picked.body)?.[1] ?? '';
    const chosen = await page(`${grid}?day=all&pick=${session}&to=${free}`);
    const form = formsOf(chosen.body).find(({ fields }) => fields.start === free);
    expect(form?.action).toBe(`${grid}/sessions/${session}/move`);
    const done = await sending(form);
    expect(done.headers.location).toContain('moved=2');
    const shown = await page(done.headers.location ?? '');
    expect(textOf(shown.body)).toMatch(/Moved .+ Undo .*What if: Another day/);
    expect(await draft()).toEqual(before);
    // Its own undo and redo.
    await sending(stepIn(shown.body, 'undo'));
    const undone = await page(grid);
    expect(stepIn(undone.body, 'redo')?.action).toBe(`${grid}/undo`);
    const compareAt = grid.replace(/\/programme$/, '');
    expect(textOf((await page(compareAt)).body)).toContain('It is the same as the programme so far.');
    await sending(stepIn(undone.body, 'redo'));
    const compared = await page(compareAt);
    expect(textOf(compared.body)).toMatch(
      /Held against the programme as it is now: .+ What it changes .+ moves from/,
    );
    // Somebody moves another in the draft meanwhile: taking keeps both.
    const other = before.programme.placements.find((p) => p.session !== session)?.session ?? '';
    await send(`${site.url}${at}/sessions/${other}/park`, { seen: String(before.version) });
    const taken = await sending(formsOf(compared.body).find(({ action }) => action.endsWith('/take')));
    expect(taken.headers.location).toContain('moved=');
    expect((await seatOf(session))?.start).toBe(Number(free));
    expect((await draft()).programme.unplaced.map((u) => u.session)).toContain(other);
    expect((await page(compareAt)).status).toBe(404);
  });

  it('throws a what-if away, and tells who took or began which', async () => {
    const base = `/reviews/${review.id}/what-if`;
    const begun = await send(`${site.url}${base}`, { name: 'Not this' });
    const compareAt = (begun.headers.location ?? '').replace(/\/programme$/, '');
    const before = await draft();
    const { body } = await page(compareAt);
    await sending(formsOf(body).find(({ action }) => action.endsWith('/throw-away')));
    expect((await page(compareAt)).status).toBe(404);
    expect(await draft()).toEqual(before);
    const history = textOf((await page(`/reviews/${review.id}/history`)).body);
    expect(history).toContain('Began the what-if “Not this”');
    expect(history).toContain('Threw away the what-if “Not this”');
    expect(history).toContain('Took the what-if “Another day”');
  });
});
