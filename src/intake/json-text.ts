import { notJson } from './not-json.ts';
import { type PathStep, type Problem, Problems, shown } from './problem.ts';

/** Far more than any review needs, far less than a stack can hold. */
const DEEPEST = 40;
/** Characters. A review of 2,000 sessions takes about two million. */
const LONGEST = 20_000_000;

export type JsonText =
  | { readonly ok: true; readonly value: unknown; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Reads JSON (RFC 8259) as `JSON.parse` does, but says the line and the column of what can't be read and how to mend
 * it; reports a field that is given twice in one object, where the first would silently be lost; and refuses
 * `__proto__` and what is nested past reason. A byte order mark at the start is let pass.
 */
export function readJsonText(text: string): JsonText {
  if (text.length > LONGEST) {
    const mb = Math.ceil(text.length / 1_000_000);
    return {
      ok: false,
      problem: {
        path: '',
        what: `The file is too large: about ${mb} MB, where at most ${LONGEST / 1_000_000} MB are read.`,
        mend: 'Give the file of one review.',
      },
    };
  }
  const reader = new Reader(text);
  try {
    return { ok: true, value: reader.readAll(), problems: reader.problems.all };
  } catch (trouble) {
    if (trouble instanceof Unreadable) return { ok: false, problem: notJson(text) ?? trouble.problem };
    throw trouble;
  }
}

/** Thrown inside this file only, to leave the reader from whatever depth. */
class Unreadable extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.what);
    this.problem = problem;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const words = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Reader {
  readonly problems = new Problems();
  readonly #text: string;
  readonly #path: PathStep[] = [];
  readonly #first: { readonly line: number; readonly start: number };
  #known: { readonly line: number; readonly start: number };
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#first = { line: 1, start: this.#at };
    this.#known = this.#first;
  }

  readAll(): unknown {
    this.#space();
    if (this.#at >= this.#text.length)
      this.#fail('The file is empty.', 'Give a JSON file: { "peerweek": 1, … }.');
    const value = this.#value();
    this.#space();
    if (this.#at < this.#text.length)
      this.#fail(
        'There is more text after the end of the JSON.',
        'Take it out, or look for a bracket that closes too early.',
      );
    return value;
  }

  #value(): unknown {
    if (this.#path.length > DEEPEST)
      this.#fail(
        `Brackets are nested more than ${DEEPEST} deep.`,
        'No field of Peerweek is; look for brackets that are not closed.',
      );
    const c = this.#text[this.#at];
    if (c === '{') return this.#object();
    if (c === '[') return this.#list();
    if (c === '"') return this.#string();
    if (c === '-' || (c !== undefined && c >= '0' && c <= '9')) return this.#number();
    return this.#word();
  }

  #object(): unknown {
    const object: Record<string, unknown> = {};
    const opened = this.#at++;
    this.#space();
    if (this.#take('}')) return object;
    for (;;) {
      const start = this.#at;
      if (this.#text[this.#at] !== '"') this.#expected('a field name in double quotes', opened);
      const key = this.#string();
      this.#space();
      if (!this.#take(':')) this.#expected(`a colon after ${shown(key)}`, opened);
      this.#space();
      this.#path.push(key);
      const value = this.#value();
      this.#keep(object, key, value, start);
      this.#path.pop();
      this.#space();
      if (this.#take('}')) return object;
      if (!this.#take(',')) this.#expected('a comma or a closing }', opened);
      this.#space();
      if (this.#text[this.#at] === '}')
        this.#fail('A comma stands before the closing }.', 'Take the comma out.');
    }
  }

  #keep(object: Record<string, unknown>, key: string, value: unknown, start: number): void {
    if (key === '__proto__')
      this.problems.add(this.#path, 'is not a name that a field may have.', 'Take it out.');
    else if (Object.hasOwn(object, key))
      this.problems.add(
        this.#path,
        `is given twice; the second time is on line ${this.#place(start).line}.`,
        'Keep one of the two.',
      );
    else object[key] = value;
  }

  #list(): unknown {
    const list: unknown[] = [];
    const opened = this.#at++;
    this.#space();
    if (this.#take(']')) return list;
    for (;;) {
      this.#path.push(list.length);
      list.push(this.#value());
      this.#path.pop();
      this.#space();
      if (this.#take(']')) return list;
      if (!this.#take(',')) this.#expected('a comma or a closing ]', opened);
      this.#space();
      if (this.#text[this.#at] === ']')
        this.#fail('A comma stands before the closing ].', 'Take the comma out.');
    }
  }

  #string(): string {
    const start = this.#at++;
    let plain = true;
    for (; ; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x22) break;
      if (Number.isNaN(code) || code === 0x0a || code === 0x0d) {
        this.#at = start;
        this.#fail(
          'A text that starts here has no closing quote on its line.',
          'Close it with ", and write a line break inside a text as \\n.',
        );
      }
      if (code < 0x20) this.#fail('A tab or control character stands in a text.', 'Write a tab as \\t.');
      if (code === 0x5c) {
        plain = false;
        this.#at++;
      }
    }
    const raw = this.#text.slice(start, ++this.#at);
    if (plain) return raw.slice(1, -1);
    try {
      return JSON.parse(raw) as string;
    } catch {
      this.#at = start;
      return this.#fail(
        'A text that starts here has a backslash before something it can’t stand before.',
        'Write a backslash itself as \\\\.',
      );
    }
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const found = NUMBER.exec(this.#text)?.[0];
    const next = this.#text[this.#at + (found?.length ?? 0)] ?? '';
    if (found === undefined || /[\w.+-]/.test(next))
      this.#fail(
        'This is not a number as JSON writes one.',
        'Put it in double quotes if it is a text; write numbers as 60 or 2.5.',
      );
    this.#at += found.length;
    return Number(found);
  }

  #word(): unknown {
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#text)?.[0];
    if (word !== undefined && words.has(word)) {
      this.#at += word.length;
      return words.get(word);
    }
    if (word !== undefined)
      this.#fail(
        `${shown(word)} stands without quotes.`,
        'Put texts in double quotes; the only bare words are true, false and null.',
      );
    return this.#expected('a value', undefined);
  }

  #expected(what: string, opened: number | undefined): never {
    const next = this.#text.codePointAt(this.#at);
    if (next === undefined) {
      const where =
        opened === undefined ? '' : ` The bracket opened on line ${this.#place(opened).line} is not closed.`;
      this.#fail(`The file ends too early.${where}`, 'Give the whole file.');
    }
    const hint: Readonly<Record<string, string>> = {
      '/': 'JSON has no comments: take it out.',
      "'": 'Use double quotes.',
      '“': 'Use straight double quotes.',
      '”': 'Use straight double quotes.',
      '‘': 'Use straight double quotes.',
      '’': 'Use straight double quotes.',
    };
    const found = String.fromCodePoint(next);
    return this.#fail(
      `${shown(found)} stands where ${what} is expected.`,
      hint[found] ?? `Give ${what} here.`,
    );
  }

  #fail(what: string, mend: string): never {
    const { line, column } = this.#place(this.#at);
    throw new Unreadable({ path: `line ${line}, column ${column}`, what, mend });
  }

  /** Line and column, counted from 1. Goes on from the last place asked for, so that asking often stays cheap. */
  #place(position: number): { line: number; column: number } {
    let { line, start } = position < this.#known.start ? this.#first : this.#known;
    const ends = /\r\n|\n|\r/g;
    ends.lastIndex = start;
    for (let end = ends.exec(this.#text); end && ends.lastIndex <= position; end = ends.exec(this.#text)) {
      line++;
      start = ends.lastIndex;
    }
    this.#known = { line, start };
    return { line, column: position - start + 1 };
  }

  #take(c: string): boolean {
    if (this.#text[this.#at] !== c) return false;
    this.#at++;
    return true;
  }

  #space(): void {
    for (; ; this.#at++) {
      const c = this.#text.charCodeAt(this.#at);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
    }
  }
}
