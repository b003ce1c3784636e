import { defineConfig } from 'vitest/config';

/** The tests that hold the rules and the checker to their word, and nothing slower: what Stryker runs. */
export default defineConfig({
  test: {
    include: ['test/rules/**/*.test.ts', 'test/check/**/*.test.ts'],
    maxWorkers: 1,
    testTimeout: 30_000,
  },
});
