import type { DatedSpanEntry, DiaryEntry, MeetingEntry } from '../review/file.ts';
import type { Edit, Entry } from './entry.ts';

/** The lists of those who have diaries. */
export const diaryLists = ['contacts', 'peers', 'rooms', 'sites'] as const;
export type DiaryList = (typeof diaryLists)[number];

/** Somebody's diary, whole. One that says nothing is still an answer: any time is fine. */
export const setDiary =
  (list: DiaryList, id: string, diary: DiaryEntry): Edit =>
  (entry) => ({
    ...entry,
    [list]: (entry[list] ?? []).map((item) => (item.id === id ? { ...item, diary } : item)),
  });

/** Says that somebody or something can’t be had then, besides all that their diary says; what it says already is not said twice. */
export const addBusy =
  (list: DiaryList, id: string, spans: readonly DatedSpanEntry[]): Edit =>
  (entry) => ({
    ...entry,
    [list]: (entry[list] ?? []).map((item) => {
      if (item.id !== id) return item;
      const busy = item.diary?.busy ?? [];
      const known = new Set(busy.map((span) => `${span.from} ${span.to}`));
      const added = spans.filter((span) => !known.has(`${span.from} ${span.to}`));
      return added.length === 0 ? item : { ...item, diary: { ...item.diary, busy: [...busy, ...added] } };
    }),
  });

/** Puts a meeting in, or in place of the one of the same id. */
export const putMeeting =
  (meeting: MeetingEntry): Edit =>
  (entry) => {
    const meetings = entry.meetings ?? [];
    const at = meetings.findIndex((m) => m.id === meeting.id);
    return { ...entry, meetings: at < 0 ? [...meetings, meeting] : meetings.with(at, meeting) };
  };

export const removeMeeting =
  (id: string): Edit =>
  (entry) => ({ ...entry, meetings: (entry.meetings ?? []).filter((m) => m.id !== id) });

/** An id for a new meeting: it names nobody. */
export function newMeetingId({ meetings = [] }: Entry): string {
  for (let n = meetings.length + 1; ; n++)
    if (!meetings.some((m) => m.id === `meeting-${n}`)) return `meeting-${n}`;
}
