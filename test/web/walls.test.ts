import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../src/accounts/roles.ts';
import { loggedPath } from '../../web/middleware/set-up-log.ts';
import { setUpRefusals } from '../../web/middleware/set-up-refusals.ts';
import { setUpWho } from '../../web/middleware/set-up-who.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { type Route, routesIn } from './routes-in.ts';
import {
  type Answered,
  approved,
  ask,
  coordinator,
  enteredSample,
  keep,
  type Served,
  served,
  stranger,
} from './served.ts';

/** An address that a route answers, in a review. What else it names need not be there: nobody gets that far. */
const addressOf = (path: string, review: string): string =>
  path.replace(':review', review).replaceAll(/:\w+/g, 'x').replaceAll(/[{}]/g, '');

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** What needs no sign-in: words about the product, ways in, and what a private link opens. */
const forAnyone = [
  'GET /b/:token',
  'GET /api/v1/openapi.json',
  'GET /account/address/:token',
  'GET /d/:token',
  'GET /f/:token.ics',
  'GET /health',
  'GET /help',
  'GET /offline.js',
  'GET /p/:token',
  'GET /p/:token/calendar',
  'GET /ready',
  'GET /rules',
  'GET /sign-in',
  'GET /sign-in/:token',
  'GET /sign-in/sent',
  'POST /account/address/:token',
  'POST /d/:token',
  'POST /d/:token/calendar',
  'POST /p/:token/cant-come',
  'POST /sign-in',
  'POST /sign-in/:token',
  'POST /sign-out',
];

/** Private links lead on into pages of their own, which ask for the link anew. */
const isPrivateLink = (name: string): boolean => /^(GET|POST) \/(d|p|f)\/:token/.test(name);

describe('every route', async () => {
  const site: Served = await served();
  const routes = routesIn(site.app);
  const ofReviews = routes.filter(({ path }) => path.includes('/:review'));
  const gateOf = ({ first }: Route) => first.admits ?? [];

  /** By what they are in the review `sample`. */
  const people = new Map<string, { readonly Cookie: string }>();
  let gates: { readonly url: string; readonly close: () => Promise<void> };

  beforeAll(async () => {
    await keep(site.store, enteredSample(), sampleProgramme());
    await keep(site.store, enteredSample({ id: 'other', council: 'Othershire Council' }));
    for (const role of roles) people.set(role, await site.as([role], 'sample'));
    people.set('coordinator', await coordinator(site));
    gates = await justTheGates();
  });
  afterAll(async () => {
    await gates.close();
    await site.close();
  });

  /** The gates of the real routes, and nothing behind them: who gets through changes nothing. */
  async function justTheGates() {
    const app = express();
    setUpWho(app, site.store, {});
    for (const { method, path, first } of routes)
      app[method.toLowerCase() as 'get'](
        path,
        first,
        (_request, response) => void response.status(204).end(),
      );
    setUpRefusals(app, (response) => void response.end());
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return {
      url: `http://localhost:${(server.address() as AddressInfo).port}`,
      async close() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  }

  const asked = ({ method, path }: Route, review: string, who: object, url = site.url): Promise<Answered> =>
    ask(`${url}${addressOf(path, review)}`, {
      method,
      headers: { 'Sec-Fetch-Site': 'same-origin', ...who },
    });

  it('for coordinators is not there for others who signed in', async () => {
    const theirs = routes.filter((route) => gateOf(route).includes('coordinator'));
    expect(theirs.length).toBeGreaterThan(5);
    const headers = people.get('organiser') ?? {};
    const nothing = {
      page: (await ask(`${site.url}/nothing-here`, { headers })).body,
      program: (await ask(`${site.url}/api/v1/nothing-here`, { headers })).body,
    };
    for (const route of theirs) {
      const answered = await asked(route, 'sample', people.get('organiser') ?? {});
      expect([nameOf(route), answered.status]).toEqual([nameOf(route), 404]);
      const same = route.path.startsWith('/api/') ? nothing.program : nothing.page;
      if (route.method === 'GET') expect(answered.body).toBe(same);
    }
  });

  it('with a token in its address is logged without', () => {
    const logged = routes.filter(({ path }) => path.includes(':token')).map(({ path }) => loggedPath(path));
    expect(logged.length).toBeGreaterThan(8);
    expect(logged.filter((path) => path.includes(':token'))).toEqual([]);
  });

  it('of a review is not there for coordinators, who are part of none', async () => {
    for (const route of ofReviews) {
      const { status } = await asked(route, 'sample', people.get('coordinator') ?? {});
      expect([nameOf(route), status]).toEqual([nameOf(route), 404]);
    }
  });

  it('is found', () => expect(routes.length).toBeGreaterThan(40));

  it('has a gate in front that says who may', () => {
    expect(routes.filter((route) => gateOf(route).length === 0).map(nameOf)).toEqual([]);
  });

  it('of a review is for roles in it, and every other for anyone or for those who signed in', () => {
    const strays = routes.filter((route) => {
      const isRole = gateOf(route).every((admitted) => roles.some((role) => role === admitted));
      return route.path.includes('/:review') !== isRole;
    });
    expect(strays.map(nameOf)).toEqual([]);
    // A review that went by another name in an address would go by its gate.
    const others = routes.filter(({ path }) => /reviews\/[:*{(]/.test(path) && !path.includes('/:review'));
    expect(others.map(nameOf)).toEqual([]);
  });

  it('for anyone is one of these', () => {
    const open = routes.filter((route) => gateOf(route).includes('anyone')).map(nameOf);
    const unknown = open.filter((name) => !forAnyone.includes(name) && !isPrivateLink(name));
    expect(unknown).toEqual([]);
  });

  it('asks a stranger to sign in, with the same answer whether or not the review is there', async () => {
    for (const route of routes.filter((r) => !gateOf(r).includes('anyone'))) {
      const [here, nowhere] = [
        await asked(route, 'sample', stranger),
        await asked(route, 'nowhere', stranger),
      ];
      const said = [nameOf(route), here.status, here.headers.location];
      if (route.path.startsWith('/api/')) expect(said).toEqual([nameOf(route), 401, undefined]);
      else if (route.method === 'GET')
        expect(said).toEqual([nameOf(route), 303, expect.stringMatching(/^\/sign-in(\?to=|$)/)]);
      else expect(said).toEqual([nameOf(route), 401, undefined]);
      expect([here.status, here.body.replaceAll('sample', 'nowhere')]).toEqual([
        nowhere.status,
        nowhere.body,
      ]);
    }
  });

  it('of a review is not there for those who are part of another', async () => {
    const elsewhere = await site.as(['organiser', 'manager', 'peer'], 'other');
    for (const route of ofReviews) {
      const [here, nowhere] = [
        await asked(route, 'sample', elsewhere),
        await asked(route, 'nowhere', elsewhere),
      ];
      expect([nameOf(route), here.status]).toEqual([nameOf(route), 404]);
      expect(here.body).toBe(nowhere.body);
      const { date: _, ...headers } = here.headers;
      const { date: __, ...others } = nowhere.headers;
      expect(headers).toEqual(others);
    }
  });

  it('refuses whoever is part of the review in another role, and says whose part it is', async () => {
    for (const route of ofReviews)
      for (const role of roles.filter((one) => !gateOf(route).includes(one))) {
        const { status } = await asked(route, 'sample', people.get(role) ?? {});
        expect([nameOf(route), role, status]).toEqual([nameOf(route), role, 403]);
      }
  });

  it('lets every role that it names through its gate, and no other', { timeout: 120_000 }, async () => {
    const strangers = { stranger, 'of no review': await site.as([]) } as const;
    const nobody = Object.keys(strangers);
    for (const [name, who] of [...people, ...Object.entries(strangers)])
      for (const route of routes) {
        const admits = gateOf(route);
        const may =
          admits.includes('anyone') ||
          (admits.includes('signed-in') && name !== 'stranger') ||
          (!nobody.includes(name) && admits.some((role) => role === name));
        const { status } = await asked(route, 'sample', who, gates.url);
        expect([name, nameOf(route), status === 204]).toEqual([name, nameOf(route), may]);
      }
  });

  it('was not got past: nothing was changed by all that asking', async () => {
    expect((await site.store.reviews.find('sample'))?.version).toBe(1);
    expect(await site.store.feedTokens.of('sample')).toEqual([]);
    const still = (await site.store.members.of('sample')).map((m) => m.roles.join(' and ')).sort();
    expect(still).toEqual(['manager', 'organiser', 'organiser and manager', 'peer']);
  });

  it('lists the reviews that somebody is part of, and no other', async () => {
    const listed = async (who: object) =>
      [...(await ask(`${site.url}/`, { headers: who })).body.matchAll(/href="\/reviews\/([\w-]+)"/g)]
        .map(([, id]) => id)
        .filter((id) => id !== 'new');
    expect(await listed(people.get('peer') ?? {})).toEqual(['sample']);
    expect(await listed(await site.as(['organiser'], 'other'))).toEqual(['other']);
    expect(await listed(await site.as([]))).toEqual([]);
  });

  it('leads a peer only to what a peer may see', async () => {
    await approved(site.store, enteredSample(), sampleProgramme());
    const { body } = await ask(`${site.url}/reviews/sample`, { headers: people.get('peer') ?? {} });
    const tabs = [...body.matchAll(/class="pw-tabs__link" href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(tabs).toEqual([
      '/reviews/sample',
      '/reviews/sample/releases',
      '/reviews/sample/board',
      '/reviews/sample/paper',
    ]);
    const paper = await ask(`${site.url}/reviews/sample/paper`, { headers: people.get('peer') ?? {} });
    for (const [, href = ''] of `${body}${paper.body}`.matchAll(/href="(\/reviews\/[^"]+)"/g)) {
      const { status } = await ask(`${site.url}${href.replaceAll('&#x3D;', '=')}`, {
        headers: people.get('peer') ?? {},
      });
      expect([href, status]).toEqual([href, 200]);
    }
  });
});
