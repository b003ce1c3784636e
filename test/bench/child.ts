import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** How a process of its own came to its end. */
export type End = 'done' | 'out of time' | 'out of memory' | 'crashed';

export interface Limits {
  readonly milliseconds: number;
  /** Of the whole process, wasm included. */
  readonly megabytes: number;
}

/** This bundle: a child runs the same file, and is told by its arguments what to do. */
const self = fileURLToPath(import.meta.url);

/** A process's memory now, in MB; undefined where the system does not say (it says so on Linux). */
function memoryOf(pid: number): number | undefined {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Number(line[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}

/** What an engine says as it runs out of memory, in its own words. */
const outOfMemory =
  /out of memory|heap limit|bad_alloc|memory access out of bounds|Cannot enlarge memory|OOM/i;

/**
 * Runs a piece of the benchmark in a process of its own, that can neither hang nor take down the rest: each line that
 * it writes is JSON, handed on as it comes; past its time or memory it is killed, and what it had said by then stands.
 */
export function inChild(
  args: readonly string[],
  { milliseconds, megabytes }: Limits,
  heard: (line: unknown) => void,
): Promise<{ readonly end: End; readonly complaint: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${megabytes}`, self, 'child', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let killed: End | undefined;
    let complaint = '';
    const kill = (why: End): void => {
      killed ??= why;
      child.kill('SIGKILL');
    };
    const clock = setTimeout(() => kill('out of time'), milliseconds);
    const scales = setInterval(() => {
      if ((memoryOf(child.pid ?? 0) ?? 0) > megabytes) kill('out of memory');
    }, 200);
    child.stderr.on('data', (text) => {
      complaint = `${complaint}${text}`.slice(-4000);
    });
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      if (line.startsWith('{')) heard(JSON.parse(line));
    });
    child.on('close', (code) => {
      clearTimeout(clock);
      clearInterval(scales);
      const end = killed ?? (code === 0 ? 'done' : outOfMemory.test(complaint) ? 'out of memory' : 'crashed');
      resolve({ end, complaint });
    });
  });
}
