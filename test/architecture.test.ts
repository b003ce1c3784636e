import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/**
 * Who may import whom (design.md, "The house"). A review flows one way: entered → checked → solved → a programme →
 * its findings → a release → what is published. A folder that looked back up that road would know its own reader.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/time': [],
  'src/review': ['src/time'],
  // What people are entering, one change at a time; whether it is right is for the doors (intake) to say.
  'src/entry': ['src/review'],
  'src/programme': ['src/time', 'src/review'],
  'src/rules': ['src/time', 'src/review', 'src/programme'],
  'src/check': ['src/time', 'src/review', 'src/programme', 'src/rules'],
  'src/intake': ['src/time', 'src/review', 'src/entry', 'src/programme', 'src/rules'],
  'src/release': ['src/time', 'src/review', 'src/programme', 'src/check'],
  'src/publish': ['src/time', 'src/review', 'src/programme', 'src/rules', 'src/check', 'src/release'],
  'src/accounts': ['src/time', 'src/review'],
  // A store keeps what it is given: it must not know how things are read in or drawn.
  'src/store': [
    'src/time',
    'src/review',
    'src/programme',
    'src/rules',
    'src/check',
    'src/release',
    'src/accounts',
  ],
  'src/actions': [
    'src/time',
    'src/review',
    'src/programme',
    'src/rules',
    'src/check',
    'src/intake',
    'src/entry',
    'src/release',
    'src/publish',
    'src/accounts',
    'src/store',
  ],
  // The engine is pure: a checked review in, an outcome out. It can't reach files, pages or the store.
  solver: ['src/time', 'src/review', 'src/programme', 'src/rules', 'src/check'],
  web: ['src', 'solver'],
  fixtures: ['src'],
};

/** The composition roots: the only files that see everything. */
const roots = ['src/cli.ts', 'web/server.ts'];

/** Packages with one home each: another place that wants one asks that home. */
const homes: Readonly<Record<string, readonly string[]>> = {
  luxon: ['src/time', 'src/publish'],
  zod: ['src/intake'],
  express: ['web'],
  kysely: ['src/store'],
  handlebars: ['src/publish', 'web'],
  'ical-generator': ['src/publish'],
  nodemailer: ['web'],
};

const files = (dir: string): readonly string[] =>
  readdirSync(join(root, dir), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(dir, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(dir, entry.name)]
        : [],
  );

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (m) => m[1]!,
  );

const folderOf = (file: string): string | undefined =>
  Object.keys(mayImport).find((folder) => file === folder || file.startsWith(`${folder}/`));

const all = ['src', 'solver', 'web', 'fixtures'].flatMap(files);

describe('the house', () => {
  it('has just these things at the top', () => {
    const allowed = [
      'package.json',
      'tsconfig.json',
      'src',
      'solver',
      'web',
      'fixtures',
      'test',
      'README.md',
    ];
    const aside = [
      /^\./,
      /^package-lock\.json$/,
      /^LICENSE$/,
      /^CHANGELOG\.md$/,
      /^Dockerfile$/,
      /\.config\.[a-z]+$/,
      /^(biome|knip)\.jsonc?$/,
    ];
    const made = ['node_modules', 'dist', 'out', 'data', 'coverage'];
    const found = readdirSync(root).filter(
      (name) => !allowed.includes(name) && !made.includes(name) && !aside.some((a) => a.test(name)),
    );
    expect(found).toEqual([]);
  });

  it.each(all.filter((f) => !roots.includes(f)).map((f) => [f]))('%s imports only what it may', (file) => {
    const folder = folderOf(file);
    expect(folder, `${file} is in no folder of the house`).toBeDefined();
    const strays = importsOf(file)
      .filter((i) => i.startsWith('.'))
      .map((i) => relative(root, resolve(root, dirname(file), i)))
      .filter((target) => {
        const allowed = [folder!, ...mayImport[folder!]!];
        return !allowed.some((a) => target.startsWith(`${a}/`)) || roots.includes(target);
      });
    expect(strays).toEqual([]);
    const guests = importsOf(file).filter(
      (i) => homes[i] !== undefined && !homes[i].some((home) => file.startsWith(`${home}/`)),
    );
    expect(guests).toEqual([]);
  });

  it('has no circles', () => {
    const edges = new Map(
      all.map((file) => [
        file,
        importsOf(file)
          .filter((i) => i.startsWith('.'))
          .map((i) => relative(root, resolve(root, dirname(file), i))),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
        return;
      }
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of all) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('imports nothing that is not there', () => {
    const missing = all.flatMap((file) =>
      importsOf(file)
        .filter((i) => i.startsWith('.') && /\.(ts|json)$/.test(i))
        .map((i) => resolve(root, dirname(file), i))
        .filter((path) => !statSync(path, { throwIfNoEntry: false }))
        .map((path) => `${file}: ${relative(root, path)}`),
    );
    expect(missing).toEqual([]);
  });
});
