import type { Response } from 'express';

/** What of an answer somebody wants to find again who asks, later, what was tried and who came in. */
export type SecurityEvent =
  | 'sign-in link asked'
  | 'too many sign-in links asked'
  | 'signed in'
  | 'sign-in link not good'
  | 'signed out'
  | 'signed out everywhere'
  | 'signed out on one browser'
  | 'signing in again asked'
  | 'new address asked'
  | 'too many new addresses asked'
  | 'address changed'
  | 'account closed'
  | 'token made'
  | 'token ended'
  | 'token not good'
  | 'form from elsewhere'
  | 'name not ours'
  | 'refused: not signed in'
  | 'refused: looks only'
  | 'refused: not your part'
  | 'refused: not theirs';

/** Those that somebody who watches a log wants to see; the others are as it should be. */
const warns: readonly SecurityEvent[] = [
  'too many sign-in links asked',
  'too many new addresses asked',
  'sign-in link not good',
  'token not good',
  'form from elsewhere',
  'name not ours',
  'refused: looks only',
  'refused: not your part',
  'refused: not theirs',
];
export const isWarning = (event: SecurityEvent | undefined): boolean =>
  event !== undefined && warns.includes(event);

interface Noted {
  readonly event?: SecurityEvent;
  /** The id of an account, which is made by lot: never its name or address. */
  readonly account?: string;
}

/** Has the log say this beside the answer that is being given. The last word counts. */
export function noteEvent(response: Response, event: SecurityEvent, account?: string): void {
  response.locals.noted = { event, ...(account !== undefined && { account }) } satisfies Noted;
}

export const notedOf = (response: Response): Noted => (response.locals.noted as Noted | undefined) ?? {};
