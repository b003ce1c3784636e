import type { Request, Response } from 'express';
import type { Store } from '../src/store/ports.ts';
import { addresses } from './addresses.ts';

/** What was just done, as the line above a page says it, and the form that undoes it. */
export interface Done {
  readonly text: string;
  readonly undo: string;
  readonly version: number;
}

const told = (response: Response, address: string, name: string, version: number): void => {
  const [path, hash = ''] = address.split('#', 2);
  const joined = `${path}${path?.includes('?') ? '&' : '?'}${name}=${version}${hash && `#${hash}`}`;
  response.redirect(303, joined);
};

/** Answers a form that changed what is entered: on to a page, which says what was done and offers to undo it. */
export const done = (response: Response, address: string, version: number): void =>
  told(response, address, 'done', version);

/** The same for a form that changed the draft programme. */
export const moved = (response: Response, address: string, version: number): void =>
  told(response, address, 'moved', version);

const versionIn = (request: Request, name: string): number | undefined => {
  const value = request.query[name];
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
};

/** What a write said of itself; undefined where there is none, or nothing before it to go back to. */
export async function doneAt(
  store: Pick<Store, 'history'>,
  review: string,
  thing: 'review' | 'programme',
  version: number,
  undoMove: string = addresses.undoMove(review),
): Promise<Done | undefined> {
  if (version < 2) return undefined;
  const line = (await store.history.of(review)).find((l) => l.thing === thing && l.version === version);
  const undo = thing === 'review' ? addresses.undo(review) : undoMove;
  return line && { text: line.why, undo, version };
}

/** What the page was told that was done (`?done=VERSION`, `?moved=VERSION`). */
export async function doneIn(
  request: Request,
  store: Pick<Store, 'history'>,
  review: string,
  undoMove?: string,
): Promise<Done | undefined> {
  const entered = versionIn(request, 'done');
  if (entered !== undefined) return doneAt(store, review, 'review', entered);
  const draft = versionIn(request, 'moved');
  return draft === undefined ? undefined : doneAt(store, review, 'programme', draft, undoMove);
}

/** What undoing it is called: undoing that again is doing it again. */
export const undoWords = (text: string): string =>
  text.startsWith(UNDID) ? `${AGAIN}${text.slice(UNDID.length)}` : `${UNDID}${didWords(text)}`;

/** What was done, without whether that was by undoing or doing again. */
export const didWords = (text: string): string =>
  [UNDID, AGAIN].reduce(
    (words, prefix) => (words.startsWith(prefix) ? words.slice(prefix.length) : words),
    text,
  );

const UNDID = 'Undid: ';
const AGAIN = 'Did again: ';
