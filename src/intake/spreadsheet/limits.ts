/*
 * How much of a spreadsheet is taken in. A review of a hundred people fits many times over; what is larger is not a
 * list of people, or was made to do harm.
 */

/** Bytes of an uploaded file. */
export const MOST_BYTES = 5_000_000;
/** Bytes of everything in an Excel file once it is unzipped. */
export const MOST_UNZIPPED = 60_000_000;
/** Files inside an Excel file. */
export const MOST_PARTS = 2000;
/** Sheets, rows of a sheet, columns of a row, characters of a cell. */
export const MOST_SHEETS = 30;
export const MOST_ROWS = 3000;
export const MOST_COLUMNS = 100;
export const MOST_LETTERS = 2000;
