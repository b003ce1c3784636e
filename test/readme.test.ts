import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvColumns } from '../src/publish/csv.ts';
import { appendix10 } from '../src/review/roles.ts';
import { bundled, start } from './support/command.ts';
import { fileFields } from './support/file-fields.ts';

const root = resolve(import.meta.dirname, '..');
const readme = join(root, 'README.md');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const usual = { interview: 'interview', 'focus-group': 'focus group', either: 'either' } as const;
const when = {
  always: '',
  intervention: 'in intervention',
  'intervention-optional': 'in intervention, if wanted',
} as const;

/** Each stands in the README between `<!-- name -->` and `<!-- /name -->`. */
const sections: Readonly<Record<string, () => string | Promise<string>>> = {
  async usage() {
    bundled();
    return `\`\`\`text\n${(await start('--help').done).out}\`\`\``;
  },
  'review-file': () => fileFields('review'),
  'programme-file': () => fileFields('programme'),
  roles: () =>
    table(
      ['role', 'who', 'usually in', 'seen alone', 'on the list', 'manual'],
      appendix10.map((r) => [
        `\`${r.id}\``,
        r.label,
        usual[r.usualKind],
        r.keyStrategic ? 'yes' : '',
        when[r.when],
        r.manual,
      ]),
    ),
  csv: () =>
    table(
      ['column', 'what is in it'],
      csvColumns.map((c) => [c.name, c.means]),
    ),
};

// `npm run readme` writes them anew.
describe('the README', () => {
  it.each(Object.keys(sections))('says what is so: %s', async (name) => {
    const text = readFileSync(readme, 'utf8');
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(open), text.indexOf(close)];
    expect(from, `${open} is in the README`).toBeGreaterThanOrEqual(0);
    expect(to).toBeGreaterThan(from);
    const current = `${text.slice(0, from + open.length)}\n\n${await sections[name]!()}\n\n${text.slice(to)}`;
    if (process.env.UPDATE_README) writeFileSync(readme, current);
    else expect(text).toBe(current);
  });

  it('shows pictures and files that there are', () => {
    const text = readFileSync(readme, 'utf8');
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map((m) => m[1]!);
    const there = new Set(readdirSync(root, { recursive: false, encoding: 'utf8' }));
    const missing = linked.filter((path) => {
      if (!path.includes('/')) return !there.has(path);
      const folder = path.slice(0, path.lastIndexOf('/'));
      return !readdirSync(join(root, folder)).includes(path.slice(folder.length + 1));
    });
    expect(missing).toEqual([]);
  });

  it('links to headings and anchors that there are', () => {
    const text = readFileSync(readme, 'utf8');
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map((m) =>
      m[1]!
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const anchors = new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map((m) => m[1]!)]);
    const linked = [...text.matchAll(/\]\(#([^)]+)\)/g)].map((m) => m[1]!);
    expect(linked.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });
});
