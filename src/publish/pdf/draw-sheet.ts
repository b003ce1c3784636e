import type { HeaderView } from '../page/sheet.ts';
import { legible, type Paper, type Sheet } from '../paper/paper.ts';
import { drawTable, type Page } from './draw-table.ts';
import { between, type Fitted, type Format, fitSheet, type Room } from './fit-sheet.ts';
import type { SetLine } from './lines.ts';
import { type Element, inks, type Pen } from './pen.ts';
import { lineHeight } from './table-layout.ts';

/** Points: around a page, and the line at its foot. */
const margin = 28.35;
const footer = 14;
const small = legible;

const sizeOf = ({ landscape }: Sheet, { short, long }: Format) =>
  landscape ? { wide: long, high: short } : { wide: short, high: long };

/** Whose it is, what, which version and when: set, and how tall that is. */
function headerBox(pen: Pen, header: HeaderView, width: number) {
  // The version is never longer than its part of the line; a council’s name may be.
  const [left, right] = [width * 0.56, width * 0.42];
  const version = pen.set(`${header.draft ? 'Draft. ' : ''}${header.version}`, 10, header.draft, right);
  const week = pen.set(header.week, 10, false, right);
  const council = pen.set(header.council, 13, true, left);
  const subject = pen.set(`Children’s safeguarding peer review: ${header.subject}`, 10, false, left);
  const tall = council.length * 13 * lineHeight + subject.length * 10 * lineHeight;
  const height = Math.max(tall, (version.length + week.length) * 10 * lineHeight) + 4;
  return { version, week, council, subject, height, whole: height + 2.4 + 6 };
}

/** Read once a sheet, seen on each of its pages. */
function drawHeader(pen: Pen, header: HeaderView, width: number, parent: Element | undefined): void {
  const { version, week, council, subject, height } = headerBox(pen, header, width);
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
      pen.lineTo(set, margin + width, margin + n * 10 * lineHeight, 10, inks.ink);
    });
  });
  pen.aside('Layout', () => {
    pen.doc.rect(margin, margin + height, width, 2.4).fill(inks.accent);
  });
}

/** Something said above or below the tables. */
interface Saying {
  readonly type: 'H1' | 'P';
  readonly text: string;
  readonly points: number;
  readonly ink: string;
  readonly after: number;
}

function above(sheet: Sheet): readonly Saying[] {
  const size = Math.max(15, sheet.text.largest * 1.2);
  return [
    { type: 'H1', text: sheet.title, points: size, ink: inks.ink, after: 2 },
    { type: 'P', text: sheet.lead, points: Math.max(10, size * 0.55), ink: inks.ink, after: 5 },
    ...sheet.before.map((text): Saying => ({ type: 'P', text, points: 9.5, ink: inks.quiet, after: 4 })),
  ];
}

function below(sheet: Sheet): readonly Saying[] {
  const points = Math.min(20, Math.max(10, sheet.text.largest * 0.6));
  return [
    ...sheet.notes.map((text): Saying => ({ type: 'P', text, points, ink: inks.ink, after: 3 })),
    ...sheet.foot.map(
      ({ strong, text }): Saying => ({
        type: 'P',
        text: `${strong} ${text}`,
        points: small,
        ink: inks.quiet,
        after: 2,
      }),
    ),
  ];
}

const setOf = (pen: Pen, { type, text, points }: Saying, width: number): readonly SetLine[] =>
  pen.set(text, points, type === 'H1', width);

const tallOf = (pen: Pen, said: readonly Saying[], width: number): number =>
  said.reduce((sum, one) => {
    const lines = setOf(pen, one, width).length;
    return lines === 0 ? sum : sum + lines * one.points * lineHeight + one.after;
  }, 0);

/** What the pages of a sheet leave its tables. */
function roomOf(pen: Pen, header: HeaderView, sheet: Sheet, format: Format): Room {
  const { wide, high } = sizeOf(sheet, format);
  const width = wide - 2 * margin;
  const said = headerBox(pen, header, width).whole + tallOf(pen, [...above(sheet), ...below(sheet)], width);
  return { width, height: high - 2 * margin - footer - said - 1 };
}

/** How each sheet of a paper goes on its pages. */
export const fitPaper = (pen: Pen, { sheets, header }: Paper): readonly Fitted[] =>
  sheets.map((sheet) => fitSheet(pen, sheet, (of, format) => roomOf(pen, header, of, format)));

/** Draws a sheet on pages of its own. `root` is the document’s structure. */
export function drawSheet(
  pen: Pen,
  { sheet, format, columns }: Fitted,
  header: HeaderView,
  root: Element,
): void {
  const { doc } = pen;
  const { wide, high } = sizeOf(sheet, format);
  const width = wide - 2 * margin;
  const bottom = high - margin - footer;
  const begin = () => doc.addPage({ size: [wide, high], margin: 0 });
  begin();
  const section = pen.below(root, 'Sect');
  drawHeader(pen, header, width, section);
  const top = margin + headerBox(pen, header, width).whole;
  let y = top;
  const page: Page = {
    x: margin,
    bottom,
    top,
    turn: () => {
      begin();
      drawHeader(pen, header, width, undefined);
    },
  };
  const write = (said: Saying) => {
    const set = setOf(pen, said, width);
    if (set.length === 0) return;
    const height = set.length * said.points * lineHeight;
    if (y + height > bottom && y > top) {
      page.turn();
      y = top;
    }
    pen.below(section, said.type).add(() => void pen.lines(set, margin, y, said.points, said.ink));
    y += height + said.after;
  };
  for (const said of above(sheet)) write(said);
  const from = y;
  columns.forEach((tables, n) => {
    const x = margin + n * ((width + between.columns) / columns.length);
    let at = from;
    for (const box of tables) at = drawTable(pen, box, { ...page, x }, at, section) + between.rows;
    y = columns.length === 1 ? at : Math.max(y, at);
  });
  for (const said of below(sheet)) write(said);
  section.end();
}

/** At the foot of each page, once all are drawn: whose, which version, which page of how many. */
export function drawFooters(pen: Pen, { title, header }: Paper, version: string): void {
  const { doc } = pen;
  const { start, count } = doc.bufferedPageRange();
  // As much as goes on one line; the version always does.
  const says = [`${title}. ${version}`, `${title.replace(`${header.council}: `, '')}. ${version}`, version];
  for (let n = 0; n < count; n++) {
    doc.switchToPage(start + n);
    const { width, height } = doc.page;
    const y = height - margin - small;
    const pages = pen.set(`Page ${n + 1} of ${count}`, small, false, 200)[0]!;
    const room = width - 2 * margin - (pages.width + 2) * small;
    const set = says.map((text) => pen.set(text, small, false, room));
    pen.aside('Pagination', () => {
      pen.lines(
        (set.find((lines) => lines.length === 1) ?? set.at(-1)!).slice(0, 1),
        margin,
        y,
        small,
        inks.quiet,
      );
      pen.lineTo(pages, width - margin, y, small, inks.quiet);
    });
  }
}
