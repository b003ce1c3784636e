/** Something wrong with what was entered, for a person to mend. */
export interface Problem {
  /** Where: `contacts[3].diary.busy[0].to`, `line 12, column 5` of a text that can't be read; '' for the whole. */
  readonly path: string;
  /** What is wrong, a sentence that follows on from the path. */
  readonly what: string;
  /** How to mend it, a sentence. */
  readonly mend: string;
}

/** What a door gives: the checked, frozen value, or everything that is wrong with what was entered. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One line for a terminal: where, what, how to mend it. */
export const problemLine = ({ path, what, mend }: Problem): string =>
  `${path}${path && ': '}${what}${mend && ' '}${mend}`;

export type PathStep = string | number;
export type Path = readonly PathStep[];

/** A path as it is written in JavaScript: `contacts[3].name`, `limits["evening-limit/day"]`. */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[$A-Za-z_][\w$]*$/.test(step)) text += text ? `.${step}` : step;
    else text += `[${shown(step)}]`;
  }
  return text;
}

/** What somebody wrote, quoted on one line and cut short, so that it can be shown back to them. */
export function shown(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a group of fields { … }';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `a`, `a or b`, `a, b or c`. */
export const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** More than anybody reads; past it problems are only counted, so that a huge broken file is answered at once. */
const MOST = 1000;

/** Gathers problems in the order in which they are found, each (place and complaint) once. */
export class Problems {
  readonly #list: Problem[] = [];
  readonly #seen = new Set<string>();
  #more = 0;

  /** True once so many were found that nobody reads on to the last: no use in working out good advice for it. */
  get many(): boolean {
    return this.#list.length >= MOST / 5;
  }

  add(path: Path, what: string, mend: string): void {
    if (this.#full) this.#more++;
    else this.addProblem({ path: pathText(path), what, mend });
  }

  get #full(): boolean {
    return this.#list.length >= MOST;
  }

  addProblem(problem: Problem): void {
    if (this.#full) {
      this.#more++;
      return;
    }
    const line = problemLine(problem);
    if (this.#seen.has(line)) return;
    this.#seen.add(line);
    this.#list.push(problem);
  }

  get all(): readonly Problem[] {
    if (this.#more === 0) return this.#list;
    const what = `There are about ${this.#more} more problems, not listed.`;
    return [...this.#list, { path: '', what, mend: 'Mend these first and read the file again.' }];
  }

  get none(): boolean {
    return this.#list.length === 0;
  }
}
