import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, enteredSample, keep, type Served, send, served, stranger, textOf } from './served.ts';

describe('one’s own account', () => {
  let site: Served;
  let day: number;
  beforeEach(async () => {
    day = 12;
    site = await served(() => new Date(Date.UTC(2026, 0, day, 10)));
    await keep(site.store, enteredSample());
  });
  afterEach(() => site.close());

  const page = async (who: object = {}) => ask(`${site.url}/account`, { headers: who });
  const post = (path: string, values: Record<string, string> = {}, who: object = {}) =>
    send(`${site.url}/account${path}`, values, who);
  const api = (path: string, token: string, method = 'GET', headers: object = {}, body = '') =>
    ask(`${site.url}/api/v1${path}`, {
      method,
      headers: { ...stranger, Authorization: `Bearer ${token}`, ...headers },
      body,
    });
  const makeToken = async (use: 'read' | 'write', who: object = {}) => {
    const { body } = await post('/tokens', { 'token-name': 'My script', use, days: '30' }, who);
    return /peerweek_[\w-]{43}/.exec(body)?.[0] ?? 'none';
  };

  it('says who one is, what one is part of and where one is signed in', async () => {
    const { body, headers } = await page();
    expect(headers['cache-control']).toBe('no-store');
    const text = textOf(body);
    expect(text).toContain('Links to sign in are sent to first@example.org .');
    expect(text).toContain('Sampleshire Council , as organiser and review manager');
    expect(text).toContain('A test, since 12 January 2026, 10.00am, last seen 12 January 2026, 10.00am');
  });

  it('has a name, which stands beside what is changed from then on', async () => {
    expect((await post('/name', { name: ' Olive  Oak ' })).headers.location).toBe('/account');
    await send(`${site.url}/reviews/sample/peers/links`, { peer: 'health' });
    expect((await site.store.history.of('sample')).map((l) => l.by)).toContain('Olive Oak');
    const done = textOf((await ask(`${site.url}/account`)).body);
    expect(done).toMatch(
      /What was done to your account .*Changed the name \(Olive Oak\).*Made the first account/,
    );
    const wrong = await post('/name', { name: '' });
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.body)).toContain('There is a problem Enter your name');
  });

  it('gets another e-mail address once a letter there was answered in the same account, and the old one is told', async () => {
    const linkIn = async (to: string) => {
      const letter = (await site.store.outbox.waiting()).find((m) => m.to === to);
      return /\/account\/address\/[\w-]{43}/.exec(letter?.text ?? '')?.[0] ?? 'none';
    };
    for (const [email, says] of [
      ['nobody', 'Enter an e-mail address, like name@council.gov.uk'],
      ['First@example.org', 'Enter another address: this is the one you have'],
    ] as const) {
      const wrong = await post('/address', { email });
      expect([wrong.status, textOf(wrong.body)]).toEqual([400, expect.stringContaining(says)]);
    }
    const asked = await post('/address', { email: 'New@example.org' });
    expect(textOf(asked.body)).toContain('A letter is on its way to new@example.org .');
    const link = await linkIn('new@example.org');
    const look = async (headers: object) => textOf((await ask(`${site.url}${link}`, { headers })).body);
    // Whoever else opens it learns nothing, and can do nothing with it.
    const pat = await site.as(['peer'], 'sample');
    expect(await look(stranger)).toContain('Sign in with the address that you had until now');
    expect(await look(pat)).toContain('This link was asked for by another account');
    expect(await look(pat)).not.toContain('new@example.org');
    expect([(await send(`${site.url}${link}`, {}, pat)).status]).toEqual([410]);
    expect((await send(`${site.url}${link}`, {}, stranger)).status).toBe(401);
    // Nor does it let anybody in.
    const signIn = link.replace('/account/address', '/sign-in');
    expect((await ask(`${site.url}${signIn}`, { headers: stranger })).status).toBe(410);
    expect((await send(`${site.url}${signIn}`, {}, stranger)).status).toBe(410);
    expect(await look({})).toContain('new@example.org');
    expect((await send(`${site.url}${link}`, {})).headers.location).toBe('/account');
    expect(textOf((await page()).body)).toContain('Links to sign in are sent to new@example.org .');
    expect((await site.store.outbox.waiting()).map((m) => [m.to, m.subject])).toContainEqual([
      'first@example.org',
      'Your e-mail address for Peerweek was changed',
    ]);
    expect((await send(`${site.url}${link}`, {})).status).toBe(410);
    expect(site.log.join('')).not.toContain(link.split('/').at(-1));
  });

  it('an address that another account has gets no letter, and the answer tells nothing of it', async () => {
    const pat = await site.as(['peer'], 'sample');
    const other = (await site.store.members.of('sample')).find((m) => m.roles.includes('peer'))!.email;
    const said = textOf((await post('/address', { email: other })).body).replaceAll(other, 'X');
    const free = textOf((await post('/address', { email: 'free@example.org' })).body);
    expect(said).toContain('A letter is on its way to X .');
    expect(free.replaceAll('free@example.org', 'X')).toBe(said);
    expect((await site.store.outbox.waiting()).map((m) => m.to)).toEqual(['free@example.org']);
    expect(textOf((await page(pat)).body)).toContain(other);
  });

  it('is closed by oneself, said twice, and not where a review would have no organiser', async () => {
    const pat = await site.as(['peer'], 'sample');
    const unsure = await post('/close', {}, pat);
    expect([unsure.status, textOf(unsure.body)]).toEqual([
      400,
      expect.stringContaining('Tick that you want to close your account'),
    ]);
    const own = await post('/close', { sure: 'yes' });
    expect([own.status, textOf(own.body)]).toEqual([
      400,
      expect.stringContaining('You are the only organiser of Sampleshire Council: make somebody else one'),
    ]);
    const closed = await post('/close', { sure: 'yes' }, pat);
    expect(closed.headers.location).toBe('/sign-in');
    expect((await page(pat)).headers.location).toMatch(/^\/sign-in/);
    expect((await site.store.members.of('sample')).map((m) => m.roles)).toEqual([['organiser', 'manager']]);
  });

  it('leaves a review', async () => {
    const pat = await site.as(['peer'], 'sample');
    expect((await post('/leave', { review: 'sample' }, pat)).headers.location).toBe('/account');
    expect((await ask(`${site.url}/reviews/sample`, { headers: pat })).status).toBe(404);
    expect(textOf((await page(pat)).body)).toContain('You are part of no review.');
  });

  it('makes a token that is shown once, and opens the API as its owner', async () => {
    const token = await makeToken('write');
    const { body } = await page();
    expect(body).not.toContain(token);
    expect(textOf(body)).toContain(
      'My script : reads and changes, good until 11 February 2026, not used yet',
    );
    const listed = await api('/reviews', token);
    expect(listed.status).toBe(200);
    expect(JSON.parse(listed.body).map((r: { id: string }) => r.id)).toEqual(['sample']);
    expect(textOf((await page()).body)).toContain('last used 12 January 2026');
  });

  it('opens with a token no more than its owner may see', async () => {
    const pat = await site.as(['peer'], 'sample');
    await keep(site.store, enteredSample({ id: 'other', council: 'Othershire Council' }));
    const token = await makeToken('write', pat);
    expect(JSON.parse((await api('/reviews', token)).body).map((r: { id: string }) => r.id)).toEqual([
      'sample',
    ]);
    expect((await api('/reviews/other', token)).status).toBe(404);
    expect((await api('/reviews/none', token)).status).toBe(404);
    await post('/leave', { review: 'sample' }, pat);
    expect((await api('/reviews/sample', token)).status).toBe(404);
  });

  it('changes nothing with a token that only reads', async () => {
    const [reads, writes] = [await makeToken('read'), await makeToken('write')];
    const json = { 'Content-Type': 'application/json' };
    const { body } = await api('/reviews/sample', writes);
    const put = async (token: string) => (await api('/reviews/sample', token, 'PUT', json, body)).status;
    expect((await api('/reviews/sample', reads)).status).toBe(200);
    expect(await put(reads)).toBe(403);
    expect(await put(writes)).not.toBe(403);
  });

  it('ends a token by its owner’s hand, by its time, and with nothing of anybody else’s', async () => {
    const token = await makeToken('read');
    const [stored] = await site.store.accessTokens.of(
      (await site.store.accounts.byEmail('first@example.org'))?.id ?? '',
    );
    await post('/tokens/revoke', { token: stored?.id ?? '' }, await site.as(['peer'], 'sample'));
    expect((await api('/reviews', token)).status).toBe(200);
    await post('/tokens/revoke', { token: stored?.id ?? '' });
    const gone = await api('/reviews', token);
    expect([gone.status, gone.headers['www-authenticate'], gone.headers['content-type']]).toEqual([
      401,
      'Bearer',
      'application/problem+json; charset=utf-8',
    ]);
    const other = await makeToken('read');
    day = 12 + 31;
    expect((await api('/reviews', other)).status).toBe(401);
  });

  it('counts a token for nothing outside the API, and no cookie beside one', async () => {
    const token = await makeToken('write');
    const bearer = { Authorization: `Bearer ${token}` };
    expect((await ask(`${site.url}/`, { headers: { ...stranger, ...bearer } })).status).toBe(303);
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const forged = { method: 'POST', headers: { ...form, ...bearer }, body: 'name=x' };
    expect((await ask(`${site.url}/account/name`, forged)).status).toBe(403);
    // A browser’s cookie goes with what another site sends; a wrong token beside it opens nothing.
    expect((await ask(`${site.url}/api/v1/reviews`)).status).toBe(200);
    const wrong = { headers: { Authorization: 'Bearer peerweek_wrong' } };
    expect((await ask(`${site.url}/api/v1/reviews`, wrong)).status).toBe(401);
  });

  it('says what a token still wants, and keeps what was typed', async () => {
    const { status, body } = await post('/tokens', { 'token-name': 'My "script"', use: 'all' });
    expect(status).toBe(400);
    expect(textOf(body)).toContain(
      'There is a problem Choose what a program may do with the token Choose for how long the token is good',
    );
    expect(body).toContain('value="My &quot;script&quot;"');
  });

  it('signs out one browser of one’s own, and no other (ASVS 7.5.2)', async () => {
    const pat = await site.as(['peer'], 'sample');
    const { account, id } = (await site.store.signIns.open(pat.Cookie.split('=')[1] ?? ''))!;
    const link = { kind: 'sign-in', email: account.email, endsAt: '2026-02-01T00:00:00.000Z' } as const;
    const entered = await site.store.signIns.enter(await site.store.signIns.offer(link), {
      browser: 'A café',
    });
    if (entered.kind !== 'in') throw new Error(entered.kind);
    const other = (await site.store.signIns.open(entered.token))!.id;
    const { body } = await page(pat);
    expect([...body.matchAll(/name="sign-in" value="([^"]+)"/g)].map(([, v]) => v)).toEqual([other]);
    expect(textOf(body)).toContain('(this browser)');
    // Nobody else’s is ended, whatever is sent.
    await post('/sign-out-there', { 'sign-in': other });
    expect(await site.store.signIns.open(entered.token)).toBeDefined();
    expect((await post('/sign-out-there', { 'sign-in': other }, pat)).headers.location).toBe('/account');
    expect((await site.store.signIns.of(account.id)).map((s) => s.id)).toEqual([id]);
  });

  it('wants one to have signed in lately before what keeps others out is changed (ASVS 7.5.1)', async () => {
    const pat = await site.as(['peer'], 'sample');
    const { account } = (await site.store.signIns.open(pat.Cookie.split('=')[1] ?? ''))!;
    day = 13;
    const token = { 'token-name': 'My script', use: 'read', days: '30' };
    for (const [path, values] of [
      ['/tokens', token],
      ['/address', { email: 'new@example.org' }],
      ['/sign-out-there', { 'sign-in': 'any' }],
      ['/sign-out-everywhere', {}],
    ] as const) {
      const { status, body } = await post(path, values, pat);
      expect([path, status]).toEqual([path, 403]);
      expect(textOf(body)).toContain('Sign in again first: for this it has to be within the last 15 minutes');
      for (const typed of Object.values(values).slice(0, 1))
        if (path !== '/sign-out-there') expect(body).toContain(typed);
    }
    expect(await site.store.accessTokens.of(account.id)).toEqual([]);
    expect((await site.store.signIns.of(account.id)).length).toBe(1);
    // The button sends the usual link, which leads back.
    await send(`${site.url}/sign-in`, { email: account.email, to: '/account' }, pat);
    const letter = (await site.store.outbox.waiting()).find((m) => m.to === account.email);
    const way = /\/sign-in\/[\w-]{43}/.exec(letter?.text ?? '')?.[0] ?? 'none';
    const anew = await send(`${site.url}${way}`, {}, pat);
    expect(anew.headers.location).toBe('/account');
    const Cookie = String(anew.headers['set-cookie']).split(';')[0] ?? '';
    expect((await post('/tokens', token, { Cookie })).status).toBe(200);
  });
});
