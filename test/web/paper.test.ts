import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleProgramme } from '../support/sample-week.ts';
import { approved, ask, enteredSample, keep, type Served, send, served, textOf } from './served.ts';

const links = (body: string): readonly string[] =>
  [...body.matchAll(/href="(\/reviews\/sample\/paper[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
  );

describe('everything that can be printed or taken away', () => {
  let site: Served;
  const review = enteredSample();
  const read = (path: string, headers = {}) => ask(`${site.url}/reviews/sample/paper${path}`, { headers });

  beforeAll(async () => {
    site = await served();
    await keep(site.store, review, sampleProgramme());
  });
  afterAll(() => site.close());

  it('is offered in the form that is asked for, and says which version it is', async () => {
    const { body } = await read('?as=pdf');
    expect(textOf(body)).toContain('Draft Version 3.1, 12 January 2026, 10.00am. It stands on every page.');
    const all = links(body).filter((href) => href.includes('/paper/'));
    expect(all).toContain('/reviews/sample/paper/programme.pdf');
    expect(all.filter((href) => !/\/(ics|csv|json|review)$|\.pdf(\?|$)/.test(href))).toEqual([]);
  });

  it('comes as a file with a name, drawn apart from the pages', async () => {
    const { status, headers, body } = await read('/day.pdf?who=1');
    expect([
      status,
      headers['content-type'],
      headers['content-disposition'],
      headers['cache-control'],
    ]).toEqual([200, 'application/pdf', 'attachment; filename=sample-day-1.pdf', 'private, no-store']);
    expect(body.slice(0, 5)).toBe('%PDF-');
  });

  it('is not there for nobody, in no form that there is not, and on no day without anything', async () => {
    for (const path of [
      '/peer.pdf?who=nobody',
      '/week.exe',
      '/csv.pdf',
      '/day.pdf',
      '/agenda?who=three',
      '/none.pdf',
    ])
      expect([path, (await read(path)).status]).toEqual([path, 404]);
  });

  it('is of the release once there is one, and of the draft for whoever asks for it', async () => {
    await approved(site.store, review, sampleProgramme());
    expect(textOf((await read('/travel')).body)).toContain('Release 1, approved 12 January 2026, 10.00am');
    const page = await read('?of=draft');
    expect(textOf(page.body)).toContain('Print the release that holds instead');
    const [first] = links(page.body).filter((href) => href.includes('/paper/'));
    expect(first).toBe('/reviews/sample/paper/programme?of=draft');
    expect(textOf((await read('/travel?of=draft')).body)).toContain('Draft Version 3.1');
  });

  it('is, as a calendar, the very one that is subscribed to; the draft’s counts on from it', async () => {
    const sequences = (body: string) =>
      new Map(
        body
          .split('BEGIN:VEVENT')
          .slice(1)
          .map((event) => [/UID:(.*)\r/.exec(event)?.[1], /SEQUENCE:(\d+)/.exec(event)?.[1]] as const),
      );
    const moved = sampleProgramme();
    const [first, ...others] = moved.placements;
    const later = {
      ...moved,
      placements: [{ ...first!, start: first!.start + 15, end: first!.end + 15 }, ...others],
    };
    const asked = await read('/ics?of=draft');
    expect(new Set(sequences(asked.body).values())).toEqual(new Set(['1']));
    await approved(site.store, review, later);
    const { token } = await site.store.feedTokens.issue('sample', 'whole', { by: 'T', why: 'T' }, 'whole');
    const fed = (await ask(`${site.url}/f/${token}.ics`)).body;
    expect((await read('/ics')).body).toBe(fed);
    expect([...sequences(fed).values()].filter((n) => n === '2').length).toBe(1);
    // The draft is as release 1 was: what release 2 moved is moved back, as a third would do it.
    const draft = sequences((await read('/ics?of=draft')).body);
    expect([...draft.values()].filter((n) => n === '3').length).toBe(1);
    expect(draft.size).toBe(sequences(fed).size);
  });

  it('gives peers what they may have, and neither the rule report nor the lists of the council', async () => {
    const peer = await site.as(['peer'], 'sample');
    const { body } = await read('', peer);
    const offered = links(body).filter((href) => href.includes('/paper/'));
    for (const kind of ['annex', 'record', 'reception', 'catering', 'review']) {
      expect([kind, offered.filter((href) => href.includes(`/paper/${kind}`))]).toEqual([kind, []]);
      expect([kind, (await read(`/${kind}`, peer)).status]).toEqual([kind, 404]);
      expect([kind, (await read(`/${kind}.pdf`, peer)).status]).toEqual([kind, 404]);
      expect([kind, (await read(`/${kind}`)).status]).toEqual([kind, 200]);
    }
    // And never the draft, though they ask for it.
    expect(textOf((await read('/travel?of=draft', peer)).body)).toContain('Release 2');
  });

  it('is for nobody who is no part of the review', async () => {
    const stranger = await site.as([]);
    for (const path of ['', '/programme', '/programme.pdf', '/csv'])
      expect([path, (await read(path, stranger)).status]).toEqual([path, 404]);
    expect((await send(`${site.url}/reviews/sample/paper`, {})).status).toBe(404);
  });
});
