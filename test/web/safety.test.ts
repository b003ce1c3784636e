import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/publish/package-root.ts';
import { templatesFolder } from '../../src/publish/page/render.ts';
import { loggedPath } from '../../web/middleware/set-up-log.ts';
import { templatesIn } from '../../web/templates.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { ask, enteredSample, keep, type Served, send, served, textOf } from './served.ts';

describe('what the web side lets through', () => {
  let site: Served;
  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample(), sampleProgramme());
  });
  afterAll(() => site.close());

  it('allows no script but our own files, no other origin and no framing, on every kind of page', async () => {
    const strict =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    for (const path of [
      '/',
      '/rules',
      '/reviews/sample/programme',
      '/none',
      '/assets/app.css',
      '/assets/none',
    ])
      expect((await ask(`${site.url}${path}`)).headers['content-security-policy']).toBe(strict);
    const print = await ask(`${site.url}/reviews/sample/paper/programme`);
    expect(print.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; img-src/,
    );
  });

  it('promises no https that it does not have', async () => {
    const { headers } = await ask(`${site.url}/`);
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers to this computer’s own names only, so that no page elsewhere can read through the browser', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:3000'])
      expect((await ask(`${site.url}/`, { headers: { Host: host } })).status).not.toBe(200);
    for (const host of ['localhost:3000', 'LOCALHOST', '127.0.0.1', '[::1]:3000'])
      expect((await ask(`${site.url}/`, { headers: { Host: host } })).status).toBe(200);
  });

  it('takes forms from its own pages only', async () => {
    const url = `${site.url}/reviews/sample/peers/links`;
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const refused = [
      {},
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'none' },
      { Origin: 'http://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: site.url },
    ];
    for (const headers of refused) {
      const { status } = await ask(url, {
        method: 'POST',
        headers: { ...form, ...headers },
        body: 'peer=health',
      });
      expect([headers, status]).toEqual([headers, 403]);
    }
    expect(await site.store.feedTokens.of('sample')).toEqual([]);
    for (const headers of [{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: site.url }]) {
      const { status } = await ask(url, {
        method: 'POST',
        headers: { ...form, ...headers },
        body: 'peer=health',
      });
      expect([headers, status]).toEqual([headers, 200]);
    }
  });

  it('keeps styles for good, and everything that names people for nobody', async () => {
    const { body, headers } = await ask(`${site.url}/reviews/sample/programme`);
    expect(headers['cache-control']).toBe('private, no-store');
    const [, css = ''] = /href="(\/assets\/app\.css\?v[^"]+)"/.exec(body) ?? [];
    const style = await ask(`${site.url}${css.replace('&#x3D;', '=')}`);
    expect([style.status, style.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect(style.body.match(/@import|url\(|@font-face|GDS Transport/g)).toBeNull();
  });

  it('logs paths without tokens, and neither queries nor names', async () => {
    const { body } = await send(`${site.url}/reviews/sample/peers/links`, { peer: 'health' });
    const [, token = 'none'] = /\/p\/([A-Za-z0-9_-]{43})"/.exec(body) ?? [];
    await ask(`${site.url}/p/${token}`);
    await ask(`${site.url}/f/${token}.ics`);
    await ask(`${site.url}/reviews/sample/programme?by=person&who=priya-shah`);
    const log = site.log.join('');
    expect(log).toContain('"path":"/p/[token]"');
    expect(log).toContain('"path":"/f/[token]"');
    expect(log).toContain('"path":"/reviews/sample/programme"');
    expect(log).not.toContain(token);
    expect(log).not.toMatch(/priya|health|Patel/);
  });

  it('redacts every private path, however it goes on', () => {
    expect(loggedPath('/p/abc')).toBe('/p/[token]');
    expect(loggedPath('/f/abc.ics')).toBe('/f/[token]');
    expect(loggedPath('/d/abc/def')).toBe('/d/[token]/def');
    expect(loggedPath('/people')).toBe('/people');
  });

  it('says in plain words what is not there, and what a broken address is', async () => {
    for (const path of [
      '/none',
      '/reviews/none',
      '/reviews/none/findings',
      '/reviews/%E0%A4%A',
      '/reviews/sample/none',
    ]) {
      const { status, body } = await ask(`${site.url}${path}`);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      expect(textOf(body)).toContain('Page not found There is nothing at this address.');
    }
  });

  it('says in plain words that something failed, keeps the detail to itself, and logs it', async () => {
    const failing = await served();
    await failing.store.close();
    const { status, body } = await ask(`${failing.url}/reviews/sample`);
    expect(status).toBe(500);
    expect(textOf(body)).toContain('Sorry, something went wrong The page could not be shown.');
    expect(body).not.toMatch(/Error|at .*\.ts|sqlite/i);
    expect(failing.log.join('')).toContain('"msg":"failed"');
    await failing.close().catch(() => {});
  });
});

describe('templates', () => {
  const folders = [join(packageRoot(), 'web', 'views'), templatesFolder()];
  const templates = folders.flatMap((folder) => [...templatesIn(folder)]);

  it('are found', () => expect(templates.length).toBeGreaterThan(20));

  it.each(templates)('%s escapes everything', (_, source) => {
    expect(source.match(/\{\{\{|\{\{~?&/g)).toBeNull();
  });

  it.each(templates)('%s quotes every attribute', (_, source) => {
    // Within a tag, what a mustache says may stand only inside quotes, or be a whole block of attributes.
    const bare = source
      .replace(/\{\{!--.*?--\}\}/gs, '')
      .replace(/"[^"<>]*(?:\{\{[^}]*\}\}[^"<>]*)*"/g, '""')
      .match(/=\s*(?:\{\{|[^"'\s>{}=])[^>]*/g);
    const inTags = (bare ?? []).filter(
      (match) => source.includes(match) && /<[^>]*$/.test(source.split(match)[0] ?? ''),
    );
    expect(inTags).toEqual([]);
  });

  it('have no style attribute and no script of their own, which the content policy would refuse', () => {
    const ours = /<script type="module" src="{{asset "(client|own)\.js"}}"( data-file)?><\/script>/;
    for (const [name, source] of templates)
      expect([name, /\sstyle="|<script|\son[a-z]+="|javascript:/i.test(source.replace(ours, ''))]).toEqual([
        name,
        false,
      ]);
  });

  it('pass on markup in one place only: a page into its layout', () => {
    const source = readFileSync(join(packageRoot(), 'web', 'templates.ts'), 'utf8');
    expect(source.match(/SafeString/g)).toHaveLength(1);
  });
});
