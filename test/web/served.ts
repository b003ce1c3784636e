import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { BrowserContext } from 'playwright-core';
import { findAlternatives } from '../../solver/alternatives/alternatives.ts';
import { explain } from '../../solver/host/explain.ts';
import { solve } from '../../solver/solve.ts';
import { afterMinutes, LINK_MINUTES } from '../../src/accounts/lifetimes.ts';
import type { Role } from '../../src/accounts/roles.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { programmeToJson, reviewToJson } from '../../src/publish/json.ts';
import type { Review } from '../../src/review/review.ts';
import { type Answer, NEW, type Store } from '../../src/store/ports.ts';
import type { SignInLink } from '../../src/store/sign-ins-port.ts';
import { openStore } from '../../src/store/store.ts';
import { createApp } from '../../web/app.ts';
import { sampleReview } from '../support/sample-week.ts';

/** The whole web side on a real port of this computer, over an empty store of the moment, or the one that is named. */
export interface Served {
  readonly url: string;
  /** Makes somebody part of a review (of none: just somebody who has signed in); gives the header that says who they are. */
  readonly as: (roles: readonly Role[], review?: string) => Promise<{ readonly Cookie: string }>;
  readonly store: Store;
  /** Lines of the log, as they would be written. */
  readonly log: readonly string[];
  readonly close: () => Promise<void>;
}

/** The day of every test: Monday, ten weeks before the sample's week. */
export const today = new Date('2026-01-12T10:00:00Z');

export async function served(now: () => Date = () => today, where = ':memory:'): Promise<Served> {
  const opened = await openStore(where, { now, randomBytes });
  const owner = await firstAccount(opened, now);
  const store = foundedBy(opened, owner.account.id);
  const log: string[] = [];
  // In this thread, and not for long: what is looked for is the same as with a usual effort, only less well done.
  const find = findAlternatives(solve, 1);
  const app = createApp({
    store,
    now,
    log: pino({}, { write: (line: string) => void log.push(line) }),
    solve: (review, options) => solve(review, { ...options, effort: 'quick' }),
    explain,
    findAlternatives: (review, options) => find(review, { ...options, effort: 'quick', most: 3 }),
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  cookies.set(url, cookieOf(owner.token));
  return {
    url,
    store,
    as: (roles, review) => somebody(store, now, roles, review),
    log,
    async close() {
      cookies.delete(url);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

/** Who asks where nothing else is said, by the server that is asked: its first account. */
const cookies = new Map<string, string>();

const cookieOf = (token: string): string => `peerweek=${token}`;

/** The header of somebody who has not signed in. */
export const stranger = { Cookie: '' } as const;

/** The usual sign-in of a test's server, for a browser. */
export async function signIn(context: BrowserContext, { url }: Pick<Served, 'url'>): Promise<void> {
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
async function firstAccount(store: Store, now: () => Date) {
  const endsAt = afterMinutes(now(), LINK_MINUTES);
  const link = (await store.accounts.none())
    ? ({ kind: 'first', endsAt } as const)
    : ({ kind: 'sign-in', email: 'first@example.org', endsAt } as const);
  return enter(store, link, 'Olive Organiser');
}

/** Reviews that a test puts in are the first account's, as those that somebody makes on a page are theirs. */
const foundedBy = (store: Store, account: string): Store => ({
  ...store,
  reviews: {
    ...store.reviews,
    save: (entry, expected, signature, founder = account) =>
      store.reviews.save(entry, expected, signature, founder),
  },
});

/** Somebody new: invited where they are to be part of a review. */
async function somebody(store: Store, now: () => Date, roles: readonly Role[], review?: string) {
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

/** The sample week as it can be entered: the lengths of its sessions on the quarter hours. */
export const enteredSample = (over: Partial<Review> = {}): Review => {
  const review = sampleReview(over);
  const quarters = (minutes: number) => Math.round(minutes / 15) * 15;
  return { ...review, sessions: review.sessions.map((s) => ({ ...s, minutes: quarters(s.minutes) })) };
};

const signature = { by: 'Test', why: 'Test' };

/** Puts a review into the store and, where one is given, its programme. */
export async function keep(
  store: Store,
  review: Review,
  programme?: Programme,
  answer?: Answer,
): Promise<void> {
  const { id, council, week } = review;
  const entry = { id, council, firstDay: week.firstDay, file: reviewToJson(review) };
  await store.reviews.save(entry, NEW, signature);
  if (!programme) return;
  const file = programmeToJson(review, programme);
  await store.programmes.saveDraft(
    { review: id, reviewVersion: 1, file, ...(answer && { answer }) },
    NEW,
    signature,
  );
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/**
 * Asks as any client may: every header as given, which `fetch` would not send. Where no `Cookie` is given it is the
 * first account that asks.
 */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: object; body?: string } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const cookie = cookies.get(new URL(url).origin);
    const who = cookie === undefined || 'Cookie' in headers ? {} : { Cookie: cookie };
    const sent = request(url, { method, headers: { ...who, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string | undefined>,
          body: text,
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends a form as one of our own pages does. */
export const send = (url: string, values: Record<string, string>, who: object = {}): Promise<Answered> =>
  ask(url, {
    method: 'POST',
    headers: {
      ...who,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
    },
    body: new URLSearchParams(values).toString(),
  });

/** A page as it is read: its text, tags left out and white space evened out. */
export const textOf = (html: string): string =>
  html
    .replace(/<(style|title)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
