import { randomBytes } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { afterMinutes, LINK_MINUTES } from '../../src/accounts/lifetimes.ts';
import type { Role } from '../../src/accounts/roles.ts';
import { NEW, type Store } from '../../src/store/ports.ts';
import type { SignInLink } from '../../src/store/sign-ins-port.ts';
import { isHttps, type Site } from '../../web/site.ts';

const signature = { by: 'Test', why: 'Test' };

/** Who asks where nothing else is said, by the server that is asked: its first account. */
const cookies = new Map<string, string>();

const cookieOf = (token: string, site: Site = {}): string =>
  `${isHttps(site) ? '__Host-peerweek' : 'peerweek'}=${token}`;

/** From now on it is the owner of this token who asks a server where nothing else is said. */
export const asksUsually = (url: string, token: string, site?: Site): void =>
  void cookies.set(url, cookieOf(token, site));

export const asksNoMore = (url: string): void => void cookies.delete(url);

/** The header of whoever asks this server where nothing else is said. */
export function usually(url: string): { readonly Cookie?: string } {
  const cookie = cookies.get(new URL(url).origin);
  return cookie === undefined ? {} : { Cookie: cookie };
}

/** The header of somebody who has not signed in. */
export const stranger = { Cookie: '' } as const;

/** The usual sign-in of a test's server, for a browser. */
export async function signIn(context: BrowserContext, { url }: { readonly url: string }): Promise<void> {
  const [name = '', value = ''] = (cookies.get(url) ?? '').split('=', 2);
  await context.addCookies([{ name, value, url }]);
}

/** Somebody through a one-time link, as everybody comes in. */
async function enter(store: Store, link: SignInLink, name: string) {
  const email = link.email ?? 'first@example.org';
  const entered = await store.signIns.enter(await store.signIns.offer(link), {
    name,
    email,
    browser: 'A test',
  });
  if (entered.kind !== 'in') throw new Error(entered.kind);
  return entered;
}

/** The first account, or its next sign-in where the store was opened before. */
export async function firstAccount(store: Store, now: () => Date) {
  const endsAt = afterMinutes(now(), LINK_MINUTES);
  const link = (await store.accounts.none())
    ? ({ kind: 'first', endsAt } as const)
    : ({ kind: 'sign-in', email: 'first@example.org', endsAt } as const);
  return enter(store, link, 'Olive Organiser');
}

/** Reviews that a test puts in are the first account's, as those that somebody makes on a page are theirs. */
export const foundedBy = (store: Store, account: string): Store => ({
  ...store,
  reviews: {
    ...store.reviews,
    save: (entry, expected, signature, founder = account) =>
      store.reviews.save(entry, expected, signature, founder),
  },
});

/** Somebody new: invited where they are to be part of a review. */
export async function somebody(store: Store, now: () => Date, roles: readonly Role[], review?: string) {
  const email = `${randomBytes(6).toString('hex')}@example.org`;
  const endsAt = afterMinutes(now(), LINK_MINUTES);
  // An account is made by an invitation alone: those who are to be part of nothing leave again.
  const there = review ?? 'nowhere';
  if (review === undefined && !(await store.reviews.find(there)))
    await store.reviews.save(
      { id: there, council: 'Nowhere', firstDay: '2026-03-23', file: '{}' },
      NEW,
      signature,
    );
  const { id } = await store.invitations.invite(there, email, roles[0] ?? 'peer', signature);
  const entered = await enter(
    store,
    { kind: 'invitation', email, invitation: id, endsAt },
    `Somebody, ${roles.join(' and ') || 'of no review'}`,
  );
  const { account } = entered;
  if (review === undefined) {
    const member = (await store.members.of(there)).find((m) => m.account === account.id);
    if (member) await store.members.remove(member.id, member.version, account.id, signature);
  } else await store.members.join(review, account.id, roles, signature);
  return { Cookie: cookieOf(entered.token) };
}
