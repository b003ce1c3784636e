import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, it } from 'vitest';

interface Tool {
  readonly install: string;
  readonly present: () => boolean;
}

const onPath = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

const tools = {
  chromium: { install: 'chromium', present: () => existsSync('/usr/bin/chromium') },
  poppler: { install: 'poppler-utils', present: () => onPath('pdftotext') && onPath('pdfinfo') },
  vdirsyncer: { install: 'vdirsyncer', present: () => onPath('vdirsyncer') },
  khal: { install: 'khal', present: () => onPath('khal') },
  'python-icalendar': {
    install: 'python3-icalendar',
    present: () => spawnSync('/usr/bin/python3', ['-c', 'import icalendar']).status === 0,
  },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof tools;

const missing = (names: readonly ToolName[]): readonly string[] =>
  names.filter((name) => !tools[name].present()).map((name) => tools[name].install);

const skipped = (name: string, packages: readonly string[]): string =>
  `${name} (skipped: apt-get install ${packages.join(' ')})`;

const missingWords = (packages: readonly string[]): string =>
  `Not installed: ${packages.join(', ')}. Run: apt-get install ${packages.join(' ')}`;

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
