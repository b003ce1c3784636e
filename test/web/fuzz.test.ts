import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleProgramme } from '../support/sample-week.ts';
import { everyPageThere } from './every-page.ts';
import { type Form, formsIn } from './forms-in.ts';
import { type Route, routesIn } from './routes-in.ts';
import { approved, ask, coordinator, enteredSample, keep, type Served, served, stranger } from './served.ts';

/** Requests in all: with PEERWEEK_LONG as many as are to give no answer of 500 or more; a sample otherwise. */
const all = process.env.PEERWEEK_LONG ? 10_000 : 400;
/** After so many a new server: some of what is asked removes the review, or signs everybody out. */
const batch = 200;

/** What people, programs and attackers send where something else is expected. */
const nasty = [
  ...['', ' ', '\0', '\n', '-1', '0', '1', '1e999', 'NaN', 'true', 'null', 'undefined', '9'.repeat(40)],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '[object Object]',
    '{"a":1}',
    '[]',
    '{{x}}',
    '$\u007Bx}',
    '{council}',
  ],
  ...[
    "'; drop table review; --",
    '" onload="x',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '%',
    '%00',
    '%E0%A4',
  ],
  ...['=cmd|x!A1', '\u202Eabc', '\uD800', '👩‍👩‍👧‍👦', 'Ａ', 'a\u0300'.repeat(50), 'x'.repeat(5_000)],
  ...['2026-13-45', '2026-02-30T25:61', '29:99', '-0', '1.5', 'Mon 9-8', 'not Tue, after 3 on Wed if needed'],
  ...[
    'sample',
    'bare',
    'lead-member',
    'priya-shah',
    'health',
    'hall',
    'committee-1',
    'civic-centre',
    'lunch-1',
    'A',
  ],
];

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As it goes over the wire: halves of characters become the sign for what can't be read. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

const encoded = (pairs: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(
    pairs.map(([name, one]): [string, string] => [wellFormed(name), wellFormed(one)]),
  ).toString();

const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };

/** A form of ours with some of it changed, left out, sent twice or added. */
const changed = (forms: readonly Form[]): fc.Arbitrary<Asked> =>
  fc.constantFrom(...forms).chain(({ action, method, fields }) =>
    fc
      .record({
        how: fc.array(fc.constantFrom('as is', 'as is', 'other', 'without', 'twice'), {
          minLength: fields.length,
          maxLength: fields.length,
        }),
        others: fc.array(value, { minLength: fields.length, maxLength: fields.length }),
        more: fc.array(
          fc.tuple(fc.constantFrom('do', 'seen', 'version', 'who', 'name', '__proto__', 'a[b]', ''), value),
          {
            maxLength: 2,
          },
        ),
      })
      .map(({ how, others, more }) => {
        const sent = fields.flatMap(([name, was], n): readonly (readonly [string, string])[] => {
          if (how[n] === 'without') return [];
          if (how[n] === 'other') return [[name, others[n] ?? '']];
          return how[n] === 'twice'
            ? [
                [name, was],
                [name, others[n] ?? ''],
              ]
            : [[name, was]];
        });
        const text = encoded([...sent, ...more]);
        return method === 'POST'
          ? { method, path: action, headers: form, body: text }
          : { method, path: `${action}?${text}`, headers: {}, body: '' };
      }),
  );

/** A route with anything in its places, its question, its headers and its body. */
const wild = (routes: readonly Route[]): fc.Arbitrary<Asked> =>
  fc.constantFrom(...routes).chain(({ method, path }) =>
    fc
      .record({
        parts: fc.array(value, { minLength: 8, maxLength: 8 }),
        here: fc.boolean(),
        question: fc.array(
          fc.tuple(
            fc.constantFrom('day', 'by', 'who', 'pick', 'to', 'sort', 'edit', 'since', 'at', 'from', 'x'),
            value,
          ),
          { maxLength: 3 },
        ),
        type: fc.constantFrom(
          'application/x-www-form-urlencoded',
          'application/json',
          'multipart/form-data; boundary=x',
          'text/plain',
          'x',
        ),
        body: fc.oneof(
          fc.json({ maxDepth: 3 }),
          fc.array(fc.tuple(value, value), { maxLength: 5 }).map(encoded),
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.constant(
            '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK\u0003\u0004\r\n--x--',
          ),
        ),
        match: fc.constantFrom('"1"', '*', 'W/"x"', '"', ''),
      })
      .map(({ parts, here, question, type, body, match }) => {
        let n = 0;
        const at = path
          .replace(':review', here ? 'sample' : 'bare')
          .replaceAll(/:\w+/g, () => encodeURIComponent(wellFormed(parts[n++ % 8] ?? '')))
          .replaceAll(/[{}]/g, '');
        const asked = question.length > 0 ? `?${encoded(question)}` : '';
        const headers = { 'Sec-Fetch-Site': 'same-origin', ...(match && { 'If-Match': match }) };
        return method === 'GET'
          ? { method, path: `${at}${asked}`, headers, body: '' }
          : {
              method,
              path: `${at}${asked}`,
              headers: { ...headers, 'Content-Type': type },
              body: wellFormed(body),
            };
      }),
  );

/** What sets the engine to work for seconds, or ends it all for who asks: tested where it belongs. */
const works =
  /\/(build|alternatives|mend|ways|happened)\b|\/live$|\/news$|sign-out|\/leave|\/close|\/data\/remove|throw-away/;

describe('whatever is asked', () => {
  it.each(Array.from({ length: all / batch }, (_, n) => n + 1))(
    'is answered, and never with a fault of ours: %i',
    { timeout: 600_000 },
    async (seed) => {
      const site: Served = await served();
      try {
        await keep(site.store, enteredSample(), sampleProgramme());
        await keep(site.store, enteredSample({ id: 'bare', council: 'Bareshire Council' }));
        await approved(site.store, enteredSample(), sampleProgramme());
        const first = await site.store.accounts.byEmail('first@example.org');
        await site.store.accounts.coordinate(first?.id ?? '', true, {
          by: 'A test',
          why: 'Made a coordinator',
        });
        const asking = await requests(site, seed);
        const people = [{}, {}, {}, stranger, await coordinator(site), await site.as(['peer'], 'sample')];
        const faults: string[] = [];
        for (const [n, { method, path, headers, body }] of asking.entries()) {
          const who = people[n % people.length] ?? {};
          const { status } = await ask(`${site.url}${path}`, {
            method,
            headers: { ...who, ...headers },
            body,
          });
          if (status >= 500)
            faults.push(`${status}: ${method} ${path} ${body.slice(0, 500)}\n${site.log.at(-2)}`);
        }
        expect(faults).toEqual([]);
        // All of it was asked by people who were still there, of a review that was still there.
        expect((await ask(`${site.url}/reviews/sample`)).status).toBe(200);
      } finally {
        await site.close();
      }
    },
  );
});

/** A batch: two of three are forms of ours gone wrong, the others anything at all. */
async function requests(site: Served, seed: number): Promise<readonly Asked[]> {
  const paths = everyPageThere.filter((path) => !path.includes('[') && !works.test(path));
  // A third of the pages each time: all are read over the batches.
  const pages = paths.filter((_, n) => n % 3 === seed % 3);
  // One of each kind: many stand on every page.
  const kinds = new Map<string, Form>();
  for (const path of pages) {
    const { body } = await ask(`${site.url}${path}`);
    for (const found of formsIn(body))
      if (found.action.startsWith('/') && !works.test(found.action))
        kinds.set(`${found.method} ${found.action} ${found.fields.map(([name]) => name).join()}`, found);
  }
  const forms = [...kinds.values()];
  const routes = routesIn(site.app).filter(({ path }) => !works.test(path));
  expect([forms.length > 10, routes.length > 40]).toEqual([true, true]);
  const one = fc.oneof({ weight: 2, arbitrary: changed(forms) }, { weight: 1, arbitrary: wild(routes) });
  return fc.sample(one, { seed, numRuns: batch });
}
