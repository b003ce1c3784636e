import type { HistoryLine } from '../store/ports.ts';
import { isErasure } from './erasure.ts';

/** What can be taken back from the grid, and what can be done again, each with the last first. */
export interface UndoStack {
  readonly undo: readonly HistoryLine[];
  /** Lines that took something back: taking these back does it again. */
  readonly redo: readonly HistoryLine[];
}

/**
 * Reads the history of a review (oldest first) as a stack without end: whoever did it, a build or a move, in whatever
 * session of work. Something new ends what could be done again. Locks set from the grid stand on it too; what else was
 * entered has an undo of its own.
 */
export function undoStack(lines: readonly HistoryLine[]): UndoStack {
  const undo: HistoryLine[] = [];
  const redo: HistoryLine[] = [];
  for (const line of lines) {
    if ((line.thing !== 'programme' && line.thing !== 'review') || isErasure(line)) continue;
    if (takeOut(undo, line)) redo.push(line);
    else if (takeOut(redo, line)) undo.push(line);
    else if (line.thing === 'programme' ? line.version > 1 : line.inGrid) {
      undo.push(line);
      redo.length = 0;
    }
  }
  return { undo: undo.reverse(), redo: redo.reverse() };
}

/** Takes out what a line takes back; false where that is not there. */
function takeOut(stack: HistoryLine[], { thing, undoes }: HistoryLine): boolean {
  const at = stack.findLastIndex((line) => line.thing === thing && line.version === undoes);
  if (at >= 0) stack.splice(at, 1);
  return at >= 0;
}
