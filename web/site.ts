import type { Request } from 'express';

/** Where the pages are to be had, as those who run them have set it up. */
export interface Site {
  /** `https://peerweek.example.gov.uk`; undefined: on this computer only, under whatever name it is asked by. */
  readonly origin?: string;
  /** What express is told of proxies: how many there are, or their addresses; undefined: there are none. */
  readonly proxies?: number | string;
}

/** The address to listen on, and where the pages are to be had. */
export interface Listening {
  readonly host: string;
  readonly site: Site;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads HOST (the address to listen on; 127.0.0.1 where it is not given), PEERWEEK_URL (what people type to get here)
 * and TRUST_PROXY (how many proxies are in front, or their addresses). A text says what is wrong with them.
 */
export function listeningOf(environment: Environment): Listening | string {
  const host = environment.HOST || '127.0.0.1';
  const { PEERWEEK_URL: url, TRUST_PROXY: trust } = environment;
  if (!url)
    return loopback.has(host)
      ? { host, site: proxiesOf(trust) }
      : `the environment’s HOST lets other computers in (${host}): PEERWEEK_URL has to say by which address they come, such as https://peerweek.example.gov.uk.`;
  const origin = originOf(url);
  return origin === undefined
    ? `the environment’s PEERWEEK_URL wants https:// and a name (or http://localhost), without a path, not “${url}”: on plain http anybody on the way could sign in as somebody else.`
    : { host, site: { origin, ...proxiesOf(trust) } };
}

function proxiesOf(trust: string | undefined): Pick<Site, 'proxies'> {
  if (!trust) return {};
  return { proxies: /^\d+$/.test(trust) ? Number(trust) : trust };
}

function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname, search, hash, origin } = new URL(url);
  const safe = protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
  return safe && pathname === '/' && search === '' && hash === '' ? origin : undefined;
}

/** Whether browsers come by https, so that cookies and headers may ask for it. */
export const isHttps = ({ origin }: Site): boolean => origin?.startsWith('https:') ?? false;

/** What an address of ours begins with in a letter or a calendar. Names that we do not answer to never get here. */
export const hereFor = ({ origin }: Site, request: Request): string =>
  origin ?? `http://${request.headers.host ?? 'localhost'}`;
