import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOfFrame, frameOf } from '../../src/entry/frame.ts';
import { readEntry } from '../../src/intake/index.ts';
import { lanes } from '../../web/routes/frame/picture.ts';
import { type Answered, ask, type Served, send, served, textOf } from './served.ts';

let site: Served;
const id = 'frameshire-2027';
const at = (path = '') => `${site.url}/reviews/${id}/frame${path}`;
const page = async (path = ''): Promise<string> => textOf((await ask(at(path))).body);

beforeAll(async () => {
  site = await served();
  await send(`${site.url}/reviews/new`, {
    council: 'Frameshire',
    'first-day': '22',
    'first-month': '3',
    'first-year': '2027',
  });
});
afterAll(() => site.close());

const entry = async () => {
  const reading = readEntry((await site.store.reviews.find(id))?.file ?? '');
  if (!reading.ok) throw new Error('not an entry');
  return reading.value;
};
const day = async (n: number) => dayOfFrame(frameOf(await entry()), n);
const names = {
  event: ['gathering-2', 'lunch-2', 'team-meeting-2'],
  window: ['day-2-morning', 'day-2-afternoon'],
};

/** The form of a day as the page has it: every field that a browser would send. */
async function formOf(n: number): Promise<Record<string, string>> {
  const { body } = await ask(at(`?day=${n}`));
  const form = /<form action="[^"]*days[\s\S]*?<\/form>/.exec(body)?.[0] ?? '';
  const sent: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1] ?? '';
    if (tag.includes('type="checkbox"') && !tag.includes(' checked')) continue;
    if (name !== 'event' && name !== 'window') sent[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    sent[name ?? ''] =
      /value="([^"]*)" selected/.exec(options ?? '')?.[1] ?? /value="([^"]*)"/.exec(options ?? '')?.[1] ?? '';
  return sent;
}

/** Sends a day's form, its lists of ids as the page has them. */
const post = (
  n: number,
  values: Record<string, string>,
  lists: Record<string, readonly string[]>,
): Promise<Answered> => {
  const body = new URLSearchParams(values);
  for (const [name, ids] of Object.entries(lists)) for (const one of ids) body.append(name, one);
  return ask(at(`/days/${n}`), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    body: body.toString(),
  });
};

describe('the week on a picture', () => {
  it('shows the frame of Appendix 11 (manual 1561-1625) until it is changed', async () => {
    const shown = await page();
    expect(shown).toContain(
      'This is the usual week of the review manual: change what is different with you.',
    );
    expect(shown).toContain(
      'Tue sday Team gathers in the base room 8.30am to 9.00am Sessions 9.00am to 12.30pm 2 streams Lunch 12.30pm to 1.30pm',
    );
    expect(shown).toContain('Change Monday');
    expect(await page('?day=0')).toContain('Change Sunday Save Times for sessions None on this day.');
    expect((await ask(at('?day=9'))).status).toBe(404);
  });

  it('changes nothing where its form is sent as it stands', async () => {
    const answer = await post(2, await formOf(2), names);
    expect(answer.headers.location).toBe(`/reviews/${id}/frame?day=2#day`);
    expect((await site.store.reviews.find(id))?.version).toBe(1);
  });

  it('changes times, names and streams, each day by itself, and can be undone', async () => {
    const saved = await post(
      2,
      {
        ...(await formOf(2)),
        'lunch-2-title': 'Lunch in the canteen',
        'lunch-2-start': '1pm',
        'lunch-2-end': '14:00',
        'day-2-morning-end': '1.00pm',
        'day-2-morning-limit': '3',
        'day-2-afternoon-start': '2',
      },
      names,
    );
    expect(saved.headers.location).toBe(`/reviews/${id}/frame?day=2&done=2#day`);
    const tuesday = await day(2);
    expect(tuesday.events[1]).toEqual({
      id: 'lunch-2',
      kind: 'lunch',
      title: 'Lunch in the canteen',
      start: '13:00',
      end: '14:00',
    });
    expect(tuesday.windows).toEqual([
      { id: 'day-2-morning', start: '09:00', end: '13:00', limit: 3 },
      { id: 'day-2-afternoon', start: '14:00', end: '18:15' },
    ]);
    expect(await page('?day=2&done=2')).toContain('Changed Tuesday in the week. Undo');
    await send(`${site.url}/reviews/${id}/undo`, { version: '2' });
    expect((await entry()).review.frame).toBeUndefined();
  });

  it('says beside a time what is wrong with it, and keeps everything that was typed', async () => {
    const { status, body } = await post(
      2,
      {
        ...(await formOf(2)),
        'lunch-2-title': 'Soup & bread',
        'lunch-2-start': 'noonish',
        'gathering-2-start': '8.35am',
        'team-meeting-2-end': '6pm',
        'day-2-morning-streams': '3',
        'day-2-morning-limit': '2',
        'gathering-2-contacts': 'Nobody Here',
      },
      names,
    );
    expect(status).toBe(400);
    expect(textOf(body)).toContain(
      'There is a problem The most streams must be 3 or more, as many as usual Nobody Here is not among the people of this review The start must be on a quarter hour, such as 9.00am or 9.15am The start must be a time of day, such as 9.00am or 14:30 The end must be after the start',
    );
    expect(body).toContain('value="Soup &amp; bread"');
    expect(body).toContain('value="noonish"');
    expect(body).toContain('href="#lunch-2-start"');
    expect((await entry()).review.frame).toBeUndefined();
  });

  it('adds an event and a time for sessions in the evening, and removes them', async () => {
    await post(
      3,
      {
        ...(await formOf(3)),
        'new-event-title': 'Tour of the town',
        'new-event-start': '7.30am',
        'new-event-end': '8.15am',
        'new-window-start': '7.15pm',
        'new-window-end': '8.45pm',
        'new-window-streams': '1',
        'new-window-evening': 'yes',
      },
      { event: ['gathering-3', 'lunch-3', 'team-meeting-3'], window: ['day-3-morning', 'day-3-afternoon'] },
    );
    const wednesday = await day(3);
    expect(wednesday.events[0]).toEqual({
      id: 'tour-of-the-town',
      kind: 'other',
      title: 'Tour of the town',
      start: '07:30',
      end: '08:15',
    });
    expect(wednesday.windows[2]).toEqual({
      id: 'day-3-sessions',
      start: '19:15',
      end: '20:45',
      streams: 1,
      evening: true,
    });
    expect(await page('?day=3')).toContain('Evening sessions 7.15pm to 8.45pm 1 stream');
    const lists = {
      event: wednesday.events.map((e) => e.id),
      window: wednesday.windows.map((w) => w.id),
    };
    await post(3, { ...(await formOf(3)), remove: 'tour-of-the-town' }, lists);
    expect((await day(3)).events.map((e) => e.id)).toEqual(['gathering-3', 'lunch-3', 'team-meeting-3']);
  });

  it('moves an event to another day with its times and who comes, and says so', async () => {
    const before = await formOf(2);
    expect(before['team-meeting-2-day']).toBe('2');
    const moved = await post(2, { ...before, 'team-meeting-2-day': '3' }, names);
    expect(moved.headers.location).toMatch(new RegExp(`^/reviews/${id}/frame\\?day=3&done=\\d+#day$`));
    expect(textOf((await ask(`${site.url}${moved.headers.location}`)).body)).toContain(
      'Moved “Team meeting” from Tuesday to Wednesday. Undo',
    );
    const ids = async (n: number) => (await day(n)).events.map((e) => e.id);
    expect([await ids(2), await ids(3)]).toEqual([
      ['gathering-2', 'lunch-2'],
      ['gathering-3', 'lunch-3', 'team-meeting-3', 'team-meeting-2'],
    ]);
    const wrong = await post(2, { ...(await formOf(2)), 'lunch-2-day': '9' }, { event: ['lunch-2'] });
    expect([wrong.status, textOf(wrong.body)]).toEqual([
      400,
      expect.stringContaining('Choose a day of the week'),
    ]);
    const lists = { event: await ids(3), window: (await day(3)).windows.map((w) => w.id) };
    await post(3, { ...(await formOf(3)), 'team-meeting-2-day': '2' }, lists);
    expect(await ids(2)).toEqual(['gathering-2', 'lunch-2', 'team-meeting-2']);
  });

  it('lunch-and-breaks (manual 1476): says in place what the week as saved gets wrong', async () => {
    await post(2, { ...(await formOf(2)), 'lunch-2-start': '12.00pm', 'lunch-2-end': '12.30pm' }, names);
    const shown = await page('?day=2');
    expect(shown).toContain(
      'To be put right in this week The time for sessions, 9.00am to 12.30pm, runs into “Lunch”, 12.00pm to 12.30pm.',
    );
    expect(shown).toContain('Change Tuesday');
    await post(2, { ...(await formOf(2)), 'day-2-morning-end': '12.00pm' }, names);
    const now = await page('?day=2');
    expect(now).not.toContain('runs into');
    expect(now).toMatch(/To be put right in this week .*[Ll]unch/);
  });

  it('names who attends and where', async () => {
    await send(`${site.url}/reviews/${id}/set-up/key-people`, {
      sponsor: 'Ruth Adeyemi',
      organiser: 'Colin Frost',
    });
    const { contacts = [], sites = [] } = await entry();
    await post(
      4,
      {
        ...(await formOf(4)),
        'handover-contacts': 'ruth adeyemi, Colin Frost',
        'handover-headcount': '4',
        'handover-place': `site ${sites[1]?.id}`,
      },
      {
        event: ['gathering-4', 'lunch-4', 'preparation-4', 'handover', 'team-meeting-4'],
        window: ['day-4-morning'],
      },
    );
    expect((await day(4)).events.find((e) => e.id === 'handover')).toMatchObject({
      contacts: contacts.map((c) => c.id),
      headcount: 4,
      place: { site: sites[1]?.id },
    });
    expect((await ask(at('?day=4'))).body).toContain('value="Ruth Adeyemi, Colin Frost"');
  });

  it('puts the usual week back, and that can be undone', async () => {
    const saved = await send(at('/reset'), {});
    expect((await entry()).review.frame).toBeUndefined();
    const version = /done=(\d+)/.exec(saved.headers.location ?? '')?.[1] ?? '';
    await send(`${site.url}/reviews/${id}/undo`, { version });
    expect((await day(4)).events.find((e) => e.id === 'handover')?.headcount).toBe(4);
  });
});

describe('things of a day that overlap', () => {
  it('stand side by side, others have the whole width', () => {
    const placed = lanes([
      { id: 'a', from: 0, to: 60 },
      { id: 'b', from: 30, to: 90 },
      { id: 'c', from: 60, to: 120 },
      { id: 'd', from: 120, to: 180 },
    ]);
    expect(Object.fromEntries(placed)).toEqual({
      a: { lane: 0, of: 2 },
      b: { lane: 1, of: 2 },
      c: { lane: 0, of: 2 },
      d: { lane: 0, of: 1 },
    });
  });
});
