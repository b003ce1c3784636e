import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk of the moment, on which there can be no room left. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it to the last byte. */
  readonly fill: () => void;
  /** Makes room again. */
  readonly clear: () => void;
  readonly remove: () => void;
}

const mount = (folder: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]).status === 0;

const unmount = (folder: string): void => {
  execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true });
};

/** Whether this user may mount a small disk: only root may, and not in every container. */
export function maySmallDisk(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'pw-disk-'));
  const may = mount(folder);
  if (may) unmount(folder);
  else rmSync(folder, { recursive: true });
  return may;
}

/** A disk of 4 MB in memory. */
export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'pw-disk-'));
  if (!mount(folder)) throw new Error('A small disk can’t be mounted here');
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill() {
      for (const size of [65_536, 4_096, 512])
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
    },
    clear: () => rmSync(ballast, { force: true }),
    remove: () => unmount(folder),
  };
}

/** Lets no file that this process writes grow past so many bytes (`unlimited`: as before). Anybody may. */
export const limitFiles = (bytes: number | 'unlimited'): void =>
  void execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
