import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleProgramme } from '../support/sample-week.ts';
import { type Answered, ask, enteredSample, keep, type Served, served, stranger } from '../web/served.ts';

const name = 'peerweek.example.gov.uk';
const host = { Host: name };

describe('every answer, whoever gives it', () => {
  let site: Served;
  beforeAll(async () => {
    site = await served(undefined, undefined, {
      site: { origin: `https://${name}`, metricsToken: 'm'.repeat(24) },
    });
    await keep(site.store, enteredSample(), sampleProgramme());
  });
  afterAll(() => site.close());

  const get = (path: string, headers: object = {}, method = 'GET'): Promise<Answered> =>
    ask(`${site.url}${path}`, { method, headers: { ...host, ...headers } });

  /** Pages, files, the API, probes and figures; what is refused before anything is looked at; what is not there. */
  const answers = async (): Promise<readonly (readonly [string, Answered])[]> => {
    const own = (await site.as(['organiser'], 'sample')).Cookie.replace(/^peerweek=/, '__Host-peerweek=');
    const { token } = await site.store.feedTokens.issue('sample', 'health', { by: 'Test', why: 'Test' });
    const asked: readonly (readonly [string, object?, string?])[] = [
      ['/sign-in', stranger],
      ['/reviews/sample/programme', { Cookie: own }],
      ['/reviews/sample/programme', stranger],
      ['/reviews/none', { Cookie: own }],
      ['/reviews/sample/paper/programme', { Cookie: own }],
      ['/reviews/sample/paper/programme.csv', { Cookie: own }],
      ['/api/v1/openapi.json', stranger],
      ['/api/v1/reviews', stranger],
      [`/f/${token}.ics`, stranger],
      [`/p/${token}`, stranger],
      ['/assets/app.css', stranger],
      ['/assets/none', stranger],
      ['/health', stranger],
      ['/ready', stranger],
      ['/metrics', { Authorization: `Bearer ${'m'.repeat(24)}` }],
      ['/health', { Host: 'evil.example' }],
      ['/', { Host: 'evil.example' }],
      ['/sign-out', { 'Sec-Fetch-Site': 'cross-site' }, 'POST'],
    ];
    return Promise.all(
      asked.map(
        async ([path, headers, method]) =>
          [`${method ?? 'GET'} ${path}`, await get(path, headers, method)] as const,
      ),
    );
  };

  it('asks for https for a year and below our name too, is taken for what it says it is, and is framed by nobody (ASVS 3.4.1, 3.4.3, 3.4.4, 3.4.6)', async () => {
    for (const [what, { headers }] of await answers())
      expect([
        what,
        headers['strict-transport-security'],
        headers['x-content-type-options'],
        headers['referrer-policy'],
        /object-src 'none'; base-uri 'none'; frame-ancestors 'none'/.test(
          headers['content-security-policy'] ?? '',
        ),
        headers['access-control-allow-origin'],
      ]).toEqual([what, 'max-age=31536000; includeSubDomains', 'nosniff', 'same-origin', true, undefined]);
  });

  it('says what it is, and of text in which letters (ASVS 4.1.1)', async () => {
    for (const [what, { headers, body }] of await answers()) {
      if (body === '') continue;
      const type = headers['content-type'] ?? 'none';
      expect([what, /^(text\/[a-z]+|application\/[a-z+]+); .*charset=utf-8$/i.test(type) || type]).toEqual([
        what,
        true,
      ]);
    }
  });

  it('leaves nothing of what one signs in for in a browser (ASVS 14.3.2)', async () => {
    const { Cookie } = await site.as(['organiser'], 'sample');
    const own = Cookie.replace(/^peerweek=/, '__Host-peerweek=');
    for (const path of [
      '/',
      '/account',
      '/outbox',
      '/reviews/sample',
      '/reviews/sample/people',
      '/reviews/sample/history',
      '/reviews/sample/programme',
      '/reviews/sample/paper/programme',
      '/reviews/sample/paper/programme.csv',
      '/reviews/none',
      '/api/v1/reviews/sample',
      '/api/v1/reviews/sample/programme',
    ]) {
      const { headers } = await get(path, { Cookie: own });
      expect([path, headers['cache-control']]).toEqual([
        path,
        expect.stringMatching(/^(private, )?no-store$/),
      ]);
    }
  });

  it('does not trace (ASVS 13.4.4)', async () => {
    const { status, body } = await get('/', { Cookie: 'peerweek=secret' }, 'TRACE');
    expect([status, body.includes('secret')]).toEqual([403, false]);
  });
});
