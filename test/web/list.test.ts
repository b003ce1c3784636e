import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleToSeeIn } from '../../src/entry/people-to-see.ts';
import { readEntry } from '../../src/intake/index.ts';
import { type Answered, ask, type Served, send, served, textOf } from './served.ts';

let site: Served;
const id = 'listshire-2027';
const at = (path = '') => `${site.url}/reviews/${id}/list${path}`;
const page = async (path = ''): Promise<string> => textOf((await ask(at(path))).body);

beforeAll(async () => {
  site = await served();
  await send(`${site.url}/reviews/new`, {
    council: 'Listshire',
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
const sessionsOf = async (role: string) =>
  peopleToSeeIn(await entry()).find((r) => r.role.id === role)?.sessions ?? [];

/** Sends a form with fields that may stand in it several times, as somebody. */
const post = (
  path: string,
  values: Record<string, string | readonly string[]>,
  headers: object = {},
): Promise<Answered> => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  return ask(at(path), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
      ...headers,
    },
    body: body.toString(),
  });
};

describe('the list of people to see', () => {
  it('people-to-see (manual 1489-1547): has every line, and what every week has', async () => {
    const shown = await page();
    expect(shown).toContain(
      '0 of 37 planned 0 of them with nobody named yet 0 not to be seen, with a reason 37 to do',
    );
    expect(shown).toContain('Council leader seen alone To do');
    expect(shown).toContain(
      'In every week Visit to accident and emergency Visit to the duty desk Debrief with the sponsor , Debrief with the sponsor',
    );
    expect(shown).not.toContain('Put in what is missing');
  });

  it('plans the usual session where a name is typed, or a kind is chosen', async () => {
    const saved = await post('', {
      do: 'plan',
      'council-leader-who': 'Geoff Latimer, Leader of the council',
      'lscb-members-who': 'Elaine Porter; Tariq Hussain, Chief probation officer, Probation',
      'voluntary-sector-kind': 'interview',
      'partners-who': ' ',
    });
    expect(saved.headers.location).toBe(`/reviews/${id}/list?done=2`);
    expect(await page('?done=2')).toContain('Planned 3 lines of the people to see. Undo');
    expect(await sessionsOf('council-leader')).toMatchObject([
      { kind: 'interview', minutes: 60, priority: 'must' },
    ]);
    expect(await sessionsOf('lscb-members')).toMatchObject([
      { kind: 'focus-group', minutes: 90, headcount: 8 },
    ]);
    expect(await sessionsOf('voluntary-sector')).toMatchObject([{ kind: 'interview', minutes: 60 }]);
    expect(await sessionsOf('partners')).toEqual([]);
    expect((await entry()).contacts).toMatchObject([
      { name: 'Geoff Latimer', jobTitle: 'Leader of the council', organisation: 'Listshire' },
      { name: 'Elaine Porter', organisation: 'Listshire' },
      { name: 'Tariq Hussain', jobTitle: 'Chief probation officer', organisation: 'Probation' },
    ]);
    const shown = await page();
    expect(shown).toContain('3 of 37 planned 1 of them with nobody named yet');
    expect(shown).toContain('Council leader seen alone Planned Council leader Interview: Geoff Latimer');
  });

  it('names somebody later, in the session that is planned', async () => {
    await post('', { do: 'plan', 'voluntary-sector-who': 'Mo Salah, Director, Age Concern' });
    const [session, ...others] = await sessionsOf('voluntary-sector');
    expect(others).toEqual([]);
    expect(session?.contacts).toHaveLength(1);
    expect(await page()).toContain('Voluntary sector Interview: Mo Salah');
  });

  it('changes nothing where nothing was filled in', async () => {
    const before = (await site.store.reviews.find(id))?.version;
    expect((await post('', { do: 'plan' })).headers.location).toBe(`/reviews/${id}/list`);
    expect((await site.store.reviews.find(id))?.version).toBe(before);
  });

  it('says what is wrong and keeps what was typed in every row', async () => {
    const { status, body } = await post('', {
      do: 'plan',
      'camhs-head-who': 'x'.repeat(400),
      'chief-executive-who': 'Marcus "the boss" Bell',
    });
    expect(status).toBe(400);
    expect(textOf(body)).toContain('Shorten names and job titles to 300 characters or fewer');
    expect(body).toContain('value="Marcus &quot;the boss&quot; Bell"');
    expect(await sessionsOf('chief-executive')).toEqual([]);
  });
});

describe('one line of the list', () => {
  it('is planned as one says: kind, length, importance, themes', async () => {
    expect(await page('/roles/nhs-managers')).toContain('NHS managers To do Manual, line 1527.');
    const { body } = await ask(at('/roles/nhs-managers'));
    expect(body).toMatch(/value="capacity" checked/);
    const wrong = await post('/roles/nhs-managers/plan', {
      'who-nhs-managers': 'Hilary Combe, Director of nursing',
      kind: 'focus-group',
      title: '',
      minutes: '70',
      priority: 'could',
    });
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.body)).toContain(
      'There is a problem The length must be in quarters of an hour, such as 60 or 90 Enter what the session is called',
    );
    expect(textOf(wrong.body)).toContain('Hilary Combe, Director of nursing');
    await post('/roles/nhs-managers/plan', {
      'who-nhs-managers': 'Hilary Combe, Director of nursing',
      kind: 'focus-group',
      title: 'NHS managers together',
      minutes: '75',
      priority: 'could',
      themes: ['capacity', 'leadership'],
      headcount: '5',
    });
    expect(await sessionsOf('nhs-managers')).toMatchObject([
      {
        id: 'nhs-managers-together',
        kind: 'focus-group',
        minutes: 75,
        headcount: 5,
        priority: 'could',
        themes: ['capacity', 'leadership'],
      },
    ]);
  });

  it('is declined with a reason, which only the review manager accepts', async () => {
    expect(textOf((await post('/roles/lay-people/decline', { because: ' ' })).body)).toContain(
      'Enter why nobody is to be seen, for the review manager',
    );
    await post('/roles/lay-people/decline', { because: 'No group could be had in time' });
    const organiser = await site.as(['organiser'], id);
    expect(textOf((await ask(at('/roles/lay-people'), { headers: organiser })).body)).toContain(
      'Reason to accept Manual, line 1520. Nobody is to be seen: No group could be had in time The review manager has not accepted this yet. Take the reason back',
    );
    expect((await post('/roles/lay-people/accept', {}, organiser)).status).toBe(403);
    const manager = await site.as(['manager'], id);
    const shown = await ask(at('/roles/lay-people'), { headers: manager });
    expect(textOf(shown.body)).toContain('Accept this reason');
    await post('/roles/lay-people/accept', {}, manager);
    expect((await entry()).declined).toMatchObject([{ role: 'lay-people', acceptedBy: 'Somebody, manager' }]);
    expect(await page()).toContain('Not seen No group could be had in time');
    await post('/roles/lay-people/take-back', {});
    expect((await entry()).declined).toEqual([]);
  });

  it('is not there where it is no line of this review’s list', async () => {
    for (const path of ['/roles/none', '/roles/improvement-board-chair', '/roles/constructor'])
      expect((await ask(at(path))).status).toBe(404);
  });
});

describe('several lines as one group', () => {
  const health = ['designated-doctors', 'designated-nurses', 'midwifery-health-visiting'];

  it('are proposed where the manual says so (1528-1533)', async () => {
    expect(await page()).toContain('may be seen in one focus group. Plan them as one group');
    const shown = await page(`/group?${health.map((role) => `role=${role}`).join('&')}`);
    expect(shown).toContain('One focus group Designated doctor(s)');
  });

  it('keep what was typed in other rows on the way there', async () => {
    const answer = await post('', {
      do: 'group',
      role: health,
      'designated-doctors-who': 'Michael Ahern',
      'chief-executive-who': 'Marcus Bell',
    });
    expect(answer.headers.location).toContain(
      `/reviews/${id}/list/group?role=${health.join('&role=')}&done=`,
    );
    expect(await sessionsOf('chief-executive')).toHaveLength(1);
  });

  it('say which sessions they take the place of', async () => {
    await post('/roles/designated-nurses/plan', {
      'who-designated-nurses': 'Yvonne Grant',
      kind: 'interview',
      title: 'Designated nurse',
      minutes: '60',
      priority: 'must',
    });
    const path = `/group?role=${health.join('&role=')}`;
    expect(await page(path)).toContain('This takes the place of Designated nurse Plan this group');
    const [nurse] = await sessionsOf('designated-nurses');
    const saved = await post('/group', {
      role: health,
      'who-designated-doctors': 'Michael Ahern, Designated doctor, Acute trust',
      'who-designated-nurses': 'Yvonne Grant',
      'who-midwifery-health-visiting': '',
      title: 'Community health',
      minutes: '90',
      priority: 'must',
      themes: ['working-together'],
      headcount: '6',
      instead: nurse?.id ?? '',
    });
    expect(saved.status).toBe(303);
    for (const role of health)
      expect((await sessionsOf(role)).map((s) => s.id)).toEqual(['community-health']);
    expect(await page()).not.toContain('may be seen in one focus group');
  });

  it('key-people-alone (manual 1486): warn where one of them is to be seen alone', async () => {
    expect(await page('/group?role=police-senior&role=police-domestic-violence')).toContain(
      'a key person, who is to be seen alone. In a group only if the review manager agrees.',
    );
  });

  it('are at least two', async () => {
    expect(textOf((await post('', { do: 'group', role: 'partners' })).body)).toContain(
      'Tick at least two lines that are to be one group',
    );
    expect((await ask(at('/group?role=partners'))).status).toBe(404);
    expect((await ask(at('/group?role=partners&role=none'))).status).toBe(404);
  });
});

describe('all that is left', () => {
  it('is planned at one click, and undone at one click', async () => {
    const saved = await post('', { do: 'all', 'partners-who': 'Ifeoma Eze' });
    const now = await entry();
    expect(peopleToSeeIn(now).filter((r) => r.sessions.length === 0 && !r.declined)).toEqual([]);
    expect((await sessionsOf('partners'))[0]?.contacts).toHaveLength(1);
    const version = /done=(\d+)/.exec(saved.headers.location ?? '')?.[1] ?? '';
    await send(`${site.url}/reviews/${id}/undo`, { version });
    expect(await sessionsOf('partners')).toEqual([]);
  });

  it('accident-and-emergency, duty-desk (manual 1556-1559): puts back what every week has', async () => {
    const { file = '', version = 0 } = (await site.store.reviews.find(id)) ?? {};
    const without = JSON.parse(file);
    without.sessions = without.sessions.filter((s: { visit?: string }) => s.visit !== 'duty-desk');
    const line = { id, council: 'Listshire', firstDay: '2027-03-22', file: JSON.stringify(without) };
    await site.store.reviews.save(line, version, { by: 'Test', why: 'Test' });
    expect(await page()).toContain('Missing Visit to the duty desk');
    await post('/standing', {});
    expect((await entry()).sessions?.filter((s) => s.visit === 'duty-desk')).toHaveLength(1);
  });
});
