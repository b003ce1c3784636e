import type { ListName } from '../../entry/entry.ts';
import type { TableKind } from '../spreadsheet/columns.ts';

/** Something in a row that can't be brought in as it stands. */
export interface Note {
  /** The heading of the column; '' for the row as a whole. */
  readonly column: string;
  readonly what: string;
  readonly mend: string;
}

/** A field that changes, as people read it; from '': it was blank. */
export interface Change {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What bringing in one row comes to. */
export interface RowOutcome {
  /** The sheet's place in the workbook, from 0, and the line in it, from 1. */
  readonly sheet: number;
  readonly line: number;
  readonly kind: TableKind;
  readonly does: 'add' | 'change' | 'same' | 'leave';
  readonly name: string;
  /** What it is or becomes; undefined where it is left. */
  readonly item?: { readonly list: ListName; readonly id: string };
  readonly changes: readonly Change[];
  /** What is wrong; the row comes in without those cells, unless it is left. */
  readonly notes: readonly Note[];
  /** What is right and worth saying: a site that is added with it. */
  readonly remarks: readonly string[];
}
