import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleBookGroups } from '../src/publish/rule-book.ts';
import { ruleBookMarkdown, ruleBookText, withRuleBook } from '../src/publish/rule-book-text.ts';
import { ruleBook, ruleOf } from '../src/rules/index.ts';
import type { Group, Rule } from '../src/rules/rule.ts';

/** Every rule of the on-site week, in the order of reading: the book is complete, and nothing in it is made up. */
const ids: Readonly<Record<Group, readonly string[]>> = {
  time: [
    'five-day-week',
    'presentations-before-lunch',
    'interview-length',
    'focus-group-length',
    'aligned-ends',
    'team-meetings',
    'draft-handover',
    'presentation-preparation',
    'conference',
    'sponsor-debrief',
    'lunch-and-breaks',
    'evening-limit',
    'few-evenings',
    'down-time',
    'second-interviews',
  ],
  people: [
    'one-place-at-a-time',
    'diaries',
    'pair',
    'pairings',
    'theme-match',
    'themes-covered',
    'counterpart',
    'independence',
    'fair-load',
    'key-people-alone',
    'key-people-early',
    'people-to-see',
    'focus-group-size',
    'case-record-staff',
    'case-recording-review',
    'children',
    'by-phone',
    'substitutes',
    'named',
  ],
  places: [
    'accident-and-emergency',
    'duty-desk',
    'travel',
    'visits-earn-their-time',
    'base-room',
    'room',
    'room-close',
    'access',
  ],
  streams: ['streams', 'third-stream-seldom'],
  agreed: ['rough-draft-early', 'two-weeks-before'],
};
const all = Object.values(ids).flat();

const file = (path: string) => new URL(`../${path}`, import.meta.url);

describe('the rule book', () => {
  it('has every rule, in the order of reading, and no other', () =>
    expect(ruleBook.map((rule) => rule.id)).toEqual(all));

  it('puts each rule in its group', () =>
    expect(
      Object.fromEntries(ruleBookGroups().map((group) => [group.id, group.rules.map((rule) => rule.id)])),
    ).toEqual(ids));

  describe.each(all)('%s', (id) => {
    const rule = ruleOf(id);

    it('is the one rule of the file that bears its name', async () => {
      const exported: Record<string, unknown> = await import(`../src/rules/${id}.ts`);
      const rules = Object.values(exported).filter(
        (value): value is Rule =>
          typeof value === 'object' && value !== null && 'parts' in value && 'id' in value,
      );
      expect(rules).toEqual([rule]);
    });

    it('says where the manual has it, or that the manual is silent', () => {
      expect(rule?.manual.length).toBeGreaterThan(0);
      for (const line of rule?.manual ?? []) expect(line).toMatch(/^(\d+(-\d+)?|silent|common sense)$/);
      for (const line of rule?.manual ?? []) {
        const [from, to] = line.split('-').map(Number);
        if (to !== undefined) expect(from).toBeLessThan(to);
      }
    });

    it('has a title and, for each part, its own name and a sentence of what it asks', () => {
      expect(rule?.title).toMatch(/^[A-Z“].*[^.]$/);
      const names = rule?.parts.map((part) => part.name) ?? [];
      expect(names.length).toBeGreaterThan(0);
      expect(new Set(names).size).toBe(names.length);
      for (const part of rule?.parts ?? []) expect(part.asks).toMatch(/^[A-Z“].*\.$/);
    });

    it('prices its wants, and only those; waives musts and blocks by checks alone', () => {
      for (const part of rule?.parts ?? []) {
        const prices = [part.weight, part.tier].filter((price) => price !== undefined);
        expect(prices).toHaveLength(part.kind === 'want' ? 1 : 0);
        // A want that is an exception to be agreed to (one interviewer) has a tier of its own.
        if (part.waivable !== undefined) expect(part.kind === 'must' || part.tier === 3).toBe(true);
        if (part.blocksApproval !== undefined) expect(part.kind).toBe('check');
      }
    });

    it('declares every limit that it reads, under its own name', () => {
      const source = readFileSync(file(`src/rules/${id}.ts`), 'utf8');
      const read = [...source.matchAll(/limitIn\(review, (\w+)\)/g)].map(([, name]) => name);
      const declared = /\blimits: \[([\w, ]*)\]/.exec(source)?.[1]?.split(', ') ?? [];
      expect([...new Set(read)].sort()).toEqual([...declared].sort());
      expect(rule?.limits?.length ?? 0).toBe(declared.length);
      for (const { name, says } of rule?.limits ?? []) {
        expect(name === id || name.startsWith(`${id}/`)).toBe(true);
        expect(says).toMatch(/^[A-Z].*\.$/);
      }
    });

    it('has a test of what keeps it and what breaks it, which names it and its lines', () => {
      const path = file(`test/rules/${id}.test.ts`);
      expect(existsSync(path)).toBe(true);
      const test = readFileSync(path, 'utf8');
      expect(test).toContain('kept');
      expect(test).toContain('broken');
      expect(test).toMatch(new RegExp(`describe\\('${id}(: .+)? \\(.+\\)'`));
    });
  });
});

describe('what is generated from it', () => {
  it('peerweek rules: every id once at the start of a line, no line over 100 characters but titles', () => {
    const lines = ruleBookText().split('\n');
    expect(lines.flatMap((line) => /^([a-z0-9-]+): /.exec(line)?.[1] ?? [])).toEqual(
      ruleBook.map((rule) => rule.id),
    );
    expect(lines.filter((line) => line.startsWith(' ') && line.length > 102)).toEqual([]);
  });

  const want: Rule = {
    id: 'a-rule',
    title: 'A rule of two kinds',
    group: 'streams',
    manual: ['1454', '840'],
    parts: [
      {
        name: 'rule',
        kind: 'must',
        waivable: true,
        shape: 'data',
        asks: 'This | that is so.',
        test: () => [],
      },
      {
        name: 'few',
        kind: 'want',
        weight: 4,
        per: 'an hour',
        shape: 'data',
        asks: 'That is seldom.',
        test: () => [],
      },
      { name: 'rare', kind: 'want', tier: 3, shape: 'data', asks: 'This too.', test: () => [] },
      {
        name: 'known',
        kind: 'check',
        blocksApproval: true,
        shape: 'data',
        asks: 'It is known.',
        test: () => [],
      },
      { name: 'often', kind: 'want', weight: 1, shape: 'data', asks: 'And this.', test: () => [] },
    ],
    limits: [{ name: 'a-rule/most', usual: 2, says: 'The most of them.' }],
  };
  const streams = ruleBookGroups([want]).filter((group) => group.id === 'streams');

  it('says a rule in plain text', () =>
    expect(ruleBookText(streams)).toBe(`Streams
=======

a-rule: A rule of two kinds (manual lines 1454, 840)
  must, waivable: This | that is so.
  want: That is seldom. (4 points an hour: a-rule/few)
  want: This too. (tier 3, one each)
  check, blocks approval: It is known.
  want: And this. (1 point each: a-rule/often)
  limit a-rule/most: The most of them. (2, unless changed)
`));

  it('says a rule as rows of a table', () =>
    expect(ruleBookMarkdown(streams)).toBe(`### Streams

| rule | kind | what it asks | counts as | manual |
| --- | --- | --- | --- | --- |
| \`a-rule\` | must, waivable | This \\| that is so. |  | 1454, 840 |
| | want | That is seldom. | 4 points an hour (\`a-rule/few\`) | |
| | want | This too. | tier 3, one each | |
| | check, blocks approval | It is known. |  | |
| | want | And this. | 1 point each (\`a-rule/often\`) | |
| | limit \`a-rule/most\` | The most of them. | 2, unless changed | |`));

  it('finds its place in a document, and leaves the rest as it is', () => {
    expect(withRuleBook('before\n<!-- rules -->\nold\n<!-- /rules -->\nafter', 'new')).toBe(
      'before\n<!-- rules -->\n\nnew\n\n<!-- /rules -->\nafter',
    );
    expect(withRuleBook('no markers')).toBeUndefined();
  });

  // UPDATE_README=1 npx vitest run test/rulebook.test.ts writes it anew.
  it.skipIf(!existsSync(file('README.md')))('is the table in the README', () => {
    const readme = readFileSync(file('README.md'), 'utf8');
    const generated = withRuleBook(readme);
    if (generated !== undefined && process.env.UPDATE_README) writeFileSync(file('README.md'), generated);
    else expect(readme).toBe(generated);
  });
});
