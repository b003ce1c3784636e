import type { DiaryEntry } from '../../review/file.ts';
import { numbered, type Partly } from '../partly.ts';
import type { Path } from '../problem.ts';
import type { Asked } from './asked.ts';

/** The spans of every diary: real times, on the quarter hour, that go forward. */
export function askDiaries(asked: Asked): void {
  for (const list of ['peers', 'contacts', 'sites', 'rooms'] as const)
    for (const [item, i] of numbered<{ readonly diary?: Partly<DiaryEntry> | undefined }>(asked.entry[list]))
      if (item.diary) askDiary(asked, [list, i, 'diary'], item.diary);
}

function askDiary(asked: Asked, path: Path, diary: Partly<DiaryEntry>): void {
  for (const mark of ['busy', 'ifNeeded', 'preferred'] as const)
    for (const [span, i] of numbered(diary[mark])) {
      const reading = asked.spans.span(span);
      const at = [...path, mark, i];
      const from = asked.minute([...at, 'from'], reading.from);
      asked.forward([...at, 'to'], from, asked.minute([...at, 'to'], reading.to));
    }
}
