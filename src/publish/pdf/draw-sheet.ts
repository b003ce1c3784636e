import type { HeaderView } from '../page/sheet.ts';
import type { Sheet } from '../paper/paper.ts';
import { drawTable, type Page } from './draw-table.ts';
import { type Element, inks, type Pen } from './pen.ts';
import { layTable, lineHeight, type TableBox } from './table-layout.ts';

/** Points: A4, and its margins. */
const A4 = { short: 595.28, long: 841.89 };
const margin = 28.35;
const footer = 14;
const small = 8;
/** The least and the greatest height of a quarter of an hour: an hour is visibly an hour. */
const quarter = { least: 6.2, most: 17, step: 0.4 };
const between = 8;

const sizesOf = ({ largest, smallest }: Sheet['text']): readonly number[] =>
  Array.from({ length: Math.floor((largest - smallest) * 4) + 1 }, (_, n) => largest - n / 4);

interface Laid {
  readonly tables: readonly TableBox[];
  readonly height: number;
}

function lay(pen: Pen, sheet: Sheet, points: number, width: number, least: number): Laid {
  const tables = sheet.tables.map((table) => layTable(pen.letters, table, points, width, least));
  const height = tables.reduce((sum, box) => sum + box.height + between, 0);
  return { tables, height };
}

/** The largest text with which everything goes into `room`, then the tallest rows; the smallest where nothing does. */
function fitted(pen: Pen, sheet: Sheet, width: number, room: number): Laid {
  const { largest, smallest, onePage } = sheet.text;
  if (!onePage) return lay(pen, sheet, largest, width, 0);
  const timed = sheet.tables.some((t) => t.rows.some((r) => r.quarters > 0));
  for (const points of sizesOf(sheet.text)) {
    let best = lay(pen, sheet, points, width, timed ? quarter.least : 0);
    if (best.height > room) continue;
    for (let q = quarter.least + quarter.step; timed && q <= quarter.most; q += quarter.step) {
      const taller = lay(pen, sheet, points, width, q);
      if (taller.height > room) break;
      best = taller;
    }
    return best;
  }
  return lay(pen, sheet, smallest, width, 0);
}

/** Whose it is, what, which version and when: read once a sheet, seen on each of its pages. Gives its height. */
function drawHeader(pen: Pen, header: HeaderView, width: number, parent: Element | undefined): number {
  const right = margin + width;
  const version = pen.set(`${header.draft ? 'Draft. ' : ''}${header.version}`, 10, header.draft, width * 0.5);
  const week = pen.set(header.week, 10, false, width * 0.5);
  const council = pen.set(header.council, 13, true, width * 0.48);
  const subject = pen.set(`Children’s safeguarding peer review: ${header.subject}`, 10, false, width * 0.48);
  const left = council.length * 13 * lineHeight + subject.length * 10 * lineHeight;
  const height = Math.max(left, (version.length + week.length) * 10 * lineHeight) + 4;
  const write = (draw: () => void) => {
    if (parent) pen.below(parent, 'P').add(draw);
    else pen.aside('Pagination', draw);
  };
  write(() => {
    const y = pen.lines(council, margin, margin, 13, inks.ink);
    pen.lines(subject, margin, margin + y, 10, inks.ink);
  });
  write(() => {
    [...version, ...week].forEach((set, n) => {
      pen.lineTo(set, right, margin + n * 10 * lineHeight, 10, inks.ink);
    });
  });
  pen.aside('Layout', () => {
    pen.doc.rect(margin, margin + height, width, 2.4).fill(inks.accent);
  });
  return height + 2.4 + 6;
}

/** Draws a sheet on pages of its own; gives the size of its tables’ text. `root` is the document’s structure. */
export function drawSheet(pen: Pen, sheet: Sheet, header: HeaderView, root: Element): number {
  const { doc } = pen;
  const [wide, high] = sheet.landscape ? [A4.long, A4.short] : [A4.short, A4.long];
  const width = wide - 2 * margin;
  const bottom = high - margin - footer;
  const begin = () => doc.addPage({ size: [wide, high], margin: 0 });
  begin();
  const section = pen.below(root, 'Sect');
  let y = margin + drawHeader(pen, header, width, section);
  const top = y;
  const page: Page = {
    x: margin,
    bottom,
    top,
    turn: () => {
      begin();
      drawHeader(pen, header, width, undefined);
    },
  };
  const write = (type: string, text: string, points: number, strong: boolean, ink: string, after: number) => {
    const set = pen.set(text, points, strong, width);
    if (set.length === 0) return;
    const height = set.length * points * lineHeight;
    if (y + height > bottom && y > top) {
      page.turn();
      y = top;
    }
    pen.below(section, type).add(() => void pen.lines(set, margin, y, points, ink));
    y += height + after;
  };
  const size = Math.max(15, sheet.text.largest * 1.2);
  write('H1', sheet.title, size, true, inks.ink, 2);
  write('P', sheet.lead, Math.max(10, size * 0.55), false, inks.ink, 5);
  for (const text of sheet.before) write('P', text, 9.5, false, inks.quiet, 4);

  const noteSize = Math.min(14, Math.max(10, sheet.text.largest * 0.6));
  const foot = sheet.foot.map(({ strong, text }) => `${strong} ${text}`);
  const after =
    sheet.notes.reduce(
      (sum, t) => sum + pen.set(t, noteSize, false, width).length * noteSize * lineHeight + 3,
      0,
    ) + foot.reduce((sum, t) => sum + pen.set(t, small, false, width).length * small * lineHeight + 2, 0);
  const laid = fitted(pen, sheet, width, bottom - y - after - 1);
  for (const box of laid.tables) y = drawTable(pen, box, page, y, section) + between;
  for (const text of sheet.notes) write('P', text, noteSize, false, inks.ink, 3);
  for (const text of foot) write('P', text, small, false, inks.quiet, 2);
  section.end();
  return laid.tables[0]?.points ?? sheet.text.largest;
}

/** At the foot of each page, once all are drawn: whose, which version, which page of how many. */
export function drawFooters(pen: Pen, title: string, version: string): void {
  const { doc } = pen;
  const { start, count } = doc.bufferedPageRange();
  for (let n = 0; n < count; n++) {
    doc.switchToPage(start + n);
    const { width, height } = doc.page;
    const y = height - margin - small;
    const pages = pen.set(`Page ${n + 1} of ${count}`, small, false, 200)[0]!;
    const room = width - 2 * margin - (pages.width + 2) * small;
    pen.aside('Pagination', () => {
      pen.lines(
        pen.set(`${title}. ${version}`, small, false, room).slice(0, 1),
        margin,
        y,
        small,
        inks.quiet,
      );
      pen.lineTo(pages, width - margin, y, small, inks.quiet);
    });
  }
}
