import rules from './stryker.config.mjs';

/**
 * The same as `stryker.config.mjs`, of what the solver makes of a review for other engines and for its own proofs:
 * `npm run test:mutation:solver`, or `-- --mutate solver/proof/joint/who.ts`. Slower still: each test solves something.
 */
export default {
  ...rules,
  vitest: { configFile: 'vitest.mutation.solver.config.ts', related: false },
  mutate: ['solver/proof/joint/**/*.ts', 'solver/proof/relaxation.ts', 'solver/proof/linear.ts'],
  // Its tests solve reviews of `fixtures/`: without the files two of the three fell away, and nothing said so.
  ignorePatterns: ['dist', 'out', 'data', 'docs'],
  timeoutMS: 60_000,
  jsonReporter: { fileName: 'out/mutation-solver.json' },
  tempDirName: 'out/mutation-solver',
};
