import { type Element, inks, type Pen } from './pen.ts';
import {
  type CellBox,
  captionHeight,
  captionSize,
  continued,
  lineHeight,
  paddingOf,
  type RowBox,
  type TableBox,
} from './table-layout.ts';

/** The page as far as a table has to know it. */
export interface Page {
  /** Where the table’s left edge is. */
  readonly x: number;
  /** The lowest a row may end. */
  readonly bottom: number;
  /** Where it goes on after `turn`. */
  readonly top: number;
  /** Begins a new page. */
  readonly turn: () => void;
}

function drawCell(pen: Pen, of: TableBox, box: CellBox, x: number, y: number, element: Element): void {
  if (box.lines.length === 0) return;
  const { points } = of;
  const padding = paddingOf(of.table);
  element.add(() => {
    let at = y + padding.y * points;
    for (const { line, set, end } of box.lines) {
      const ink = line.weight === 'quiet' ? inks.quiet : inks.ink;
      const left = x + box.x + padding.x * points;
      const height = pen.lines(set, left, at, points, ink);
      if (end) pen.lineTo(end, x + box.x + box.width - padding.x * points, at, points, inks.accent);
      at += height;
    }
  });
}

function frame(pen: Pen, x: number, y: number, width: number, height: number, look: string): void {
  const { doc } = pen;
  if (look === 'quiet') doc.rect(x, y, width, height).fill(inks.tint);
  doc.lineWidth(0.5).strokeColor(inks.line).rect(x, y, width, height).stroke();
  if (look === 'weighty') doc.rect(x, y, 2.2, height).fill(inks.accent);
}

function drawHeadings(pen: Pen, box: TableBox, x: number, y: number, parent: Element | undefined): number {
  const { headings, table, width } = box;
  if (table.list) return 0;
  const row = parent && pen.below(pen.below(parent, 'THead'), 'TR');
  pen.aside('Layout', () => {
    const bottom = y + headings.height;
    pen.doc
      .lineWidth(1)
      .strokeColor(inks.ink)
      .moveTo(x, bottom)
      .lineTo(x + width, bottom)
      .stroke();
  });
  const draw = (cell: CellBox) => {
    if (row) drawCell(pen, box, cell, x, y, pen.below(row, 'TH', { Scope: 'Column' }));
    // Repeated on a further page, to be seen; it has been read.
    else pen.aside('Pagination', () => plainCell(pen, box, cell, x, y));
  };
  for (const cell of [...headsOf(table, headings), ...headings.cells]) draw(cell);
  return headings.height;
}

/** What heads a row; nothing where nothing does. */
const headsOf = (table: TableBox['table'], row: RowBox): readonly CellBox[] =>
  table.headWidth === 0 ? [] : [row.head];

function plainCell(pen: Pen, { points, table }: TableBox, box: CellBox, x: number, y: number): void {
  const padding = paddingOf(table);
  const set = box.lines.flatMap((l) => l.set);
  pen.lines(set, x + box.x + padding.x * points, y + padding.y * points, points, inks.ink);
}

/** On a further page, what it is that goes on: to be seen, for it has been read. Gives its height. */
function drawContinued(pen: Pen, box: TableBox, x: number, y: number): number {
  if (box.captionLines.length === 0) return 0;
  const points = box.points * captionSize;
  const set = pen.set(continued(box.table.caption), points, true, box.width);
  pen.aside('Pagination', () => void pen.lines(set, x, y, points, inks.ink));
  return set.length * points * lineHeight + 2;
}

const reach = (cell: CellBox['cell']): Record<string, number> => ({
  ...(cell.rows > 1 && { RowSpan: cell.rows }),
  ...(cell.columns > 1 && { ColSpan: cell.columns }),
});

/** Rows that cells reach across stay together on a page. */
function together(rows: readonly RowBox[]): readonly (readonly RowBox[])[] {
  const groups: RowBox[][] = [];
  let until = 0;
  rows.forEach((row, r) => {
    if (r < until) groups.at(-1)!.push(row);
    else groups.push([row]);
    until = Math.max(until, r + 1, ...row.cells.map((c) => r + c.cell.rows));
  });
  return groups;
}

/** Draws a table from `y` down, over as many pages as it takes; gives where it ends. */
export function drawTable(pen: Pen, box: TableBox, page: Page, from: number, parent: Element): number {
  const { x } = page;
  const { points } = box;
  const table = pen.below(parent, 'Table');
  const groups = together(box.rows);
  const first = (groups[0] ?? []).reduce((sum, row) => sum + row.height, 0);
  const needs =
    box.table.whole && box.height <= page.bottom - page.top
      ? box.height
      : captionHeight(box) + box.headings.height + first;
  let y = from;
  if (y + needs > page.bottom && y > page.top) {
    page.turn();
    y = page.top;
  }
  if (box.captionLines.length > 0) {
    pen
      .below(table, 'Caption')
      .add(() => void pen.lines(box.captionLines, x, y, points * captionSize, inks.ink));
    y += captionHeight(box);
  }
  y += drawHeadings(pen, box, x, y, table);
  const body = pen.below(table, 'TBody');
  for (const group of groups) {
    const height = group.reduce((sum, row) => sum + row.height, 0);
    if (y + height > page.bottom && y > page.top + box.headings.height) {
      page.turn();
      y = page.top + drawContinued(pen, box, x, page.top);
      y += drawHeadings(pen, box, x, y, undefined);
    }
    group.forEach((row, n) => {
      const below = group.slice(n);
      const tall = (cell: CellBox) => below.slice(0, cell.cell.rows).reduce((sum, r) => sum + r.height, 0);
      const at = y;
      pen.aside('Layout', () => {
        for (const c of headsOf(box.table, row)) frame(pen, x, at, c.width, row.height, 'plain');
        for (const c of row.cells) frame(pen, x + c.x, at, c.width, tall(c), c.cell.look);
      });
      const tr = pen.below(body, 'TR');
      for (const c of headsOf(box.table, row))
        drawCell(pen, box, c, x, at, pen.below(tr, 'TH', { Scope: 'Row' }));
      for (const c of row.cells) drawCell(pen, box, c, x, at, pen.below(tr, 'TD', reach(c.cell)));
      y += row.height;
    });
  }
  table.end();
  return y;
}
