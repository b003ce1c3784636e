import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReview } from '../../src/intake/index.ts';
import { NEW } from '../../src/store/ports.ts';
import { fixtureText, reviewFixture } from '../support/fixtures.ts';
import { ask, keep, type Served, send, served, textOf } from './served.ts';

type Who = { readonly Cookie: string };

describe('agreeing a programme', () => {
  let site: Served;
  let organiser: Who;
  let manager: Who;
  const review = reviewFixture('small-council');
  const at = `/reviews/${review.id}`;

  const page = async (who: Who, path = '/agree') => {
    const { status, body } = await ask(`${site.url}${at}${path}`, { headers: who });
    return { status, body, text: textOf(body) };
  };
  /** The hidden fields that the page of now gives its forms. */
  const seen = async () => {
    const { body } = await page(manager);
    const of = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(body)?.[1] ?? '';
    return { seen: of('seen'), draft: of('draft') };
  };
  const act = async (who: Who, what: string, values: Record<string, string> = {}) =>
    send(`${site.url}${at}/agree/${what}`, { ...(await seen()), note: '', ...values }, who);

  beforeAll(async () => {
    site = await served();
    // Not shared, not approved: as it is before anybody agrees anything.
    const file = JSON.parse(fixtureText('small-council.json'));
    const { sharedAt: _, approvedAt: __, ...about } = file.review;
    const { id, council, firstDay } = about;
    const text = JSON.stringify({ ...file, review: about });
    await site.store.reviews.save({ id, council, firstDay, file: text }, NEW, { by: 'Test', why: 'Test' });
    organiser = await site.as(['organiser'], id);
    manager = await site.as(['manager'], id);
    await send(`${site.url}${at}/programme/build`, {});
    for (let n = 0; n < 200 && !(await site.store.programmes.draftOf(id)); n++)
      await new Promise((resolve) => setTimeout(resolve, 100));
  });
  afterAll(() => site.close());

  it('is shared by the organiser, with a word, and the rule book knows when', async () => {
    expect((await page(organiser)).text).toContain('Not shared yet');
    expect((await act(organiser, 'share', { note: 'Please look at Tuesday.' })).status).toBe(303);
    const { text } = await page(manager);
    expect(text).toContain('Shared Shared by Somebody, organiser');
    expect(text).toContain('Please look at Tuesday.');
    const stored = readReview((await site.store.reviews.find(review.id))?.file ?? '');
    expect(stored.ok && stored.value.sharedAt).toBe('2026-01-12T10:00:00.000Z');
    // The programme is as good as before: only that it was shared is new.
    expect(text).not.toContain('What is entered has been changed since');
  });

  it('is sent back only with a reason, and only by the review manager', async () => {
    const none = await act(manager, 'send-back');
    expect([none.status, textOf(none.body)]).toEqual([
      422,
      expect.stringContaining('Say what is to be changed'),
    ]);
    expect((await act(organiser, 'send-back', { note: 'No.' })).status).toBe(403);
    expect((await act(manager, 'send-back', { note: 'The leader is seen too late.' })).status).toBe(303);
    expect((await page(organiser)).text).toContain('The leader is seen too late.');
  });

  it('takes comments, answers and what is settled', async () => {
    const session = review.sessions[0]?.id ?? '';
    const text = 'Is this early enough?';
    expect(
      (await send(`${site.url}${at}/agree/comments`, { about: `session ${session}`, text }, manager)).status,
    ).toBe(303);
    const [comment] = await site.store.comments.of(review.id);
    await send(
      `${site.url}${at}/agree/comments`,
      { answers: comment?.id ?? '', text: 'She asked for it.' },
      organiser,
    );
    const shown = (await page(manager)).text;
    expect(shown).toContain(text);
    expect(shown).toContain('She asked for it.');
    await send(
      `${site.url}${at}/agree/comments/settle`,
      { comment: comment?.id ?? '', version: '1', settled: 'yes' },
      manager,
    );
    expect((await page(organiser)).text).toMatch(/Settled comments .*Is this early enough\?/);
    const empty = await send(`${site.url}${at}/agree/comments`, { about: 'whole', text: '  ' }, manager);
    expect(empty.status).toBe(422);
  });

  it('is approved by the review manager alone, and only what they have seen', async () => {
    expect((await act(organiser, 'approve')).status).toBe(403);
    const late = await act(manager, 'approve', { draft: '99' });
    expect([late.status, textOf(late.body)]).toEqual([409, expect.stringContaining('Nothing was done')]);
    expect(await site.store.releases.of(review.id)).toEqual([]);
  });

  it('becomes a release that is kept as it is, and later changes wait for approval', async () => {
    const before = (await page(manager)).text;
    expect(before).toContain('What stands in the way of approving it Nothing');
    const approved = await act(manager, 'approve', { note: 'Good.' });
    expect(approved.status).toBe(303);
    expect((await page(organiser)).text).toContain('Release 1 ; nothing has been changed since');
    const release = await page(organiser, '/releases/1');
    expect([release.status, release.text.includes('Holds now')]).toEqual([200, true]);

    const session = (await site.store.programmes.draftOf(review.id))?.file ?? '';
    const placed = JSON.parse(session).placements[0].session;
    const offered = await ask(`${site.url}${at}/programme/sessions/${placed}`, { headers: organiser });
    const m = /name="seen" value="(\d+)">\s*<input type="hidden" name="start" value="(\d+)">/.exec(
      offered.body,
    );
    await send(
      `${site.url}${at}/programme/sessions/${placed}/move`,
      { seen: m?.[1] ?? '', start: m?.[2] ?? '' },
      organiser,
    );
    const amended = (await page(manager)).text;
    expect(amended).toMatch(/Release 1 ; \d+ sessions? changed since, which wait for approval/);
    expect((await page(organiser, '/releases/1')).text).toBe(release.text);

    await act(manager, 'approve');
    const lines = await site.store.releases.of(review.id);
    expect(lines.map((r) => r.number)).toEqual([1, 2]);
    const compared = (await page(organiser, '/releases/1/compare/2')).text;
    expect(compared).toContain('From release 1 to release 2');
    expect(compared).toContain('To tell:');
    const why = (await site.store.history.of(review.id)).map((l) => l.why);
    expect(why.filter((w) => w === 'Approved the programme').length).toBeGreaterThanOrEqual(2);
  });

  it('can’t be approved while something stands in the way, and says what and where to mend it', async () => {
    const stuck = reviewFixture('impossible');
    await keep(site.store, stuck);
    const { body } = await ask(`${site.url}/reviews/${stuck.id}/agree`);
    expect(textOf(body)).toContain('There is no programme yet. Build it');
    const answer = await send(`${site.url}/reviews/${stuck.id}/agree/approve`, {
      seen: '0',
      draft: '0',
      note: '',
    });
    expect(answer.status).toBe(409);
    expect(await site.store.releases.of(stuck.id)).toEqual([]);
  });

  it('shows peers what was released, and nothing else of it', async () => {
    const peer = await site.as(['peer'], review.id);
    expect((await page(peer, '/releases/2')).status).toBe(200);
    expect((await page(peer)).status).toBe(403);
    const stranger = await site.as(['peer']);
    expect((await page(stranger, '/releases/2')).status).toBe(404);
  });
});
