// Bundles what Node runs (the command line, the solver's worker, the benchmark) and what the browser gets, into dist/.
// Quick enough (well under a second) to run before every command, so that nothing stale is ever run.
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

const entries = {
  cli: 'src/cli.ts',
  'solver-worker': 'solver/host/worker.ts',
  bench: 'test/bench/main.ts',
};

await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path))),
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Dependencies stay in node_modules: they are installed anyway, and some hold binaries and wasm.
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
