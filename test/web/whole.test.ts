import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packWhole } from '../../src/publish/whole/pack.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { sendFiles } from './bring-in-forms.ts';
import { approved, ask, enteredSample, keep, type Served, served, textOf } from './served.ts';

describe('everything of a review as one zip', () => {
  let site: Served;
  let elsewhere: Served;
  let zip: Uint8Array;
  const review = enteredSample();
  const fetched = async (headers = {}) => {
    const { headers: answered, status } = await ask(`${site.url}/reviews/sample/whole.zip`, { headers });
    return { status, headers: answered };
  };
  const readBack = (to: Served, value: Uint8Array, headers = {}) =>
    sendFiles(`${to.url}/read-back`, [{ name: 'file', file: 'review.zip', value }], headers);

  beforeAll(async () => {
    [site, elsewhere] = [await served(), await served()];
    await keep(site.store, review, sampleProgramme());
    await approved(site.store, review, sampleProgramme());
    await site.store.comments.add(
      { review: 'sample', about: 'whole', text: 'Well done' },
      { by: 'Tom', why: 'Said so' },
    );
    zip = packWhole((await site.store.whole.of('sample'))!);
  });
  afterAll(async () => {
    await site.close();
    await elsewhere.close();
  });

  it('is for those who work on it', async () => {
    const { status, headers } = await fetched();
    expect([
      status,
      headers['content-type'],
      headers['content-disposition'],
      headers['cache-control'],
    ]).toEqual([200, 'application/zip', 'attachment; filename=sample-whole.zip', 'no-store']);
    expect((await fetched(await site.as(['peer'], 'sample'))).status).toBe(403);
    expect((await fetched(await site.as([]))).status).toBe(404);
    expect(Object.keys(unzipSync(zip))).toContain('releases/1/programme.json');
    // Nothing that opens anything: no hash of a secret, no address of a link.
    expect(
      Object.entries(unzipSync(zip))
        .filter(([name, b]) => name.startsWith('tables/') && /"hash":"[0-9a-f]{64}"/.test(strFromU8(b)))
        .map(([n]) => n),
    ).toEqual(['tables/release.json']);
  });

  it('is read back elsewhere with its programme, releases, comments and history, and is theirs who brought it', async () => {
    const { status, headers } = await readBack(elsewhere, zip);
    expect([status, headers.location]).toEqual([303, '/reviews/sample']);
    // Taken out again, it is what was brought in: but for the numbers of its history, and the line there that says so.
    const parts = (packed: Uint8Array) =>
      new Map(
        Object.entries(unzipSync(packed)).map(([name, part]) => [
          name.replace(/^history\/\d+/, 'history/n'),
          strFromU8(part),
        ]),
      );
    const [one, other] = [parts(zip), parts(packWhole((await elsewhere.store.whole.of('sample'))!))];
    expect([...other.keys()]).toEqual([...one.keys()]);
    const changed = [...one.keys()].filter((name) => one.get(name) !== other.get(name));
    expect(changed.toSorted()).toEqual(['tables/history.json', 'whole.json']);
    const page = async (path: string) => textOf((await ask(`${elsewhere.url}/reviews/sample${path}`)).body);
    expect(await page('/releases')).toContain('Release 1');
    expect(await page('/agree')).toContain('Well done');
    expect(await page('/history')).toContain('Read the whole review back from a zip');
    expect(await page('/programme?day=all')).toContain('Day 2');
    const hash = (s: Served) =>
      s.store.reviews.find('sample').then((r) => createHash('sha256').update(r!.file).digest('hex'));
    expect(await hash(elsewhere)).toBe(await hash(site));
    // Who was part of it there is nobody here.
    const { status: closed } = await ask(`${elsewhere.url}/reviews/sample`, {
      headers: await elsewhere.as([]),
    });
    expect(closed).toBe(404);
  });

  it('is never put over a review that is there, and what is no such zip is refused in words', async () => {
    const again = await readBack(site, zip);
    expect([
      again.status,
      textOf(again.body).includes('There is a review “sample” here already; nothing was changed.'),
    ]).toEqual([422, true]);
    const none = await sendFiles(`${site.url}/read-back`, []);
    expect([none.status, textOf(none.body).includes('Choose the zip')]).toEqual([422, true]);
    const other = await readBack(site, Buffer.from('PK\u0003\u0004 not really'));
    expect([other.status, textOf(other.body).includes('The zip can’t be unpacked')]).toEqual([422, true]);
    expect((await ask(`${site.url}/read-back`)).status).toBe(200);
  });
});
