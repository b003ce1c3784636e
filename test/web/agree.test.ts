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
  /** What a page says below what stands above every page of the review. */
  const mainOf = (html: string) => textOf(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '');
  /** The hidden fields that the page of now gives its forms. */
  const seen = async () => {
    const { body } = await page(manager);
    const of = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(body)?.[1] ?? '';
    return { seen: of('seen'), draft: of('draft') };
  };
  const act = async (who: Who, what: string, values: Record<string, string> = {}) =>
    send(`${site.url}${at}/agree/${what}`, { ...(await seen()), note: '', ...values }, who);

  /** What the overview says that the review waits for, and the way to it. */
  const waits = async () =>
    /What this review waits for (.+?) State/.exec(textOf((await page(organiser, '')).body))?.[1];

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
    expect(await waits()).toBe(
      'The draft to be shared with the review manager. Look through the draft, and share it',
    );
    expect((await act(organiser, 'share', { note: 'Please look at Tuesday.' })).status).toBe(303);
    const { text } = await page(manager);
    expect(await waits()).toBe('The review manager’s approval. Look through the draft');
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
    expect(await waits()).toBe('What the review manager asked for to be changed. Read what is to be changed');
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

  it('tells sessions of one title apart by when they are: to choose from, and above a comment', async () => {
    const [, second] = review.sessions.filter((s) => s.title === 'Debrief with the sponsor');
    const { body } = await page(manager);
    const labels = [...body.matchAll(/<option[^>]*>(Debrief with the sponsor[^<]*)</g)].map(
      ([, l]) => l ?? '',
    );
    // In the list of what a comment is about, and in that of what an exception is for.
    expect(labels).toHaveLength(4);
    expect(new Set(labels).size).toBe(2);
    for (const label of labels)
      expect(label).toMatch(/^Debrief with the sponsor \([A-Z][a-z]+day \d+\.\d\d[ap]m\)$/);
    await send(`${site.url}${at}/agree/comments`, { about: `session ${second?.id}`, text: 'Late?' }, manager);
    const added = (await site.store.comments.of(review.id)).find((c) => c.text === 'Late?');
    expect(textOf((await page(manager)).body.split(`id="comment-${added?.id}"`)[1] ?? '')).toContain(
      labels[1],
    );
    await send(
      `${site.url}${at}/agree/comments/settle`,
      { comment: added?.id ?? '', version: '1', settled: 'yes' },
      manager,
    );
  });

  it('takes comments where the thing is: on the page of a session, of a person and of a peer, counted in the grid', async () => {
    const { placements } = JSON.parse((await site.store.programmes.draftOf(review.id))?.file ?? '{}');
    const session = placements[0].session;
    const day = new Date(placements[0].start).getDate() - 22;
    const contact = review.contacts[0]!;
    const peer = review.peers[0]!;
    const where = [
      [`/programme/sessions/${session}`, `session ${session}`, 'Too early?'],
      [`/people/${contact.id}`, `person ${contact.id}`, 'Ask her PA.'],
      [`/peers/${peer.id}`, `person ${peer.id}`, 'Away on Monday.'],
    ] as const;
    for (const [path, about, text] of where) {
      expect((await page(organiser, path)).body).toContain(`name="about" value="${about}"`);
      const from = { ...manager, Referer: `${site.url}${at}${path}` };
      const { status, headers } = await send(`${site.url}${at}/agree/comments`, { about, text }, from);
      expect([status, headers.location]).toEqual([303, `${at}${path}#comments`]);
      expect((await page(organiser, path)).text).toContain(text);
      // And nobody else’s: what is said of one is not shown with another.
      for (const [other] of where.filter(([o]) => o !== path))
        expect((await page(organiser, other)).text).not.toContain(text);
    }
    const all = (await page(organiser)).text;
    expect(all).toContain('Comments 3');
    for (const [, , text] of where) expect(all).toContain(text);
    expect((await page(organiser, `/programme?day=${day}`)).text).toContain('1 comment');
    for (const { id, version } of (await site.store.comments.of(review.id)).filter((c) => !c.settledBy))
      await send(
        `${site.url}${at}/agree/comments/settle`,
        { comment: id, version: String(version), settled: 'yes' },
        manager,
      );
    expect((await page(organiser, `/programme?day=${day}`)).text).not.toContain('1 comment');
  });

  it('has exceptions granted beforehand, each with a reason, and keeps what was typed', async () => {
    const [contact] = review.contacts;
    const because = 'She is abroad that week';
    const post = (values: Record<string, string>) =>
      send(`${site.url}${at}/agree/exceptions`, { rule: '', about: '', because: '', ...values }, manager);
    const none = await post({ about: contact!.id, because });
    expect([none.status, textOf(none.body)]).toEqual([
      422,
      expect.stringContaining('There is a problem Choose what the exception is for'),
    ]);
    expect(none.body).toContain(because);
    expect((await post({ rule: 'by-phone', because })).body).toContain('href="#exception-about"');
    const silent = await post({ rule: 'by-phone', about: contact!.id });
    expect(silent.body).toContain('href="#exception-because"');
    expect((await post({ rule: 'one-place-at-a-time', about: contact!.id, because })).status).toBe(422);
    const session = review.sessions.find((s) => s.peers.count === 2)!;
    await post({ rule: 'by-phone', about: contact!.id, because });
    await post({ rule: 'pair', about: session.id, because: 'One is enough' });
    const { text } = await page(organiser);
    expect(text).toContain(`Seen by phone or video: ${contact!.name} Somebody, manager: ${because}`);
    expect(text).toContain(`Taken by one interviewer: ${session.title} Somebody, manager: One is enough`);
    const stored = readReview((await site.store.reviews.find(review.id))?.file ?? '');
    expect(stored.ok && stored.value.waivers.map((w) => [w.rule, w.about])).toEqual(
      expect.arrayContaining([
        ['by-phone', contact!.id],
        ['pair', session.id],
      ]),
    );
    for (const [rule, about] of [
      ['by-phone', contact!.id],
      ['pair', session.id],
    ] as const)
      await send(`${site.url}${at}/agree/exceptions/withdraw`, { rule, about }, manager);
    // An exception is no reason to build anew: the programme is as it was, and what it lacks is said.
    expect((await page(organiser)).text).not.toContain('has been changed since the programme was built');
  });

  it('is looked at as each peer would see it, while peers themselves see nothing', async () => {
    const [peer] = review.peers;
    const { status, text } = await page(manager, `/agree/as/${peer!.id}`);
    expect(status).toBe(200);
    expect(text).toContain(`As ${peer!.name} would see it`);
    expect(text).toContain('Nobody of the team sees any of it until it is approved.');
    expect((await page(manager, '/agree/as/nobody')).status).toBe(404);
    expect((await page(await site.as(['peer'], review.id), `/agree/as/${peer!.id}`)).status).toBe(403);
  });

  it('tells the two weeks’ clock on every page of the review', async () => {
    for (const path of [
      '',
      '/programme',
      '/findings',
      '/people',
      '/peers',
      '/pairs',
      '/history',
      '/set-up',
      '/agree',
      '/paper',
    ])
      expect([path, (await page(organiser, path)).text]).toEqual([
        path,
        expect.stringMatching(/To be approved by \w+ \d+ \w+ 2026: \d+ days? (from today|ago)/),
      ]);
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
    await site.store.comments.add(
      { review: review.id, about: 'session', aboutId: placed, text: 'Please another day.' },
      { by: 'Mo', why: 'Commented on the draft' },
    );
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
    expect(await waits()).toBe(
      'What was changed since the last release to be approved. See what was changed',
    );
    expect(amended).toMatch(/Release 1 ; \d+ sessions? changed since, which wait for approval/);
    expect(mainOf((await page(organiser, '/releases/1')).body)).toBe(mainOf(release.body));

    // The history says what it moved, and which comment waited about it then.
    const history = (await page(manager, '/history')).body;
    const [, address = ''] = /href="[^"]*(\/history\/draft\/\d+)"/.exec(history) ?? [];
    const told = await page(manager, address);
    expect(told.text).toMatch(/What was changed .* To tell: /);
    expect(told.text).toContain('“Please another day.”');
    expect(told.body).toMatch(/action="[^"]*\/programme\/undo"/);
    expect((await page(manager, '/history/draft/999')).status).toBe(404);

    await act(manager, 'approve');
    expect(await waits()).toBe('Nothing: it is agreed. Print the programme');
    const lines = await site.store.releases.of(review.id);
    expect(lines.map((r) => r.number)).toEqual([1, 2]);
    const compared = (await page(organiser, '/releases/1/compare/2')).text;
    expect(compared).toContain('From release 1 to release 2');
    expect(compared).toContain('To tell:');
    const lines_ = await site.store.history.of(review.id);
    const why = lines_.map((l) => l.why);
    // That it was approved can't be taken back from the history: a release stands.
    const approval = lines_.find((l) => l.thing === 'review' && l.why === 'Approved the programme');
    await send(`${site.url}${at}/undo`, { version: String(approval?.version) }, organiser);
    expect(await waits()).toBe('Nothing: it is agreed. Print the programme');
    expect((await page(organiser, '/history')).body).not.toMatch(/Undo<span[^>]*>: Approved/);
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
