import { type Fields, valueIn, valuesIn } from '../../../src/intake/form/sent.ts';
import { checkBoxes, type OneOf, radioButtons, selectOne, textArea, textInput } from '../../form/fields.ts';
import { errorOf, type Trouble } from './trouble.ts';

type Extra<F extends (asked: never) => unknown> = Omit<
  Parameters<F>[0],
  'name' | 'label' | 'value' | 'values' | 'error' | 'id' | 'items'
>;
/** A choice that a select offers. */
export interface Option {
  readonly value: string;
  readonly text: string;
}

/** A part of a form, as `views/entering/fields.hbs` draws it: one of these. */
export type Part =
  | { readonly input: ReturnType<typeof textInput> }
  | { readonly select: ReturnType<typeof selectOne> }
  | { readonly textarea: ReturnType<typeof textArea> }
  | { readonly radios: ReturnType<typeof radioButtons> }
  | { readonly checkboxes: ReturnType<typeof checkBoxes>; readonly long: boolean }
  | { readonly heading: string }
  | { readonly note: string }
  | { readonly beside: readonly Part[] }
  | {
      readonly folded: { readonly summary: string; readonly open: boolean; readonly parts: readonly Part[] };
    };

/** The parts of one form: filled in from its fields, with what is wrong beside them. `prefix` keeps ids apart. */
export class FormView {
  readonly #fields: Fields;
  readonly #trouble: Trouble | undefined;
  readonly #prefix: string;

  /** Where a form was not taken, what was typed leads over what is entered. */
  constructor(fields: Fields, trouble?: Trouble, prefix = '') {
    this.#fields = trouble ? trouble.typed : fields;
    this.#trouble = trouble;
    this.#prefix = prefix;
  }

  idOf(name: string): string {
    return `${this.#prefix}${name}`;
  }

  value(name: string): string {
    return valueIn(this.#fields, name);
  }

  values(name: string): readonly string[] {
    return valuesIn(this.#fields, name).filter((value) => value !== '');
  }

  has(...names: readonly string[]): boolean {
    return names.some((name) => this.values(name).length > 0 || this.error(name) !== undefined);
  }

  /** What is wrong with a field. */
  error(name: string): string | undefined {
    return errorOf(this.#trouble, name);
  }

  #asked(name: string, label: string) {
    return { name, label, id: this.idOf(name), error: this.error(name) };
  }

  input(name: string, label: string, extra: Extra<typeof textInput> = {}): Part {
    return { input: textInput({ ...extra, ...this.#asked(name, label), value: this.value(name) }) };
  }

  textarea(name: string, label: string, extra: Extra<typeof textArea> = {}): Part {
    return { textarea: textArea({ ...extra, ...this.#asked(name, label), value: this.value(name) }) };
  }

  select(name: string, label: string, items: readonly Option[], extra: Extra<typeof selectOne> = {}): Part {
    return { select: selectOne({ ...extra, ...this.#asked(name, label), items, value: this.value(name) }) };
  }

  /** As many selects of one name as have a choice, and `spare` more to choose in. */
  selects(
    name: string,
    labels: readonly [string, string],
    items: readonly Option[],
    spare = 1,
  ): readonly Part[] {
    const chosen = this.values(name);
    return [...chosen, ...Array<string>(spare).fill('')].map((value, i) => ({
      select: selectOne({
        ...this.#asked(name, i === 0 ? labels[0] : labels[1]),
        id: i === 0 ? this.idOf(name) : `${this.idOf(name)}-${i + 1}`,
        error: i === 0 ? this.error(name) : undefined,
        items,
        value,
      }),
    }));
  }

  radios(name: string, label: string, items: readonly OneOf[], extra: Extra<typeof radioButtons> = {}): Part {
    const asked = { ...extra, ...this.#asked(name, label), small: true };
    return { radios: radioButtons({ ...asked, items, value: this.value(name) }) };
  }

  /** `long`: more than one looks over at once, in a box of its own that scrolls. */
  checks(
    name: string,
    label: string,
    items: readonly OneOf[],
    extra: Extra<typeof checkBoxes> & { readonly long?: boolean } = {},
  ): Part {
    const { long = false, ...rest } = extra;
    const asked = { ...rest, ...this.#asked(name, label), small: true };
    const values = this.values(name);
    const isTicked = ({ value = '' }: OneOf) => values.includes(value);
    // Of many those that are ticked come first: they are what one looks for.
    const inOrder = long ? [...items.filter(isTicked), ...items.filter((item) => !isTicked(item))] : items;
    return { checkboxes: checkBoxes({ ...asked, items: inOrder, values }), long };
  }

  /** One of several selects of one name, in rows. */
  selectAt(
    name: string,
    id: string,
    label: string,
    items: readonly Option[],
    value: string | undefined,
    row: number,
  ): Part {
    const error = row === 0 ? this.error(name) : undefined;
    return { select: selectOne({ name, id, label, items, value: value ?? '', error }) };
  }

  /** Fields that stand side by side in rows: each row as it was typed, blanks and all. */
  columns(...names: readonly string[]): readonly Readonly<Record<string, string>>[] {
    const all = names.map((name) => valuesIn(this.#fields, name));
    const rows = Math.max(0, ...all.map((values) => values.length));
    return Array.from({ length: rows }, (_, row) =>
      Object.fromEntries(names.map((name, i) => [name, all[i]?.[row] ?? ''])),
    );
  }

  /** One box to tick. */
  tick(name: string, text: string, hint?: string): Part {
    return this.checks(name, text, [{ value: 'yes', text, hint }], {
      labelClasses: 'govuk-visually-hidden',
    });
  }

  /** Words to tick, and others to type with commas between; all are sent under one name. */
  words(name: string, label: string, known: readonly string[], hint?: string): readonly Part[] {
    const others = this.values(name).filter((word) => !known.includes(word));
    return [
      this.checks(
        name,
        label,
        known.map((word) => ({ value: word, text: word })),
        { hint },
      ),
      {
        input: textInput({
          name,
          id: `${this.idOf(name)}-others`,
          label: `Others, with commas between`,
          labelClasses: 'pw-small-label',
          value: others.join(', '),
        }),
      },
    ];
  }
}
