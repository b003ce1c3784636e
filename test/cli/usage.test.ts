import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { spoilt } from '../intake/entry.ts';
import { ofSense, ofShape, ofTime } from '../intake/mistakes.ts';
import { bundled, peerweek } from '../support/command.ts';

// Each test starts processes, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'peerweek-usage-'));
beforeAll(bundled);
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const small = 'fixtures/small-council.json';

describe('what it is asked', () => {
  it.each([
    [
      ['frobnicate'],
      'peerweek: there is no command “frobnicate”. There are build, check, repair, explain, places, export, serve, link, coordinator, sign-out, import-review, export-review, send, backup, restore, purge, model, rules, schema.',
    ],
    [['biuld', small], 'peerweek: there is no command “biuld”. Did you mean “build”?'],
    [
      ['build'],
      'peerweek build: REVIEW is missing. Usage: peerweek build REVIEW [--out DIR] [--time-limit S] [--seed N] [--effort quick|usual|thorough] [--keep PROGRAMME] [--alternatives [N]] [--json]',
    ],
    [
      ['explain', small, 'again'],
      'peerweek explain: “again” is one too many. Usage: peerweek explain REVIEW [--keep PROGRAMME] [--json]',
    ],
    [
      ['build', small, '--tme-limit', '3'],
      'peerweek build: there is no option --tme-limit. Did you mean --time-limit?',
    ],
    [['rules', '-x'], 'peerweek rules: there is no option -x. Usage: peerweek rules'],
    [['build', small, '--seed', 'lucky'], 'peerweek build: --seed wants a whole number, not “lucky”.'],
    [['build', small, '--seed'], 'peerweek build: --seed wants a value: N.'],
    [['build', small, '--time-limit=0'], 'peerweek build: --time-limit wants a number above 0, not “0”.'],
    [
      ['build', small, '--effort', 'hard'],
      'peerweek build: --effort wants quick, usual or thorough, not “hard”.',
    ],
    [
      ['build', small, '--alternatives', '9'],
      'peerweek build: --alternatives wants a number from 2 to 5, not “9”.',
    ],
    [
      ['build', small, '--alternatives', '--keep', small],
      'peerweek build: --keep keeps a programme as it is, --alternatives looks for others: choose one.',
    ],
    [['build', small, '--json=yes'], 'peerweek build: --json takes no value.'],
    [
      ['schema', 'peer'],
      'peerweek schema: there is a schema of a review and one of a programme, not of “peer”.',
    ],
    [['model', small], 'peerweek model: say in which form: --format opb or --format lp.'],
    [
      ['export', small, small],
      'peerweek export: say in which form: --format html|pdf|ics|xlsx|docx|csv|json',
    ],
    [
      ['export', small, small, '--format', 'pdf'],
      'peerweek export: pdf can’t be shown here: say where to write it, with --out PATH.',
    ],
    [
      ['export', small, small, '--format', 'htm'],
      'peerweek export: there is no form “htm”. Did you mean “html”?',
    ],
    [
      ['export', small, small, '--format', 'html', '--paper', 'sign'],
      'peerweek export: there is no paper “sign”. Did you mean “signs”?',
    ],
    [
      ['export', small, small, '--format', 'ics', '--paper', 'signs'],
      'peerweek export: ics is no paper; leave out --paper.',
    ],
    [['serve', '--port', '70000'], 'peerweek serve: --port wants a number up to 65535.'],
  ])('%j gets a clear line and exit 1', async (args, line) => {
    expect(await peerweek(...args)).toEqual({ exit: 1, out: '', err: [line] });
  });

  it('shows every command with --help, and without any says the same to the terminal and exits 1', async () => {
    const help = await peerweek('--help');
    expect(help.exit).toBe(0);
    const verbs = [...help.out.matchAll(/^ {2}peerweek ([a-z-]+) .*$/gm)].map((m) => m[1]);
    expect(verbs).toEqual([
      'build',
      'check',
      'repair',
      'explain',
      'places',
      'export',
      'serve',
      'link',
      'coordinator',
      'sign-out',
      'import-review',
      'export-review',
      'send',
      'backup',
      'restore',
      'purge',
      'model',
      'schema',
    ]);
    const bare = await peerweek();
    expect({ ...bare, err: bare.err.length }).toEqual({
      exit: 1,
      out: '',
      err: help.out.split('\n').filter(Boolean).length,
    });
  });

  it('shows what each option of a command means', async () => {
    expect(await peerweek('repair', '--help')).toEqual({
      exit: 0,
      out: `peerweek repair REVIEW PROGRAMME [--from TIME] [--out DIR] [--choices N] [--json]
Mends a programme that no longer holds, disturbing as few people as it can.

  --from TIME  leave alone what began before, as 2026-03-24T09:00
  --out DIR    write the programme, its page, its CSV and its calendars there
  --choices N  up to N repairs to choose from, the one that disturbs fewest first: in the others somebody else moves, or to another day (2 to 5)
  --json       answer with one JSON object
`,
      err: [],
    });
  });

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await peerweek('--version')).toEqual({ exit: 0, out: `${version}\n`, err: [] });
  });
});

describe('what it is given', () => {
  const names = [
    'a field misspelt',
    'a text for a truth',
    'a room that holds nobody',
    'a time in the hour that the clocks skip',
    'a number for a text',
    'an unknown sponsor',
    'a visit without a place',
    'a circle of sessions',
    'a waiver about nobody',
    'a peer’s unknown theme',
  ];
  const ten = names.map((name) => [...ofShape, ...ofTime, ...ofSense].find((m) => m[0] === name)!);
  const spoiltFile = () => file('ten.json', JSON.stringify(spoilt(...ten.map(([, now]) => now))));

  it('a file with ten mistakes exits 2 with ten lines, each with its path', async () => {
    const { exit, out, err } = await peerweek('build', spoiltFile(), '--out', join(folder, 'none'));
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect([...err].sort()).toEqual(ten.flatMap(([, , ...lines]) => lines).sort());
  });

  it('with --json they are one object too', async () => {
    const path = spoiltFile();
    const { exit, out, err } = await peerweek('explain', path, '--json');
    expect(exit).toBe(2);
    expect(err).toHaveLength(10);
    const object = JSON.parse(out) as { file: string; problems: { path: string }[] };
    expect(object.file).toBe(path);
    expect(object.problems).toHaveLength(10);
    expect(Object.keys(object.problems[0]!)).toEqual(['path', 'what', 'mend']);
  });

  it('where two files are read each line says which it is about', async () => {
    const bad = file('cut.json', '{ "peerweek": 1,');
    expect(await peerweek('check', small, bad)).toEqual({
      exit: 2,
      out: '',
      err: [
        `${bad}: line 1, column 17: The file ends too early. The bracket opened on line 1 is not closed. Give the whole file.`,
      ],
    });
    expect(await peerweek('check', small, small)).toEqual({
      exit: 2,
      out: '',
      err: [`${small}: This is the file of a review, not of a programme. Give the programme’s file.`],
    });
  });

  it.each([
    ['that isn’t there', () => join(folder, 'nowhere.json'), 'there is no such file.'],
    ['that is a folder', () => folder, 'that is a folder, not a file.'],
  ])('a file %s gets a line and exit 1', async (_, path, line) => {
    expect(await peerweek('build', path())).toEqual({ exit: 1, out: '', err: [`${path()}: ${line}`] });
  });

  it.each([
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0xff, 0xc0),
      'This is not text in UTF-8. Save it again as plain text, with the encoding UTF-8.',
    ],
    [
      'a spreadsheet',
      Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0x14),
      'This is a spreadsheet, a Word document or a zip file, not JSON. Give the JSON file, whose name ends in .json.',
    ],
  ])('%s gets a line and exit 2', async (_, bytes, line) =>
    expect(await peerweek('build', file('other.json', bytes))).toEqual({ exit: 2, out: '', err: [line] }),
  );

  it('a file as Windows may write it is read: UTF-16, with a byte order mark and its line ends', async () => {
    const text = `\ufeff${readFileSync(small, 'utf8').replaceAll('\n', '\r\n')}`;
    const windows = file('windows.json', Buffer.from(text, 'utf16le'));
    const [theirs, ours] = await Promise.all([
      peerweek('model', windows, '--format', 'lp'),
      peerweek('model', small, '--format', 'lp'),
    ]);
    expect(theirs).toEqual(ours);
    expect(theirs.exit).toBe(0);
  });
});

describe('what it can tell without a review', () => {
  it('the rule book', async () => {
    const { exit, out } = await peerweek('rules');
    expect(exit).toBe(0);
    expect(out).toContain('interview-length: An interview takes an hour (manual line 1456)');
  });

  it.each(['review', 'programme'])('the schema of a %s', async (what) => {
    const { exit, out } = await peerweek('schema', what);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: `a ${what} file`,
    });
  });
});
