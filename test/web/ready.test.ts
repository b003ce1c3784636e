import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, setAbout } from '../../src/entry/edit.ts';
import { remove } from '../../src/entry/remove.ts';
import { readEntry } from '../../src/intake/index.ts';
import { entryToJson } from '../../src/publish/json.ts';
import { NEW } from '../../src/store/ports.ts';
import { fixtureText } from '../support/fixtures.ts';
import { ask, type Served, send, served, textOf } from './served.ts';

const signature = { by: 'Test', why: 'Brought in' };

/** Puts a fixture into the store under an id of its own, as it is or changed. */
async function enter(site: Served, file: string, id: string, edit = setAbout({})): Promise<void> {
  const reading = readEntry(fixtureText(file));
  if (!reading.ok) throw new Error(`${file} can’t be read`);
  const entry = setAbout({ id })(edit(reading.value));
  const { council, firstDay } = entry.review;
  await site.store.reviews.save({ id, council, firstDay, file: entryToJson(entry) }, NEW, signature);
}

describe('Ready?', () => {
  let site: Served;
  /** The page once its light is lit. */
  const page = async (id: string) => {
    for (;;) {
      const text = textOf((await ask(`${site.url}/reviews/${id}/ready?wait=yes`)).body);
      if (!text.includes('Trying whether')) return text;
    }
  };

  beforeAll(async () => {
    site = await served();
    await enter(site, 'small-council.json', 'good');
    await enter(site, 'impossible.json', 'stuck');
    await enter(site, 'small-council.json', 'broken', (entry) => ({
      ...entry,
      sessions: (entry.sessions ?? []).map((s, i) => (i === 0 ? { ...s, after: ['nowhere'] } : s)),
    }));
    await enter(site, 'small-council.json', 'teamless', (entry) =>
      all((entry.peers ?? []).map((peer) => remove('peers', peer.id)))(entry),
    );
    const contact = (entry: { contacts?: readonly { id: string }[] }) => entry.contacts?.[0]?.id ?? '';
    await enter(site, 'small-council.json', 'less', (entry) => remove('contacts', contact(entry))(entry));
  });
  afterAll(() => site.close());

  it('says that the week works, and offers to build it', async () => {
    const text = await page('good');
    expect(text).toContain('The week works: every session can be held with what is entered now.');
    expect(text).toContain('Build the programme');
  });

  it('knows whether the week works before the team does, and offers no building', async () => {
    const text = await page('teamless');
    expect(text).toContain('The week works: every session can be held with what is entered now.');
    expect(text).toContain(
      'The team of peers is not entered yet: this counts on 6 peers who are free all week.',
    );
    expect(text).toContain('The review manager has not entered the team of peers yet.');
    expect(text).not.toContain('Build the programme');
  });

  it('says how many days there are to the draft, to the approval and to the week', async () => {
    const text = await page('good');
    expect(text).toMatch(/The rough draft goes to the review manager Monday \d+ May 2026 done/);
    expect(text).toMatch(/The programme is approved Monday 1 June 2026 140 days left/);
  });

  it('says why a week does not work, and what would mend it', async () => {
    const text = await page('stuck');
    expect(text).toContain('The week does not work as it is entered');
    expect(text).toContain('What would mend it, the easiest first');
  });

  it('names what is to be put right in what is entered, with the page where that is done', async () => {
    const { body } = await ask(`${site.url}/reviews/broken/ready`);
    expect(textOf(body)).toContain('Not yet: 1 thing has to be put right');
    expect(body).toMatch(/href="\/reviews\/broken\/sessions\?edit&#x3D;/);
    const overview = await ask(`${site.url}/reviews/broken`);
    expect([overview.status, textOf(overview.body)]).toEqual([
      200,
      expect.stringContaining('Not everything is entered yet'),
    ]);
  });

  it('draws the week hour by hour, a figure and a word in each half hour', async () => {
    const { body } = await ask(`${site.url}/reviews/good/ready`);
    const figures = [...body.matchAll(/pw-hours__cell--(?:free|busy|tight)" title="(\d+) session/g)];
    expect(figures.length).toBeGreaterThan(20);
  });

  it('names the sessions in which nobody is left, and those who have nothing to do with the review', async () => {
    expect(await page('less')).toContain('Still missing');
  });

  it('builds the programme from there', async () => {
    const begun = await send(`${site.url}/reviews/good/programme/build`, {});
    expect(begun.status).toBe(303);
    let answer = await ask(`${site.url}${begun.headers.location}`);
    for (let n = 0; answer.status === 200 && n < 60; n++)
      answer = await ask(`${site.url}${begun.headers.location}&wait=yes`);
    expect([answer.status, answer.headers.location]).toEqual([303, '/reviews/good/programme']);
    const draft = await site.store.programmes.draftOf('good');
    expect(draft?.version).toBe(1);
    expect((await site.store.history.of('good')).map((l) => l.why)).toContain('Built the programme');
  });
});
