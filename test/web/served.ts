import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { findAlternatives } from '../../solver/alternatives/alternatives.ts';
import { explain } from '../../solver/host/explain.ts';
import { solve } from '../../solver/solve.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { programmeToJson, reviewToJson } from '../../src/publish/json.ts';
import type { Review } from '../../src/review/review.ts';
import { type Answer, NEW, type Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { createApp } from '../../web/app.ts';
import { sampleReview } from '../support/sample-week.ts';

/** The whole web side on a real port of this computer, over an empty store of the moment, or the one that is named. */
export interface Served {
  readonly url: string;
  readonly store: Store;
  /** Lines of the log, as they would be written. */
  readonly log: readonly string[];
  readonly close: () => Promise<void>;
}

/** The day of every test: Monday, ten weeks before the sample's week. */
export const today = new Date('2026-01-12T10:00:00Z');

export async function served(now: () => Date = () => today, where = ':memory:'): Promise<Served> {
  const store = await openStore(where, { now, randomBytes });
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
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    store,
    log,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
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

/** Asks as any client may: every header as given, which `fetch` would not send. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: object; body?: string } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...headers } }, (response) => {
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
export const send = (url: string, values: Record<string, string>): Promise<Answered> =>
  ask(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
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
