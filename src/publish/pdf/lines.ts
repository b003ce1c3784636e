import { clean, type Letters, type Run } from './letters.ts';

/** A run at its place in a line, in ems from the line’s beginning. */
export interface PlacedRun extends Run {
  readonly x: number;
}

export interface SetLine {
  readonly runs: readonly PlacedRun[];
  /** Ems. */
  readonly width: number;
}

type Word = readonly Run[];

const widthOf = (word: Word): number => word.reduce((sum, run) => sum + run.width, 0);
const isRtl = (word: Word): boolean => word.some((run) => run.rtl);

/** A word in pieces that go into a width, letter by letter; each has at least one. */
function broken(letters: Letters, word: string, strong: boolean, room: number): readonly Word[] {
  const pieces: Word[] = [];
  let piece = '';
  let width = 0;
  for (const letter of word) {
    const more = widthOf(letters.word(letter, strong));
    if (piece !== '' && width + more > room) {
      pieces.push(letters.word(piece, strong));
      [piece, width] = ['', 0];
    }
    piece += letter;
    width += more;
  }
  return piece === '' ? pieces : [...pieces, letters.word(piece, strong)];
}

/** Words that are read from right to left, one after another, change places: the first of them stands rightmost. */
function inSight(words: readonly Word[]): readonly Word[] {
  const seen: Word[] = [];
  for (let i = 0; i < words.length; ) {
    let end = i;
    while (end < words.length && isRtl(words[end]!)) end++;
    if (end > i) seen.push(...words.slice(i, end).toReversed());
    else seen.push(words[end++]!);
    i = end;
  }
  return seen;
}

const joins = (a: Run, b: Run): boolean =>
  a.font === b.font && !a.rtl && !b.rtl && a.meant === undefined && b.meant === undefined;

function placed(letters: Letters, words: readonly Word[]): SetLine {
  const runs: PlacedRun[] = [];
  let x = 0;
  inSight(words).forEach((word, n) => {
    if (n > 0) x += letters.space;
    for (const [m, run] of (isRtl(word) ? word.toReversed() : word).entries()) {
      const last = runs.at(-1);
      // Words in one font are one text, with the blanks that are read between them.
      if (n > 0 && m === 0 && last && joins(last, run))
        runs[runs.length - 1] = {
          ...last,
          text: `${last.text} ${run.text}`,
          width: x - last.x + run.width,
        };
      else runs.push({ ...run, x });
      x += run.width;
    }
  });
  return { runs, width: x };
}

function broke(letters: Letters, text: string, strong: boolean, room: number): readonly SetLine[] {
  const words = clean(text)
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word): readonly Word[] => {
      const whole = letters.word(word, strong);
      return widthOf(whole) <= room ? [whole] : broken(letters, word, strong, room);
    });
  const lines: Word[][] = [];
  let width = 0;
  for (const word of words) {
    const more = widthOf(word);
    const last = lines.at(-1);
    if (last && width + letters.space + more <= room) {
      last.push(word);
      width += letters.space + more;
    } else {
      lines.push([word]);
      width = more;
    }
  }
  return lines.map((line) => placed(letters, line));
}

/** While a size is looked for, the same texts are set in the same widths over and over: each is broken once. */
const known = new WeakMap<Letters, Map<string, readonly SetLine[]>>();

/**
 * A text in lines that go into `room` (ems): broken between words, and within one only where it alone is wider.
 * No text, no line.
 */
export function setLines(letters: Letters, text: string, strong: boolean, room: number): readonly SetLine[] {
  const own = known.get(letters) ?? new Map<string, readonly SetLine[]>();
  known.set(letters, own);
  const key = `${strong ? 's' : 'p'}${room} ${text}`;
  let lines = own.get(key);
  if (!lines) {
    lines = broke(letters, text, strong, room);
    own.set(key, lines);
  }
  return lines;
}
