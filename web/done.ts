import type { Request, Response } from 'express';
import type { Store } from '../src/store/ports.ts';

/** Answers a form that changed something: on to a page, which says what was done and offers to undo it. */
export function done(response: Response, address: string, version: number): void {
  const [path, hash = ''] = address.split('#', 2);
  const joined = `${path}${path?.includes('?') ? '&' : '?'}done=${version}${hash && `#${hash}`}`;
  response.redirect(303, joined);
}

/** What a write said of itself that the page was told of (`?done=VERSION`); undefined where there is none. */
export async function doneIn(
  request: Request,
  store: Pick<Store, 'history'>,
  review: string,
): Promise<{ readonly text: string; readonly version: number } | undefined> {
  const value = request.query.done;
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value)) return undefined;
  const version = Number(value);
  const lines = await store.history.of(review);
  const line = lines.find((l) => l.thing === 'review' && l.version === version);
  // The first version has nothing before it to go back to.
  return line && version > 1 ? { text: line.why, version } : undefined;
}
