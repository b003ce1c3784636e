import type { Sheet } from '../paper/paper.ts';
import type { Letters } from './letters.ts';
import type { Pen } from './pen.ts';
import { cutTable, layTable, type TableBox } from './table-layout.ts';

/** A page, in points. */
export interface Format {
  readonly name: 'A4' | 'A3';
  readonly short: number;
  readonly long: number;
}

const A4: Format = { name: 'A4', short: 595.28, long: 841.89 };
const A3: Format = { name: 'A3', short: 841.89, long: 1190.55 };

/** Points: below a table, and between columns of them. */
export const between = { rows: 8, columns: 14 };
/** The least and the greatest height of a quarter of an hour: an hour is visibly an hour. */
const quarter = { least: 6.2, most: 17, step: 0.4 };
/** Where even A3 has no room for text that can be read, in points: everything is there all the same. */
const last = 4.5;

/** What a sheet leaves its tables. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

interface Laid {
  /** A column of tables after another. */
  readonly columns: readonly (readonly TableBox[])[];
  readonly height: number;
}

/** A sheet as it goes on its pages: in which words, on which paper, every table where it stands. */
export interface Fitted {
  readonly sheet: Sheet;
  readonly format: Format;
  readonly columns: readonly (readonly TableBox[])[];
  /** The size of its tables’ text. */
  readonly points: number;
}

const heightOf = (tables: readonly TableBox[]): number =>
  tables.reduce((sum, box) => sum + box.height + between.rows, 0);

/** Two columns of tables, as even as can be, in their order; a list goes on in the second where that is evener. */
function evenly(letters: Letters, tables: readonly TableBox[]): readonly (readonly TableBox[])[] {
  const cuts = tables.flatMap((box, n) => {
    const [before, after] = [tables.slice(0, n), tables.slice(n + 1)];
    const within = box.rows.slice(1).map((_, r) => {
      const [one, other] = cutTable(letters, box, r + 1);
      return [
        [...before, one],
        [other, ...after],
      ];
    });
    return [[[...before, box], after], ...(box.table.list ? within : [])];
  });
  const tall = (columns: readonly (readonly TableBox[])[]) => Math.max(0, ...columns.map(heightOf));
  return cuts.reduce<readonly (readonly TableBox[])[]>(
    (best, cut) => (tall(cut) < tall(best) ? cut : best),
    [tables, []],
  );
}

function lay(pen: Pen, sheet: Sheet, points: number, width: number, least: number): Laid {
  const wide = sheet.columns === 1 ? width : (width - between.columns) / 2;
  const tables = sheet.tables.map((table) => layTable(pen.letters, table, points, wide, least));
  const columns = sheet.columns === 1 ? [tables] : evenly(pen.letters, tables);
  return { columns, height: Math.max(0, ...columns.map(heightOf)) };
}

/** The largest text down to `smallest` with which everything goes into the room, then the tallest rows. */
function within(
  pen: Pen,
  sheet: Sheet,
  { width, height }: Room,
  smallest: number,
): (Laid & { points: number }) | undefined {
  const timed = sheet.tables.some((t) => t.rows.some((r) => r.quarters > 0));
  for (let points = sheet.text.largest; points >= smallest; points -= 0.25) {
    let best = lay(pen, sheet, points, width, timed ? quarter.least : 0);
    if (best.height > height) continue;
    for (let q = quarter.least + quarter.step; timed && q <= quarter.most; q += quarter.step) {
      const taller = lay(pen, sheet, points, width, q);
      if (taller.height > height) break;
      best = taller;
    }
    return { ...best, points };
  }
  return undefined;
}

/** How a sheet goes on paper. `roomOf` says what a page leaves the tables of a sheet. */
export function fitSheet(pen: Pen, sheet: Sheet, roomOf: (sheet: Sheet, format: Format) => Room): Fitted {
  const { largest, smallest, onePage } = sheet.text;
  const flowing = (of: Sheet, points: number, format: Format): Fitted => ({
    sheet: of,
    format,
    points,
    columns: lay(pen, of, points, roomOf(of, format).width, 0).columns,
  });
  if (!onePage) return flowing(sheet, largest, A4);
  const briefer = sheet.briefer ? { ...sheet, ...sheet.briefer } : undefined;
  const wordings = briefer ? [sheet, briefer] : [sheet];
  const shortest = briefer ?? sheet;
  const tries = [
    ...[A4, A3].flatMap((format) => wordings.map((of) => ({ of, format, least: smallest }))),
    { of: shortest, format: A3, least: Math.min(last, smallest) },
  ];
  for (const { of, format, least } of tries) {
    const laid = within(pen, of, roomOf(of, format), least);
    if (laid) return { sheet: of, format, columns: laid.columns, points: laid.points };
  }
  return flowing(shortest, smallest, A3);
}
