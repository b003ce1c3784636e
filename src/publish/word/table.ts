import {
  BorderStyle,
  HeadingLevel,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { columnsOf } from '../paper/columns-of.ts';
import type { Cell, Line, Table as PaperTable, Row } from '../paper/paper.ts';
import { xmlText } from '../xml-text.ts';
import { twips } from './twips.ts';

/** The least height of a quarter of an hour, in points. */
const quarter = 4.5;

const edge = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' } as const;
const borders = { top: edge, bottom: edge, left: edge, right: edge };
const quietBorder = { ...borders, left: { style: BorderStyle.SINGLE, size: 18, color: '1D70B8' } as const };

const inkOf = { strong: '0B0C0C', plain: '0B0C0C', quiet: '484949' } as const;

const run = (text: string, line: Pick<Line, 'weight'>, points: number): TextRun =>
  new TextRun({
    text: xmlText(text),
    bold: line.weight === 'strong',
    color: inkOf[line.weight],
    size: Math.round(points * 2),
  });

const paragraphs = (lines: readonly Line[], points: number): Paragraph[] => {
  const all = lines.map(
    (line) =>
      new Paragraph({
        children: [
          run(line.text, line, points),
          ...(line.end === undefined ? [] : [run(`  ${line.end}`, { weight: 'strong' }, points)]),
        ],
      }),
  );
  // A cell has a paragraph, though there is nothing in it.
  return all.length > 0 ? all : [new Paragraph({ children: [run('', { weight: 'plain' }, points)] })];
};

function cellOf(cell: Cell, points: number, width: number): TableCell {
  return new TableCell({
    children: paragraphs(cell.lines, points),
    width: { size: twips(width), type: WidthType.DXA },
    borders: cell.look === 'weighty' ? quietBorder : borders,
    ...(cell.columns > 1 && { columnSpan: cell.columns }),
    ...(cell.rows > 1 && { rowSpan: cell.rows }),
    ...(cell.look === 'quiet' && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F2F1' } }),
  });
}

/** A table, its caption a heading before it; its row of headings is repeated on each page. `wide` in points. */
export function wordTable(table: PaperTable, points: number, wide: number): readonly (Paragraph | Table)[] {
  const head = Math.min(table.headWidth * points, wide / 2);
  const shares = table.columns.reduce((sum, c) => sum + c.share, 0) || 1;
  const widths = table.columns.map((c) => (c.share / shares) * (wide - head));
  const single = (lines: readonly Line[], width: number) =>
    cellOf({ lines, rows: 1, columns: 1, look: 'plain' }, points, width);
  const heading = (text: string, width: number) => single([{ text, weight: 'strong' }], width);
  const columns = columnsOf(table);
  const widthOf = (column: number, cell: Cell) =>
    widths.slice(column, column + cell.columns).reduce((a, b) => a + b, 0);
  const rowOf = (row: Row, r: number): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(row.quarters > 0 && {
        height: { value: twips(row.quarters * quarter), rule: HeightRule.ATLEAST },
      }),
      children: [
        ...(head === 0 ? [] : [single(row.head, head)]),
        ...row.cells.map((c, n) => cellOf(c, points, widthOf(columns[r]![n]!, c))),
      ],
    });
  return [
    ...(table.caption === ''
      ? []
      : [
          new Paragraph({
            heading: HeadingLevel.HEADING_2,
            keepNext: true,
            spacing: { before: twips(6), after: twips(2) },
            children: [run(table.caption, { weight: 'strong' }, points * 1.2)],
          }),
        ]),
    new Table({
      width: { size: twips(wide), type: WidthType.DXA },
      columnWidths: [...(head === 0 ? [] : [head]), ...widths].map(twips),
      layout: TableLayoutType.FIXED,
      margins: { top: 20, bottom: 20, left: 80, right: 80 },
      rows: [
        ...(table.list
          ? []
          : [
              new TableRow({
                tableHeader: true,
                cantSplit: true,
                children: [
                  ...(head === 0 ? [] : [heading(table.corner, head)]),
                  ...table.columns.map((c, i) => heading(c.heading, widths[i]!)),
                ],
              }),
            ]),
        ...table.rows.map(rowOf),
      ],
    }),
    new Paragraph({ spacing: { after: 0, line: 120 }, children: [] }),
  ];
}
