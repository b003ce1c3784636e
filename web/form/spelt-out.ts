/**
 * The options of GOV.UK's form components, with what its own templates would work out spelt out for ours:
 * ids, what describes a control, which choice is checked.
 */
interface Words {
  readonly text: string;
  readonly classes?: string;
}
export interface Label extends Words {
  readonly isPageHeading?: boolean;
}
interface Noted {
  readonly hint?: Words | undefined;
  readonly errorMessage?: Words | undefined;
}
export interface Fieldset {
  readonly legend?: Label;
  readonly classes?: string;
  readonly describedBy?: string;
}
export interface Control extends Noted {
  readonly id?: string;
  readonly name: string;
  readonly label?: Label;
  readonly describedBy?: string;
}
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly selected?: boolean;
  readonly disabled?: boolean;
}
export interface Choice extends Noted {
  readonly id?: string;
  readonly name?: string;
  readonly value?: string;
  readonly text?: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** A word between two choices, usually "or". */
  readonly divider?: string;
  /** "exclusive": taking this one takes the others off. */
  readonly behaviour?: string;
}
export interface Choices extends Noted {
  readonly idPrefix?: string;
  readonly name: string;
  readonly fieldset?: Fieldset;
  readonly describedBy?: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly items: readonly (Choice | null | undefined | false)[];
}
export interface DateBox {
  readonly name: string;
  readonly id?: string;
  readonly label?: string;
  readonly classes?: string;
  readonly value?: string;
  readonly error?: boolean;
  readonly inputmode?: string;
  readonly pattern?: string;
  readonly autocomplete?: string;
}
export interface DateInput extends Noted {
  readonly id: string;
  readonly namePrefix?: string;
  readonly fieldset?: Fieldset;
  readonly items?: readonly (DateBox | null | undefined | false | '')[];
  readonly values?: Readonly<Record<string, string>>;
}

/** Hint and error with the ids that they are found by, and those ids as `aria-describedby` has them. */
function notes(id: string, { hint, errorMessage }: Noted, before?: string) {
  const ids = [before, hint && `${id}-hint`, errorMessage && `${id}-error`].filter(Boolean).join(' ');
  return {
    ...(hint && { hint: { ...hint, id: `${id}-hint` } }),
    ...(errorMessage && { errorMessage: { ...errorMessage, id: `${id}-error` } }),
    ...(ids && { describedBy: ids }),
  };
}

/** One box to fill in: input, textarea, file upload, select. */
export function control<T extends Control>(given: T) {
  const id = given.id ?? given.name;
  return { ...given, id, ...notes(id, given, given.describedBy) };
}

/** A select, its option selected by `value`. */
export function select<
  T extends Control & { items?: readonly (Option | null | false | '')[]; value?: string },
>(given: T) {
  const { value, items = [], ...rest } = given;
  return {
    ...control(rest as Control),
    items: items
      .filter((item): item is Option => Boolean(item))
      .map((item) => ({ ...item, selected: item.selected ?? (value !== undefined && item.value === value) })),
  };
}

/** Radios and checkboxes: the first choice has the id that an error summary leads to. */
function choices(given: Choices, isChecked: (item: Choice) => boolean, describes: boolean) {
  const prefix = given.idPrefix ?? given.name;
  const { fieldset, items, value: _value, values: _values, ...rest } = given;
  const around = notes(prefix, given, fieldset?.describedBy ?? given.describedBy);
  return {
    ...rest,
    ...around,
    ...(fieldset && { fieldset }),
    items: items
      .map((item, at) => {
        if (!item) return null;
        const id = item.id ?? `${prefix}${at === 0 ? '' : `-${at + 1}`}`;
        const hint = item.hint && { ...item.hint, id: `${id}-item-hint` };
        // Without a fieldset to say it for all, each checkbox says what is written above.
        const describedBy = [describes && !fieldset && around.describedBy, hint?.id]
          .filter(Boolean)
          .join(' ');
        return {
          ...item,
          id,
          name: item.name ?? given.name,
          checked: item.checked ?? isChecked(item),
          ...(hint && { hint }),
          ...(describedBy && { describedBy }),
        };
      })
      .filter((item) => item !== null),
  };
}

export const radios = (given: Choices) =>
  choices(given, ({ value }) => given.value !== undefined && value === given.value, false);

export const checkboxes = (given: Choices) =>
  choices(given, ({ value }) => value !== undefined && (given.values ?? []).includes(value), true);

const threeBoxes: readonly DateBox[] = [
  { name: 'day', classes: 'govuk-input--width-2' },
  { name: 'month', classes: 'govuk-input--width-2' },
  { name: 'year', classes: 'govuk-input--width-4' },
];

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** Three boxes for a date; where it is wrong all are marked, or those that `error` names. */
export function dateInput(given: DateInput) {
  const { id, namePrefix, fieldset, values = {} } = given;
  const items = given.items?.length ? (given.items.filter((item) => Boolean(item)) as DateBox[]) : threeBoxes;
  const someNamed = items.some((box) => box.error || box.classes?.includes('govuk-input--error'));
  const box = ({
    name,
    label,
    classes = '',
    value,
    error,
    id: own,
    inputmode = 'numeric',
    ...rest
  }: DateBox) => {
    const marked = error || (error !== false && given.errorMessage !== undefined && !someNamed);
    const full = namePrefix ? `${namePrefix}-${name}` : name;
    const kinds = [
      'govuk-date-input__input',
      marked && !classes.includes('govuk-input--error') && 'govuk-input--error',
      !classes.includes('govuk-input--width-') && `govuk-input--width-${name === 'year' ? 4 : 2}`,
      classes,
    ];
    const filled = value ?? values[full];
    return {
      ...rest,
      id: own ?? `${id}-${name}`,
      name: full,
      label: { text: label ?? capital(name), classes: 'govuk-date-input__label' },
      classes: kinds.filter(Boolean).join(' '),
      inputmode,
      ...(filled !== undefined && { value: filled }),
    };
  };
  const { values: _values, namePrefix: _prefix, ...rest } = given;
  return { ...rest, ...notes(id, given, fieldset?.describedBy), items: items.map(box) };
}
