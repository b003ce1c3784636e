import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildProgramme } from '../../src/actions/build-programme.ts';
import { firstStart } from '../../src/actions/first-start.ts';
import { importReview } from '../../src/actions/import-review.ts';
import { listReviews } from '../../src/actions/list-reviews.ts';
import { createOpenReview, type OpenById, type OpenReview } from '../../src/actions/open-review.ts';
import { standingOf } from '../../src/actions/standing.ts';
import type { Outcome, Solve } from '../../src/programme/outcome.ts';
import { reviewToJson } from '../../src/publish/json.ts';
import { NEW, type Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { aContact, aPeer, aPlacement, aProgramme, aReview, aSession } from '../support/cast.ts';

const director = aContact('director', { roles: ['director-childrens-services'] });
const interview = aSession('interview', { contacts: ['director'] });
const review = aReview({
  peers: [aPeer('ann', { initials: 'AN' }), aPeer('bob', { initials: 'BO' })],
  contacts: [director],
  sessions: [interview],
});
const file = reviewToJson(review);
const outcome: Outcome = {
  status: 'feasible',
  programme: aProgramme([aPlacement(interview, 1, 14, 0, { peers: ['ann', 'bob'] })]),
  cost: [0, 0, 0, 0, 0, 0],
  bound: [0, 0, 0, 0, 0, 0],
  seconds: 0,
  conflicts: [],
};
const solve: Solve = async () => outcome;
const ada = { by: 'Ada', why: 'Test' };

describe('reviews in the store', () => {
  let store: Store;
  let now: Date;
  let open: OpenById;
  beforeEach(async () => {
    now = new Date('2026-01-12T10:00:00Z');
    store = await openStore(':memory:', { now: () => now, randomBytes });
    open = createOpenReview({ store, now: () => now });
  });
  afterEach(() => store.close());

  const opened = async (): Promise<OpenReview> => {
    const opening = await open('sample');
    if (!opening?.ok) throw new Error('The sample can’t be opened');
    return opening.open;
  };
  const waitsFor = async () => standingOf((await open('sample'))!).waitsFor;

  it('come in from a file, once', async () => {
    expect((await importReview(store, file, ada)).kind).toBe('imported');
    expect((await importReview(store, file, ada)).kind).toBe('unchanged');
    expect(await store.history.of('sample')).toHaveLength(1);
    expect((await opened()).review).toEqual(review);
  });

  it('come in over the one of the same id, and the history keeps what it was', async () => {
    await importReview(store, file, ada);
    const later = reviewToJson({ ...review, revision: 2 });
    expect((await importReview(store, later, ada)).kind).toBe('imported');
    expect((await opened()).line.version).toBe(2);
    expect(await store.history.fileAt('review', 'sample', 1)).toBe(file);
  });

  it('stay out, with everything that is wrong with them, where they can’t be read', async () => {
    const dangling = reviewToJson({ ...review, sessions: [aSession('one', { contacts: ['nobody'] })] });
    const imported = await importReview(store, dangling, ada);
    expect(imported.kind).toBe('problems');
    expect(await store.reviews.list()).toEqual([]);
  });

  it('wait for a programme, then for what the rule book has to say about it', async () => {
    await importReview(store, file, ada);
    expect(await waitsFor()).toBe('building');
    await buildProgramme({ store, solve }, await opened(), { seed: 1 }, ada);
    const { draft, findings } = await opened();
    expect(draft?.programme.placements).toEqual(outcome.programme.placements);
    expect(draft?.answer).toEqual({ status: 'feasible', conflicts: [] });
    expect(draft?.verdict.broken.length).toBeGreaterThan(0);
    expect(findings.filter((f) => f.kind === 'must')).toEqual(draft?.verdict.broken);
    expect(await waitsFor()).toBe('mending');
    const [listed] = await listReviews(store, open, () => 'works on it');
    expect(listed).toEqual({
      line: (await store.reviews.list())[0],
      standing: standingOf((await open('sample'))!),
    });
  });

  it('say that they have moved on from under their programme', async () => {
    await importReview(store, file, ada);
    await buildProgramme({ store, solve }, await opened(), { seed: 1 }, ada);
    expect((await opened()).draft?.behind).toBe(false);
    await importReview(store, reviewToJson({ ...review, revision: 2 }), ada);
    expect((await opened()).draft?.behind).toBe(false);
    await importReview(store, reviewToJson({ ...review, streams: 1 }), ada);
    expect((await opened()).draft?.behind).toBe(true);
    await importReview(store, reviewToJson({ ...review, sessions: [aSession('other')] }), ada);
    const { draft, lost } = await opened();
    expect(draft).toBeUndefined();
    expect(lost.length).toBeGreaterThan(0);
  });

  it('are looked at afresh when the day is another', async () => {
    await importReview(store, file, ada);
    const before = await opened();
    expect(await opened()).toBe(before);
    now = new Date('2026-03-20T10:00:00Z');
    const after = await opened();
    expect([before.today, after.today]).toEqual(['2026-01-12', '2026-03-20']);
    const late = (o: OpenReview) => o.findings.some((f) => f.rule === 'two-weeks-before');
    expect([late(before), late(after)]).toEqual([false, true]);
  });

  it('are not overwritten by a programme that was built while somebody else saved theirs', async () => {
    await importReview(store, file, ada);
    const slow: Solve = async () => {
      await store.programmes.saveDraft({ review: 'sample', reviewVersion: 1, file: 'theirs' }, NEW, ada);
      return outcome;
    };
    const built = await buildProgramme({ store, solve: slow }, await opened(), { seed: 1 }, ada);
    expect(built.saved).toBe(false);
    expect((await store.programmes.draftOf('sample'))?.file).toBe('theirs');
  });

  it('that are not there are not there', async () => {
    expect(await open('none')).toBeUndefined();
  });

  describe('at the first start', () => {
    const build = (of: OpenReview) => buildProgramme({ store, solve }, of, { seed: 1 }, ada);

    it('are the sample, built', async () => {
      expect(await firstStart({ store, open, build }, file)).toBe('filled');
      expect((await opened()).draft?.programme.placements).toHaveLength(1);
    });

    it('are left alone where there are any', async () => {
      await importReview(store, reviewToJson({ ...review, id: 'other' }), ada);
      expect(await firstStart({ store, open, build }, file)).toBe('not empty');
      expect((await store.reviews.list()).map((line) => line.id)).toEqual(['other']);
    });

    it('are filled by one of two that start at once', async () => {
      const both = await Promise.all([
        firstStart({ store, open, build }, file),
        firstStart({ store, open, build }, file),
      ]);
      expect(both).toContain('filled');
      expect(await store.history.of('sample')).toHaveLength(2);
    });

    it('fail loudly where the sample can’t be read', async () => {
      await expect(firstStart({ store, open, build }, '{}')).rejects.toThrow(
        'The sample review can’t be read',
      );
    });
  });
});
