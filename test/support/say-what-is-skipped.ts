import { allTools, installWords, missing } from './tools.ts';

/** Run by Vitest once, before all tests: one line where some will be skipped, so that nobody takes them for passed. */
export function setup(): void {
  const absent = missing(allTools);
  if (absent.length === 0 || process.env.CI === 'true') return;
  process.stderr.write(
    `\nTests that need ${absent.join(', ')} are skipped. For all tests: ${installWords(absent)}\n\n`,
  );
}
