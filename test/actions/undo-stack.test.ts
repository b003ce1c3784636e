import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoStack } from '../../src/actions/undo-stack.ts';
import type { HistoryLine } from '../../src/store/ports.ts';

const line = (over: Partial<HistoryLine>): HistoryLine => ({
  review: 'r',
  thing: 'programme',
  id: 'r',
  version: 1,
  what: 'changed',
  by: 'Mo',
  at: '2026-01-12T10:00:00Z',
  why: 'Moved it',
  ...over,
});

const versions = (lines: readonly HistoryLine[]) => lines.map((l) => `${l.thing} ${l.version}`);

describe('undo and redo over the history', () => {
  it('does not take back the first programme: before it there was none', () => {
    expect(undoStack([line({ version: 1 })])).toEqual({ undo: [], redo: [] });
  });

  it('leaves what was entered elsewhere to its own undo, and has the locks that were set from the grid', () => {
    const { undo } = undoStack([
      line({ version: 1 }),
      line({ thing: 'review', version: 2 }),
      line({ thing: 'review', version: 3, inGrid: true }),
      line({ thing: 'comment', version: 1 }),
      line({ version: 2 }),
    ]);
    expect(versions(undo)).toEqual(['programme 2', 'review 3']);
  });

  it('tells a version of the programme from the same of the review', () => {
    const { undo, redo } = undoStack([
      line({ version: 2 }),
      line({ thing: 'review', version: 2, inGrid: true }),
      line({ thing: 'review', version: 3, undoes: 2 }),
    ]);
    expect([versions(undo), versions(redo)]).toEqual([['programme 2'], ['review 3']]);
  });

  it('takes one out of the middle where it was undone from the history', () => {
    const { undo, redo } = undoStack([
      line({ version: 2 }),
      line({ version: 3 }),
      line({ version: 4, undoes: 2 }),
    ]);
    expect([versions(undo), versions(redo)]).toEqual([['programme 3'], ['programme 4']]);
  });

  /**
   * 1. Undoing and redoing along the stack gives at every moment what an editor with two lists has: `done` and `undone`.
   * 2. Something new empties `undone`.
   */
  it('is at every moment what an editor with two lists would have', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 60 }), (steps) => {
        const lines: HistoryLine[] = [line({ version: 1 })];
        const [done, undone]: [string[], string[]] = [[], []];
        for (const step of steps) {
          const { undo, redo } = undoStack(lines);
          const version = lines.length + 1;
          const back = step === 'undo' ? undo[0] : step === 'redo' ? redo[0] : undefined;
          if (step !== 'do' && !back) continue;
          lines.push(
            line({ version, why: back?.why ?? `${version}`, ...(back && { undoes: back.version }) }),
          );
          if (step === 'do') {
            done.push(`${version}`);
            undone.length = 0;
          } else if (step === 'undo') undone.push(done.pop() ?? '');
          else done.push(undone.pop() ?? '');
          const now = undoStack(lines);
          expect([now.undo.map((l) => l.why), now.redo.map((l) => l.why)]).toEqual([
            done.toReversed(),
            undone.toReversed(),
          ]);
        }
      }),
    );
  });
});
