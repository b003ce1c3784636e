/** How wide the signs from the blank to the tilde are in Arial, in thousandths of an em: a page is set in it, or as wide. */
const widths = {
  plain: [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ],
  bold: [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
    556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
    556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
    333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ],
};
type Weight = keyof typeof widths;

/** Letters with accents are as wide as without; what is not known is as wide as a capital. */
function letterWidth(letter: string, weight: Weight): number {
  if (letter === '’' || letter === '‘') return 278;
  return widths[weight][letter.normalize('NFD').codePointAt(0)! - 32] ?? 722;
}

/** Ems. */
const widthOf = (word: string, weight: Weight): number =>
  [...word].reduce((sum, letter) => sum + letterWidth(letter, weight), 0) / 1000;

/** While a size is looked for, the same texts are measured over and over: each is once. */
const measured: Record<Weight, Map<string, readonly number[]>> = { plain: new Map(), bold: new Map() };
const most = 4000;

function wordsOf(text: string, weight: Weight): readonly number[] {
  const known = measured[weight].get(text);
  if (known) return known;
  const words = text
    .split(/[\s\u00ad]+|(?<=-)/)
    .filter((word) => word !== '')
    .map((word) => widthOf(word, weight));
  if (measured[weight].size >= most) measured[weight].clear();
  measured[weight].set(text, words);
  return words;
}

const blank = 0.278;

/** Lines that a text takes in so many ems, words whole where they go on a line; 0 for none. */
export function lineCount(text: string, room: number, bold: boolean): number {
  let lines = 0;
  let left = 0;
  for (const word of wordsOf(text, bold ? 'bold' : 'plain')) {
    if (lines > 0 && blank + word <= left) {
      left -= blank + word;
      continue;
    }
    const broken = Math.max(1, Math.ceil(word / room));
    lines += broken;
    left = broken * room - word;
  }
  return lines;
}
