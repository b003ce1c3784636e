import type { Row } from './row.ts';

const YES = /^(y|yes|true|x|1|✓|✔|ok|agreed|t)$/i;
const NO = /^(n|no|false|0|-|none|f)$/i;

/** yes or no; undefined where blank or, said in a note, neither. */
export function yesNo(row: Row, column: string): boolean | undefined {
  const text = row.text(column);
  if (text === '') return undefined;
  if (YES.test(text)) return true;
  if (NO.test(text)) return false;
  row.note(column, `“${cut(text)}” is neither yes nor no.`, 'Write yes or no.');
  return undefined;
}

/** A whole number, out of the words around it (`12 people`); undefined where blank or, said in a note, none. */
export function whole(row: Row, column: string, what: string): number | undefined {
  const text = row.text(column);
  if (text === '') return undefined;
  const numbers = text.match(/\d+(\.\d+)?/g) ?? [];
  // Of a range the greater: a room or a group has to do for it.
  const most = Math.max(...numbers.map(Number));
  if (numbers.length > 0 && numbers.length <= 2 && Number.isInteger(most)) return most;
  row.note(column, `“${cut(text)}” is not a number.`, `Write ${what} as a number.`);
  return undefined;
}

/** `60`, `1 hour 30`, `1.5 hours`, `90 mins`, `1:30`: minutes; undefined where blank or, said in a note, unreadable. */
export function minutes(row: Row, column: string): number | undefined {
  const text = row.text(column).toLowerCase();
  if (text === '') return undefined;
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const long =
    /^(\d+(?:\.\d+)?)\s*(?:h|hr|hrs|hour|hours)(?:\s*(?:and\s*)?(\d{1,2})\s*(?:m|min|mins|minutes)?)?$/.exec(
      text,
    );
  const short = /^(\d+)\s*(?:m|min|mins|minute|minutes)?$/.exec(text);
  const found = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : long
      ? Math.round(Number(long[1]) * 60) + Number(long[2] ?? 0)
      : short
        ? Number(short[1])
        : undefined;
  if (found !== undefined && found % 15 === 0 && found >= 15 && found <= 600) return found;
  row.note(
    column,
    found === undefined
      ? `“${cut(text)}” is not a length of time.`
      : `${found} minutes are not a multiple of a quarter of an hour.`,
    'Write 60, 90 or 1 hour 30.',
  );
  return undefined;
}

/** Equipment and access needs, matched by their words: in small letters, parted by commas too. Undefined: blank. */
export function words(row: Row, column: string): readonly string[] | undefined {
  const found = row
    .list(column)
    .flatMap((piece) => piece.split(','))
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  return found.length > 0 ? [...new Set(found)] : undefined;
}

/** What is shown of a cell. */
export const cut = (text: string): string => {
  const line = text.replace(/\n/g, '; ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};
