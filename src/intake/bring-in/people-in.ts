import type { Entry } from '../../entry/entry.ts';
import { cut } from './cells.ts';
import { find } from './names.ts';
import type { Row } from './row.ts';

/** The contacts that a cell names, each once; who is not on the list is said. Undefined where it names none. */
export function peopleIn(entry: Entry, row: Row, column: string): readonly string[] | undefined {
  const people = entry.contacts ?? [];
  const found = row.list(column).flatMap((piece) => {
    const whole = find(people, piece);
    // "Shah, Priya" is one name; "Priya Shah, Ann Ash and Bo" are three.
    const pieces = whole.is === 'none' ? piece.split(/,|\s+(?:and|&)\s+/i) : [piece];
    return pieces.flatMap((part) => oneOf(part.trim()));
  });
  return found.length > 0 ? [...new Set(found)] : undefined;

  function oneOf(part: string): string[] {
    if (part === '') return [];
    const named = find(people, part);
    if (named.is === 'one') return [named.item.id];
    const what =
      named.is === 'several'
        ? `Several people are called ${cut(part)}.`
        : `“${cut(part)}” is not on the list of people.`;
    const mend =
      named.is === 'several'
        ? 'Give the e-mail address instead.'
        : named.near
          ? `Did you mean “${named.near}”?`
          : 'Bring in or add the person first, or mend the name.';
    row.note(column, what, mend);
    return [];
  }
}
