import type { Text } from './desk.ts';

/** Reviews and programmes on a running Peerweek, by the address that a browser shows for them. */
export interface AtServer {
  readonly read: (address: string) => Promise<Text>;
  /** Puts a file at its address, over what is there now; gives a sentence where it can't. */
  readonly put: (address: string, text: string) => Promise<string | undefined>;
}

/** Whether what stands for a file is an address. */
export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path);

const tokenAdvice =
  'Make a token on the page of your account there, and give it as PEERWEEK_TOKEN in the environment.';

type Fetch = typeof fetch;

/** Where the API has what a page’s address names; a sentence where it names no review or programme. */
function apiAddress(address: string): { readonly url: string } | { readonly why: string } {
  const wants = 'an address such as https://peerweek.example/reviews/westmarch, or that with /programme';
  if (!URL.canParse(address)) return { why: `${address}: this is no address; give ${wants}.` };
  const { protocol, hostname, origin, pathname } = new URL(address);
  const m = /^\/(?:api\/v1\/)?reviews\/([^/]+)(\/programme)?\/?$/.exec(pathname);
  if (!m) return { why: `${address}: this is not the address of a review or its programme; give ${wants}.` };
  const own = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol === 'http:' && !own)
    return { why: `${address}: on http your token could be read on the way; use https.` };
  return { url: `${origin}/api/v1/reviews/${m[1]}${m[2] ?? ''}` };
}

/** Why a server did not do it, in one sentence. */
async function refusal(address: string, answer: Response): Promise<string> {
  if (answer.status === 401) return `${address}: the server wants a token that is good. ${tokenAdvice}`;
  if (answer.status === 403) return `${address}: this token may not change anything there.`;
  if (answer.status === 404) return `${address}: there is nothing there, or you are not part of it.`;
  const said = (await answer.json().catch(() => ({}))) as {
    readonly title?: string;
    readonly detail?: string;
    readonly problems?: readonly { readonly path: string; readonly what: string; readonly mend: string }[];
  };
  const lines = (said.problems ?? []).map(({ path, what, mend }) => `\n  ${path}: ${what} ${mend}`);
  return `${address}: ${[said.title, said.detail].filter(Boolean).join('. ') || `it answered ${answer.status}`}.${lines.join('')}`;
}

/** Speaks to servers with a token; `ask` is `fetch`, or something like it. */
export function atServer(ask: Fetch, token: string | undefined): AtServer {
  const headers = { Accept: 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  const send = async (
    address: string,
    more: RequestInit = {},
  ): Promise<{ readonly answer: Response } | { readonly why: string }> => {
    const at = apiAddress(address);
    if ('why' in at) return at;
    try {
      // A redirect would take the token somewhere else.
      return {
        answer: await ask(at.url, { ...more, headers: { ...headers, ...more.headers }, redirect: 'error' }),
      };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
      return { why: `${address}: the server can’t be reached${cause && ` (${cause})`}.` };
    }
  };
  return {
    async read(address) {
      const sent = await send(address);
      if ('why' in sent) return { ok: false, why: sent.why };
      return sent.answer.ok
        ? { ok: true, text: await sent.answer.text() }
        : { ok: false, why: await refusal(address, sent.answer) };
    },
    async put(address, text) {
      const seen = await send(address);
      if ('why' in seen) return seen.why;
      // No programme yet: it is the first.
      if (!seen.answer.ok && !(seen.answer.status === 404 && address.includes('/programme')))
        return refusal(address, seen.answer);
      const etag = seen.answer.headers.get('etag');
      const sent = await send(address, {
        method: 'PUT',
        body: text,
        headers: { 'Content-Type': 'application/json', ...(etag && { 'If-Match': etag }) },
      });
      if ('why' in sent) return sent.why;
      return sent.answer.ok ? undefined : refusal(address, sent.answer);
    },
  };
}
