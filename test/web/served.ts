import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { pino } from 'pino';
import { findAlternatives } from '../../solver/alternatives/alternatives.ts';
import { explain } from '../../solver/host/explain.ts';
import { solve } from '../../solver/solve.ts';
import type { Role } from '../../src/accounts/roles.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { programmeToJson, reviewToJson } from '../../src/publish/json.ts';
import type { Review } from '../../src/review/review.ts';
import { type Answer, NEW, type Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { createApp, type Given } from '../../web/app.ts';
import { workBehind } from '../../web/work.ts';
import { sampleReview } from '../support/sample-week.ts';
import { asksNoMore, asksUsually, firstAccount, foundedBy, somebody, usually } from './people.ts';

export { signIn, stranger } from './people.ts';

/** The whole web side on a real port of this computer, over an empty store of the moment, or the one that is named. */
export interface Served {
  readonly url: string;
  /** Makes somebody part of a review (of none: just somebody who has signed in); gives the header that says who they are. */
  readonly as: (roles: readonly Role[], review?: string) => Promise<{ readonly Cookie: string }>;
  readonly store: Store;
  readonly app: Express;
  /** Lines of the log, as they would be written. */
  readonly log: readonly string[];
  readonly close: () => Promise<void>;
}

/** The day of every test: Monday, ten weeks before the sample's week. */
export const today = new Date('2026-01-12T10:00:00Z');

export async function served(
  now: () => Date = () => today,
  where = ':memory:',
  over: Partial<Given> = {},
): Promise<Served> {
  const opened = await openStore(where, { now, randomBytes });
  const owner = await firstAccount(opened, now);
  const store = foundedBy(opened, owner.account.id);
  const log: string[] = [];
  // In this thread, and not for long: what is looked for is the same as with a usual effort, only less well done.
  const find = findAlternatives(solve, 1);
  const given: Given = {
    store,
    now,
    log: pino({}, { write: (line: string) => void log.push(line) }),
    solve: (review, options) => solve(review, { ...options, effort: 'quick' }),
    explain,
    findAlternatives: (review, options) => find(review, { ...options, effort: 'quick', most: 3 }),
    ...over,
  };
  const work = over.work ?? workBehind(given);
  const app = createApp({ ...given, work });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  asksUsually(url, owner.token, over.site);
  return {
    url,
    app,
    store,
    as: (roles, review) => somebody(store, now, roles, review),
    log,
    async close() {
      asksNoMore(url);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      work.lights.close();
      await work.background.close();
      await store.close();
    },
  };
}

/** Somebody who coordinates reviews and is part of none. */
export async function coordinator({
  as,
  store,
}: Pick<Served, 'as' | 'store'>): Promise<{ readonly Cookie: string }> {
  const who = await as([]);
  const signedIn = await store.signIns.open(who.Cookie.split('=')[1] ?? '');
  await store.accounts.coordinate(signedIn?.account.id ?? '', true, {
    by: 'A test',
    why: 'Made a coordinator',
  });
  return who;
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

/** Has the review and a programme of it approved, as they are given: the next release. */
export async function approved(store: Store, review: Review, programme: Programme): Promise<void> {
  const { version } = await store.agreements.of(review.id);
  const draft = await store.programmes.draftOf(review.id);
  await store.releases.approve(
    {
      review: review.id,
      programmeVersion: draft?.version ?? 1,
      reviewFile: reviewToJson({ ...review, approvedAt: today.toISOString() }),
      programmeFile: programmeToJson(review, programme),
      note: '',
    },
    version,
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
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: object; body?: string | Uint8Array } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const who = 'Cookie' in headers ? {} : usually(url);
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
