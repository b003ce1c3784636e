import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTry } from '../../src/accounts/back-off.ts';
import { emailOf } from '../../src/accounts/email.ts';
import { invitationLetter } from '../../src/accounts/letters.ts';
import { IDLE_DAYS, SIGNED_IN_DAYS, signedInUntil } from '../../src/accounts/lifetimes.ts';
import { mayInvite, type Part, whyNotRemove, whyNotRoles } from '../../src/accounts/members.ts';
import { nameOf } from '../../src/accounts/name.ts';
import { placeOf } from '../../src/accounts/place.ts';
import { type Role, roles } from '../../src/accounts/roles.ts';
import { tokenWanted } from '../../src/accounts/token-terms.ts';

describe('an e-mail address', () => {
  it.each([
    ['Priya.Shah@Council.gov.uk', 'priya.shah@council.gov.uk'],
    ['  p+1@a-b.org ', 'p+1@a-b.org'],
    ["o'neil@example.org", "o'neil@example.org"],
  ])('%s is kept as %s', (typed, kept) => expect(emailOf(typed)).toBe(kept));

  it.each([
    '',
    'a',
    'a@b',
    '@b.org',
    'a@b.',
    'a b@c.org',
    'a@b.org, c@d.org',
    'a@b.org;c@d.org',
    'A <a@b.org>',
    'a@b.org\r\nBcc: x@y.org',
    'a@b.org\u0000',
    `${'a'.repeat(250)}@b.org`,
  ])('%j is none', (typed) => expect(emailOf(typed)).toBeUndefined());
});

it('a name is evened out, and neither empty nor endless', () => {
  expect(nameOf('  Priya\n  Shah ')).toBe('Priya Shah');
  expect(nameOf('\u202Evil\u0007')).toBe('vil');
  expect([nameOf(' \u200b '), nameOf('x'.repeat(101))]).toEqual([undefined, undefined]);
});

describe('members', () => {
  const member = (account: string, ...own: Role[]): Part => ({ account, roles: own });
  const all = [
    member('olive', 'organiser'),
    member('omar', 'organiser', 'manager'),
    member('mo', 'manager'),
    member('pat', 'peer'),
  ];

  it('invite those whom they bring', () => {
    expect(mayInvite(['organiser'])).toEqual(['organiser', 'manager', 'peer']);
    expect(mayInvite(['manager'])).toEqual(['manager', 'peer']);
    expect(mayInvite(['peer'])).toEqual([]);
    expect(mayInvite([])).toEqual([]);
  });

  it('are changed by organisers', () => {
    expect(whyNotRoles(all, 'olive', 'pat', ['manager'])).toBeUndefined();
    expect(whyNotRoles(all, 'olive', 'olive', ['peer'])).toBeUndefined();
    for (const by of ['mo', 'pat', 'nobody'])
      expect(whyNotRoles(all, by, 'pat', ['manager'])).toBe('not yours to change');
    expect(whyNotRoles(all, 'olive', 'pat', [])).toBe('no role');
    expect(whyNotRoles(all.slice(1), 'omar', 'omar', ['manager'])).toBe('last organiser');
  });

  it('are taken off by organisers; a manager parts with peers, and everybody may leave', () => {
    expect(whyNotRemove(all, 'olive', 'omar')).toBeUndefined();
    expect(whyNotRemove(all, 'mo', 'pat')).toBeUndefined();
    expect(whyNotRemove(all, 'pat', 'pat')).toBeUndefined();
    expect(whyNotRemove(all, 'mo', 'olive')).toBe('not yours to change');
    expect(whyNotRemove(all, 'pat', 'mo')).toBe('not yours to change');
    expect(whyNotRemove(all, 'nobody', 'pat')).toBe('not yours to change');
    expect(whyNotRemove(all.slice(1), 'omar', 'omar')).toBe('last organiser');
  });

  it('whatever is done, a review that has an organiser keeps one, and only those who may have changed anything', () => {
    const anybody = fc.constantFrom('a', 'b', 'c', 'd');
    const some = fc.subarray([...roles]);
    const deed = fc.record({ by: anybody, whom: anybody, roles: fc.option(some, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(some, { minLength: 4, maxLength: 4 }), fc.array(deed), (start, deeds) => {
        let now: readonly Part[] = start
          .map((own, n) => member('abcd'[n] ?? 'a', ...own))
          .filter((m) => m.roles.length > 0);
        fc.pre(now.some((m) => m.roles.includes('organiser')));
        for (const { by, whom, roles: to } of deeds) {
          if (!now.some((m) => m.account === whom)) continue;
          const why = to ? whyNotRoles(now, by, whom, to) : whyNotRemove(now, by, whom);
          if (why) continue;
          const own = now.find((m) => m.account === by)?.roles ?? [];
          // Nobody who is no part of it, and no peer but about themselves, changes anything.
          expect(own.includes('organiser') || own.includes('manager') || by === whom).toBe(true);
          now = to
            ? now.map((m) => (m.account === whom ? member(whom, ...to) : m))
            : now.filter((m) => m.account !== whom);
          expect(now.some((m) => m.roles.includes('organiser'))).toBe(true);
        }
      }),
    );
  });
});

it('somebody is signed out after a week of not coming, and after a month whatever they do', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
  expect(signedInUntil(day(0), day(0))).toBe(day(IDLE_DAYS).toISOString());
  expect(signedInUntil(day(0), day(5))).toBe(day(5 + IDLE_DAYS).toISOString());
  expect(signedInUntil(day(0), day(29))).toBe(day(SIGNED_IN_DAYS).toISOString());
});

it('a letter that could not be sent is tried again ever more seldom, and then no more by itself', () => {
  const from = new Date('2026-01-12T09:00:00Z');
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 29, 30].map((tries) => {
    const next = nextTry(tries, from);
    return next && (Date.parse(next) - from.getTime()) / 60_000;
  });
  expect(minutes).toEqual([1, 2, 4, 8, 15, 30, 60, 60, 60, undefined]);
});

it('a token has a name, a use and an end', () => {
  expect(tokenWanted({ name: ' My  script ', days: '90', use: 'write' })).toEqual({
    name: 'My script',
    days: 90,
    use: 'write',
  });
  expect(tokenWanted({ name: '', days: '9999', use: 'all' })).toEqual({});
});

it('a letter has its link on a line of its own', () => {
  const words = invitationLetter('https://x.example/sign-in/abc', {
    by: 'Olive',
    council: 'Sampleshire Council',
    role: 'organiser',
  });
  expect(words.subject).toBe('Sampleshire Council: you are invited to its peer review');
  expect(words.text.split('\n')).toContain('https://x.example/sign-in/abc');
  expect(words.text).toContain('Olive invites you');
  expect(words.text).toContain('as an organiser.');
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, place) => expect(placeOf(address)).toBe(place));
