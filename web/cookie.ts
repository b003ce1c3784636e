import type { Request, Response } from 'express';
import { SIGNED_IN_DAYS } from '../src/accounts/lifetimes.ts';
import { isHttps, type Site } from './site.ts';

/** A browser keeps `__Host-` cookies for https and this very host alone; plain http on localhost can't have one. */
const nameFor = (site: Site): string => (isHttps(site) ? '__Host-peerweek' : 'peerweek');

const settings = (site: Site) =>
  ({ httpOnly: true, secure: isHttps(site), sameSite: 'lax', path: '/' }) as const;

/** The token by which a browser is known; undefined: it has none. */
export function tokenIn(request: Request, site: Site): string | undefined {
  const name = `${nameFor(site)}=`;
  const pair = (request.headers.cookie ?? '').split(/;\s*/).find((one) => one.startsWith(name));
  return pair?.slice(name.length) || undefined;
}

export const giveToken = (response: Response, site: Site, token: string): void => {
  response.cookie(nameFor(site), token, { ...settings(site), maxAge: SIGNED_IN_DAYS * 24 * 60 * 60_000 });
};

export const takeTokenBack = (response: Response, site: Site): void => {
  response.clearCookie(nameFor(site), settings(site));
};
