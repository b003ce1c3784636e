import type PDFDocument from 'pdfkit';
import { type Letters, lettersOf } from './letters.ts';
import { type SetLine, setLines } from './lines.ts';
import { lineHeight } from './table-layout.ts';

type Doc = InstanceType<typeof PDFDocument>;
/** An element of the document’s structure, which is what a screen reader reads. */
export type Element = ReturnType<Doc['struct']>;

export const inks = {
  ink: '#0b0c0c',
  quiet: '#484949',
  accent: '#1d70b8',
  line: '#b1b4b6',
  tint: '#f3f2f1',
  paper: '#ffffff',
} as const;

/** What pdfkit keeps of an element and its typings leave out. */
interface Attributed {
  readonly dictionary: { readonly data: Record<string, unknown> };
}

/** Draws on the page that is open: text that is read, in the structure, and lines and tints that are not. */
export interface Pen {
  readonly doc: Doc;
  readonly letters: Letters;
  /** An element below another. Those of tables say what they head and how far they reach. */
  below(parent: Element, type: string, attributes?: Readonly<Record<string, string | number>>): Element;
  /** Lines of text from the top left corner, in points; gives the height. */
  lines(set: readonly SetLine[], x: number, y: number, points: number, ink: string): number;
  /** What stands to the right: the line ends at `x`. */
  lineTo(set: SetLine, x: number, y: number, points: number, ink: string): void;
  set(text: string, points: number, strong: boolean, width: number): readonly SetLine[];
  /** Not part of what is read. */
  aside(type: 'Layout' | 'Pagination', draw: () => void): void;
}

/** Where the letters stand within their line, in ems from its top. */
const baseline = 0.93;

export function penOn(doc: Doc): Pen {
  const letters = lettersOf(doc);
  const line = (set: SetLine, x: number, y: number, points: number, ink: string) => {
    set.runs.forEach((run, n) => {
      doc.font(run.font).fontSize(points).fillColor(ink);
      // Lines are read one after another, with a blank between them.
      const text = n === set.runs.length - 1 && !run.rtl ? `${run.text} ` : run.text;
      const at = [x + run.x * points, y + baseline * points] as const;
      const write = () => doc.text(text, ...at, { lineBreak: false, baseline: 'alphabetic' });
      if (run.meant === undefined) write();
      else {
        // Shown as unknown, and read as what was meant.
        doc.markContent('Span', { actual: run.meant });
        write();
        doc.endMarkedContent();
      }
    });
  };
  return {
    doc,
    letters,
    below(parent, type, attributes) {
      const element = doc.struct(type);
      if (attributes) (element as Element & Attributed).dictionary.data.A = { O: 'Table', ...attributes };
      parent.add(element);
      return element;
    },
    lines(set, x, y, points, ink) {
      set.forEach((one, n) => {
        line(one, x, y + n * points * lineHeight, points, ink);
      });
      return set.length * points * lineHeight;
    },
    lineTo: (set, x, y, points, ink) => line(set, x - set.width * points, y, points, ink),
    set: (text, points, strong, width) => setLines(letters, text, strong, width / points),
    aside(type, draw) {
      doc.markContent('Artifact', { type });
      draw();
      doc.endMarkedContent();
    },
  };
}
