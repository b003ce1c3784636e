import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/publish/package-root.ts';
import { compileOptions, templatesIn } from '../../web/templates.ts';

interface Fixture {
  readonly name: string;
  readonly options: Record<string, unknown>;
  readonly html: string;
}

/** HTML with what does not matter evened out: white space, the order of attributes, how a character is escaped. */
function normal(html: string): string {
  const decoded = html.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, dec) =>
    String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(dec)),
  );
  return decoded
    .replaceAll('&quot;', '"')
    .replace(/<([a-z0-9-]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g, (_, name: string, attributes: string) => {
      const sorted = [...attributes.matchAll(/[a-z-]+(?:="[^"]*")?/g)].map((m) =>
        m[0].replace(/\s+/g, ' ').trim(),
      );
      return `<${[name, ...sorted.sort()].join(' ')}>`;
    })
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]+>) ?/g, '$1')
    .trim();
}

interface Port {
  /** Fixtures that ask for anything else (raw HTML, attributes of any name) are not for us. */
  readonly takes: readonly string[];
  readonly fixtures: number;
  /** Fixtures of missing and empty values: our templates throw for these instead of showing a hole. */
  readonly leaves?: readonly string[];
}

const ports: Readonly<Record<string, Port>> = {
  'skip-link': { takes: ['text', 'href', 'classes'], fixtures: 7 },
  'generic-header': { takes: ['url', 'logoText', 'classes', 'containerClasses'], fixtures: 3 },
  tag: { takes: ['text', 'classes'], fixtures: 10 },
  'warning-text': {
    takes: ['text', 'classes', 'iconFallbackText'],
    fixtures: 5,
    leaves: ['icon fallback text only'],
  },
  button: { takes: ['text', 'type', 'name', 'value', 'classes', 'id', 'disabled'], fixtures: 27 },
  'service-navigation': {
    takes: ['navigation'],
    fixtures: 4,
    leaves: [
      'with no options set',
      'with navigation having empty values',
      'with navigation having only empty values',
      'with navigation being an empty array',
    ],
  },
};

/** The button that opens the menu on a phone is hidden until a script shows it. We have none: the menu is always open. */
const withoutToggle = (html: string): string => html.replace(/<button[^>]*toggle.*?<\/button>/s, '');

const needsHtml = (options: unknown): boolean =>
  /"(?:html|actions|attributes|card)":/.test(JSON.stringify(options));

describe('our ports of the GOV.UK components give the HTML that GOV.UK Frontend gives', () => {
  const handlebars = Handlebars.create();
  const templates = templatesIn(join(packageRoot(), 'web/views/govuk'));
  it('has a test for each', () => {
    expect([...templates.keys()].sort()).toEqual(Object.keys(ports).sort());
  });
  for (const [component, { takes, fixtures: count, leaves = [] }] of Object.entries(ports)) {
    const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
    const { fixtures } = JSON.parse(readFileSync(join(packageRoot(), file), 'utf8'));
    const ours = (fixtures as Fixture[]).filter(
      ({ name, options }) =>
        Object.keys(options).every((key) => takes.includes(key)) &&
        !needsHtml(options) &&
        !leaves.includes(name),
    );
    describe(component, () => {
      it(`supports ${count} of its fixtures`, () => expect(ours.map((f) => f.name)).toHaveLength(count));
      const template = handlebars.compile(templates.get(component) ?? '', compileOptions);
      it.each(ours.map((fixture) => [fixture.name, fixture] as const))('%s', (_, { options, html }) => {
        expect(normal(template(options))).toBe(normal(withoutToggle(html)));
      });
    });
  }
});
