// Bundles what Node runs (the command line, the solver's worker) and what the browser gets, into dist/.
// Quick enough (well under a second) to run before every command, so that nothing stale is ever run.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

await build({
  entryPoints: {
    cli: 'src/cli.ts',
    'solver-worker': 'solver/host/worker.ts',
    'intake-worker': 'src/intake/apart/worker.ts',
    'paper-worker': 'src/publish/apart/worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  // What a command does not need is not loaded: pages, store and calendars are chunks of their own, beside it.
  splitting: true,
  chunkNames: 'chunk-[hash]',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Dependencies stay in node_modules: they are installed anyway, and some hold binaries and wasm.
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});

await build({
  entryPoints: {
    client: 'web/client/main.ts',
    own: 'web/client/own/main.ts',
    offline: 'web/offline/worker.ts',
  },
  outdir: 'dist/public',
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  tsconfig: 'web/client/tsconfig.json',
  logLevel: 'warning',
});

// Chunks of older builds: kept for a day, since a server that was started from them may still load one.
const day = 24 * 60 * 60 * 1000;
for (const name of readdirSync('dist').filter((name) => name.startsWith('chunk-')))
  if (Date.now() - statSync(join('dist', name)).mtimeMs > day) rmSync(join('dist', name), { force: true });

// Sass takes seconds, so styles are compiled only when they are older than what they are made from.
const sheets = ['app', 'own'];
const styles = 'dist/public/app.css';
const madeFrom = ['web/styles', 'src/publish/templates', 'package-lock.json', 'build.config.mjs'];

/** When a file, or the newest of a folder, was last changed. */
const changed = (path) =>
  statSync(path).isFile()
    ? statSync(path).mtimeMs
    : Math.max(
        statSync(path).mtimeMs,
        ...readdirSync(path, { recursive: true }).map((name) => statSync(join(path, name)).mtimeMs),
      );

mkdirSync('dist/public', { recursive: true });
cpSync('web/public', 'dist/public', { recursive: true });
const newest = Math.max(...madeFrom.map(changed));
if (!existsSync(styles) || statSync(styles).mtimeMs < newest) {
  const sass = await import('sass');
  // The last to be written is the one whose age is looked at.
  for (const sheet of sheets.toReversed()) {
    const { css } = sass.compile(`web/styles/${sheet}.scss`, {
      loadPaths: ['node_modules', '.'],
      style: 'compressed',
      quietDeps: true,
    });
    // Written aside and moved into place, so that nobody is served half a file.
    const file = `dist/public/${sheet}.css`;
    writeFileSync(`${file}.${process.pid}`, css);
    renameSync(`${file}.${process.pid}`, file);
  }
}
