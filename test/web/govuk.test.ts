import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/publish/package-root.ts';
import * as spelt from '../../web/form/spelt-out.ts';
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
  /** What our pages do with the options before the template has them. */
  // biome-ignore lint/suspicious/noExplicitAny: options as the fixtures have them, of every component
  readonly spelt?: (options: any) => object;
}

const noted = ['id', 'name', 'label', 'hint', 'errorMessage', 'describedBy', 'classes', 'formGroup'];
const group = ['name', 'idPrefix', 'fieldset', 'hint', 'errorMessage', 'classes', 'formGroup', 'items'];

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
  label: { takes: ['text', 'classes', 'isPageHeading', 'for'], fixtures: 15 },
  hint: { takes: ['text', 'classes', 'id'], fixtures: 4 },
  'error-message': {
    takes: ['text', 'classes', 'id', 'visuallyHiddenText'],
    fixtures: 5,
    leaves: ['visually hidden text removed'],
  },
  fieldset: { takes: ['legend', 'classes', 'describedBy', 'role'], fixtures: 15 },
  input: {
    takes: [
      ...noted,
      ...['value', 'type', 'prefix', 'suffix', 'spellcheck', 'autocomplete', 'autocapitalize'],
      ...['pattern', 'inputmode', 'disabled'],
    ],
    fixtures: 38,
    spelt: (options) =>
      spelt.control({
        ...options,
        wrapped: Boolean(options.prefix || options.suffix),
        ...('spellcheck' in options && { spellcheck: String(options.spellcheck) }),
      }),
  },
  textarea: {
    takes: [...noted, 'value', 'rows', 'spellcheck', 'autocomplete'],
    fixtures: 17,
    spelt: (options) =>
      spelt.control({
        ...options,
        ...('spellcheck' in options && { spellcheck: String(options.spellcheck) }),
      }),
  },
  'file-upload': { takes: [...noted, 'disabled', 'multiple'], fixtures: 14, spelt: spelt.control },
  select: {
    takes: [...noted, 'items', 'value', 'disabled'],
    fixtures: 14,
    leaves: ['without values', 'without values with selected value', 'with falsy values'],
    spelt: spelt.select,
  },
  radios: { takes: [...group, 'value'], fixtures: 29, spelt: spelt.radios },
  checkboxes: { takes: [...group, 'values', 'describedBy'], fixtures: 28, spelt: spelt.checkboxes },
  'date-input': {
    takes: [
      'id',
      'namePrefix',
      'fieldset',
      'hint',
      'errorMessage',
      'classes',
      'formGroup',
      'items',
      'values',
    ],
    fixtures: 30,
    spelt: spelt.dateInput,
  },
  'error-summary': { takes: ['titleText', 'descriptionText', 'errorList', 'classes'], fixtures: 11 },
  'notification-banner': {
    takes: ['text', 'titleText', 'titleId', 'type', 'role', 'classes'],
    fixtures: 13,
    spelt: ({ type, ...options }) => ({ ...options, success: type === 'success' }),
  },
  details: { takes: ['id', 'summaryText', 'text', 'classes', 'open'], fixtures: 6 },
  'inset-text': { takes: ['id', 'text', 'classes'], fixtures: 4 },
  panel: { takes: ['titleText', 'text', 'classes'], fixtures: 4 },
  'back-link': { takes: ['href', 'text', 'classes'], fixtures: 5 },
  'summary-list': {
    takes: ['rows'],
    fixtures: 2,
    leaves: ['with falsy values'],
  },
};

/** The button that opens the menu on a phone is hidden until a script shows it. We have none: the menu is always open. */
const withoutToggle = (html: string): string => html.replace(/<button[^>]*toggle.*?<\/button>/s, '');

/** By which our own script finds a summary: GOV.UK’s is not loaded. */
const withoutOurs = (html: string): string => html.replace(' data-error-summary', '');

const needsHtml = (options: unknown): boolean =>
  /"(?:html|actions|attributes|card)":/.test(JSON.stringify(options));

describe('our ports of the GOV.UK components give the HTML that GOV.UK Frontend gives', () => {
  const handlebars = Handlebars.create();
  const templates = templatesIn(join(packageRoot(), 'web/views/govuk'));
  // They are made from each other, and from pieces that several of them share.
  for (const [name, source] of templatesIn(join(packageRoot(), 'web/views')))
    if (/^(?:govuk|form)\//.test(name))
      handlebars.registerPartial(name, handlebars.compile(source, compileOptions));
  it('has a test for each', () => {
    expect([...templates.keys()].sort()).toEqual(Object.keys(ports).sort());
  });
  for (const [component, { takes, fixtures: count, leaves = [], spelt: spell }] of Object.entries(ports)) {
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
        const ours = withoutOurs(template(spell ? spell(options) : options));
        expect(normal(ours)).toBe(normal(withoutToggle(html)));
      });
    });
  }
});
