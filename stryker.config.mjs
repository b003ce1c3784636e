/**
 * Changes the rules and the checker in small ways, and sees whether a test notices: `npm run test:mutation`, or for some
 * files only `npm run test:mutation -- --mutate src/rules/pair.ts`. Slow (about a second a change on two cores: hours for everything), so it is
 * no part of `npm test`.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: ['src/rules/**/*.ts', 'src/check/**/*.ts'],
  // Sentences are tested where they matter; a string changed in each of the others would drown what is to be seen.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['dist', 'out', 'data', 'docs', 'web', 'fixtures/*.json'],
  coverageAnalysis: 'perTest',
  // What is worked out as a file is loaded (titles, manual lines, what a part looks at) would have every test run for each change.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'out/mutation.json' },
  tempDirName: 'out/mutation',
};
