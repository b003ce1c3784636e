import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { withFixedDates } from '../fixed-zip.ts';
import type { HeaderView } from '../page/sheet.ts';
import type { Paper, Sheet } from '../paper/paper.ts';
import { textSizes } from '../pdf/pdf.ts';
import { xmlText } from '../xml-text.ts';
import { wordTable } from './table.ts';
import { twips } from './twips.ts';

/** Points: A4, and its margins. */
const A4 = { short: 595.28, long: 841.89, margin: 28.35 };
/** Word sets a little wider than our own measure: so much smaller, and a page is one page. */
const cautious = 0.93;

const text = (words: string, points: number, bold = false): TextRun =>
  new TextRun({ text: xmlText(words), size: Math.round(points * 2), bold });

const line = (words: string, points: number, after: number): readonly Paragraph[] =>
  words === '' ? [] : [new Paragraph({ spacing: { after: twips(after) }, children: [text(words, points)] })];

/** Whose it is, what, which version and when: on every page. */
const headerOf = (header: HeaderView): Header =>
  new Header({
    children: [
      new Paragraph({ children: [text(header.council, 12, true)] }),
      new Paragraph({
        spacing: { after: twips(6) },
        children: [
          text(`Children’s safeguarding peer review: ${header.subject}. ${header.week}. `, 9),
          text(`${header.draft ? 'Draft. ' : ''}${header.version}`, 9, true),
        ],
      }),
    ],
  });

const footerOf = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ size: 16, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

function sectionOf(header: HeaderView, sheet: Sheet, measured: number): ISectionOptions {
  const points = sheet.text.onePage ? measured * cautious : measured;
  const wide = (sheet.landscape ? A4.long : A4.short) - 2 * A4.margin;
  const margin = twips(A4.margin);
  return {
    properties: {
      page: {
        // The library turns the page itself where it lies on its side.
        size: {
          width: twips(A4.short),
          height: twips(A4.long),
          orientation: sheet.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: margin,
          right: margin,
          bottom: margin,
          left: margin,
          header: margin,
          footer: margin / 2,
        },
      },
    },
    headers: { default: headerOf(header) },
    footers: { default: footerOf() },
    children: [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        spacing: { before: 0, after: twips(4) },
        children: [text(sheet.title, Math.max(14, sheet.text.largest), true)],
      }),
      ...line(sheet.lead, Math.max(10, sheet.text.largest * 0.6), 4),
      ...sheet.before.flatMap((words) => line(words, 9, 3)),
      ...sheet.tables.flatMap((table) => wordTable(table, points, wide)),
      ...sheet.notes.flatMap((words) => line(words, Math.min(points, 10), 2)),
      ...sheet.foot.flatMap(({ strong, text: words }) => [
        new Paragraph({ children: [text(`${strong} `, 7.5, true), text(words, 7.5)] }),
      ]),
    ],
  };
}

/**
 * A paper as a Word document (.docx): headings, and tables with their headings repeated, to be worked on further. The
 * same paper gives the same bytes.
 */
export async function drawWord(paper: Paper): Promise<Uint8Array> {
  const sizes = await textSizes(paper);
  const document = new Document({
    title: xmlText(paper.title),
    creator: 'Peerweek',
    lastModifiedBy: 'Peerweek',
    styles: {
      default: {
        document: { run: { font: 'Arial', language: { value: 'en-GB' } } },
        heading1: { run: { font: 'Arial', color: '0b0c0c' } },
        heading2: { run: { font: 'Arial', color: '0b0c0c' } },
      },
    },
    sections: paper.sheets.map((sheet, n) => sectionOf(paper.header, sheet, sizes[n]!)),
  });
  const written = await Packer.toBuffer(document);
  const at = `${new Date(paper.at).toISOString().slice(0, 19)}Z`;
  return withFixedDates(written, paper.at, (name, part) =>
    name === 'docProps/core.xml'
      ? part.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, opened: string) => `${opened}${at}`)
      : part,
  );
}
