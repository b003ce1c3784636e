import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addresses } from '../../web/addresses.ts';
import { ask, enteredSample, keep, type Served, send, served, stranger } from '../web/served.ts';

interface Line {
  readonly level: number;
  readonly time: number;
  readonly path: string;
  readonly status: number;
  readonly account?: string;
  readonly event?: string;
}

const WARN = 40;

describe('what the log says of who came in and what was refused (ASVS 16.2.1, 16.3.1 to 16.3.3)', () => {
  let site: Served;
  beforeEach(async () => {
    site = await served();
    await keep(site.store, enteredSample());
  });
  afterEach(() => site.close());

  const lines = (): readonly Line[] => site.log.map((line) => JSON.parse(line) as Line);
  const last = () => {
    const { level, path, status, account, event } = lines().at(-1) ?? ({} as Line);
    return { warns: level === WARN, path, status, account, event };
  };
  const cookieOf = (answer: { readonly headers: Readonly<Record<string, string | undefined>> }) => ({
    Cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '',
  });
  const idOf = async (who: { readonly Cookie: string }): Promise<string> =>
    (await site.store.signIns.open(who.Cookie.split('=')[1] ?? ''))?.account.id ?? 'nobody';

  it('a sign-in from the asking to the end of it, by the id of the account', async () => {
    await send(`${site.url}/sign-in`, { email: 'first@example.org', to: '' }, stranger);
    expect(last()).toMatchObject({ status: 303, event: 'sign-in link asked', warns: false });
    const [letter] = await site.store.outbox.list();
    const link = /\/sign-in\/[\w-]{43}/.exec(letter?.text ?? '')?.[0] ?? 'none';
    const who = cookieOf(await send(`${site.url}${link}`, {}, stranger));
    const account = await idOf(who);
    expect(last()).toEqual({
      warns: false,
      path: '/sign-in/[token]',
      status: 303,
      account,
      event: 'signed in',
    });
    await send(`${site.url}${link}`, {}, stranger);
    expect(last()).toMatchObject({
      warns: true,
      status: 410,
      account: undefined,
      event: 'sign-in link not good',
    });
    await ask(`${site.url}/account`, { headers: who });
    expect(last()).toEqual({ warns: false, path: '/account', status: 200, account, event: undefined });
    await send(`${site.url}/sign-out`, {}, who);
    expect(last()).toMatchObject({ account, event: 'signed out' });
    // No names, no addresses, no keys.
    expect(site.log.join('')).not.toMatch(/first@|Olive|"(ip|remoteAddress)"/);
    expect(site.log.join('')).not.toContain(link.slice(-43));
  });

  it('links asked for without end', async () => {
    for (let n = 0; n < 6; n++)
      await send(`${site.url}/sign-in`, { email: 'nobody@example.org', to: '' }, stranger);
    expect(last()).toMatchObject({ warns: true, status: 429, event: 'too many sign-in links asked' });
    expect(site.log.join('')).not.toContain('nobody@');
  });

  it('each refusal, with whose it was and why', async () => {
    await keep(site.store, enteredSample({ id: 'other', council: 'Othershire Council' }));
    const pat = await site.as(['peer'], 'sample');
    const account = await idOf(pat);
    const refused = async (path: string, headers: object, method = 'GET') => {
      await ask(`${site.url}${path}`, { method, headers });
      return last();
    };
    expect(await refused('/reviews/other', pat)).toMatchObject({
      warns: true,
      status: 404,
      account,
      event: 'refused: not theirs',
    });
    expect(await refused('/reviews/sample/members', pat)).toMatchObject({
      warns: true,
      status: 403,
      account,
      event: 'refused: not your part',
    });
    expect(await refused('/reviews/sample', stranger)).toMatchObject({
      warns: false,
      status: 303,
      account: undefined,
      event: 'refused: not signed in',
    });
    expect(
      await refused('/api/v1/reviews', { ...stranger, Authorization: 'Bearer peerweek_no' }),
    ).toMatchObject({
      warns: true,
      status: 401,
      event: 'token not good',
    });
    expect(await refused('/sign-out', { 'Sec-Fetch-Site': 'cross-site' }, 'POST')).toMatchObject({
      warns: true,
      status: 403,
      event: 'form from elsewhere',
    });
    expect(await refused('/', { Host: 'evil.example' })).toMatchObject({
      warns: true,
      status: 421,
      event: 'name not ours',
    });
  });

  it('the making and ending of keys', async () => {
    await send(`${site.url}/account/tokens`, { 'token-name': 'Script', use: 'read', days: '30' });
    expect(last()).toMatchObject({ status: 200, event: 'token made' });
    await send(`${site.url}/account/tokens/revoke`, { token: 'none' });
    expect(last()).toMatchObject({ status: 303, event: 'token ended' });
    await send(`${site.url}/account/sign-out-everywhere`, {});
    expect(last()).toMatchObject({ status: 303, event: 'signed out everywhere' });
    expect(site.log.join('')).not.toContain('Script');
  });

  it('another e-mail address, and the end of an account', async () => {
    const who = await site.as([]);
    const account = await idOf(who);
    await send(`${site.url}${addresses.changeAddress}`, { email: 'new@example.org' }, who);
    expect(last()).toMatchObject({ status: 200, account, event: 'new address asked' });
    const [letter] = await site.store.outbox.list();
    const link = /\/account\/address\/[\w-]{43}/.exec(letter?.text ?? '')?.[0] ?? 'none';
    await send(`${site.url}${link}`, {}, who);
    expect(last()).toMatchObject({ path: '/account/address/[token]', account, event: 'address changed' });
    await send(`${site.url}${link}`, {}, who);
    expect(last()).toMatchObject({ warns: true, status: 410, account, event: 'sign-in link not good' });
    await send(`${site.url}${addresses.closeAccount}`, { sure: 'yes' }, who);
    expect(last()).toMatchObject({ status: 303, account, event: 'account closed' });
    // Nobody is signed in with it any more (ASVS 7.4.2).
    expect((await ask(`${site.url}/account`, { headers: who })).status).toBe(303);
    expect(site.log.join('')).not.toContain('new@');
  });

  it('one line of JSON for each, whatever stands in an address (ASVS 16.4.1)', async () => {
    await ask(`${site.url}/none/%0d%0a%7b%22level%22:60%7d%1b[31m`, { headers: stranger });
    for (const line of site.log) expect(line.trimEnd()).not.toMatch(/\p{Cc}/u);
    expect(lines().map(({ time }) => Number.isSafeInteger(time))).not.toContain(false);
  });
});
