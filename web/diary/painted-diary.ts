import { oneMarkEach } from '../../src/intake/typed-diary/index.ts';
import type { Diary } from '../../src/review/diary.ts';
import { QUARTER, type Span } from '../../src/time/span.ts';
import { type Paint, paintedOf, QUARTERS, quartersOf } from './painted.ts';

const marks = { c: 'busy', i: 'ifNeeded', p: 'preferred' } as const;

/** A diary as it is painted: where its marks lie on each other, the one that keeps people away most. */
export function paintedDiary(diary: Diary): string {
  const quarters = new Array<Paint>(QUARTERS).fill('');
  const single = oneMarkEach(diary);
  for (const [paint, mark] of Object.entries(marks) as ['c' | 'i' | 'p', keyof Diary][])
    for (const { from, to } of single[mark])
      quarters.fill(paint, Math.floor(from / QUARTER), Math.ceil(to / QUARTER));
  return paintedOf(quarters);
}

/** The diary that was painted. */
export function diaryPainted(text: string): Diary {
  const quarters = quartersOf(text);
  const spans: Record<keyof Diary, Span[]> = { busy: [], ifNeeded: [], preferred: [] };
  for (const [, mark, from, to] of paintedOf(quarters).matchAll(/([cip])(\d+)-(\d+)/g))
    spans[marks[mark as 'c' | 'i' | 'p']].push({ from: Number(from) * QUARTER, to: Number(to) * QUARTER });
  return spans;
}
