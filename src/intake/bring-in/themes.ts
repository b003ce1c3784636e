import type { Entry } from '../../entry/entry.ts';
import { standardThemes } from '../../review/themes.ts';
import { cut } from './cells.ts';
import { known } from './names.ts';
import type { Row } from './row.ts';

/** The themes and key lines of enquiry that a cell names, by their ids, their titles or the start of them. */
export function themesIn(entry: Entry, row: Row, column: string): readonly string[] | undefined {
  const themes = [...standardThemes, ...(entry.review.keyLinesOfEnquiry ?? [])];
  const named = (text: string) => {
    const words = known(text.replaceAll('-', ' '));
    return (
      themes.find(({ id, title }) => words === known(id.replaceAll('-', ' ')) || words === known(title)) ??
      (words.length >= 5 ? themes.find(({ title }) => ` ${known(title)}`.includes(` ${words}`)) : undefined)
    );
  };
  const found = row.list(column).flatMap((piece) => {
    const pieces = named(piece) ? [piece] : piece.split(',');
    return pieces.flatMap((part): string[] => {
      if (part.trim() === '') return [];
      const theme = named(part);
      if (!theme)
        row.note(
          column,
          `“${cut(part.trim())}” is not a theme of the review.`,
          `Write one of: ${themes.map((t) => t.id).join(', ')}.`,
        );
      return theme ? [theme.id] : [];
    });
  });
  return found.length > 0 ? [...new Set(found)] : undefined;
}
