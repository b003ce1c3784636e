import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { packageRoot } from '../package-root.ts';

/** Where the templates and their styles are; the web pages take the grid's from here too. */
export const templatesFolder = (): string => join(packageRoot(), 'src', 'publish', 'templates');

type Pages = Readonly<Record<string, Handlebars.TemplateDelegate>>;
let compiled: Pages | undefined;

/** Compiled when first needed, in an environment of our own: no helpers but Handlebars' own, and nothing left out. */
function pages(): Pages {
  if (compiled) return compiled;
  const own = Handlebars.create();
  const all: Record<string, Handlebars.TemplateDelegate> = {};
  for (const file of readdirSync(templatesFolder()).filter((f) => f.endsWith('.hbs'))) {
    const name = file.replace(/\.hbs$/, '');
    all[name] = own.compile(readFileSync(join(templatesFolder(), file), 'utf8'), {
      strict: true,
      knownHelpersOnly: true,
      preventIndent: true,
    });
    own.registerPartial(name, all[name]);
  }
  compiled = all;
  return all;
}

const sheets = new Map<string, string>();

function styleSheet(name: string): string {
  const known = sheets.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(templatesFolder(), `${name}.css`), 'utf8');
  sheets.set(name, text);
  return text;
}

/**
 * Fills a template of `src/publish/templates`. `styles` are names of style sheets there, put into the page whole so
 * that it opens without a server; `sizes` is CSS of our own making with nothing of a person's in it.
 */
export function render(
  template: string,
  view: object,
  styles: readonly string[],
  sizes: readonly string[] = [],
): string {
  const css = [...styles.map(styleSheet), ...sizes].join('\n');
  return pages()[template]!({ ...view, styles: new Handlebars.SafeString(css) });
}
