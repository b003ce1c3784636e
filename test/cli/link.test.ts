import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { databaseIn } from '../../src/store/where.ts';
import { bundled, peerweek } from '../support/command.ts';

// Each test starts processes, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 120_000 });

const data = mkdtempSync(join(tmpdir(), 'peerweek-link-'));
beforeAll(bundled);
afterAll(() => rmSync(data, { recursive: true }));

const now = () => new Date();
const token = (out: string): string =>
  /^http:\/\/localhost:3000\/sign-in\/([\w-]{43})$/m.exec(out)?.[1] ?? 'none';

it('shows a link that makes the first account, then one for whoever has an account, and for nobody else', async () => {
  const first = await peerweek('link', '--data', data);
  expect([first.exit, first.err]).toEqual([0, []]);
  expect(first.out).toContain('It works once, for 15 minutes.');

  const store = await openStore(databaseIn(data), { now, randomBytes });
  const olive = { name: 'Olive', email: 'olive@example.org', browser: 'b' };
  expect((await store.signIns.enter(token(first.out), olive)).kind).toBe('in');

  expect(await peerweek('link', '--data', data)).toEqual({
    exit: 1,
    out: '',
    err: ['Somebody has an account already. For a link to sign in with: peerweek link --for EMAIL'],
  });
  expect(await peerweek('link', '--for', 'nobody@example.org', '--data', data)).toEqual({
    exit: 1,
    out: '',
    err: ['Nobody has an account or an invitation with nobody@example.org.'],
  });
  const again = await peerweek('link', '--for', 'Olive@Example.org', '--data', data);
  expect((await store.signIns.enter(token(again.out), { browser: 'b' })).kind).toBe('in');
  await store.close();
});

it('makes somebody with an account a coordinator, and ends it; nobody else', async () => {
  expect((await peerweek('coordinator', '--data', data)).out).toBe('Nobody is a coordinator.\n');
  expect(await peerweek('coordinator', '--add', 'nobody@example.org', '--data', data)).toEqual({
    exit: 1,
    out: '',
    err: [
      'Nobody has an account with nobody@example.org. They sign in once first: by an invitation to a review, say.',
    ],
  });
  const added = await peerweek('coordinator', '--add', 'olive@example.org', '--data', data);
  expect([added.exit, added.out]).toEqual([0, 'Coordinators:\n  Olive <olive@example.org>\n']);
  const ended = await peerweek('coordinator', '--end', 'olive@example.org', '--data', data);
  expect([ended.exit, ended.out]).toEqual([0, 'Nobody is a coordinator.\n']);
});

it('signs somebody out everywhere and ends their programs’ tokens, for whoever runs the server (ASVS 7.4.5)', async () => {
  const store = await openStore(databaseIn(data), { now, randomBytes });
  const again = await peerweek('link', '--for', 'olive@example.org', '--data', data);
  const entered = await store.signIns.enter(token(again.out), { browser: 'b' });
  const olive = await store.accounts.byEmail('olive@example.org');
  const key = await store.accessTokens.issue(olive?.id ?? '', {
    name: 'Script',
    writes: false,
    endsAt: '2099-01-01T00:00:00.000Z',
  });
  const browser = entered.kind === 'in' ? entered.token : 'none';
  expect([await store.signIns.open(browser), await store.accessTokens.open(key.token)]).not.toContain(
    undefined,
  );
  const { exit, out } = await peerweek('sign-out', 'Olive@example.org', '--data', data);
  expect([exit, out]).toEqual([0, 'olive@example.org was signed out on 3 browsers, and 1 token ended.\n']);
  expect([await store.signIns.open(browser), await store.accessTokens.open(key.token)]).toEqual([
    undefined,
    undefined,
  ]);
  await store.close();
  expect(await peerweek('sign-out', 'nobody@example.org', '--data', data)).toEqual({
    exit: 1,
    out: '',
    err: ['Nobody has an account with nobody@example.org.'],
  });
});
