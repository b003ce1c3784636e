import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';
import { packageRoot } from '../src/publish/package-root.ts';
import { templatesFolder } from '../src/publish/page/render.ts';
import type { Assets } from './assets.ts';
import { asset } from './helpers/asset.ts';

/** What stands around a page: that of all pages, or as good as nothing, for small screens and a poor signal. */
export type Layout = 'layout' | 'own/layout';

/** Fills in a page: what it shows (`view`), within what is around it (`chrome`). Gives HTML. */
export type Render = (page: string, view: object, chrome: object, layout?: Layout) => string;

/** Compile settings of every template: a missing field throws, unknown helpers do not compile, partials see only what they are given. */
export const compileOptions: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { asset: true },
  explicitPartialContext: true,
  // An indented partial would indent every line of what somebody typed into a box, too.
  preventIndent: true,
};

/** Templates under a folder by their path within it, without the ending: `govuk/tag`. */
export function templatesIn(folder: string): ReadonlyMap<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.name.endsWith('.hbs'),
  );
  return new Map(
    found.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [
        relative(folder, path).replaceAll('\\', '/').slice(0, -'.hbs'.length),
        readFileSync(path, 'utf8'),
      ];
    }),
  );
}

/** What pages are made from: our own templates, and the one of the grid that all grids share. */
export function pageTemplates(): ReadonlyMap<string, string> {
  const grid = readFileSync(join(templatesFolder(), 'day-grid.hbs'), 'utf8');
  return new Map([...templatesIn(join(packageRoot(), 'web', 'views')), ['day-grid', grid]]);
}

/** Compiles templates, each usable as a page and as a partial of others. */
export function createRender(templates: ReadonlyMap<string, string>, assets: Assets): Render {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('asset', asset(assets));
  const pages = new Map<string, HandlebarsTemplateDelegate>();
  for (const [name, source] of templates) {
    const template = handlebars.compile(source, compileOptions);
    pages.set(name, template);
    handlebars.registerPartial(name, template);
  }
  const named = (name: string): HandlebarsTemplateDelegate => {
    const template = pages.get(name);
    if (!template) throw new Error(`No template ${name}`);
    return template;
  };
  return (page, view, chrome, layout = 'layout') => {
    // The one place where HTML is passed on as it is: a page that a template has just escaped, into the layout.
    const content = new Handlebars.SafeString(named(page)(view));
    return named(layout)({ ...chrome, content });
  };
}
