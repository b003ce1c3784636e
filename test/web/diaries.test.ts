import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { fillIn } from './filled.ts';
import { ask, enteredSample, keep, type Served, send, served, stranger, textOf } from './served.ts';

let site: Served;
const at = (path: string) => `${site.url}/reviews/sample${path}`;
const page = async (path: string): Promise<string> => (await ask(at(path))).body;
const entry = async () => {
  const reading = readEntry((await site.store.reviews.find('sample'))?.file ?? '');
  if (!reading.ok) throw new Error('The entry can’t be read');
  return reading.value;
};
const diaryOf = async (id: string) => (await entry()).contacts?.find((c) => c.id === id)?.diary;
const rows = (html: string) => [...html.matchAll(/<tr[^>]* id="[^"]+".*?<\/tr>/gs)].map((m) => textOf(m[0]));
/** A link in a letter. */
const linkIn = (text: string) => /\/d\/[\w-]{43}/.exec(text)?.[0] ?? '';

beforeAll(async () => {
  site = await served();
  const sample = enteredSample();
  await keep(
    site.store,
    {
      ...sample,
      contacts: sample.contacts.map((c) =>
        c.id === 'priya-shah'
          ? {
              ...c,
              email: 'priya@sampleshire.example',
              pa: { name: 'Pat', email: 'pat@sampleshire.example' },
            }
          : c,
      ),
    },
    sampleProgramme(),
  );
});
afterAll(() => site.close());

describe('the diaries', () => {
  it('say who has answered and who has not, those who hold up most first', async () => {
    const before = rows(await page('/diaries'));
    expect(before.length).toBe((await entry()).contacts?.length);
    expect(before[0]).toMatch(/Not in yet.*must be held: (\d+|no) places? left/);
    const places = before
      .filter((r) => r.includes('must be held'))
      .map((r) => Number(/held: (\d+) places? left/.exec(r)?.[1] ?? 0));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    await send(at('/people/priya-shah/diary'), { painted: '', do: 'save' });
    const html = await page('/diaries');
    expect(textOf(html)).toContain(`2 of ${before.length} people have said when they can be seen.`);
    expect(rows(html).at(-1)).toContain('Priya Shah');
    expect(rows(html).at(-1)).toContain('Any time is fine.');
  });

  it('tick nobody beforehand; all who have not answered are written to by a button of its own', async () => {
    const html = await page('/diaries');
    expect(html).not.toMatch(/name="who"[^>]* checked/);
    const inSessions = new Set((await entry()).sessions?.flatMap((s) => s.contacts ?? []));
    const waiting = (await entry()).contacts?.filter((c) => !c.diary && inSessions.has(c.id)) ?? [];
    expect(textOf(html)).toContain(`Write to ${waiting.length} people who have not answered`);
    const asked = await page('/diaries/ask?all=waiting&who=priya-shah');
    const ids = [...asked.matchAll(/name="who" value="([^"]+)"/g)].map((m) => m[1]);
    expect(ids.toSorted()).toEqual(waiting.map((c) => c.id).toSorted());
  });

  it('are asked for by letters that are looked over first, to a PA where there is one', async () => {
    const form = await page('/diaries/ask?who=priya-shah');
    expect(textOf(form)).toContain('to their PA, Pat, pat@sampleshire.example');
    const look = await fillIn(site, form, '/diaries/ask', { do: 'look' });
    expect(textOf(look.body)).toContain(
      'Dear Pat, You keep the diary of Priya Shah. What follows is written to them; please answer it for them.',
    );
    expect(await site.store.outbox.waiting()).toEqual([]);
    expect(await site.store.diaryLinks.of('sample')).toEqual([]);
    const sent = await fillIn(site, look.body, '/diaries/ask', { do: 'send' });
    expect(textOf(sent.body)).toContain('Priya Shah: pat@sampleshire.example');
    const [letter, ...more] = await site.store.outbox.waiting();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      to: 'pat@sampleshire.example',
      subject: 'Sampleshire Council: when can Priya Shah be seen during the peer review?',
      review: 'sample',
      endsAt: '2026-01-22T23:59:59.000Z',
    });
    const opened = await ask(`${site.url}${linkIn(letter?.text ?? '')}`, { headers: stranger });
    expect(textOf(opened.body)).toContain('When can you be seen, Priya Shah?');
    expect(rows(await page('/diaries')).find((r) => r.includes('Priya Shah'))).toContain(
      'Asked on 12 January 2026, until 22 January 2026: opened, no answer yet',
    );
  });

  it('a link for somebody without an address is told once, to be handed over; ending it ends it', async () => {
    const other = (await entry()).contacts?.find((c) => !c.email && !c.pa)?.id ?? '';
    const form = await page(`/diaries/ask?who=${other}`);
    const sent = await fillIn(site, form, '/diaries/ask', { do: 'send' });
    const link = linkIn(sent.body);
    // The list of people says how far it is with each.
    const listed = async () => {
      const row = new RegExp(`<tr[^>]* id="row-${other}".*?</tr>`, 's').exec(await page('/people'))?.[0];
      return /(?:Not asked|Asked|No answer)[^<]*/.exec(row ?? '')?.[0];
    };
    const until = (await site.store.diaryLinks.of('sample')).at(-1)!.endsAt.slice(8, 10);
    expect(await listed()).toBe(`Asked, until ${until} January 2026: not opened`);
    expect((await ask(`${site.url}${link}`, { headers: stranger })).status).toBe(200);
    expect(await listed()).toBe(`Asked, until ${until} January 2026: opened`);
    const list = await send(at('/diaries/links/end'), { contact: other });
    expect(list.status).toBe(303);
    expect(await listed()).toBe('Not asked yet');
    expect((await ask(`${site.url}${link}`, { headers: stranger })).status).toBe(404);
    expect((await send(at('/diaries/links/end'), { contact: 'nobody' })).status).toBe(404);
  });

  it('asking wants people, words and a last day that is to come, and keeps what was typed', async () => {
    const form = await page('/diaries/ask?who=priya-shah');
    const { status, body } = await fillIn(site, form, '/diaries/ask', {
      'until-day': '1',
      'until-year': '2025',
      message: '',
      do: 'look',
    });
    expect(status).toBe(422);
    expect(textOf(body)).toContain('The last day for answers must not be past');
    expect(textOf(body)).toContain('Write what the letter is to say');
    expect(body).toContain('value="2025"');
  });

  it('hold a meeting for several people, listed, changed and taken away again for all of them', async () => {
    const who = (await entry()).contacts?.slice(0, 3).map((c) => c.id) ?? [];
    const form = await page(`/diaries/meetings/new?${who.map((id) => `who=${id}`).join('&')}`);
    const added = await fillIn(site, form, '/diaries/meetings/new', {
      title: 'Cabinet',
      typed: 'Tue 10-12',
      do: 'add',
    });
    expect(textOf(added.body)).toContain('Added Cabinet, which keeps 3 people. Undo');
    expect(textOf(added.body)).toMatch(/Cabinet : Tuesday 10\.00am to 12\.00pm\. [A-Z]/);
    const meeting = (await entry()).meetings?.[0];
    expect(meeting).toEqual({
      id: 'meeting-1',
      title: 'Cabinet',
      contacts: who,
      spans: [{ from: '2026-03-24T10:00', to: '2026-03-24T12:00' }],
    });
    expect(await page(`/people/${who[0]}/diary`)).toContain('Cabinet</a>: Tuesday 10.00am to 12.00pm.');
    const changed = await page('/diaries/meetings/meeting-1');
    await fillIn(site, changed, '/diaries/meetings/meeting-1', { contacts: who.slice(0, 2), do: 'save' });
    expect((await entry()).meetings?.[0]?.contacts).toEqual(who.slice(0, 2));
    const removed = await fillIn(site, changed, '/diaries/meetings/meeting-1/remove');
    expect(textOf(removed.body)).toContain('Took Cabinet out of 2 diaries');
    expect((await entry()).meetings).toEqual([]);
  });

  it('take the same marks for several people over what each has', async () => {
    const who = (await entry()).contacts?.slice(0, 2).map((c) => c.id) ?? [];
    await send(at(`/people/${who[0]}/diary`), { painted: 'c96-100', do: 'save' });
    const form = await page('/diaries/meetings/new');
    await fillIn(site, form, '/diaries/meetings/new', { contacts: who, typed: 'prefer Fri', do: 'add' });
    const friday = { from: '2026-03-27', to: '2026-03-27' };
    expect(await diaryOf(who[0] ?? '')).toEqual({
      busy: [{ from: '2026-03-23T00:00', to: '2026-03-23T01:00' }],
      preferred: [friday],
    });
    expect(await diaryOf(who[1] ?? '')).toEqual({ preferred: [friday] });
    const { status, body } = await fillIn(site, form, '/diaries/meetings/new', {
      title: 'Cabinet',
      do: 'save',
    });
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Choose at least one person');
    expect(textOf(body)).toContain('Mark the times, or write them');
  });

  it('warn of what a diary breaks that changed after the draft, here and where the review stands', async () => {
    expect(textOf(await page('/diaries'))).not.toContain('breaks it');
    const { placements } = sampleProgramme();
    const session = (await entry()).sessions?.find((s) => s.contacts?.includes('priya-shah'));
    expect(placements.some((p) => p.session === session?.id)).toBe(true);
    await send(at('/people/priya-shah/diary'), { painted: 'c96-576', do: 'save' });
    for (const path of ['/diaries', '']) {
      const text = textOf(await page(path));
      expect(text).toContain('What was entered since the programme was built breaks it');
      expect(text).toMatch(/breaks it[^.]*Priya Shah/);
    }
    await send(at('/people/priya-shah/diary'), { painted: '', do: 'save' });
    expect(textOf(await page('/diaries'))).not.toContain('breaks it');
  });
});
