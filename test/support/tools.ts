import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { postgresPrograms } from './postgres.ts';

/* Programs outside npm that some tests need, and what to install for each (Debian, Ubuntu). */

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
  nginx: { install: 'nginx-light', present: () => onPath('nginx') },
  zbar: { install: 'zbar-tools', present: () => onPath('zbarimg') },
  postgresql: { install: 'postgresql', present: () => postgresPrograms() !== undefined },
  terminal: { install: 'bsdutils', present: () => onPath('script') },
  'python-icalendar': {
    install: 'python3-icalendar',
    present: () => spawnSync('/usr/bin/python3', ['-c', 'import icalendar']).status === 0,
  },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof tools;

/** What to install for those of these tools that are not there. */
export const missing = (names: readonly ToolName[]): readonly string[] =>
  names.filter((name) => !tools[name].present()).map((name) => tools[name].install);

export const allTools = Object.keys(tools) as readonly ToolName[];

export const installWords = (packages: readonly string[]): string => `apt-get install ${packages.join(' ')}`;
