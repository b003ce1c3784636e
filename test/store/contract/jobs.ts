import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW, type Store } from '../../../src/store/ports.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Built the programme' };
const ben = { by: 'Ben', why: 'Built the programme again' };
const review = (id: string) => ({
  id,
  council: `${id} Council`,
  firstDay: '2026-03-23',
  file: '{"peerweek":1}',
});
const build = (of: string, draftVersion = NEW) =>
  ({ review: of, kind: 'build', reviewVersion: 1, draftVersion }) as const;
const built = (over: Partial<{ file: string; offer: boolean }> = {}) => ({
  told: '{"placed":2}',
  reviewVersion: 1,
  file: '{"placements":["Siân"]}',
  answer: { status: 'feasible' as const, conflicts: [] },
  offer: false,
  ...over,
});

/** How every store keeps what is worked on in the background. */
export function describeJobs(name: string, open: () => Promise<Opened>): void {
  describe(`jobs on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.reviews.save(review('one'), NEW, ada);
      await store.reviews.save(review('two'), NEW, ada);
    });
    afterEach(() => opened.remove());
    const draft = (file: string, expected: number) =>
      store.programmes.saveDraft({ review: 'one', reviewVersion: 1, file }, expected, ben);

    it('has one of a kind at a time in a review: who asks second is given the first’s', async () => {
      expect(await store.jobs.latest('one', 'build')).toBeUndefined();
      const first = await store.jobs.ask(build('one'), ada);
      expect(first).toEqual({
        begun: true,
        job: {
          ...build('one'),
          id: expect.any(String),
          state: 'waiting',
          ...ada,
          at: expect.any(String),
          beat: 0,
          tries: 0,
        },
      });
      expect(await store.jobs.ask(build('one'), ben)).toEqual({ begun: false, job: first.job });
      expect((await store.jobs.ask({ ...build('one'), kind: 'alternatives' }, ben)).begun).toBe(true);
      expect((await store.jobs.ask(build('two'), ben)).begun).toBe(true);
      expect(await store.jobs.latest('one', 'build')).toEqual(first.job);
      expect((await store.jobs.goingOn()).map((j) => [j.review, j.kind])).toEqual([
        ['one', 'build'],
        ['one', 'alternatives'],
        ['two', 'build'],
      ]);
    });

    it('lets one of many who ask at the same moment begin', async () => {
      const all = await Promise.all([1, 2, 3, 4].map(() => store.jobs.ask(build('one'), ada)));
      expect(all.filter((a) => a.begun)).toHaveLength(1);
      expect(new Set(all.map((a) => a.job.id)).size).toBe(1);
    });

    it('gives each job to one worker, the oldest first, however many look at once', async () => {
      const other = await opened.reopen();
      const a = await store.jobs.ask(build('one'), ada);
      const b = await store.jobs.ask(build('two'), ada);
      const taken = await Promise.all([store.jobs.claim('x'), other.jobs.claim('y'), store.jobs.claim('z')]);
      const ids = taken.flatMap((j) => j?.id ?? []);
      expect(ids.sort()).toEqual([a.job.id, b.job.id].sort());
      expect(await store.jobs.claim('w')).toBeUndefined();
      await other.close();
    });

    it('tells what its worker tells, to every instance, and passes the word to stop on', async () => {
      const { job } = await store.jobs.ask(build('one'), ada);
      await store.jobs.claim('x');
      expect(await store.jobs.beat(job.id, 'x', { told: '{"placed":1}', found: 'so far' })).toBe('go on');
      const other = await opened.reopen();
      expect(await other.jobs.latest('one', 'build')).toMatchObject({
        state: 'working',
        told: '{"placed":1}',
        beat: 2,
        tries: 1,
      });
      expect(await other.jobs.foundBy(job.id)).toBe('so far');
      expect(await other.jobs.stop('one', 'build', 'Ben')).toBe(true);
      expect(await other.jobs.stop('one', 'build', 'Cat')).toBe(false);
      expect(await store.jobs.beat(job.id, 'x')).toBe('stop');
      expect((await other.jobs.latest('one', 'build'))?.stoppedBy).toBe('Ben');
      await other.close();
    });

    it('takes a job over from a worker that gave no sign since, once, and the old one hears that it is gone', async () => {
      const { job } = await store.jobs.ask(build('one'), ada);
      await store.jobs.claim('x');
      const seen = (await store.jobs.latest('one', 'build'))?.beat ?? 0;
      await store.jobs.beat(job.id, 'x');
      expect(await store.jobs.takeOver(job.id, seen, 'y')).toBeUndefined();
      const both = await Promise.all([
        store.jobs.takeOver(job.id, seen + 1, 'y'),
        store.jobs.takeOver(job.id, seen + 1, 'z'),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(both.find(Boolean)?.tries).toBe(2);
      expect(await store.jobs.beat(job.id, 'x')).toBe('gone');
      expect(await store.jobs.endBuilt(job.id, 'x', built(), ada)).toBe('gone');
      expect(await store.jobs.end(job.id, 'x', { how: 'broke off' })).toBe(false);
      expect(await store.programmes.draftOf('one')).toBeUndefined();
    });

    it('takes one back from a worker that stops in order, and does not count that', async () => {
      const { job } = await store.jobs.ask(build('one'), ada);
      await store.jobs.claim('x');
      await store.jobs.handBack(job.id, 'x');
      expect(await store.jobs.claim('y')).toMatchObject({ id: job.id, tries: 1 });
    });

    it('makes what was built the draft, with the name of who asked for it, and can be asked again', async () => {
      const { job } = await store.jobs.ask(build('one'), ada);
      await store.jobs.claim('x');
      expect(await store.jobs.endBuilt(job.id, 'x', built(), ada)).toBe('saved');
      expect(await store.programmes.draftOf('one')).toMatchObject({
        version: 1,
        file: '{"placements":["Siân"]}',
        answer: { status: 'feasible', conflicts: [] },
      });
      expect(await store.jobs.latest('one', 'build')).toMatchObject({
        state: 'ended',
        ended: 'saved',
        savedVersion: 1,
        told: '{"placed":2}',
      });
      expect((await store.history.of('one')).filter((l) => l.thing === 'programme')).toMatchObject([
        { version: 1, ...ada },
      ]);
      const again = await store.jobs.ask(build('one', 1), ben);
      expect([again.begun, again.job.id === job.id]).toEqual([true, false]);
    });

    it('writes nothing over what somebody saved meanwhile: theirs stands, and the built one is offered', async () => {
      await draft('first', NEW);
      const { job } = await store.jobs.ask(build('one', 1), ada);
      await store.jobs.claim('x');
      await draft('theirs', 1);
      expect(await store.jobs.endBuilt(job.id, 'x', built(), ada)).toBe('offered');
      expect(await store.programmes.draftOf('one')).toMatchObject({ version: 2, file: 'theirs' });
      expect(await store.jobs.foundBy(job.id)).toBe(built().file);
      // Taken from what somebody has since seen changed: not taken.
      expect(await store.jobs.takeOffered('one', 1, ada)).toMatchObject({
        saved: false,
        theirs: { version: 2 },
      });
      expect(await store.jobs.takeOffered('one', 2, ada)).toMatchObject({ saved: true });
      expect(await store.programmes.draftOf('one')).toMatchObject({ version: 3, file: built().file });
      expect(await store.jobs.latest('one', 'build')).toMatchObject({ ended: 'saved', savedVersion: 3 });
      expect(await store.jobs.takeOffered('one', 3, ada)).toBeUndefined();
    });

    it('offers what is only to be offered, and forgets it where the draft is kept', async () => {
      await draft('mine', NEW);
      const { job } = await store.jobs.ask(build('one', 1), ada);
      await store.jobs.claim('x');
      expect(await store.jobs.endBuilt(job.id, 'x', built({ offer: true }), ada)).toBe('offered');
      await store.jobs.keepOwn('one');
      expect(await store.jobs.latest('one', 'build')).toMatchObject({ ended: 'kept' });
      expect(await store.jobs.foundBy(job.id)).toBeUndefined();
      expect(await store.programmes.draftOf('one')).toMatchObject({ version: 1, file: 'mine' });
    });

    it('goes with its review, with nothing of what was built left behind, and when somebody is erased', async () => {
      const { job } = await store.jobs.ask(build('one'), ada);
      await store.jobs.claim('x');
      await store.jobs.beat(job.id, 'x', { told: '{}', found: 'Siân is left out' });
      const nothing = { person: 'p', emails: [], text: (t: string) => t, review: (f: string) => f };
      expect(await store.persons.erase('one', 1, nothing, ada)).toBe(true);
      expect(await store.jobs.beat(job.id, 'x')).toBe('gone');
      expect(await opened.dump()).not.toContain('Siân');
      await store.jobs.ask(build('one'), ada);
      await store.keeping.purge('one', 'Its last day has passed');
      expect(await store.jobs.goingOn()).toEqual([]);
    });
  });
}
