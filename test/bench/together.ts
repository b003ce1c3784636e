import { performance } from 'node:perf_hooks';
import type { Instance } from '../support/instance.ts';
import type { Organiser } from './filled.ts';
import { lots, wait } from './load.ts';

/** Seconds for which people work on one draft. */
const SECONDS = 10;
const LOOKS = [1000, 3000] as const;
/** One click in so many changes something. */
const CHANGES = 5;

export interface Together {
  /** Milliseconds a page, a change, and from a change being sent to each other page hearing of it. */
  readonly looks: readonly number[];
  readonly changes: readonly number[];
  readonly heard: readonly number[];
  /** Confirmed changes that a page that listened did not hear of; and that the history does not know. */
  readonly unheard: number;
  readonly lost: number;
}

/** Listens as an open page does; notes when which version was told of. */
async function listen(
  url: string,
  cookie: string,
  since: string,
  heard: Map<number, number>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const answer = await fetch(`${url}/news?since=${since}`, { headers: { Cookie: cookie }, signal });
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const [, data] = /^data: (.*)$/m.exec(text.slice(0, end)) ?? [];
        text = text.slice(end + 2);
        const { thing, version } = data ? JSON.parse(data) : { thing: '', version: 0 };
        if (thing === 'programme' && !heard.has(version)) heard.set(version, performance.now());
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** People who look at one draft and change it, each with a page open that hears of what the others do. */
export async function together(
  instances: readonly Instance[],
  people: readonly Organiser[],
): Promise<Together> {
  const [looks, changes, heard]: [number[], number[], number[]] = [[], [], []];
  const sent = new Map<number, number>();
  const ears = people.map(() => new Map<number, number>());
  const stop = new AbortController();
  const { review } = people[0]!;
  const urlOf = (n: number) => `${instances[n % instances.length]!.url}/reviews/${review}`;
  const draft = await (
    await fetch(`${urlOf(0)}/programme`, { headers: { Cookie: people[0]!.cookie } })
  ).text();
  const sessions = [...draft.matchAll(/data-session="([^"]+)"/g)].map((m) => m[1]!);
  const since = /data-live="[^"]*since&#x3D;([\d.]+)"/.exec(draft)?.[1] ?? '';
  const listening = people.map((p, n) => listen(urlOf(n), p.cookie, since, ears[n]!, stop.signal));
  const end = performance.now() + SECONDS * 1000;
  await Promise.all(
    people.map(async ({ cookie }, n) => {
      const lot = lots(n + 1);
      const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' };
      let last = '';
      await wait(lot() * LOOKS[1]);
      while (performance.now() < end) {
        const asked = performance.now();
        if (Math.floor(lot() * CHANGES) > 0) {
          await (await fetch(`${urlOf(n)}/programme`, { headers })).arrayBuffer();
          looks.push(performance.now() - asked);
        } else {
          const session = sessions[Math.floor(lot() * sessions.length)];
          const [address, body] = last
            ? ['/programme/undo', { version: last }]
            : [`/programme/sessions/${session}/park`, {}];
          const answer = await fetch(`${urlOf(n)}${address}`, {
            method: 'POST',
            redirect: 'manual',
            headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams(body as Record<string, string>),
          });
          await answer.arrayBuffer();
          changes.push(performance.now() - asked);
          const [, version = ''] = /moved=(\d+)/.exec(answer.headers.get('location') ?? '') ?? [];
          if (version) sent.set(Number(version), asked);
          last = last ? '' : version;
        }
        await wait(LOOKS[0] + lot() * (LOOKS[1] - LOOKS[0]));
      }
    }),
  );
  await wait(2_500);
  stop.abort();
  await Promise.all(listening);
  let unheard = 0;
  for (const [version, at] of sent)
    for (const ear of ears) {
      const when = ear.get(version);
      if (when === undefined) unheard++;
      else heard.push(when - at);
    }
  const lines = await historyOf(urlOf(0).replace('/reviews/', '/api/v1/reviews/'), people[0]!.cookie);
  const lost = [...sent.keys()].filter((version) => !lines.has(version)).length;
  return { looks, changes, heard, unheard, lost };
}

/** The versions of the draft that the history knows. */
async function historyOf(url: string, cookie: string): Promise<ReadonlySet<number>> {
  const lines = (await (await fetch(`${url}/history`, { headers: { Cookie: cookie } })).json()) as {
    thing: string;
    version: number;
  }[];
  return new Set(lines.filter((l) => l.thing === 'programme').map((l) => l.version));
}
