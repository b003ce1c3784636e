import { listed } from '../../../src/publish/words.ts';
import type { ContactEntry, DiaryEntry } from '../../../src/review/file.ts';
import type { DiaryLink } from '../../../src/store/diary-links-port.ts';
import type { Week } from '../../../src/time/week.ts';
import { instantDay } from '../../../src/time/words.ts';

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

/** What is known of the private links to the diaries of a review. */
export interface Asked {
  readonly links: readonly DiaryLink[];
  readonly week: Week;
  readonly now: Date;
}

/** How far somebody's diary is, and which is to be seen to first: from 0 on. */
export interface DiaryStage {
  readonly words: string;
  readonly order: number;
}

/** `No answer by 1 February 2026`, `Asked, until 1 February 2026: not opened`, `Not asked yet`, `In: 2 busy`. */
export function diaryStage({ id, diary }: ContactEntry, { links, week, now }: Asked): DiaryStage {
  if (diary) return { words: diaryWords(diary), order: 3 };
  const own = links.filter((l) => l.contact === id && l.revokedAt === undefined);
  const last = own.at(-1);
  if (!last) return { words: 'Not asked yet', order: 2 };
  const until = instantDay(week, last.endsAt);
  if (last.endsAt <= now.toISOString()) return { words: `No answer by ${until}`, order: 0 };
  const opened = own.some((l) => l.openedAt !== undefined);
  return { words: `Asked, until ${until}: ${opened ? 'opened' : 'not opened'}`, order: 1 };
}
