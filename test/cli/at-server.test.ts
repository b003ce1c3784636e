import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReview } from '../../src/intake/index.ts';
import { bundled, start } from '../support/command.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { enteredSample, keep, type Served, served, today } from '../web/served.ts';

describe('the command against a server', () => {
  let site: Served;
  let folder: string;
  const run = (...args: readonly string[]) => start(...args).done;

  beforeAll(async () => {
    bundled();
    site = await served();
    folder = mkdtempSync(join(tmpdir(), 'peerweek-far-'));
    await keep(site.store, enteredSample(), sampleProgramme());
    await keep(site.store, enteredSample({ id: 'bare' }));
    const [member] = await site.store.members.of('sample');
    const { token } = await site.store.accessTokens.issue(member?.account ?? '', {
      name: 'Test',
      writes: true,
      endsAt: new Date(today.getTime() + 86_400_000).toISOString(),
    });
    process.env.PEERWEEK_TOKEN = token;
  });
  afterAll(async () => {
    delete process.env.PEERWEEK_TOKEN;
    rmSync(folder, { recursive: true });
    await site.close();
  });

  it('reads a review and its programme by the addresses that a browser shows', async () => {
    const review = `${site.url}/reviews/sample`;
    const far = await run('check', review, `${review}/programme`, '--json');
    const stored = await site.store.reviews.find('sample');
    const draft = await site.store.programmes.draftOf('sample');
    writeFileSync(join(folder, 'review.json'), stored?.file ?? '');
    writeFileSync(join(folder, 'programme.json'), draft?.file ?? '');
    const near = await run('check', join(folder, 'review.json'), join(folder, 'programme.json'), '--json');
    expect([far.exit, far.err, JSON.parse(far.out)]).toEqual([near.exit, near.err, JSON.parse(near.out)]);
  });

  it('sends a programme to the review it is of: as its first draft, and over the one that is there', async () => {
    const review = `${site.url}/reviews/bare`;
    const file = join(folder, 'mine.json');
    const draft = (await site.store.programmes.draftOf('sample'))?.file ?? '';
    writeFileSync(file, JSON.stringify({ ...JSON.parse(draft), review: 'bare' }));
    expect(await run('send', file, `${review}/programme`)).toEqual({
      exit: 0,
      out: `${review}/programme is now what ${file} says.\n`,
      err: [],
    });
    expect((await site.store.programmes.draftOf('bare'))?.file).toBe(readFileSync(file, 'utf8'));
    expect((await run('send', file, `${review}/programme`)).exit).toBe(0);
  });

  it('sends a review, and says what is wrong with one', async () => {
    const path = join(folder, 'changed.json');
    const file = JSON.parse((await site.store.reviews.find('bare'))?.file ?? '');
    writeFileSync(path, JSON.stringify({ ...file, review: { ...file.review, council: 'Newshire' } }));
    expect((await run('send', path, `${site.url}/reviews/bare`)).exit).toBe(0);
    const stored = readReview((await site.store.reviews.find('bare'))?.file ?? '');
    expect(stored.ok && stored.value.council).toBe('Newshire');
    writeFileSync(path, JSON.stringify({ ...file, review: { ...file.review, council: 7 } }));
    const refused = await run('send', path, `${site.url}/reviews/bare`);
    expect([refused.exit, refused.err[1]?.trim().split(':')[0]]).toEqual([1, 'review.council']);
  });

  it('says in one line what stands in the way', async () => {
    const says = async (address: string) => {
      const { exit, err } = await run('explain', address);
      return [exit, err.length, err[0]?.replace(`${address}: `, '')];
    };
    expect(await says(`${site.url}/reviews/none`)).toEqual([
      1,
      1,
      'there is nothing there, or you are not part of it.',
    ]);
    expect(await says('http://peerweek.example/reviews/sample')).toEqual([
      1,
      1,
      'on http your token could be read on the way; use https.',
    ]);
    expect((await says(`${site.url}/help`))[2]).toMatch(/^this is not the address of a review/);
    expect((await says('http://localhost:1/reviews/sample'))[2]).toMatch(/^the server can’t be reached/);
    const token = process.env.PEERWEEK_TOKEN;
    delete process.env.PEERWEEK_TOKEN;
    expect((await says(`${site.url}/reviews/sample`))[2]).toBe(
      'the server wants a token that is good. Make a token on the page of your account there, and give it as PEERWEEK_TOKEN in the environment.',
    );
    process.env.PEERWEEK_TOKEN = token;
  });
});
