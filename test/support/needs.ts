import { describe, it } from 'vitest';
import { installWords, missing, type ToolName } from './tools.ts';

const skipped = (name: string, packages: readonly string[]): string =>
  `${name} (skipped: ${installWords(packages)})`;

const missingWords = (packages: readonly string[]): string =>
  `Not installed: ${packages.join(', ')}. Run: ${installWords(packages)}`;

interface Needing {
  readonly it: (name: string, run: () => void | Promise<void>, timeout?: number) => void;
  readonly describe: (name: string, tests: () => void) => void;
}

/**
 * Tests that need programs outside npm: `needs('chromium').it('…', …)`, `needs('khal').describe('…', …)`. Where one is
 * absent the tests are skipped and their names say what to install; on CI (`CI=true`) they fail instead.
 */
export function needs(...names: readonly ToolName[]): Needing {
  const absent = missing(names);
  if (absent.length === 0)
    return {
      it: (name, run, timeout) => void it(name, { timeout: timeout ?? 60_000 }, run),
      describe: (name, tests) => void describe(name, tests),
    };
  if (process.env.CI === 'true') {
    const fail = () => {
      throw new Error(missingWords(absent));
    };
    return {
      it: (name) => void it(name, fail),
      describe: (name) => void describe(name, () => void it('has what it needs', fail)),
    };
  }
  return {
    it: (name, run) => void it.skip(skipped(name, absent), run),
    describe: (name, tests) => void describe.skip(skipped(name, absent), tests),
  };
}
