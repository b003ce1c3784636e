import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findAlternatives } from '../../solver/alternatives/alternatives.ts';
import { explain } from '../../solver/host/explain.ts';
import { solve } from '../../solver/solve.ts';
import { serve } from '../../web/server.ts';
import { type Answered, ask, send, textOf } from './served.ts';

const engines = { solve, explain, findAlternatives: findAlternatives(solve, 1) };

/** The cookie that a sign-in gives, to send back. */
const cookieOf = ({ headers }: Answered) => ({ Cookie: String(headers['set-cookie']).split(';')[0] ?? '' });

const button = (link: string, values: Record<string, string> = {}) => send(link, values);

describe('the server', () => {
  let data: string;
  let told: string;
  const around = (environment: Record<string, string> = {}) => ({
    environment: { LOG_LEVEL: 'silent', ...environment },
    tell: (text: string) => {
      told += text;
    },
  });
  beforeEach(() => {
    told = '';
    data = mkdtempSync(join(tmpdir(), 'peerweek-serve-'));
  });
  afterEach(() => rmSync(data, { recursive: true }));

  it('has the manual’s sample, built and sound, at the first start for whoever makes the first account, and leaves it alone at the next', async () => {
    const first = await serve({ port: 0, data, ...engines, ...around() });
    if (!first.ok) throw new Error(first.why);
    const Olive = { name: 'Olive Organiser', email: 'olive@example.org' };
    const who = cookieOf(await button(first.firstLink ?? '', Olive));
    const { body } = await ask(`${first.url}/`, { headers: who });
    const [, review = ''] = /href="(\/reviews\/[^"]+)"/.exec(body) ?? [];
    // It is built behind the pages, which are there at once.
    const shown = async () => textOf((await ask(`${first.url}${review}`, { headers: who })).body);
    await expect.poll(shown, { timeout: 60_000 }).toContain('38 of 38');
    const overview = await shown();
    expect(overview).toContain('Must rules All kept');

    // No mail server is set: letters are shown in the terminal.
    await send(`${first.url}/sign-in`, { email: ' OLIVE@example.org' });
    await expect
      .poll(() => told)
      .toContain('A letter to olive@example.org. No mail server is set (MAIL_URL)');
    const [link = ''] = /http:\S+\/sign-in\/[\w-]{43}/.exec(told) ?? [];
    const again = cookieOf(await button(link));
    expect((await ask(`${first.url}/`, { headers: again })).status).toBe(200);
    await first.close();

    const second = await serve({ port: 0, data, ...engines, ...around() });
    if (!second.ok) throw new Error(second.why);
    expect(second.firstLink).toBeUndefined();
    expect(textOf((await ask(`${second.url}${review}`, { headers: who })).body)).toBe(overview);
    await second.close();
    // It is a build of the usual effort, on a machine that may be busy with others.
  }, 120_000);

  it('says which port is taken and what to do, and touches nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    expect(
      await serve({
        port,
        data: join(data, 'untouched'),
        ...engines,
        ...around(),
      }),
    ).toEqual({
      ok: false,
      why: `Port ${port} is taken by another program. Stop it, or choose another: --port ${port + 1}`,
    });
    other.close();
  });

  it('lets other computers in only under an address that is set, and by https', async () => {
    const refused = async (environment: Record<string, string>) => {
      const served = await serve({ port: 0, data, ...engines, ...around(environment) });
      if (served.ok) await served.close();
      return served.ok ? 'ok' : served.why;
    };
    expect(await refused({ HOST: '0.0.0.0' })).toBe(
      'peerweek serve: the environment’s HOST lets other computers in (0.0.0.0): PEERWEEK_URL has to say by which address they come, such as https://peerweek.example.gov.uk.',
    );
    expect(await refused({ PEERWEEK_URL: 'http://peerweek.example.gov.uk' })).toMatch(/wants https:\/\//);
    expect(await refused({ PEERWEEK_URL: 'https://peerweek.example.gov.uk/app' })).toMatch(/without a path/);
    expect(await refused({ MAIL_URL: 'mail.example.gov.uk' })).toMatch(/MAIL_URL wants smtp:\/\//);
    expect(await refused({ MAIL_URL: 'smtp://mail.example.gov.uk' })).toMatch(/MAIL_FROM/);
  });
});
