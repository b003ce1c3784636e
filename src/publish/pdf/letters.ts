import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';

/** A piece of text in one font; its width in ems. */
export interface Run {
  readonly font: string;
  readonly text: string;
  readonly width: number;
  /** Read from right to left. */
  readonly rtl: boolean;
  /** What was meant, where no font that we have can show it. */
  readonly meant?: string;
}

/** What is asked of a document that sets text. */
interface Sets {
  font(source: string): unknown;
  fontSize(size: number): unknown;
  widthOfString(text: string): number;
  registerFont(name: string, source: string): unknown;
}

/** pdfkit does not say which letters a font has; the font that it has open does. */
interface Opened {
  readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };
}

const files: Readonly<Record<string, string>> = {
  text: 'Arimo-Regular.ttf',
  'text-strong': 'Arimo-Bold.ttf',
  // For letters that the first do not have: Arabic and many signs.
  more: 'DejaVuSans.ttf',
  'more-strong': 'DejaVuSans-Bold.ttf',
};

/** Shown for a letter that no font has. */
const unknown = '\uFFFD';
/** What directs, joins or varies other letters, and is not seen itself: in a print it could only deceive. */
const unseen = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;
const rtlLetter = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const mark = /^\p{M}$/u;

/** Text without what is not seen, its blanks made one. */
export const clean = (text: string): string => text.replace(/\s+/g, ' ').replace(unseen, '').trim();

/** The fonts of a document: which of them has a letter, and how wide texts are in it. */
export interface Letters {
  /** A word in runs of the fonts that have its letters; measured once. */
  word(text: string, strong: boolean): readonly Run[];
  readonly space: number;
}

/** The fonts are embedded; nothing is asked of the machine that reads. */
export function lettersOf(doc: Sets): Letters {
  for (const [name, file] of Object.entries(files))
    doc.registerFont(name, join(packageRoot(), 'src', 'publish', 'pdf', 'font', file));
  const has = new Map<string, boolean>();
  const known = new Map<string, readonly Run[]>();

  const shows = (font: string, letter: string): boolean => {
    const key = `${font} ${letter}`;
    let answer = has.get(key);
    if (answer === undefined) {
      doc.font(font);
      answer = (doc as Sets & Opened)._font.font.hasGlyphForCodePoint(letter.codePointAt(0)!);
      has.set(key, answer);
    }
    return answer;
  };
  const width = (font: string, text: string): number => {
    doc.font(font);
    doc.fontSize(100);
    return doc.widthOfString(text) / 100;
  };

  function split(text: string, strong: boolean): readonly Run[] {
    const fonts = strong ? ['text-strong', 'more-strong'] : ['text', 'more'];
    const pieces: { font: string; text: string; meant: string; lost: boolean }[] = [];
    for (const letter of text) {
      const last = pieces.at(-1);
      const font =
        last && !last.lost && mark.test(letter) && shows(last.font, letter)
          ? last.font
          : fonts.find((f) => shows(f, letter));
      const lost = font === undefined;
      const [in_, shown] = lost ? [fonts[1]!, unknown] : [font, letter];
      if (last && last.font === in_ && last.lost === lost) {
        last.text += shown;
        last.meant += letter;
      } else pieces.push({ font: in_, text: shown, meant: letter, lost });
    }
    return pieces.map((p) => ({
      font: p.font,
      text: p.text,
      width: width(p.font, p.text),
      rtl: rtlLetter.test(p.text),
      ...(p.lost && { meant: p.meant }),
    }));
  }

  return {
    space: width('text', ' '),
    word(text, strong) {
      const key = `${strong ? 's' : 'p'}${text}`;
      let runs = known.get(key);
      if (!runs) {
        runs = split(text, strong);
        known.set(key, runs);
      }
      return runs;
    },
  };
}
