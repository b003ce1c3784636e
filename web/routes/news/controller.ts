import type { RequestHandler } from 'express';
import type { Item } from '../../../src/actions/news.ts';
import { type Cursor, cursorText, isNews, newsWords, readCursor, withLines } from '../../live.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';

/** Milliseconds: then the browser asks again by itself, and whoever may not any more is not let in. */
const LONGEST = 60_000;
/** Between two signs that the connection stands, for what is between us and the browser. */
const SIGN = 15_000;
/** What was done before the page asked, and after it was made, is looked for so far back. */
const BACK = 60_000;

/** One event of a stream (HTML, "Server-sent events"). */
const event = (fields: Readonly<Record<string, string>>): string =>
  `${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')}\n`;

/**
 * What others do to a review, as server-sent events, from what the page knows of on (`since`, or where the browser asks
 * again the id of the last event): `change`, with a sentence, and `build`, how far the building of the programme is.
 */
export const news =
  ({ store, open, now, news: source }: Services): RequestHandler =>
  async (request, response, next) => {
    const review = String(request.params.review);
    const me = whoIs(response).name;
    const since = typeof request.query.since === 'string' ? request.query.since : undefined;
    const asked = readCursor(request.get('last-event-id') ?? since);
    const opening = asked ? undefined : await open(review);
    if (!asked && !opening) return next();
    const line = opening?.ok ? opening.open : undefined;
    let cursor: Cursor = asked ?? {
      draft: line?.draft?.version ?? 0,
      review: line?.line.version ?? 0,
      at: now().toISOString(),
    };
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Not to be held back and packed on the way, nor kept.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.write(event({ retry: '1000', id: cursorText(cursor) }));

    const tell = ({ lines, build }: Item): void => {
      for (const one of lines.filter((l) => isNews(l, cursor))) {
        cursor = withLines(cursor, [one]);
        const { thing, version, by } = one;
        const own = by === me;
        const data = JSON.stringify({ text: newsWords(one), thing, version, own });
        response.write(event({ event: 'change', id: cursorText(cursor), data }));
      }
      if (build) {
        const { id, state, by, beat } = build;
        response.write(event({ event: 'build', data: JSON.stringify({ id, state, by, beat }) }));
      }
    };
    // First followed, then caught up with: nothing falls between, and nothing is told twice.
    const waiting: Item[] = [];
    let caughtUp = false;
    const leave = source.follow(review, (item) => (caughtUp ? tell(item) : void waiting.push(item)));
    const sign = setInterval(() => response.write(': here\n\n'), SIGN);
    const enough = setTimeout(() => response.end(), LONGEST);
    response.on('close', () => {
      leave();
      clearInterval(sign);
      clearTimeout(enough);
    });
    const from = new Date(Date.parse(cursor.at) - BACK).toISOString();
    const build = await store.jobs.latest(review, 'build');
    tell({
      lines: await store.history.since(review, from),
      ...(build && build.state !== 'ended' && { build }),
    });
    caughtUp = true;
    for (const item of waiting) tell(item);
  };
