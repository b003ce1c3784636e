import type { Request } from 'express';

/** Where the pages are to be had, as those who run them have set it up. */
export interface Site {
  /** `https://peerweek.example.gov.uk`; undefined: on this computer only, under whatever name it is asked by. */
  readonly origin?: string;
  /** What express is told of proxies: how many there are, or their addresses; undefined: there are none. */
  readonly proxies?: number | string;
  /** What has to be shown to read the metrics; undefined: there are none. */
  readonly metricsToken?: string;
}

/** The address to listen on, and where the pages are to be had. */
export interface Listening {
  readonly host: string;
  readonly site: Site;
}

/** Characters of METRICS_TOKEN at the least. */
const SHORTEST = 24;

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads HOST (the address to listen on; 127.0.0.1 where it is not given), PEERWEEK_URL (what people type to get here),
 * TRUST_PROXY (how many proxies are in front, or their addresses) and METRICS_TOKEN (who may read the metrics). A text says what is wrong with them.
 */
export function listeningOf(environment: Environment): Listening | string {
  const host = environment.HOST || '127.0.0.1';
  const { PEERWEEK_URL: url, TRUST_PROXY: trust, METRICS_TOKEN: token } = environment;
  if (token && token.length < SHORTEST)
    return `the environment’s METRICS_TOKEN is too easy to guess: give it at least ${SHORTEST} characters, such as those that openssl rand -hex 24 prints.`;
  const also = { ...proxiesOf(trust), ...(token && { metricsToken: token }) };
  if (!url)
    return loopback.has(host)
      ? { host, site: also }
      : `the environment’s HOST lets other computers in (${host}): PEERWEEK_URL has to say by which address they come, such as https://peerweek.example.gov.uk.`;
  const origin = originOf(url);
  return origin === undefined
    ? `the environment’s PEERWEEK_URL wants https:// and a name (or http://localhost), without a path, not “${url}”: on plain http anybody on the way could sign in as somebody else.`
    : { host, site: { origin, ...also } };
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
