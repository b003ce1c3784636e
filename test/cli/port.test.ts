import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundled, type Ran, start } from '../support/command.ts';

// Each test starts processes, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 120_000 });

/** Starts `serve` with PORT set in its environment. */
function serveWith(PORT: string, ...args: readonly string[]) {
  process.env.PORT = PORT;
  try {
    return start('serve', ...args);
  } finally {
    delete process.env.PORT;
  }
}

describe('the port of peerweek serve', () => {
  let data: string;
  beforeAll(bundled);
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'peerweek-port-'));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  const started = async (...given: Parameters<typeof serveWith>): Promise<Ran> => {
    const running = serveWith(...given);
    await running.says('Peerweek is at http://localhost:');
    running.kill('SIGTERM');
    return running.done;
  };

  // 0 is any port that is free: what is asked is whether the setting was heard.
  it('is that of the environment’s PORT', async () => {
    const { exit, out } = await started('0', '--data', data);
    expect(exit).toBe(0);
    expect(out).toMatch(/localhost:\d+ /);
    expect(out).not.toContain(':3000 ');
  });

  it('is that of --port where both are given', async () => {
    expect((await started('no number', '--port', '0', '--data', data)).exit).toBe(0);
  });

  it.each(['no number', '70000', '-1', '8080.5'])('is none where PORT is “%s”', async (PORT) => {
    expect(await serveWith(PORT, '--data', data).done).toEqual({
      exit: 1,
      out: '',
      err: [`peerweek serve: the environment’s PORT wants a whole number up to 65535, not “${PORT}”.`],
    });
  });
});
