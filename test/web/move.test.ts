import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProgramme, readReview } from '../../src/intake/index.ts';
import { reviewFixture } from '../support/fixtures.ts';
import { ask, keep, type Served, send, served, textOf } from './served.ts';

describe('moving a session by hand', () => {
  let site: Served;
  const review = reviewFixture('small-council');
  const at = `/reviews/${review.id}`;

  const draft = async () => {
    const stored = await site.store.programmes.draftOf(review.id);
    const entry = readReview((await site.store.reviews.find(review.id))?.file ?? '');
    const reading = stored && entry.ok ? readProgramme(stored.file, entry.value) : undefined;
    if (!stored || !reading?.ok) throw new Error('there is no draft');
    return { version: stored.version, programme: reading.value };
  };
  /** The forms on the page of a session that would move it: what each sends. */
  const offers = async (session: string) => {
    const { body } = await ask(`${site.url}${at}/programme/sessions/${session}`);
    return [
      ...body.matchAll(/name="seen" value="(\d+)">\s*<input type="hidden" name="start" value="(\d+)">/g),
    ].map(([, seen = '', start = '']) => ({ seen, start }));
  };
  const go = (session: string, values: Record<string, string>, what = 'move') =>
    send(`${site.url}${at}/programme/sessions/${session}/${what}`, values);

  beforeAll(async () => {
    site = await served();
    await keep(site.store, review);
    await send(`${site.url}${at}/programme/build`, {});
    for (let n = 0; n < 100 && !(await site.store.programmes.draftOf(review.id)); n++)
      await new Promise((resolve) => setTimeout(resolve, 100));
  });
  afterAll(() => site.close());

  it('goes where its page offered, says what was done, and can be undone and done again', async () => {
    const before = await draft();
    const session = before.programme.placements[0]?.session ?? '';
    const offer = (await offers(session))[0];
    if (!offer) throw new Error('no place is offered');
    const answer = await go(session, offer);
    expect([answer.status, answer.headers.location?.includes('moved=2')]).toEqual([303, true]);
    const now = await draft();
    expect(now.version).toBe(2);
    expect(now.programme.placements.find((p) => p.session === session)?.start).toBe(Number(offer.start));
    const page = await ask(`${site.url}${answer.headers.location}`);
    expect(textOf(page.body)).toMatch(/Moved .+ to \w+ .+ Undo/);
    const undone = await send(`${site.url}${at}/programme/undo`, { version: '2' });
    expect(undone.status).toBe(303);
    expect((await draft()).programme.placements).toEqual(before.programme.placements);
    await send(`${site.url}${at}/programme/undo`, { version: '3' });
    expect((await draft()).programme.placements).toEqual(now.programme.placements);
    const why = (await site.store.history.of(review.id))
      .filter((l) => l.thing === 'programme')
      .map((l) => l.why.split(' ')[0]);
    expect(why).toEqual(['Built', 'Moved', 'Undid:', 'Did']);
  });

  it('moves nothing where somebody has changed the programme since, and shows it as it is now', async () => {
    const { version, programme } = await draft();
    const session = programme.placements[1]?.session ?? '';
    const offer = (await offers(session))[0];
    if (!offer) throw new Error('no place is offered');
    const answer = await go(session, { ...offer, seen: String(version - 1) });
    expect(answer.headers.location).toContain('late=yes');
    expect((await draft()).version).toBe(version);
    const page = await ask(`${site.url}${answer.headers.location}`);
    expect(textOf(page.body)).toContain(
      'Nothing was moved: the programme has been changed since you looked.',
    );
  });

  it('moves nothing to a place that was not offered', async () => {
    const { version, programme } = await draft();
    const session = programme.placements[1]?.session ?? '';
    for (const start of ['0', '', 'x', '99999'])
      expect((await go(session, { seen: String(version), start })).headers.location).toContain('late=yes');
    expect((await draft()).version).toBe(version);
  });

  it('takes a session out of the week, says who did, and puts it back', async () => {
    const { version, programme } = await draft();
    const session = programme.placements[2]?.session ?? '';
    await go(session, { seen: String(version) }, 'park');
    const parked = (await draft()).programme;
    expect(parked.unplaced.find((u) => u.session === session)?.because).toEqual([
      'Olive Organiser took it out of the week.',
    ]);
    const offer = (await offers(session))[0];
    if (!offer) throw new Error('no place is offered');
    await go(session, offer);
    expect((await draft()).programme.placements.some((p) => p.session === session)).toBe(true);
  });

  it('is for the organiser and the review manager', async () => {
    const { version, programme } = await draft();
    const session = programme.placements[0]?.session ?? '';
    const peer = await site.as(['peer'], review.id);
    const url = `${site.url}${at}/programme/sessions/${session}/park`;
    expect((await send(url, { seen: String(version) }, peer)).status).toBe(403);
    expect((await draft()).version).toBe(version);
  });
});
