import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/store/outbox-port.ts';
import { browserWords } from '../../web/browser-words.ts';
import { localPath } from '../../web/local-path.ts';
import {
  type Answered,
  ask,
  enteredSample,
  keep,
  type Served,
  send,
  served,
  stranger,
  textOf,
} from './served.ts';

/** The cookie that an answer gives, to send back. */
const cookieOf = ({ headers }: Answered) => ({
  Cookie: String(headers['set-cookie'] ?? '').split(';')[0] ?? '',
});

const linkIn = (text: string | undefined): string => /\/sign-in\/[\w-]{43}/.exec(text ?? '')?.[0] ?? 'none';

describe('signing in', () => {
  let site: Served;
  let minute: number;
  beforeEach(async () => {
    minute = 0;
    // No two looks at the clock are at the same moment, so that letters have an order.
    let look = 0;
    site = await served(() => new Date(Date.UTC(2026, 0, 12, 10, minute, 0, look++)));
    await keep(site.store, enteredSample());
  });
  afterEach(() => site.close());

  const from = (url: string, values: Record<string, string>, headers: object = stranger) =>
    send(`${site.url}${url}`, values, headers);
  const letters = async (): Promise<readonly Message[]> => [...(await site.store.outbox.list())].reverse();
  const askFor = async (email: string, to = '') => {
    const answer = await from('/sign-in', { email, to });
    return { answer, letter: (await letters()).at(-1) };
  };

  it('is by a link that is sent, works once, and is used by a button and not by looking', async () => {
    const { answer, letter } = await askFor(' First@Example.org');
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in/sent']);
    expect(letter?.to).toBe('first@example.org');
    const link = linkIn(letter?.text);
    // Mail scanners follow links, several times.
    for (let look = 0; look < 3; look++) {
      const page = await ask(`${site.url}${link}`, { headers: stranger });
      expect(page.status).toBe(200);
      expect(page.headers['cache-control']).toBe('no-store');
      expect(page.headers['set-cookie']).toBeUndefined();
      expect(textOf(page.body)).toContain('For first@example.org. Sign in');
    }
    const entered = await from(link, {});
    expect([entered.status, entered.headers.location]).toEqual([303, '/']);
    expect(String(entered.headers['set-cookie'])).toMatch(
      /^peerweek=[\w-]{43}; Max-Age=2592000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    const { body } = await ask(`${site.url}/`, { headers: cookieOf(entered) });
    expect(textOf(body)).toContain('Sampleshire Council');

    const second = await from(link, {});
    expect([second.status, second.headers['set-cookie']]).toEqual([410, undefined]);
    const looked = await ask(`${site.url}${link}`, { headers: stranger });
    expect(looked.status).toBe(410);
    expect(textOf(looked.body)).toContain('This link does not work any more');
  });

  it('is for fifteen minutes', async () => {
    const { letter } = await askFor('first@example.org');
    minute = 14;
    expect((await ask(`${site.url}${linkIn(letter?.text)}`, { headers: stranger })).status).toBe(200);
    minute = 15;
    expect((await ask(`${site.url}${linkIn(letter?.text)}`, { headers: stranger })).status).toBe(410);
    expect((await from(linkIn(letter?.text), {})).status).toBe(410);
  });

  it('leads to the page that was wanted, and to none elsewhere', async () => {
    const wanted = await ask(`${site.url}/reviews/sample/programme?day=2`, { headers: stranger });
    expect([wanted.status, wanted.headers.location]).toEqual([
      303,
      '/sign-in?to=%2Freviews%2Fsample%2Fprogramme%3Fday%3D2',
    ]);
    const page = await ask(`${site.url}${wanted.headers.location}`, { headers: stranger });
    expect(page.body).toContain('name="to" value="/reviews/sample/programme?day&#x3D;2"');
    const { letter } = await askFor('first@example.org', '/reviews/sample/programme?day=2');
    expect((await from(linkIn(letter?.text), {})).headers.location).toBe('/reviews/sample/programme?day=2');
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', 'x']) {
      const { letter: other } = await askFor('first@example.org', to);
      minute += 16;
      expect(other?.text).not.toContain('evil');
    }
    const { letter: last } = await askFor('first@example.org', '//evil.example');
    expect((await from(linkIn(last?.text), {})).headers.location).toBe('/');
  });

  it('answers a stranger in the same words and about the same time whether or not there is an account', async () => {
    const timed = async (email: string) => {
      const started = performance.now();
      const { status, headers, body } = await from('/sign-in', { email, to: '' });
      const { date: _, ...rest } = headers;
      return { took: performance.now() - started, said: { status, headers: rest, body } };
    };
    const [known, unknown] = [await timed('first@example.org'), await timed('nobody@example.org')];
    expect(known.said).toEqual(unknown.said);
    expect(Math.min(known.took, unknown.took)).toBeGreaterThan(245);
    expect(await letters()).toHaveLength(1);
  });

  it('sends five links in a quarter of an hour to one address, known or not, and then says so', async () => {
    for (const email of ['first@example.org', 'nobody@example.org']) {
      for (let n = 0; n < 5; n++) expect((await from('/sign-in', { email, to: '' })).status).toBe(303);
      const refused = await from('/sign-in', { email, to: '' });
      expect(refused.status).toBe(429);
      expect(textOf(refused.body)).toContain('Too many links were asked for.');
      expect(refused.body).toContain(`value="${email}"`);
    }
    expect(await letters()).toHaveLength(5);
    minute = 16;
    expect((await from('/sign-in', { email: 'first@example.org', to: '' })).status).toBe(303);
  });

  it('limits what comes from one place, and does not shut others out of their accounts by it', async () => {
    for (let n = 0; n < 60; n++) await site.store.signIns.attempt('address 127.0.0.1', 15);
    expect((await from('/sign-in', { email: 'first@example.org', to: '' })).status).toBe(429);
    expect(await site.store.signIns.attempt('email first@example.org', 15)).toBe(1);
  });

  it('says what is wrong with an address, and keeps what was typed', async () => {
    const { status, body } = await from('/sign-in', { email: 'priya at council', to: '/rules' });
    expect(status).toBe(400);
    expect(textOf(body)).toContain('There is a problem Enter an e-mail address');
    expect(body).toContain('value="priya at council"');
    expect(body).toContain('name="to" value="/rules"');
    expect(body).toContain('<title>Error: Sign in – Peerweek</title>');
  });

  it('ends at a click, and everywhere at another', async () => {
    const one = await site.as(['peer'], 'sample');
    expect((await ask(`${site.url}/`, { headers: one })).status).toBe(200);
    const out = await from('/sign-out', {}, one);
    expect([out.status, out.headers.location]).toEqual([303, '/sign-in']);
    expect(String(out.headers['set-cookie'])).toMatch(/^peerweek=; .*Expires=Thu, 01 Jan 1970/);
    expect((await ask(`${site.url}/`, { headers: one })).status).toBe(303);

    const { letter } = await askFor('first@example.org');
    const laptop = cookieOf(await from(linkIn(letter?.text), {}));
    const { letter: again } = await askFor('first@example.org');
    const phone = cookieOf(await from(linkIn(again?.text), {}));
    expect((await from('/account/sign-out-everywhere', {}, phone)).status).toBe(303);
    for (const who of [laptop, phone]) expect((await ask(`${site.url}/`, { headers: who })).status).toBe(303);
  });

  it('lasts a week without being used, and a month in all', async () => {
    const day = 24 * 60;
    const { letter } = await askFor('first@example.org');
    const who = cookieOf(await from(linkIn(letter?.text), {}));
    const status = async () => (await ask(`${site.url}/`, { headers: who })).status;
    for (const days of [6, 12, 18, 24, 29]) {
      minute = days * day;
      expect([days, await status()]).toEqual([days, 200]);
    }
    minute = 31 * day;
    expect(await status()).toBe(303);
    const { letter: next } = await askFor('first@example.org');
    const idle = cookieOf(await from(linkIn(next?.text), {}));
    minute += 8 * day;
    expect((await ask(`${site.url}/`, { headers: idle })).status).toBe(303);
  });

  it('gives back what was typed to somebody who was signed out meanwhile', async () => {
    const values = { peer: 'health', comment: 'A "long" <b>comment</b>' };
    const { status, body, headers } = await from('/reviews/sample/peers/links', values);
    expect([status, headers['cache-control']]).toEqual([401, 'no-store']);
    expect(textOf(body)).toContain(
      'You are signed out Nothing was changed, and nothing that you typed is lost',
    );
    expect(body).toContain('action="/reviews/sample/peers/links"');
    expect(body).toContain('name="comment" value="A &quot;long&quot; &lt;b&gt;comment&lt;/b&gt;"');
    expect(await site.store.feedTokens.of('sample')).toEqual([]);
  });

  it('keeps tokens out of the log', async () => {
    const { letter } = await askFor('first@example.org');
    const link = linkIn(letter?.text);
    await ask(`${site.url}${link}`, { headers: stranger });
    const entered = await from(link, {});
    const log = site.log.join('');
    expect(log).toContain('"path":"/sign-in/[token]"');
    for (const secret of [link.slice(-43), cookieOf(entered).Cookie.slice(-43), 'first@'])
      expect(log).not.toContain(secret);
  });
});

describe('the first account', () => {
  it('is made with a name and an address; the reviews that are there are its own', async () => {
    const site = await served();
    // A server on which nobody has an account is what this is about: another store, without its first account.
    await site.close();
    const { openStore } = await import('../../src/store/store.ts');
    const { randomBytes } = await import('node:crypto');
    const now = () => new Date('2026-01-12T10:00:00Z');
    const store = await openStore(':memory:', { now, randomBytes });
    const fresh = await served(now, ':memory:', { store });
    await keep(store, enteredSample());
    const { firstLink } = await import('../../src/actions/first-link.ts');
    const token = await firstLink(store, now);
    const page = await ask(`${fresh.url}/sign-in`, { headers: stranger });
    expect(textOf(page.body)).toContain('Nobody has an account here yet.');
    const link = `${fresh.url}/sign-in/${token}`;
    const wrong = await send(link, { name: ' ', email: 'olive' }, stranger);
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.body)).toContain('There is a problem Enter your name');
    expect(wrong.body).toContain('value="olive"');
    const made = await send(link, { name: 'Olive', email: 'olive@example.org' }, stranger);
    const { body } = await ask(`${fresh.url}/`, { headers: cookieOf(made) });
    expect(textOf(body)).toContain('Olive Sign out');
    expect(textOf(body)).toContain('Sampleshire Council');
    expect(await firstLink(store, now)).toBeUndefined();
    await fresh.close();
    await store.close();
  });
});

describe('behind https', () => {
  it('the cookie is for https and this host alone, HSTS is on, and the set name is answered', async () => {
    const origin = 'https://peerweek.example.gov.uk';
    const site = await served(undefined, undefined, { site: { origin, proxies: 1 } });
    const host = { Host: 'peerweek.example.gov.uk' };
    const headers = { ...host, ...stranger };
    await send(`${site.url}/sign-in`, { email: 'first@example.org', to: '' }, headers);
    const [letter] = await site.store.outbox.list();
    expect(letter?.text).toContain(`${origin}/sign-in/`);
    const entered = await send(`${site.url}${linkIn(letter?.text)}`, {}, headers);
    expect(String(entered.headers['set-cookie'])).toMatch(
      /^__Host-peerweek=[\w-]{43}; Max-Age=2592000; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    const page = await ask(`${site.url}/`, { headers: { ...host, ...cookieOf(entered) } });
    expect([page.status, page.headers['strict-transport-security']]).toEqual([
      200,
      'max-age=31536000; includeSubDomains',
    ]);
    // The plain cookie of http counts for nothing here.
    const plain = { Cookie: cookieOf(entered).Cookie.replace('__Host-', '') };
    expect((await ask(`${site.url}/`, { headers: { ...host, ...plain } })).status).toBe(303);
    expect((await ask(`${site.url}/`, { headers: { Host: 'evil.example' } })).status).toBe(421);
    // A form of ours has our origin, whatever name a proxy passes on.
    const post = { 'Content-Type': 'application/x-www-form-urlencoded', ...stranger };
    const sentFrom = async (Origin: string) =>
      (
        await ask(`${site.url}/sign-in`, {
          method: 'POST',
          headers: { ...post, Origin },
          body: 'email=x%40y.org',
        })
      ).status;
    expect(await sentFrom(origin)).toBe(303);
    expect(await sentFrom('https://evil.example')).toBe(403);
    await site.close();
  });
});

it.each([
  ['/reviews/x?day=2', '/reviews/x?day=2'],
  ['/', '/'],
  ['/a/../b', '/b'],
  ['//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['/\n/evil.example', undefined],
  ['https://evil.example', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
  [['/a'], undefined],
])('%j leads to %j', (text, path) => expect(localPath(text)).toBe(path));

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1',
    'Safari on an iPhone',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Firefox on Linux'],
  ['curl/8', 'A browser'],
  [undefined, 'A browser'],
])('%s is called %s', (agent, words) => expect(browserWords(agent)).toBe(words));
