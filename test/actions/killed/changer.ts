import { randomBytes } from 'node:crypto';
import { changeDraft } from '../../../src/actions/change-draft.ts';
import { readProgramme, readReview } from '../../../src/intake/index.ts';
import { parking, placing } from '../../../src/programme/edit.ts';
import { openStore } from '../../../src/store/store.ts';

/*
 * Several people who change one draft as fast as they can, and builds that end beside them, until it is killed. Each
 * change that was confirmed is said on a line of its own: `SESSION out VERSION`, `SESSION in VERSION`, `built VERSION`.
 */

const [where = '', id = '', people = '3'] = process.argv.slice(2);
const store = await openStore(where, { now: () => new Date(), randomBytes });

// With a write to the file descriptor itself nothing that was said can be lost on its way.
const say = (line: string) => process.stdout.write(`${line}\n`);

const stored = await store.reviews.find(id);
const reading = stored && readReview(stored.file);
if (!stored || !reading?.ok) throw new Error('There is no review');
const review = reading.value;
const open = { review, line: stored };
const first = readProgramme((await store.history.fileAt('programme', id, 1)) ?? '', review);
if (!first.ok) throw new Error('There is no programme');
const all = first.value.placements;
const fileOfAll = (await store.history.fileAt('programme', id, 1)) ?? '';

async function change(n: number): Promise<never> {
  const by = `Person ${n}`;
  for (let turn = n; ; turn += Number(people)) {
    const placement = all[(turn * 7) % all.length]!;
    const { session } = placement;
    const seen = (await store.programmes.draftOf(id))?.version ?? 1;
    const out = turn % 2 === 0;
    const move = out ? parking(session, `${by} took it out.`) : placing([placement]);
    const result = await changeDraft(store, open, seen, move, { by, why: 'To see what is lost' });
    if (result.kind === 'changed') say(`${session} ${out ? 'out' : 'in'} ${result.stored.version}`);
  }
}

async function build(): Promise<never> {
  for (;;) {
    const draftVersion = (await store.programmes.draftOf(id))?.version ?? 1;
    await store.jobs.ask(
      { review: id, kind: 'build', reviewVersion: 1, draftVersion },
      { by: 'B', why: 'Built' },
    );
    // One that was being built when all was killed is taken over at once: nobody else is there.
    for (const job of await store.jobs.goingOn())
      if (job.state === 'working') await store.jobs.takeOver(job.id, job.beat, 'w');
    const job = (await store.jobs.claim('w')) ?? (await store.jobs.latest(id, 'build'));
    if (!job) continue;
    const answer = { status: 'feasible', conflicts: [] } as const;
    const built = { told: '{}', reviewVersion: 1, file: fileOfAll, answer, offer: false };
    const became = await store.jobs.endBuilt(job.id, 'w', built, { by: 'B', why: 'Built' });
    if (became === 'saved') say(`built ${(await store.jobs.latest(id, 'build'))?.savedVersion}`);
    await store.jobs.keepOwn(id);
  }
}

await Promise.all([...Array.from({ length: Number(people) }, (_, n) => change(n)), build()]);
