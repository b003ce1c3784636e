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
  SectionType,
  TextRun,
} from 'docx';
import { withFixedDates } from '../fixed-zip.ts';
import type { HeaderView } from '../page/sheet.ts';
import { legible, type Paper } from '../paper/paper.ts';
import type { Fitted } from '../pdf/fit-sheet.ts';
import { fittings } from '../pdf/pdf.ts';
import { xmlText } from '../xml-text.ts';
import { wordTable } from './table.ts';
import { twips } from './twips.ts';

/** Points: around a page, and between columns of tables. */
const around = 28.35;
const between = 14;
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

/** A sheet: one section, or three where its tables stand in two columns between what is above and below them. */
function sectionsOf(
  header: HeaderView,
  { sheet, format, points: measured }: Fitted,
): readonly ISectionOptions[] {
  // Where it would be too small to be read, it goes on over the page.
  const points = sheet.text.onePage ? Math.max(legible, measured * cautious) : measured;
  const all = (sheet.landscape ? format.long : format.short) - 2 * around;
  const wide = sheet.columns === 1 ? all : (all - between) / 2;
  const margin = twips(around);
  const section = (
    children: ISectionOptions['children'],
    first: boolean,
    columns: 1 | 2,
  ): ISectionOptions => ({
    properties: {
      type: first ? SectionType.NEXT_PAGE : SectionType.CONTINUOUS,
      ...(columns === 2 && { column: { count: 2, space: twips(between) } }),
      page: {
        // The library turns the page itself where it lies on its side.
        size: {
          width: twips(format.short),
          height: twips(format.long),
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
    children,
  });
  const above = [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { before: 0, after: twips(4) },
      children: [text(sheet.title, Math.max(14, sheet.text.largest), true)],
    }),
    ...line(sheet.lead, Math.max(10, sheet.text.largest * 0.6), 4),
    ...sheet.before.flatMap((words) => line(words, 9, 3)),
  ];
  const tables = sheet.tables.flatMap((table) => wordTable(table, points, wide));
  const below = [
    ...sheet.notes.flatMap((words) => line(words, Math.max(10, sheet.text.largest * 0.5), 2)),
    ...sheet.foot.map(
      ({ strong, text: words }) =>
        new Paragraph({ children: [text(`${strong} `, legible, true), text(words, legible)] }),
    ),
  ];
  if (sheet.columns === 1) return [section([...above, ...tables, ...below], true, 1)];
  return [
    section(above, true, 1),
    section(tables, false, 2),
    ...(below.length > 0 ? [section(below, false, 1)] : []),
  ];
}

/**
 * A paper as a Word document (.docx): headings, and tables with their headings repeated, to be worked on further. The
 * same paper gives the same bytes.
 */
export async function drawWord(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: xmlText(paper.title),
    creator: 'Peerweek',
    lastModifiedBy: 'Peerweek',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 17, language: { value: 'en-GB' } } },
        heading1: { run: { font: 'Arial', color: '0b0c0c' } },
        heading2: { run: { font: 'Arial', color: '0b0c0c' } },
      },
    },
    sections: fittings(paper).flatMap((fitted) => sectionsOf(paper.header, fitted)),
  });
  const written = await Packer.toBuffer(document);
  const at = `${new Date(paper.at).toISOString().slice(0, 19)}Z`;
  return withFixedDates(written, paper.at, (name, part) =>
    name === 'docProps/core.xml'
      ? part.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, opened: string) => `${opened}${at}`)
      : part,
  );
}
