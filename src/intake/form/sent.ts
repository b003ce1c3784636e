/** What a browser sends of a form: each field by its name, a list where there is more than one of a name. */
export type Fields = Readonly<Record<string, unknown>>;

/** Something wrong with one field of a form. */
export interface FieldProblem {
  /** The name of the field. */
  readonly field: string;
  /** What to do about it, as a sentence without its full stop: it stands beside the field and in the summary. */
  readonly what: string;
}

/** What a form gives: what was entered, or everything that is wrong with it. */
export type FormReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const ONE_LINE = 300;
const SEVERAL_LINES = 5000;

/** One line: what would break a calendar (control characters, line ends) is a space. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const lines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();

/** Every value of a field, as it was sent. */
export const valuesIn = (fields: Fields, name: string): readonly string[] => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((v): v is string => typeof v === 'string');
};

/** The first value of a field, as it was typed; empty where there is none. */
export const valueIn = (fields: Fields, name: string): string => valuesIn(fields, name)[0] ?? '';

/** Each once, those that were there before in their old order; a list that was never given is not given empty. */
function inOrder<T>(found: readonly T[], before: readonly T[] | undefined): readonly T[] | undefined {
  if (found.length === 0) return before?.length === 0 ? before : undefined;
  return [...new Set([...(before ?? []).filter((item) => found.includes(item)), ...found])];
}

/** Reads the fields of a form one by one and gathers what is wrong with them. */
export class Sent {
  readonly #fields: Fields;
  readonly #problems: FieldProblem[] = [];

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  problem(field: string, what: string): void {
    if (!this.#problems.some((p) => p.field === field)) this.#problems.push({ field, what });
  }

  /** What was read, unless something is wrong. */
  reading<T>(value: T): FormReading<T> {
    return this.#problems.length === 0 ? { ok: true, value } : { ok: false, problems: this.#problems };
  }

  /** One line; undefined where it is blank. */
  line(name: string, most = ONE_LINE): string | undefined {
    const text = oneLine(valueIn(this.#fields, name));
    if (text.length > most) this.problem(name, `Shorten this to ${most} characters or fewer`);
    return text || undefined;
  }

  /** One line that must be there; `else` says what to do where it is not. */
  needed(name: string, otherwise: string): string {
    const text = this.line(name);
    if (text === undefined) this.problem(name, otherwise);
    return text ?? '';
  }

  /** Text of several lines; undefined where it is blank. */
  text(name: string): string | undefined {
    const text = lines(valueIn(this.#fields, name));
    if (text.length > SEVERAL_LINES)
      this.problem(name, `Shorten this to ${SEVERAL_LINES} characters or fewer`);
    return text || undefined;
  }

  /** Lines of fields that stand side by side, row by row: every name has as many values as there are rows. */
  rows<const N extends string>(...names: readonly N[]): readonly Readonly<Record<N, string>>[] {
    const columns = names.map((name) => valuesIn(this.#fields, name));
    const count = Math.max(0, ...columns.map((c) => c.length));
    return Array.from(
      { length: count },
      (_, row) =>
        Object.fromEntries(names.map((name, i) => [name, oneLine(columns[i]![row] ?? '')])) as Record<
          N,
          string
        >,
    );
  }

  /** A box: what was never said, and isn't now, stays unsaid. */
  tick(name: string, before?: boolean): boolean | undefined {
    if (valueIn(this.#fields, name) !== '') return true;
    return before === undefined ? undefined : false;
  }

  /** One of `known`; undefined where nothing was chosen. */
  choice<const T extends string>(name: string, known: readonly T[], otherwise: string): T | undefined {
    const value = oneLine(valueIn(this.#fields, name));
    const found = known.find((k) => k === value);
    if (value !== '' && found === undefined) this.problem(name, otherwise);
    return found;
  }

  /** One of `known` that must be there. */
  neededChoice<const T extends string>(name: string, known: readonly [T, ...T[]], otherwise: string): T {
    const found = this.choice(name, known, otherwise);
    if (found === undefined) this.problem(name, otherwise);
    return found ?? known[0];
  }

  /**
   * Several of `known`, each once, in the order of `before` and then as they were sent. What `before` has and nobody
   * sent is left out.
   */
  choices<T extends string>(
    name: string,
    known: readonly T[],
    otherwise: string,
    before?: readonly T[],
  ): readonly T[] | undefined {
    const sent = valuesIn(this.#fields, name).map(oneLine).filter(Boolean);
    const found = sent.flatMap((value) => known.find((k) => k === value) ?? []);
    if (found.length < sent.length) this.problem(name, otherwise);
    return inOrder(found, before);
  }

  /**
   * Words, each once: ticked ones, and typed ones with commas between. A word that is among `known` but for capitals,
   * spaces and hyphens is that one, since places and people are matched word for word.
   */
  words(name: string, known: readonly string[], before?: readonly string[]): readonly string[] | undefined {
    const plain = (word: string) => word.toLowerCase().replace(/[\s-]+/g, '');
    const typed = valuesIn(this.#fields, name).flatMap((value) => oneLine(value).split(',').map(oneLine));
    const found: string[] = [];
    for (const word of typed.filter(Boolean))
      found.push([...known, ...found].find((k) => plain(k) === plain(word)) ?? word);
    if (found.some((word) => word.length > 80)) this.problem(name, 'Shorten each to 80 characters or fewer');
    if (found.length > 50) this.problem(name, 'Enter 50 or fewer');
    return inOrder(found, before);
  }

  /** A whole number within limits; undefined where it is blank. `what` opens its sentence: `The capacity`. */
  whole(name: string, least: number, most: number, what: string): number | undefined {
    const text = this.line(name);
    if (text === undefined) return undefined;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    this.problem(name, `${what} must be a whole number from ${least} to ${most.toLocaleString('en-GB')}`);
    return undefined;
  }

  /** One e-mail address; undefined where it is blank. */
  email(name: string): string | undefined {
    const text = this.line(name, 254);
    if (text !== undefined && !/^[^\s\p{Cc}<>@,;]+@[^\s\p{Cc}<>@,;]+$/u.test(text))
      this.problem(name, 'Enter an e-mail address in the form name@council.gov.uk');
    return text;
  }
}

/** `yes`, `no`, or nothing said. */
export const yesNoOf = (answer: string | undefined): boolean | undefined =>
  answer === undefined ? undefined : answer === 'yes';
export const yesNoText = (value: boolean | undefined): string =>
  value === undefined ? '' : value ? 'yes' : 'no';

/** What a ticked box sends; nothing for one that is not. */
export const tickText = (value: boolean | undefined): string => (value ? 'yes' : '');
