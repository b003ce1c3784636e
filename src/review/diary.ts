import { contains, overlaps, type Span } from '../time/span.ts';

/** When a contact, peer, room or site can't be had (busy), can at a pinch (ifNeeded), or is preferred. */
export interface Diary {
  readonly busy: readonly Span[];
  readonly ifNeeded: readonly Span[];
  readonly preferred: readonly Span[];
}

export const openDiary: Diary = Object.freeze({ busy: [], ifNeeded: [], preferred: [] });

export const isBusy = (diary: Diary, span: Span): boolean => diary.busy.some((b) => overlaps(b, span));
export const isIfNeeded = (diary: Diary, span: Span): boolean =>
  diary.ifNeeded.some((b) => overlaps(b, span));
/** True when no preference was given, or the span lies within one. */
export const isPreferred = (diary: Diary, span: Span): boolean =>
  diary.preferred.length === 0 || diary.preferred.some((p) => contains(p, span));
