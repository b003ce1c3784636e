import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleProgramme } from '../support/sample-week.ts';
import { approved, ask, enteredSample, keep, type Served, served, textOf } from './served.ts';

describe('a comparison of two releases', () => {
  let site: Served;
  const review = enteredSample();
  const all = sampleProgramme();
  const [first] = all.placements;
  const at = '/reviews/sample/releases/1/compare/2';
  const page = async (path: string, who = {}) => ask(`${site.url}${path}`, { headers: who });

  beforeAll(async () => {
    site = await served();
    await keep(site.store, review, all);
    await approved(site.store, review, all);
    await approved(
      site.store,
      review,
      sampleProgramme({ placements: all.placements.slice(1), unplaced: [] }),
    );
  });
  afterAll(() => site.close());

  it('is printed with what was, what is and who is to be told, a row a session', async () => {
    const { body } = await page(at);
    expect(body).toContain(`href="${at}/paper"`);
    const print = await page(`${at}/paper`);
    expect(print.status).toBe(200);
    const text = textOf(print.body);
    const title = review.sessions.find((s) => s.id === first?.session)?.title ?? '';
    expect(text).toContain('From release 1 to release 2');
    expect(text).toContain('1 session is other than before');
    expect(text).toMatch(new RegExp(`Session Release 1 Release 2 To tell ${title} .+ Not held `));
    // The other way round it is the same: the later one is what is now.
    expect(textOf((await page('/reviews/sample/releases/2/compare/1/paper')).body)).toBe(text);
  });

  it('is printed for one person with what is theirs, and for a peer too', async () => {
    const told = first?.peers[0] ?? '';
    const peer = await site.as(['peer'], 'sample');
    const own = textOf((await page(`${at}/paper?who=${told}`, peer)).body);
    const name = review.peers.find((p) => p.id === told)?.name ?? '';
    expect(own).toContain(`, for ${name}`);
    expect(own).not.toContain('To tell');
    const other = review.peers.find((p) => !first?.peers.includes(p.id))?.id ?? '';
    expect(textOf((await page(`${at}/paper?who=${other}`)).body)).toContain('Nothing has changed.');
  });

  it('is a PDF too; nothing else, and of no release that there is not', async () => {
    const pdf = await page(`${at}/paper.pdf`);
    expect([pdf.status, pdf.headers['content-type'], pdf.body.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect(pdf.headers['content-disposition']).toContain('sample-release-1-to-2.pdf');
    expect((await page(`${at}/paper.exe`)).status).toBe(404);
    expect((await page('/reviews/sample/releases/1/compare/9/paper')).status).toBe(404);
  });
});
