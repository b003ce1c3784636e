import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { loggedPath } from '../../web/middleware/set-up-log.ts';
import { fillIn, formIn } from './filled.ts';
import { type Answered, ask, enteredSample, keep, type Served, served, textOf } from './served.ts';

/* Ids stand in addresses; addresses stand in logs, in browsers’ histories and on other people’s screens. */

/** What was entered of people, each word of it found nowhere else. */
const people = {
  contact: {
    name: 'Xanthe Quillfeather',
    jobTitle: 'Wharfinger',
    email: 'xq@quill.example',
    phone: '07700 900987',
  },
  peer: { name: 'Zebedee Mossington' },
} as const;
const traces = /xanthe|quillf|wharfinger|xq@|xq%40|900987|zebedee|mossing/i;

let site: Served;
/** Every address that was asked for, linked to, posted to or led on to. */
const addresses = new Set<string>();
const pages = new Map<string, Answered>();

const seen = (html: string): void => {
  for (const [, address = ''] of html.matchAll(/\s(?:href|action|src)="([^"]*)"/g))
    addresses.add(decodeURIComponent(address.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')));
};

async function page(path: string): Promise<string> {
  const answer = await ask(`${site.url}${path}`);
  addresses.add(path);
  if (answer.headers.location) addresses.add(answer.headers.location);
  if (String(answer.headers['content-type']).includes('html')) seen(answer.body);
  pages.set(path, answer);
  return answer.body;
}

const fill = async (path: string, action: string, values: Record<string, string>): Promise<string> => {
  const { body } = await fillIn(site, await page(path), action, values);
  seen(body);
  return body;
};

/** Follows every link of the review, page after page. */
async function crawl(from: string): Promise<void> {
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined && pages.size < 250; next = waiting.pop()) {
    if (pages.has(next)) continue;
    for (const [, link = ''] of (await page(next)).matchAll(/<a\b[^>]*\shref="(\/reviews\/sample[^"#]*)/g)) {
      const to = link.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
      if (!pages.has(to)) waiting.push(to);
    }
  }
}

beforeAll(async () => {
  site = await served();
  await keep(
    site.store,
    enteredSample({ contacts: [], peers: [], sessions: [], sponsor: undefined } as object),
  );
  const { email, phone, ...row } = people.contact;
  await fill('/reviews/sample/people', '/people', row);
  const reading = readEntry((await site.store.reviews.find('sample'))?.file ?? '');
  const id = reading.ok ? (reading.value.contacts?.[0]?.id ?? '') : '';
  await fill(`/reviews/sample/people/${id}`, `/people/${id}/whole`, { email, phone });
  await fill('/reviews/sample/people', '/people/find', { find: 'Quillfeather' });
  // The team is the review manager's.
  const manager = await site.as(['manager'], 'sample');
  const { body: team } = await ask(`${site.url}/reviews/sample/peers`, { headers: manager });
  seen(team);
  const added = await fillIn(site, team, '/peers', { ...people.peer, role: 'team-leader' }, manager);
  seen(added.body);
  await crawl('/reviews/sample');
}, 120_000);
afterAll(() => site.close());

describe('personal data', () => {
  it('was entered, and stands on pages', () => {
    const all = [...pages.values()].map(({ body }) => textOf(body)).join(' ');
    expect(all).toContain(people.contact.name);
    expect(all).toContain(people.peer.name);
    expect(pages.size).toBeGreaterThan(30);
    expect([...pages.values()].filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('is in no address: not of a page, a form, a file, a search, or what a form leads on to', () => {
    const links = [...addresses].filter((address) => !address.startsWith('mailto:'));
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter((address) => traces.test(address))).toEqual([]);
  });

  it('is sent by forms in their bodies only: none that asks for an address has a box to type in', async () => {
    const boxes: string[] = [];
    for (const [path, { body }] of pages)
      for (const [, attributes = '', inner = ''] of body.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs))
        if (
          !/method="post"/i.test(attributes) &&
          /<textarea|<input(?![^>]*type="(?:hidden|radio|checkbox)")/.test(inner)
        )
          boxes.push(path);
    expect(boxes).toEqual([]);
    expect(
      formIn(pages.get('/reviews/sample/people')?.body ?? '', '/people/find').fields.length,
    ).toBeGreaterThan(0);
  });

  it('is in no line of the log, whatever was done', async () => {
    await ask(`${site.url}/reviews/sample/people?find=Quillfeather`);
    await ask(`${site.url}/reviews/sample/programme?by=person&who=xanthe-quillfeather`);
    // As the ids of a council’s own file may be.
    await ask(`${site.url}/reviews/sample/people/xanthe-quillfeather/diary`);
    await ask(`${site.url}/reviews/sample/programme/sessions/interview-xanthe-quillfeather`);
    await ask(`${site.url}/reviews/sample/data/people/xanthe-quillfeather/file`);
    const log = site.log.join('');
    expect(log.length).toBeGreaterThan(1_000);
    expect(log.match(traces)).toBeNull();
    expect(log).not.toContain('Olive');
  });

  it('is not what a log says of an address that names things by themselves', () => {
    expect(loggedPath('/reviews/sample/people/priya-shah/diary')).toBe('/reviews/sample/people/[id]/diary');
    expect(loggedPath('/reviews/sample/data/people/priya-shah')).toBe('/reviews/sample/data/people/[id]');
    expect(loggedPath('/reviews/sample/programme/sessions/with-priya')).toBe(
      '/reviews/sample/programme/sessions/[id]',
    );
    expect(loggedPath('/api/v1/reviews/sample/contacts/priya')).toBe('/api/v1/reviews/sample/contacts/[id]');
    expect(loggedPath('/reviews/sample/findings')).toBe('/reviews/sample/findings');
  });
});
