import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateReview } from '../../fixtures/generate.ts';
import { solve } from '../../solver/solve.ts';
import { createWork } from '../../src/actions/background/work.ts';
import { createComparisons } from '../../src/actions/comparisons.ts';
import { createOpenReview, type OpenReview } from '../../src/actions/open-review.ts';
import type { Alternatives, FindAlternatives } from '../../src/programme/alternatives.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import { aReview } from '../support/cast.ts';
import { ask, keep, type Served, send, served, textOf, today } from './served.ts';

const review = generateReview({ size: 'S', tightness: 'tight', seed: 2 });
const at = `/reviews/${review.id}/programme/alternatives`;

describe('the page of alternatives', () => {
  let site: Served;
  const text = async (path: string): Promise<string> => textOf((await ask(`${site.url}${path}`)).body);

  beforeAll(async () => {
    site = await served();
    const { programme } = await solve(review, { seed: 1, effort: 'quick' });
    await keep(site.store, review, programme);
    await keep(site.store, aReview({ id: 'bare' }));
  });
  afterAll(() => site.close());

  it('is reached from the programme, says what it would look for, and changes nothing by being looked at', async () => {
    expect((await ask(`${site.url}/reviews/${review.id}/programme`)).body).toContain(`href="${at}"`);
    expect(await text(at)).toContain('Nothing is changed by looking. Look for alternatives');
    expect(await text(at)).not.toMatch(/constraint|solver|infeasible|optimal/i);
    expect(await text('/reviews/bare/programme/alternatives')).toContain('There is no programme yet');
  });

  it('puts them side by side once asked, and makes the one that is chosen the draft; the history says so', async () => {
    expect((await send(`${site.url}${at}`, {})).status).toBe(303);
    const found = (await ask(`${site.url}${at}?wait=yes`)).body;
    expect(textOf(found)).toMatch(/1 As it stands .* See it 2 .* It gains .* Use this one : .* In figures /);
    expect(textOf(found)).toMatch(/Points of wishes not met 1 [\d.]+ 2 [\d.]+ (better|worse)/);
    const [, id = ''] = /name="id" value="([^"]+)"/.exec(found) ?? [];
    const [, title = ''] = /Use this one<span class="govuk-visually-hidden">: ([^<]+)</.exec(found) ?? [];
    const used = await send(`${site.url}${at}/use`, { id });
    expect([used.status, used.headers.location]).toEqual([303, `/reviews/${review.id}/programme?moved=2`]);
    const last = (await site.store.history.of(review.id)).findLast((l) => l.thing === 'programme');
    expect(last).toMatchObject({
      thing: 'programme',
      version: 2,
      by: 'Olive Organiser',
      why: `Chose among the alternatives: ${title.replaceAll('&#x27;', "'")}`,
    });
    // What was found was held against another draft: it is not offered for this one, nor taken.
    expect(await text(at)).toContain('Look for alternatives');
    const again = await send(`${site.url}${at}/use`, { id });
    expect(again.headers.location).toBe(`${at}?late=yes`);
    expect(await text(`${at}?late=yes`)).toContain('Nothing was saved');
    expect((await site.store.programmes.draftOf(review.id))?.version).toBe(2);
  }, 60_000);

  it('takes its forms from its own pages only', async () => {
    const refused = await ask(`${site.url}${at}`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(refused.status).toBe(403);
  });
});

describe('comparisons', () => {
  let site: Served;
  let open: OpenReview;
  beforeAll(async () => {
    site = await served();
    const { programme } = await solve(review, { seed: 1, effort: 'quick' });
    await keep(site.store, review, programme);
    const opening = await createOpenReview({ store: site.store, now: () => today })(review.id);
    if (!opening?.ok) throw new Error('not open');
    open = opening.open;
  });
  afterAll(() => site.close());

  const none: Alternatives = { programmes: [], asides: [] };
  const failed = (): never => {
    throw new Error('Nothing was to be built');
  };

  /** Comparisons over a way of looking for alternatives; `told` hears of what went wrong. */
  function comparisonsBy(findAlternatives: FindAlternatives, told: (error: unknown) => void = () => {}) {
    const { store } = site;
    const engines = { solve: failed, explain: failed, findAlternatives };
    const opening = createOpenReview({ store, now: () => today });
    const background = createWork({ store, open: opening, ...engines, failed: told, pace: { beat: 20 } });
    return createComparisons(background, store);
  }

  it('are worked out once, however often they are asked for, and say how far they are', async () => {
    let asked = 0;
    let go: (found: Alternatives) => void = () => {};
    const comparisons = comparisonsBy((_, { progress, first, seed }) => {
      asked++;
      expect([programmeToJson(review, first), seed]).toEqual([
        programmeToJson(review, open.draft!.programme),
        1,
      ]);
      progress?.(2, 6);
      return new Promise((resolve) => {
        go = resolve;
      });
    });
    expect(await comparisons.of(open)).toEqual({ state: 'not asked', outdated: false });
    await comparisons.begin(open, 'Olive');
    expect(await comparisons.of(open)).toEqual({ state: 'working', tried: undefined });
    await comparisons.begin(open, 'Mo');
    await comparisons.soon(open, 300);
    expect(await comparisons.of(open)).toEqual({ state: 'working', tried: { tried: 2, all: 6 } });
    go(none);
    await comparisons.soon(open, 10_000);
    await comparisons.begin(open, 'Mo');
    expect([await comparisons.of(open), asked]).toEqual([{ state: 'done', found: none }, 1]);
    const later: OpenReview = { ...open, line: { ...open.line, version: 9 } };
    expect(await comparisons.of(later)).toEqual({ state: 'not asked', outdated: true });
  });

  it('that fail say so, tell the log, and can be asked for again', async () => {
    const told: unknown[] = [];
    const fault = new Error('The search broke off.');
    let tries = 0;
    const comparisons = comparisonsBy(
      () => (tries++ === 0 ? Promise.reject(fault) : Promise.resolve(none)),
      (error) => void told.push(error),
    );
    // Of another version of the review: what was found before is of no use for it.
    const again: OpenReview = { ...open, line: { ...open.line, version: 2 } };
    await comparisons.begin(again, 'Olive');
    await comparisons.soon(again, 10_000);
    expect([await comparisons.of(again), told]).toEqual([{ state: 'failed' }, [fault]]);
    await comparisons.begin(again, 'Olive');
    await comparisons.soon(again, 10_000);
    expect(await comparisons.of(again)).toEqual({ state: 'done', found: none });
  });
});
