import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundled } from '../support/command.ts';
import { ask, stranger } from '../web/served.ts';

const root = resolve(import.meta.dirname, '../..');
const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n');
const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));

/** What the image's last stage takes over from where it is built, as it stands in the repository. */
const taken = last.flatMap((line) => /^COPY --from=build \/app\/(\S+) /.exec(line)?.[1] ?? []);
/** What it runs, as JSON: ENTRYPOINT and CMD. */
const commands = last.flatMap((line) => /^(?:ENTRYPOINT|CMD) (\[.*\])$/.exec(line)?.[1] ?? []);

/** The libraries that are left when those for development are taken away, as npm itself sees it. */
function libraries(): readonly string[] {
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return listed
    .split('\n')
    .filter((path) => path.includes('node_modules'))
    .map((path) =>
      relative(join(root, 'node_modules'), path.replace(/^.*?node_modules/, join(root, 'node_modules'))),
    )
    .filter((name) => !name.includes('node_modules'));
}

let folder: string;
let child: ChildProcess | undefined;
beforeAll(() => {
  bundled();
  folder = mkdtempSync(join(tmpdir(), 'peerweek-image-'));
});
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

it('what the image holds is all that Peerweek needs to run: nothing of how it is built', {
  timeout: 120_000,
}, async () => {
  const app = join(folder, 'app');
  for (const path of taken.filter((path) => path !== 'node_modules'))
    cpSync(join(root, path), join(app, path), { recursive: true });
  for (const name of libraries()) {
    mkdirSync(dirname(join(app, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(app, 'node_modules', name));
  }
  const [command = '', ...given] = commands.flatMap((json) => JSON.parse(json) as string[]);
  expect(command).toBe('node');
  child = spawn(process.execPath, given, {
    cwd: app,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', PEERWEEK_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text;
      const [found] = /http:\/\/localhost:\d+\/sign-in\/[\w-]+/.exec(said) ?? [];
      if (found) resolve(found);
    };
    child?.stdout?.on('data', hear);
    child?.stderr?.on('data', hear);
    child?.once('exit', (code) => reject(new Error(`It ended (${code}): ${said}`)));
  });
  expect((await ask(url, { headers: stranger })).status).toBe(200);
  const origin = new URL(url).origin;
  expect((await ask(`${origin}/assets/app.css`, { headers: stranger })).status).toBe(200);
  expect((await ask(`${origin}/rules`, { headers: stranger })).status).toBe(200);
  expect((await ask(`${origin}/ready`, { headers: stranger })).body).toBe('ready\n');
  const ended = new Promise((resolve) => child?.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
