import { undoStack } from '../../../src/actions/undo-stack.ts';
import type { HistoryLine } from '../../../src/store/ports.ts';
import { addresses, type DraftAddresses } from '../../addresses.ts';
import { didWords } from '../../done.ts';

/** What would be taken back, or done again: a form that names the very change, so that it is never another one. */
const stepView = (review: string, at: DraftAddresses, line: HistoryLine | undefined) =>
  line
    ? {
        action: line.thing === 'review' ? addresses.undo(review) : at.undo,
        version: String(line.version),
        text: didWords(line.why),
        by: line.by,
      }
    : null;

/** The last step of the draft to take back, and the last that was taken back. */
export function undoView(review: string, at: DraftAddresses, lines: readonly HistoryLine[]) {
  const { undo, redo } = undoStack(lines);
  return { undo: stepView(review, at, undo[0]), redo: stepView(review, at, redo[0]) };
}
