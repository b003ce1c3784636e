import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { fillIn } from './filled.ts';
import { type Answered, ask, enteredSample, keep, type Served, send, served, textOf } from './served.ts';

let site: Served;
let manager: { readonly Cookie: string };
let organiser: { readonly Cookie: string };
const page = async (path = '', headers: object = manager): Promise<string> =>
  (await ask(`${site.url}/reviews/sample/peers${path}`, { headers })).body;
const fill = (html: string, action: string, values: Parameters<typeof fillIn>[3] = {}): Promise<Answered> =>
  fillIn(site, html, action, values, manager);
const entry = async () => {
  const reading = readEntry((await site.store.reviews.find('sample'))?.file ?? '');
  if (!reading.ok) throw new Error('The entry can’t be read');
  return reading.value;
};
const named = async (name: string) => (await entry()).peers?.find((p) => p.name === name);

beforeAll(async () => {
  site = await served();
  await keep(site.store, enteredSample());
  manager = await site.as(['manager'], 'sample');
  organiser = await site.as(['organiser'], 'sample');
});
afterAll(() => site.close());

describe('the team', () => {
  it('is the review manager’s to add to', async () => {
    const { body } = await fill(await page(), '/sample/peers', { name: 'Nell Ash', role: 'nhs-peer' });
    expect(textOf(body)).toContain('Added Nell Ash to the team. Undo');
    expect(await named('Nell Ash')).toEqual({
      id: expect.stringMatching(/^peer-[a-z0-9]+$/),
      name: 'Nell Ash',
      role: 'nhs-peer',
    });
    const wrong = await fill(await page(), '/sample/peers', { name: 'Nobody' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('<a href="#new-role">Choose what they are in the team</a>');
  });

  it('has themes, independence and needs on a page for each', async () => {
    const { id } = (await named('Nell Ash'))!;
    const { body } = await fill(await page(`/${id}`), `/peers/${id}/whole`, {
      initials: 'NX',
      themes: ['capacity', 'leadership'],
      interviews: 'no',
      knows: ['priya-shah'],
      relationshipWhat: 'Worked there until 2019',
      relationshipAcceptedBy: 'Ian Forsyth',
      relationshipAt: '2/2/2026',
      access: ['step-free', ''],
      dietary: 'No nuts',
    });
    expect(textOf(body)).toContain('Changed Nell Ash. Undo');
    expect(await named('Nell Ash')).toEqual({
      id,
      name: 'Nell Ash',
      role: 'nhs-peer',
      initials: 'NX',
      themes: ['capacity', 'leadership'],
      interviews: false,
      knows: ['priya-shah'],
      relationship: { what: 'Worked there until 2019', acceptedBy: 'Ian Forsyth', at: '2026-02-02' },
      access: ['step-free'],
      dietary: 'No nuts',
    });
  });

  it('are duplicated with what they are and their themes, and the copy is open to be changed', async () => {
    const { id } = (await named('Nell Ash'))!;
    const { body } = await fill(await page(), `/peers/${id}/duplicate`);
    expect(textOf(body)).toContain('Duplicated Nell Ash. Undo');
    expect(body).toMatch(/value="Copy of Nell Ash"/);
    expect(await named('Copy of Nell Ash')).toEqual({
      id: expect.stringMatching(/^peer-[a-z0-9]+$/),
      name: 'Copy of Nell Ash',
      role: 'nhs-peer',
      themes: ['capacity', 'leadership'],
    });
    await fill(await page(), `/peers/${(await named('Copy of Nell Ash'))!.id}/remove`);
  });

  it('pairings (manual 1454): the matrix says of every two peers what is to be', async () => {
    const [first, second, third] = (await entry()).peers!.map((p) => p.id);
    const { body } = await fill(await page(), '/peers/pairings', {
      [`pair.${first}.${second}`]: 'preferred',
      [`pair.${first}.${third}`]: 'forbidden',
    });
    expect(textOf(body)).toContain('Changed who is to work with whom. Undo');
    expect((await entry()).pairings).toEqual({ preferred: [[first, second]], forbidden: [[first, third]] });
    await fill(body, '/peers/pairings', { [`pair.${first}.${second}`]: 'fixed' });
    expect((await entry()).pairings).toEqual({
      fixed: [[first, second]],
      preferred: [],
      forbidden: [[first, third]],
    });
    const wrong = await fill(body, '/peers/pairings', { [`pair.${first}.${second}`]: 'often' });
    expect(wrong.status).toBe(422);
  });

  it('says before somebody goes what was said about them, and undo brings it back', async () => {
    const before = await entry();
    const asked = await page('?remove=operations');
    expect(textOf(asked)).toContain('What was said about working together is forgotten');
    const { body } = await fill(asked, '/peers/operations/remove');
    expect(JSON.stringify(await entry())).not.toContain('"operations"');
    await fill(body, '/sample/undo');
    expect({ ...(await entry()), review: before.review }).toEqual(before);
  });

  it('an organiser may look, and change nothing', async () => {
    const before = await entry();
    const list = await page('', organiser);
    expect(textOf(list)).toContain('The review manager enters the team. You may look at it.');
    expect(list).not.toMatch(/action="[^"]*\/peers(\?|\/pairings|\/[a-z-]+\/(remove|duplicate|row))/);
    expect(textOf(list)).toContain('Make a link for Joanne Whitby');
    const one = await page('/health', organiser);
    expect(textOf(one)).toContain('What they are NHS peer');
    expect(one).not.toContain('<form method="post" action="/reviews/sample/peers');
    for (const path of [
      '',
      '/pairings',
      '/health/whole',
      '/health/remove',
      '/health/row',
      '/health/duplicate',
    ]) {
      const { status } = await send(
        `${site.url}/reviews/sample/peers${path}`,
        { name: 'X', role: 'other', seen: '1' },
        organiser,
      );
      expect([path, status]).toEqual([path, 403]);
    }
    expect(await entry()).toEqual(before);
  });
});
