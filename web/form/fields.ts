import * as spelt from './spelt-out.ts';

/** What any field is asked with. `error`: the sentence beside it, where what was sent can't be taken. */
interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Its id where it can't be its name, as in a table with the same field in each row. */
  readonly id?: string;
  /** `govuk-label--s`, `govuk-visually-hidden`; of a group of choices the class of its legend. */
  readonly labelClasses?: string;
  /** The label, or the legend, is the heading of the page. */
  readonly isPageHeading?: boolean;
}

const words = (text: string, classes?: string) => ({ text, ...(classes && { classes }) });

const asControl = ({ name, label, hint, error, id, labelClasses, isPageHeading }: Asked) => ({
  name,
  ...(id && { id }),
  label: { ...words(label, labelClasses), ...(isPageHeading && { isPageHeading }) },
  ...(hint && { hint: words(hint) }),
  ...(error && { errorMessage: words(error) }),
});

interface Box extends Asked {
  readonly value?: string | undefined;
  /** GOV.UK's widths, in characters. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly classes?: string;
  readonly type?: 'text' | 'email' | 'search' | 'password' | 'time' | 'date' | 'number';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'text';
  readonly spellcheck?: 'true' | 'false';
  readonly prefix?: string;
  readonly suffix?: string;
  /** The id of a `<datalist>` with proposals. */
  readonly list?: string;
  readonly maxlength?: number;
  /** Has the focus as the page opens. */
  readonly autofocus?: boolean;
}

/** For `{{> govuk/input field}}`. */
export function textInput(asked: Box) {
  const {
    value,
    width,
    classes,
    prefix,
    suffix,
    type,
    autocomplete,
    inputmode,
    spellcheck,
    list,
    maxlength,
    autofocus,
  } = asked;
  const kinds = [width && `govuk-input--width-${width}`, classes].filter(Boolean).join(' ');
  return spelt.control({
    ...asControl(asked),
    ...(value !== undefined && { value }),
    ...(kinds && { classes: kinds }),
    ...((prefix || suffix) && { wrapped: true }),
    ...(prefix && { prefix: words(prefix) }),
    ...(suffix && { suffix: words(suffix) }),
    ...(type && { type }),
    ...(autocomplete && { autocomplete }),
    ...(inputmode && { inputmode }),
    ...(spellcheck && { spellcheck }),
    ...(list && { list }),
    ...(maxlength && { maxlength }),
    ...(autofocus && { autofocus }),
  });
}

/** For `{{> govuk/textarea field}}`. */
export const textArea = (
  asked: Asked & { value?: string | undefined; rows?: number; classes?: string; maxlength?: number },
) =>
  spelt.control({
    ...asControl(asked),
    ...(asked.value !== undefined && { value: asked.value }),
    ...(asked.rows && { rows: asked.rows }),
    ...(asked.classes && { classes: asked.classes }),
    ...(asked.maxlength && { maxlength: asked.maxlength }),
  });

/** For `{{> govuk/file-upload field}}`. `accept`: `.xlsx,.csv`. */
export const fileUpload = (asked: Asked & { accept?: string; multiple?: boolean }) =>
  spelt.control({
    ...asControl(asked),
    ...(asked.accept && { accept: asked.accept }),
    ...(asked.multiple && { multiple: true }),
  });

/** For `{{> govuk/select field}}`: the item of that value is selected, else the browser takes the first. */
export const selectOne = (
  asked: Asked & { value?: string | undefined; items: readonly spelt.Option[]; classes?: string },
) =>
  spelt.select({
    ...asControl(asked),
    items: asked.items,
    ...(asked.value !== undefined && { value: asked.value }),
    ...(asked.classes && { classes: asked.classes }),
  });

/** A choice of radios and checkboxes, its own hint under it; `{ divider: 'or' }` puts a word between two. */
export interface OneOf {
  readonly value?: string;
  readonly text?: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
  readonly divider?: string;
  readonly behaviour?: 'exclusive';
}

/** `id`: what the ids of its choices begin with, where that can't be its name. */
interface Group extends Asked {
  readonly items: readonly OneOf[];
  readonly small?: boolean;
  readonly inline?: boolean;
}

const asChoices = (kind: 'radios' | 'checkboxes', asked: Group): spelt.Choices => {
  const { name, id, label, labelClasses, isPageHeading, hint, error, items, small, inline } = asked;
  const classes = [small && `govuk-${kind}--small`, inline && `govuk-${kind}--inline`].filter(Boolean);
  return {
    name,
    ...(id && id !== name && { idPrefix: id }),
    fieldset: { legend: { ...words(label, labelClasses), ...(isPageHeading && { isPageHeading }) } },
    ...(hint && { hint: words(hint) }),
    ...(error && { errorMessage: words(error) }),
    ...(classes.length > 0 && { classes: classes.join(' ') }),
    items: items.map(({ hint: under, ...item }) => ({ ...item, ...(under && { hint: words(under) }) })),
  };
};

/** For `{{> govuk/radios field}}`: `label` is the legend. */
export const radioButtons = (asked: Group & { value?: string | undefined }) =>
  spelt.radios({
    ...asChoices('radios', asked),
    ...(asked.value !== undefined && { value: asked.value }),
  });

/** For `{{> govuk/checkboxes field}}`: `values` are the ones that are ticked. */
export const checkBoxes = (asked: Group & { values?: readonly string[] }) =>
  spelt.checkboxes({ ...asChoices('checkboxes', asked), values: asked.values ?? [] });

/** A date as it was typed; sent as `NAME-day`, `NAME-month`, `NAME-year`. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** For `{{> govuk/date-input field}}`. `wrong`: the boxes that the error is about, where it is not all. */
export const dateBoxes = (
  asked: Omit<Asked, 'id'> & { value?: TypedDate | undefined; wrong?: readonly (keyof TypedDate)[] },
) => {
  const { name, label, labelClasses, isPageHeading, hint, error, value, wrong } = asked;
  return spelt.dateInput({
    id: name,
    namePrefix: name,
    fieldset: { legend: { ...words(label, labelClasses), ...(isPageHeading && { isPageHeading }) } },
    ...(hint && { hint: words(hint) }),
    ...(error && { errorMessage: words(error) }),
    items: (['day', 'month', 'year'] as const).map((box) => ({
      name: box,
      ...(value && { value: value[box] }),
      ...(wrong?.includes(box) && { error: true }),
    })),
  });
};

/** For `{{> govuk/error-summary summary}}`: what is wrong, each with the id of the field it is about. */
export const errorSummary = (
  errors: readonly { readonly text: string; readonly field?: string | undefined }[],
) => ({
  titleText: 'There is a problem',
  errorList: errors.map(({ text, field }) => ({ text, ...(field && { href: `#${field}` }) })),
});
