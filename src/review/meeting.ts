import type { Span } from '../time/span.ts';
import type { Diary } from './diary.ts';
import type { Contact } from './people.ts';

/** A meeting of the council that keeps several people: a cabinet, a scrutiny committee. Their diaries hold it too. */
export interface Meeting {
  readonly id: string;
  readonly title: string;
  /** Contact ids. */
  readonly contacts: readonly string[];
  readonly spans: readonly Span[];
}

/** The times that meetings keep somebody. */
export const metSpans = (meetings: readonly Meeting[], contact: string): readonly Span[] =>
  meetings.filter((m) => m.contacts.includes(contact)).flatMap((m) => m.spans);

/** A diary with the times of meetings in it. */
export const withMet = (diary: Diary, met: readonly Span[]): Diary =>
  met.length === 0 ? diary : { ...diary, busy: [...diary.busy, ...met] };

/** Somebody's diary without what is in it for a meeting's sake, as it was entered. */
export function ownDiary(
  { meetings = [] }: { readonly meetings?: readonly Meeting[] },
  { id, diary }: Contact,
): Diary {
  const met = metSpans(meetings, id);
  if (met.length === 0) return diary;
  const left = [...diary.busy];
  // From the end, where they were put: a time that is entered for itself as well stays.
  for (const span of met.toReversed()) {
    const at = left.findLastIndex((b) => b.from === span.from && b.to === span.to);
    if (at >= 0) left.splice(at, 1);
  }
  return { ...diary, busy: left };
}
