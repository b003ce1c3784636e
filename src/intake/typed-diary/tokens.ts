import { type DayNames, dayAt } from './calendar-words.ts';
import type { TypedClock } from './clock.ts';
import { type Word, wordAt } from './vocabulary.ts';

interface At {
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
}
export type Token = At &
  (
    | Exclude<Word, { readonly kind: 'noon' | 'midnight' }>
    | { readonly kind: 'days'; readonly days: readonly number[]; readonly isDate: boolean }
    | { readonly kind: 'time'; readonly clock: TypedClock }
    | { readonly kind: 'no-day'; readonly why: string }
    | { readonly kind: 'lost'; readonly why?: string }
  );

/** Hours as words, as people say them after “half” or “quarter to”; alone they count things ("two mornings"). */
const hours = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const anHour = `(\\d{1,2}(?![\\d:.])|(?:${hours.join('|')})(?![a-z]))`;
const hourOf = (said: string): number => hours.indexOf(said) + 1 || Number(said);

const times: readonly {
  readonly shape: RegExp;
  readonly read: (m: RegExpExecArray) => Omit<TypedClock, 'half'>;
}[] = [
  {
    shape: new RegExp(`half(?:\\s+past|-past)?\\s+${anHour}`, 'y'),
    read: (m) => ({ hour: hourOf(m[1]!), minute: 30, sure: false }),
  },
  {
    shape: new RegExp(`(?:a\\s+)?quarter\\s+past\\s+${anHour}`, 'y'),
    read: (m) => ({ hour: hourOf(m[1]!), minute: 15, sure: false }),
  },
  {
    shape: new RegExp(`(?:a\\s+)?quarter\\s+to\\s+${anHour}`, 'y'),
    read: (m) => ({ hour: (hourOf(m[1]!) + 11) % 12 || 12, minute: 45, sure: false }),
  },
  {
    shape: new RegExp(`(${hours.join('|')})(?=\\s*(?:o'clock|am\\b|pm\\b|[ap]\\.m))`, 'y'),
    read: (m) => ({ hour: hourOf(m[1]!), minute: 0, sure: false }),
  },
  {
    shape: /(\d{1,2})[:.](\d\d)(?!\d)/y,
    read: (m) => ({ hour: Number(m[1]), minute: Number(m[2]), sure: m[1]!.startsWith('0') }),
  },
  {
    shape: /(\d{1,2})(\d\d)(?:\s*(?:h|hrs|hours))?(?![\da-z:.])/y,
    read: (m) => ({ hour: Number(m[1]), minute: Number(m[2]), sure: m[1]!.startsWith('0') }),
  },
  {
    shape: /(\d{1,2})(?!\d)/y,
    read: (m) => ({ hour: Number(m[1]), minute: 0, sure: m[1]!.startsWith('0') }),
  },
];
const half = /\s*(am|pm|a\.m\.?|p\.m\.?)(?![a-z0-9'])/y;

/** What a person typed, in pieces; blanks and words that say nothing are left out. */
export function tokensOf(names: DayNames, typed: string): readonly Token[] {
  // Each of these is one character for one, so that places in the text stay true.
  const text = typed
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[\t\u00a0\u2007\u202f]/g, ' ');
  const tokens: Token[] = [];
  for (let from = 0; from < text.length; ) {
    if (text[from] === ' ') {
      from++;
      continue;
    }
    const token = tokenAt(names, text, from);
    if (token.kind !== 'filler') tokens.push(token);
    from = token.to;
  }
  return tokens;
}

const namedTime: Readonly<Record<string, TypedClock>> = {
  noon: { hour: 12, minute: 0, half: 'pm', sure: true },
  midnight: { hour: 0, minute: 0, sure: true },
};

function tokenAt(names: DayNames, text: string, from: number): Token {
  const found = wordAt(text, from);
  const named = namedTime[found?.word.kind ?? ''];
  if (found && named) return { kind: 'time', clock: named, from, to: found.to };
  const day = dayAt(names, text, from);
  if (day?.ok) return { kind: 'days', days: day.days, isDate: day.isDate, from, to: day.to };
  if (day) return { kind: 'no-day', why: day.why, from, to: day.to };
  const time = timeAt(text, from);
  if (time) return time;
  if (found) return { ...found.word, from, to: found.to } as Token;
  return { kind: 'lost', from, to: from + unknownLength(text, from) };
}

function timeAt(text: string, from: number): Token | undefined {
  for (const { shape, read } of times) {
    shape.lastIndex = from;
    const found = shape.exec(text);
    if (!found) continue;
    const clock = read(found);
    half.lastIndex = shape.lastIndex;
    const said = half.exec(text);
    const to = said ? half.lastIndex : shape.lastIndex;
    if (/[a-z]/.test(text.charAt(to))) return undefined;
    const real = clock.hour <= 24 && clock.minute <= 59 && (clock.hour < 24 || clock.minute === 0);
    if (!real || (said && (clock.hour > 12 || clock.hour === 0)))
      return { kind: 'lost', why: 'This is not a time of day.', from, to };
    return {
      kind: 'time',
      clock: said ? { ...clock, half: said[1]!.startsWith('a') ? 'am' : 'pm' } : clock,
      from,
      to,
    };
  }
  return undefined;
}

/** A word up to the next blank or sign, at least one whole character. */
function unknownLength(text: string, from: number): number {
  const word = /^[^\s,;.!?&+/:()"*•·-]+/u.exec(text.slice(from))?.[0];
  return word?.length ?? String.fromCodePoint(text.codePointAt(from)!).length;
}
