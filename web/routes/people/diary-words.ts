import { listed } from '../../../src/publish/words.ts';
import type { DiaryEntry } from '../../../src/review/file.ts';

/** Whether somebody's diary is in, in a few words: `2 times busy, 1 if needed`. */
export function diaryWords(diary: DiaryEntry | undefined): string {
  if (!diary) return 'Not in yet';
  const counts = [
    [diary.busy, 'busy'],
    [diary.ifNeeded, 'if needed'],
    [diary.preferred, 'preferred'],
  ] as const;
  const marks = counts.flatMap(([spans, word]) => (spans?.length ? [`${spans.length} ${word}`] : []));
  return marks.length === 0 ? 'In: nothing marked' : `In: ${listed(marks)}`;
}
