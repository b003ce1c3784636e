import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findAlternatives } from '../../solver/alternatives/alternatives.ts';
import { explain } from '../../solver/host/explain.ts';
import { solve } from '../../solver/solve.ts';
import { serve } from '../../web/server.ts';
import { ask, textOf } from './served.ts';

describe('the server', () => {
  let data: string;
  beforeEach(() => {
    process.env.LOG_LEVEL = 'silent';
    data = mkdtempSync(join(tmpdir(), 'peerweek-serve-'));
  });
  afterEach(() => rmSync(data, { recursive: true }));

  it('has the manual’s sample, built and sound, at the first start, and leaves it alone at the next', async () => {
    const first = await serve({
      port: 0,
      data,
      solve,
      explain,
      findAlternatives: findAlternatives(solve, 1),
    });
    if (!first.ok) throw new Error(first.why);
    const { body } = await ask(`${first.url}/`);
    const [, review = ''] = /href="(\/reviews\/[^"]+)"/.exec(body) ?? [];
    const overview = textOf((await ask(`${first.url}${review}`)).body);
    expect(overview).toContain('Must rules All kept');
    expect(overview).toContain('38 of 38');
    await first.close();

    const second = await serve({
      port: 0,
      data,
      solve,
      explain,
      findAlternatives: findAlternatives(solve, 1),
    });
    if (!second.ok) throw new Error(second.why);
    expect(textOf((await ask(`${second.url}${review}`)).body)).toBe(overview);
    await second.close();
  });

  it('says which port is taken and what to do, and touches nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    expect(
      await serve({
        port,
        data: join(data, 'untouched'),
        solve,
        explain,
        findAlternatives: findAlternatives(solve, 1),
      }),
    ).toEqual({
      ok: false,
      why: `Port ${port} is taken by another program. Stop it, or choose another: --port ${port + 1}`,
    });
    other.close();
  });
});
