import type { DiaryEntry, SpanEntry } from '../../review/file.ts';
import { numbered, type Partly } from '../partly.ts';
import type { Path } from '../problem.ts';
import type { Asked } from './asked.ts';

/** The spans of every diary and meeting: real times, on the quarter hour, that go forward. */
export function askDiaries(asked: Asked): void {
  for (const list of ['peers', 'contacts', 'sites', 'rooms'] as const)
    for (const [item, i] of numbered<{ readonly diary?: Partly<DiaryEntry> | undefined }>(asked.entry[list]))
      if (item.diary) askDiary(asked, [list, i, 'diary'], item.diary);
  for (const [meeting, i] of numbered(asked.entry.meetings)) {
    asked.refersAll(['meetings', i, 'contacts'], meeting.contacts, 'contacts');
    askSpans(asked, ['meetings', i, 'spans'], meeting.spans);
  }
}

function askDiary(asked: Asked, path: Path, diary: Partly<DiaryEntry>): void {
  for (const mark of ['busy', 'ifNeeded', 'preferred'] as const)
    askSpans(asked, [...path, mark], diary[mark]);
}

function askSpans(asked: Asked, path: Path, spans: Partly<readonly SpanEntry[]> | undefined): void {
  for (const [span, i] of numbered(spans)) {
    const reading = asked.spans.span(span);
    const at = [...path, i];
    const from = asked.minute([...at, 'from'], reading.from);
    asked.forward([...at, 'to'], from, asked.minute([...at, 'to'], reading.to));
  }
}
