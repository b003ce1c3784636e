import type { RoleId } from '../../review/roles.ts';
import { nearest } from '../near.ts';
import { roleLabel, roleNamed, roleWordings } from '../spreadsheet/role-names.ts';
import { cut } from './cells.ts';
import { known } from './names.ts';
import type { Row } from './row.ts';

/** The lines that a cell names; what names none is said. */
export function rolesIn(row: Row, column: string): readonly RoleId[] | undefined {
  if (row.text(column) === '') return undefined;
  const pieces = row.list(column).flatMap((piece) => (roleNamed(piece) ? [piece] : piece.split(',')));
  const found = pieces.flatMap((piece): RoleId[] => {
    const role = roleNamed(piece);
    if (role) return [role];
    if (piece.trim() === '') return [];
    const near = nearest(known(piece), roleWordings());
    const meant = near && roleNamed(near);
    row.note(
      column,
      `“${cut(piece.trim())}” is not on the list of people to see.`,
      meant ? `Did you mean “${roleLabel(meant)}”?` : 'Write it as the list has it, or leave it blank.',
    );
    return [];
  });
  return found.length > 0 ? [...new Set(found)] : undefined;
}
