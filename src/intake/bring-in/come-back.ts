import { diaryLists, setDiary } from '../../entry/diaries.ts';
import type { Entry } from '../../entry/entry.ts';
import type { RowOutcome } from './outcome.ts';
import { shownDiary } from './typed.ts';

/** What came of a row, and what its table calls the column of diaries. */
export interface Headed {
  readonly outcome: RowOutcome;
  readonly diary: string;
}

/**
 * Says nothing of a diary that is in the end what it was: a column of the people's table and the table of diaries may
 * both speak of one, and together say what is there already, though each by itself says something else.
 */
export function comeBack(
  before: Entry,
  after: Entry,
  rows: readonly Headed[],
): { readonly entry: Entry; readonly rows: readonly RowOutcome[] } {
  let entry = after;
  const back = new Set<string>();
  for (const list of diaryLists)
    for (const { id, diary } of before[list] ?? []) {
      const now = after[list]?.find((item) => item.id === id)?.diary;
      if (!diary || !now || now === diary || shownDiary(before, diary) !== shownDiary(after, now)) continue;
      entry = setDiary(list, id, diary)(entry);
      back.add(`${list} ${id}`);
    }
  return {
    entry,
    rows: rows.map(({ outcome, diary }): RowOutcome => {
      const { item, changes, kind, does } = outcome;
      if (does !== 'change' || !item || !back.has(`${item.list} ${item.id}`)) return outcome;
      const left = kind === 'diaries' ? [] : changes.filter((change) => change.field !== diary);
      return { ...outcome, changes: left, does: left.length > 0 ? 'change' : 'same' };
    }),
  };
}
