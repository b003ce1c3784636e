/** One table of what somebody brought: all its cells as text, a blank one ''. The first row is line 1. */
export interface Sheet {
  /** The name of the sheet in its workbook; '' for a text that has none. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * One line of plain text: white space of all kinds evened out, what can't be printed left out, nothing ever read as a
 * formula.
 */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    // Half characters, private ones, and the invisible ones that turn a line's direction round.
    .replace(/[\p{Cs}\p{Co}\p{Cn}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .trim();

/** As {@link plain}, with the lines of a cell kept apart: a list of names, an address. */
export const plainLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029\v\f]/)
    .map(plain)
    .filter((line) => line !== '')
    .join('\n');
