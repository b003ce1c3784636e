import { defineConfig } from 'vitest/config';

/** The tests that hold the solver's models to the rule book, and nothing slower: what Stryker runs for the solver. */
export default defineConfig({
  test: {
    include: [
      'test/solver/joint.test.ts',
      'test/solver/relaxation.test.ts',
      'test/solver/model-text.test.ts',
    ],
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
