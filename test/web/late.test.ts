import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solve } from '../../solver/solve.ts';
import { readProgramme, readReview } from '../../src/intake/index.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { DAY } from '../../src/time/span.ts';
import { reviewFixture } from '../support/fixtures.ts';
import { fillIn, formIn } from './filled.ts';
import { ask, keep, type Served, served, textOf } from './served.ts';

describe('a session that comes late', () => {
  let site: Served;
  let built: Programme;
  let clock = new Date('2026-01-12T10:00:00Z');
  const review = reviewFixture('small-council');
  const at = `/reviews/${review.id}`;
  const contact = review.contacts[0]!.id;

  const draft = async (): Promise<Programme> => {
    const stored = await site.store.programmes.draftOf(review.id);
    const entry = readReview((await site.store.reviews.find(review.id))?.file ?? '');
    const reading = stored && entry.ok ? readProgramme(stored.file, entry.value) : undefined;
    if (!reading?.ok) throw new Error('there is no draft');
    return reading.value;
  };
  const sessions = async () => {
    const entry = readReview((await site.store.reviews.find(review.id))?.file ?? '');
    return entry.ok ? entry.value.sessions.map((s) => s.title) : [];
  };
  const page = async (path: string, who = {}) =>
    (await ask(`${site.url}${at}${path}`, { headers: who })).body;
  const look = async (values: Record<string, string>, who = {}) =>
    fillIn(site, await page('/programme/late', who), 'late#where', { ...values, do: 'look' }, who);
  const asked = { title: 'Second talk with the director', contacts: contact };

  beforeAll(async () => {
    built = (await solve(review, { seed: 1, effort: 'quick', explain: false })).programme;
    site = await served(() => clock);
    await keep(site.store, review, built);
  });
  afterAll(() => site.close());

  it('is shown where it disturbs the fewest, and nothing is changed by that', async () => {
    expect(await page('/programme')).toContain(`href="${at}/programme/late"`);
    const shown = await look(asked);
    expect(shown.status).toBe(200);
    const text = textOf(shown.body);
    expect(text).toMatch(/Where it disturbs the fewest .*day, .* to .* with .* To tell: /);
    // Those that move nobody stand before those that move somebody.
    const moving = [
      ...shown.body.matchAll(
        /(Nobody else moves\.)|<ul class="govuk-list govuk-list--bullet pw-chosen__list">/g,
      ),
    ];
    const firstThatMoves = moving.findIndex(([, nobody]) => nobody === undefined);
    expect(moving.slice(firstThatMoves < 0 ? moving.length : firstThatMoves).some(([, n]) => n)).toBe(false);
    expect(await sessions()).not.toContain(asked.title);
    expect((await draft()).placements).toEqual(built.placements);
  });

  it('is added as it was shown, and both steps are undone one after the other', async () => {
    const shown = await look(asked);
    const chosen = new Map(formIn(shown.body, 'late#where').fields).get('at') ?? '';
    const added = await fillIn(site, shown.body, 'late#where', { do: 'add' });
    expect(textOf(added.body)).toContain(`Put ${asked.title}, which came late, on `);
    const now = await draft();
    const placed = now.placements.find((p) => !built.placements.some((b) => b.session === p.session));
    expect(chosen.startsWith(`${placed?.session} ${placed?.start} ${placed?.stream} `)).toBe(true);
    expect(await sessions()).toContain(asked.title);
    const steps = async () => fillIn(site, await page('/programme'), 'programme/undo');
    await steps();
    expect((await draft()).placements).toEqual(built.placements);
    expect(await sessions()).toContain(asked.title);
    await fillIn(site, await page('/programme'), `${at}/undo`);
    expect(await sessions()).not.toContain(asked.title);
  });

  it('says what stands against it where it can be nowhere', async () => {
    const text = textOf((await look({ ...asked, minutes: '30' })).body);
    expect(text).toMatch(
      /There is no place for it.* Of the \d+ times in the week .* 0 are free.* “An interview takes an hour” \(\d+\)\. Change it above/,
    );
  });

  it('says what is missing, and keeps what was typed', async () => {
    const answer = await look({ title: '', contacts: contact, minutes: 'long' });
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain('Enter a title');
    const kept = new Map(formIn(answer.body, 'late#where').fields);
    expect([kept.get('contacts'), kept.get('minutes')]).toEqual([contact, 'long']);
  });

  it('is not added where what was shown can’t be had any more; it is shown anew with what was typed', async () => {
    const shown = await look(asked);
    const answer = await fillIn(site, shown.body, 'late#where', { do: 'add', at: 'gone 1 A' });
    expect(answer.status).toBe(409);
    expect(textOf(answer.body)).toContain('all that you entered is kept');
    expect(new Map(formIn(answer.body, 'late#where').fields).get('title')).toBe(asked.title);
    expect(await sessions()).not.toContain(asked.title);
  });

  it('can be a second interview: with the same people, after the first', async () => {
    const first = built.placements[0]!.session;
    expect(await page(`/programme/sessions/${first}`)).toContain(
      `href="${at}/programme/late?again&#x3D;${first}"`,
    );
    const form = new Map(formIn(await page(`/programme/late?again=${first}`), 'late#where').fields);
    const known = review.sessions.find((s) => s.id === first)!;
    expect([form.get('title')?.startsWith(`${known.title}: second `), form.get('after')]).toEqual([
      true,
      first,
    ]);
  });

  it('goes nowhere that is past, and moves nothing that is past', async () => {
    clock = new Date(`2026-06-16T11:00:00Z`);
    const shown = await look(asked, await site.as(['manager'], review.id));
    const starts = [...shown.body.matchAll(/type="radio" value="[a-z0-9-]+ (\d+) /g)].map((m) =>
      Number(m[1]),
    );
    expect(starts.length).toBeGreaterThan(0);
    expect(starts.filter((start) => start < 2 * DAY + 12 * 60)).toEqual([]);
    clock = new Date('2026-06-22T11:00:00Z');
    const over = textOf((await look(asked, await site.as(['manager'], review.id))).body);
    expect(over).toContain('Those that can be had are past');
    clock = new Date('2026-01-12T10:00:00Z');
  });

  it('is entered without a place where that is wanted: the grid has it picked', async () => {
    const shown = await look({ ...asked, title: 'Somebody new' });
    const grid = await fillIn(site, shown.body, 'late#where', { do: 'enter' });
    expect(textOf(grid.body)).toContain('Picked: Somebody new');
    expect(await sessions()).toContain('Somebody new');
    expect((await draft()).placements).toEqual(built.placements);
  });
});
