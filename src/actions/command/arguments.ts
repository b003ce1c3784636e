import { parseArgs } from 'node:util';
import { nearest } from '../../intake/near.ts';

/** What an option takes: nothing, a text, a whole number from 0, a number above 0, or one of these words. */
type Takes = 'nothing' | 'text' | 'whole' | 'number' | readonly string[];

interface Option {
  readonly takes: Takes;
  /** What its value is called in the usage: `DIR`. */
  readonly value?: string;
  /** What is meant where the option stands alone: its value may be left out. */
  readonly alone?: string;
  /** It can't be left out. */
  readonly needed?: true;
  readonly means: string;
}

/** What a command looks like from outside: its arguments, its options, a sentence. */
export interface Face<O extends string = string> {
  readonly verb: string;
  readonly means: string;
  /** Names of what must be given, in order. */
  readonly wants: readonly string[];
  readonly options: Readonly<Record<O, Option>>;
}

/** What was given: `given` in the order of `wants`; of the options only those that were. */
export interface Given {
  readonly given: readonly string[];
  readonly flag: (option: string) => boolean;
  readonly text: (option: string) => string | undefined;
  readonly number: (option: string) => number | undefined;
}

export type Arguments =
  | { readonly ok: true; readonly given: Given }
  | { readonly ok: false; readonly why: string };

const dashed = (name: string): string => `--${name}`;

/** `build REVIEW [--out DIR] [--json]`. */
export function usageOf({ verb, wants, options }: Face): string {
  const written = Object.entries(options).map(([name, { value, needed, alone }]) => {
    const option = [dashed(name), alone === undefined ? value : `[${value}]`].filter(Boolean).join(' ');
    return needed ? option : `[${option}]`;
  });
  return [verb, ...wants, ...written].join(' ');
}

/** Holds the words after a verb against its face. */
export function readArguments(face: Face, args: readonly string[]): Arguments {
  const no = (why: string): Arguments => ({ ok: false, why: `peerweek ${face.verb}: ${why}` });
  const types = Object.entries(face.options).map(
    ([name, { takes }]) => [name, { type: takes === 'nothing' ? 'boolean' : 'string' }] as const,
  );
  const { values, positionals } = parseArgs({
    args: withValues(face, args),
    options: Object.fromEntries(types),
    strict: false,
    allowPositionals: true,
  });
  for (const [name, value] of Object.entries(values)) {
    const option = face.options[name];
    if (!option) {
      const near = nearest(name, Object.keys(face.options));
      const dashes = name.length === 1 ? `-${name}` : dashed(name);
      return no(
        `there is no option ${dashes}.${near ? ` Did you mean ${dashed(near)}?` : ` Usage: peerweek ${usageOf(face)}`}`,
      );
    }
    const wrong = wrongWith(option, value);
    if (wrong) return no(`${dashed(name)} ${wrong}`);
  }
  const missing = face.wants[positionals.length];
  if (missing !== undefined) return no(`${missing} is missing. Usage: peerweek ${usageOf(face)}`);
  const extra = positionals[face.wants.length];
  if (extra !== undefined) return no(`“${extra}” is one too many. Usage: peerweek ${usageOf(face)}`);
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  return {
    ok: true,
    given: {
      given: positionals,
      flag: (name) => values[name] === true,
      text,
      number: (name) => (text(name) === undefined ? undefined : Number(text(name))),
    },
  };
}

/** The words with the values put in that options standing alone mean: a value is a number, all else is not its own. */
const withValues = ({ options }: Face, args: readonly string[]): string[] =>
  args.flatMap((arg, n) => {
    const alone = Object.entries(options).find(([name]) => arg === dashed(name))?.[1].alone;
    return alone === undefined || /^\d/.test(args[n + 1] ?? '') ? [arg] : [arg, alone];
  });

function wrongWith({ takes, value: what }: Option, value: unknown): string | undefined {
  if (takes === 'nothing') return value === true ? undefined : 'takes no value.';
  if (typeof value !== 'string' || value === '') return `wants a value: ${what}.`;
  if (takes === 'whole' && !/^\d{1,15}$/.test(value)) return `wants a whole number, not “${value}”.`;
  if (takes === 'number' && !(/^\d{0,9}(\.\d{1,6})?$/.test(value) && Number(value) > 0))
    return `wants a number above 0, not “${value}”.`;
  if (typeof takes === 'object' && !takes.includes(value))
    return `wants ${takes.slice(0, -1).join(', ')} or ${takes.at(-1)}, not “${value}”.`;
  return undefined;
}
