import { z } from 'zod';
import { jsonSchemaOf } from '../../src/intake/index.ts';
import * as plain from '../../src/intake/schema/field.ts';

/** As much of a JSON Schema as ours use. */
interface Schema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

/** What the README calls a text of a form of its own, by the pattern that it is held against. */
const forms = new Map(
  Object.entries({
    id: plain.id,
    'local time': plain.localTime,
    'local time or date': plain.localTimeOrDate,
    'time of day': plain.clockTime,
    date: plain.date,
    moment: plain.instant,
    'date or moment': plain.dateOrInstant,
  }).map(([name, schema]) => [(z.toJSONSchema(schema) as Schema).pattern, name]),
);

/** More codes than this are a list of their own in the README. */
const MANY = 12;

const heading = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);
const code = (value: unknown): string => `\`${JSON.stringify(value)}\``;
const range = ({ minimum = 0, maximum = 0 }: Schema): string =>
  maximum > 10_000 ? '' : `, ${minimum} to ${maximum}`;

/** The fields of a file, a table for each kind of thing in it, in the order in which one meets them. */
class Fields {
  readonly #file: string;
  readonly #todo: Schema[] = [];
  readonly #seen = new Set<string>();

  constructor(file: string) {
    this.#file = file;
  }

  tables(root: Schema): string {
    const tables: string[] = [];
    this.#link(root);
    for (let next = this.#todo.shift(); next; next = this.#todo.shift()) tables.push(this.#table(next));
    return tables.join('\n\n');
  }

  #anchor(title: string): string {
    return `${this.#file}-${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
  }

  #link(thing: Schema): string {
    const title = thing.title ?? '';
    if (!this.#seen.has(title)) this.#todo.push(thing);
    this.#seen.add(title);
    return `[${title}](#${this.#anchor(title)})`;
  }

  #table({ title = '', properties = {}, required = [] }: Schema): string {
    const rows = Object.entries(properties).map(([name, field]) => {
      const must = required.includes(name) ? ' (needed)' : '';
      return `| \`${name}\`${must} | ${this.#value(field)} | ${this.#meaning(title, name, field)} |`;
    });
    return [
      `<a id="${this.#anchor(title)}"></a>**${heading(title)}**`,
      '',
      '| field | value | meaning |',
      '| --- | --- | --- |',
      ...rows,
    ].join('\n');
  }

  #meaning(title: string, name: string, field: Schema): string {
    const words = field.description ?? field.items?.description;
    if (words === undefined) throw new Error(`${name} of ${title} has no description in its schema`);
    return words;
  }

  /** What may stand there, in words. */
  #value(schema: Schema): string {
    if (schema.const !== undefined) return code(schema.const);
    if (schema.enum)
      return schema.enum.length > MANY ? '[a role](#roles)' : schema.enum.map((v) => code(v)).join(', ');
    if (schema.anyOf) return schema.anyOf.map((s) => this.#choice(s)).join(' or ');
    if (schema.prefixItems) return this.#row(schema.prefixItems);
    if (schema.items) return `list: ${this.#value(schema.items)}`;
    if (schema.properties) return this.#link(schema);
    if (schema.additionalProperties) return 'numbers by name';
    if (schema.type === 'integer') {
      const step = schema.multipleOf === undefined ? '' : ` in steps of ${schema.multipleOf}`;
      return `whole number${range(schema)}${step}`;
    }
    if (schema.type === 'boolean') return '`true` or `false`';
    if (schema.type === 'number') return 'number';
    return forms.get(schema.pattern) ?? 'text';
  }

  /** A list of a given length: an id and an id, or a number for each tier. */
  #row(items: readonly Schema[]): string {
    const values = items.map((s) => this.#value(s));
    return values.length > 2 ? `${values.length} of: ${values[0]}` : `[${values.join(', ')}]`;
  }

  /** One of several; a thing with a single field is shown as it is written. */
  #choice(schema: Schema): string {
    const fields = Object.entries(schema.properties ?? {});
    const [only, ...others] = fields;
    if (!only || others.length > 0) return this.#value(schema);
    const [name, value] = only;
    return `\`{ "${name}": ${value.const === undefined ? '"…"' : JSON.stringify(value.const)} }\``;
  }
}

/** The tables of all fields of a file, in Markdown, made from the schema that the file is held against. */
export const fileFields = (file: 'review' | 'programme'): string =>
  new Fields(file).tables(jsonSchemaOf(file) as Schema);
