import { randomBytes } from 'node:crypto';
import { openStore } from '../../../src/store/store.ts';

/*
 * A program that writes as fast as it can, several at once, until it is killed. It says each write on a line of its own
 * after the store has confirmed it: `REVIEW VERSION`, or `REVIEW pVERSION` of its programme.
 */

const [where = '', writers = '4'] = process.argv.slice(2);
const store = await openStore(where, { now: () => new Date(), randomBytes });

// With a write to the file descriptor itself nothing that was said can be lost on its way.
const say = (line: string) => process.stdout.write(`${line}\n`);

async function write(id: string): Promise<never> {
  const signature = { by: 'Writer', why: 'To see what is lost' };
  let [review, programme] = [
    (await store.reviews.find(id))?.version ?? 0,
    (await store.programmes.draftOf(id))?.version ?? 0,
  ];
  for (;;) {
    const file = JSON.stringify({ version: review + 1, padding: randomBytes(8_000).toString('hex') });
    const saved = await store.reviews.save(
      { id, council: id, firstDay: '2026-03-23', file },
      review,
      signature,
    );
    if (!saved.saved) throw new Error(`${id} ${review} was not saved`);
    review++;
    say(`${id} ${review}`);
    const draft = { review: id, reviewVersion: review, file: JSON.stringify({ version: programme + 1 }) };
    const kept = await store.programmes.saveDraft(draft, programme, signature);
    if (!kept.saved) throw new Error(`${id} p${programme} was not saved`);
    programme++;
    say(`${id} p${programme}`);
  }
}

await Promise.all(Array.from({ length: Number(writers) }, (_, n) => write(`review-${n}`)));
