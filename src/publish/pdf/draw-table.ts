import { type Element, inks, type Pen } from './pen.ts';
import {
  type CellBox,
  captionHeight,
  captionSize,
  padding,
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

function drawCell(pen: Pen, box: CellBox, x: number, y: number, points: number, element: Element): void {
  if (box.lines.length === 0) return;
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
  const { headings, points, width } = box;
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
    if (row) drawCell(pen, cell, x, y, points, pen.below(row, 'TH', { Scope: 'Column' }));
    // Repeated on a further page, to be seen; it has been read.
    else pen.aside('Pagination', () => plainCell(pen, cell, x, y, points));
  };
  for (const cell of [headings.head, ...headings.cells]) draw(cell);
  return headings.height;
}

function plainCell(pen: Pen, box: CellBox, x: number, y: number, points: number): void {
  const set = box.lines.flatMap((l) => l.set);
  pen.lines(set, x + box.x + padding.x * points, y + padding.y * points, points, inks.ink);
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
  const first = captionHeight(box) + box.headings.height + (groups[0]?.[0]?.height ?? 0);
  let y = from;
  if (y + first > page.bottom && y > page.top) {
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
      y = page.top + drawHeadings(pen, box, x, page.top, undefined);
    }
    group.forEach((row, n) => {
      const below = group.slice(n);
      const tall = (cell: CellBox) => below.slice(0, cell.cell.rows).reduce((sum, r) => sum + r.height, 0);
      const at = y;
      pen.aside('Layout', () => {
        frame(pen, x, at, row.head.width, row.height, 'plain');
        for (const c of row.cells) frame(pen, x + c.x, at, c.width, tall(c), c.cell.look);
      });
      const tr = pen.below(body, 'TR');
      drawCell(pen, row.head, x, at, points, pen.below(tr, 'TH', { Scope: 'Row' }));
      for (const c of row.cells) drawCell(pen, c, x, at, points, pen.below(tr, 'TD', reach(c.cell)));
      y += row.height;
    });
  }
  table.end();
  return y;
}
