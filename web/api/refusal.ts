import type { Request, Response } from 'express';
import type { Clash } from '../../src/entry/merge.ts';
import type { Problem } from '../../src/intake/index.ts';

/** What is said besides why. */
export interface Beside {
  readonly detail?: string;
  readonly problems?: readonly Problem[];
  readonly clashes?: readonly Clash[];
}

const titles: Readonly<Record<number, string>> = {
  400: 'This can’t be read',
  401: 'A token is wanted',
  403: 'This token may not do that',
  404: 'There is nothing here',
  409: 'Somebody else was first',
  412: 'It has been changed since',
  413: 'This is too large',
  415: 'This is not JSON',
  422: 'What was sent has problems',
  428: 'Say which version you have seen',
  429: 'Too much at once',
  500: 'Something went wrong on our side',
};

/** Answers that something was not done, and why (RFC 9457, problem details). */
export function refuse(response: Response, status: number, beside: Beside = {}): void {
  const title = titles[status] ?? 'This was not done';
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, ...beside }));
}

/** Whether a request is for a program and not for a person: then it is not answered with a page. */
export const isForApi = (request: Request): boolean => request.originalUrl.startsWith('/api/');
