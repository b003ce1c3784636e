import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placing } from '../../src/programme/edit.ts';
import { heldIn } from '../../src/programme/programme.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { fillIn } from './filled.ts';
import { approved, ask, enteredSample, keep, type Served, send, served, stranger, textOf } from './served.ts';

const review = enteredSample();
const programme = sampleProgramme();
const signature = { by: 'Test', why: 'Test' };
/** Seen once, on Wednesday from 3.30pm to 4.30pm. */
const tessa = 'tessa-quinn';

describe('somebody who can’t come', () => {
  let site: Served;
  let now: Date;
  let token: string;
  beforeEach(async () => {
    now = new Date('2026-03-20T10:00:00Z');
    site = await served(() => now);
    await keep(site.store, review, programme);
    await approved(site.store, review, programme);
    ({ token } = await site.store.feedTokens.issue('sample', tessa, signature, 'contact'));
  });
  afterEach(() => site.close());

  const own = async (said = '') => (await ask(`${site.url}/p/${token}${said}`, { headers: stranger })).body;
  const say = async (values: Record<string, string>, with_ = token) =>
    send(`${site.url}/p/${with_}/cant-come`, values, stranger);
  const page = async () => (await ask(`${site.url}/reviews/sample/cant-come`)).body;
  const requests = async () =>
    (await site.store.requests.of('sample')).map((r) => [r.contact, r.session, r.comment]);

  it('says so by their link, with a word to it; it is told back to them, and can be taken back', async () => {
    await fillIn(site, await own(), '/cant-come', { do: 'cant', comment: 'In court\r\nall day' }, stranger);
    expect(await requests()).toEqual([[tessa, 'midwifery', 'In court all day']]);
    expect(textOf(await own())).toContain(
      'You said on 20 March 2026 that you can’t make it: “In court all day”. The council knows.',
    );
    expect(textOf(await own('?said=cant'))).toContain(
      'The council has been told, and will look for another time.',
    );
    await fillIn(site, await own(), '/cant-come', { do: 'can' }, stranger);
    expect(textOf(await own())).not.toContain('You said');
    expect((await site.store.requests.of('sample'))[0]?.answer).toBe('Can come after all');
  });

  it('is on the overview and a page of its own, in the history, and in a letter to those who plan the week', async () => {
    await say({ do: 'cant', session: 'midwifery', comment: 'In court' });
    const overview = textOf((await ask(`${site.url}/reviews/sample`)).body);
    expect(overview).toContain('1 person can’t come when the programme has them.');
    expect(textOf(await page())).toMatch(
      /Tessa Quinn : Wednesday, 3\.30pm to 4\.30pm Waits Head of midwifery\. Said 20 March 2026, 10\.00am, by private link\. ?In court/,
    );
    const line = (await site.store.history.of('sample')).find((l) => l.thing === 'request');
    expect([line?.by, line?.why]).toEqual([
      'Tessa Quinn, by private link',
      'Tessa Quinn can’t make Wednesday, 3.30pm to 4.30pm (Head of midwifery)',
    ]);
    const [letter] = await site.store.outbox.list();
    expect(letter?.subject).toBe('Sampleshire Council: Tessa Quinn can’t make Wednesday, 3.30pm to 4.30pm');
    expect(letter?.text).toContain(`${site.url}/reviews/sample/cant-come`);
    expect(letter?.text).toContain('They write: In court');
  });

  it('says it of their own times only, by a link of their own only, and of what is agreed only', async () => {
    expect((await say({ do: 'cant', session: 'lead-member' })).status).toBe(404);
    expect((await say({ do: 'cant', session: '' })).status).toBe(404);
    const peer = await site.store.feedTokens.issue('sample', 'health', signature);
    expect((await say({ do: 'cant', session: 'midwifery' }, peer.token)).status).toBe(404);
    const room = await site.store.feedTokens.issue('sample', 'hall', signature, 'room');
    expect((await say({ do: 'can', session: 'midwifery' }, room.token)).status).toBe(303);
    expect((await say({ do: 'cant', session: 'midwifery' }, 'nothing')).status).toBe(404);
    expect(await requests()).toEqual([]);
    expect(await site.store.outbox.list()).toEqual([]);
  });

  it('is entered in their diary, and the look for another time begins with the same form', async () => {
    await say({ do: 'cant', session: 'midwifery', comment: '' });
    const [made] = await site.store.requests.of('sample');
    const begun = await send(`${site.url}/reviews/sample/cant-come/mend`, { request: made!.id });
    expect([begun.status, begun.headers.location]).toEqual([307, '/reviews/sample/programme/mend']);
    const entry = JSON.parse((await site.store.reviews.find('sample'))!.file);
    const diary = entry.contacts.find((c: { id: string }) => c.id === tessa).diary;
    expect(diary.busy).toContainEqual({ from: '2026-03-25T15:30', to: '2026-03-25T16:30' });
    const lines = (await site.store.history.of('sample')).filter((l) => l.thing === 'review');
    expect(lines.at(-1)?.why).toBe(
      'Entered in the diary of Tessa Quinn that they can’t come then, as they asked',
    );
    const findings = textOf((await ask(`${site.url}/reviews/sample/findings`)).body);
    expect(findings).toContain('Tessa Quinn');
    // Said twice it is entered once.
    await send(`${site.url}/reviews/sample/cant-come/mend`, { request: made!.id });
    const again = JSON.parse((await site.store.reviews.find('sample'))!.file);
    expect(again.contacts.find((c: { id: string }) => c.id === tessa).diary.busy).toHaveLength(
      diary.busy.length,
    );
  });

  it('in the week itself it goes on to what happened, where what is past stays', async () => {
    await say({ do: 'cant', session: 'midwifery', comment: '' });
    now = new Date('2026-03-25T08:10:00Z');
    expect((await page()).replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')).toContain(
      '/reviews/sample/week/happened?session=midwifery&kind=cancelled',
    );
    expect(await page()).not.toContain('cant-come/mend');
  });

  it('the change of the draft that moves it names it, and the release that has it elsewhere answers it', async () => {
    await say({ do: 'cant', session: 'midwifery', comment: 'In court' });
    const held = heldIn(review, programme).find((h) => h.session.id === 'midwifery')!.placement;
    const by = 90;
    const next = placing([
      {
        ...held,
        start: held.start + by,
        end: held.end + by,
        away: { from: held.away.from + by, to: held.away.to + by },
      },
    ])(programme);
    const file = programmeToJson(review, next);
    await site.store.programmes.saveDraft({ review: 'sample', reviewVersion: 1, file }, 1, {
      by: 'Olive',
      why: 'Moved Head of midwifery',
    });
    const change = textOf((await ask(`${site.url}/reviews/sample/history/draft/2`)).body);
    expect(change).toMatch(
      /What it answers Tessa Quinn can’t make Wednesday, 3\.30pm to 4\.30pm: “In court”/,
    );
    expect(textOf(await page())).toContain('Waits');
    await approved(site.store, review, next);
    expect(textOf(await page())).toContain('Answered Head of midwifery');
    expect(textOf((await ask(`${site.url}/reviews/sample`)).body)).not.toContain('can’t come when');
    expect(textOf(await own())).not.toContain('You said');
  });

  it('is settled with a word, which two can’t do at once, and can be taken up again', async () => {
    await say({ do: 'cant', session: 'midwifery', comment: '' });
    const shown = await page();
    const empty = await send(`${site.url}/reviews/sample/cant-come/settle`, {
      request: (await site.store.requests.of('sample'))[0]!.id,
      version: '1',
      do: 'settle',
      answer: ' ',
    });
    expect([empty.status, textOf(empty.body).includes('Say how it was settled')]).toEqual([422, true]);
    await fillIn(site, shown, '/cant-come/settle', { answer: 'Her deputy comes', do: 'settle' });
    expect(textOf(await page())).toContain('Settled Head of midwifery');
    const late = await fillIn(site, shown, '/cant-come/settle', { answer: 'Cancelled', do: 'settle' });
    expect(late.status).toBe(409);
    // Theirs stands, and ours is in the form still: it can be put in its place.
    expect(textOf(late.body)).toMatch(/Her deputy comes\. .*How it was settled/);
    await fillIn(site, late.body, '/cant-come/settle', { do: 'settle' });
    expect(textOf(await page())).toContain('Cancelled.');
    await fillIn(site, await page(), '/cant-come/settle', { do: 'again' });
    expect(textOf(await page())).toContain('Waits Head of midwifery');
  });
});
