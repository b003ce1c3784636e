import type { Diary } from '../../../src/review/diary.ts';
import { isIfNeeded, openDiary } from '../../../src/review/diary.ts';
import { everyoneIn, sessionsToPlace } from '../../../src/review/facts.ts';
import { metSpans, withMet } from '../../../src/review/meeting.ts';
import { perReview } from '../../../src/review/per-review.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Session } from '../../../src/review/session.ts';
import type { Span } from '../../../src/time/span.ts';
import { compile } from '../../model/compile.ts';

/** Whose diary: somebody or something of a review. */
export interface DiaryOf {
  readonly list: 'contacts' | 'peers' | 'rooms' | 'sites';
  readonly id: string;
}

/** A time at which a session could be held, looked at by itself. */
export interface TimeLeft extends Span {
  /** Only at a pinch for somebody whom it is with. */
  readonly ifNeeded: boolean;
}

/** What a diary leaves of the times of one session. */
export interface PlacesLeft {
  readonly session: Session;
  /** In time order. */
  readonly left: readonly TimeLeft[];
  /** How many there would be if this diary were empty. */
  readonly most: number;
}

/** The sessions that a diary decides about: those with this person, or that can be nowhere but at this room or site. */
export const sessionsOf = (review: Review, of: DiaryOf): readonly Session[] =>
  sessionsToPlace(review).filter((session) => decides(review, of, session));

function decides(review: Review, { list, id }: DiaryOf, session: Session): boolean {
  const { place, peers } = session;
  switch (list) {
    case 'contacts':
      return everyoneIn(review, session).includes(id);
    case 'peers':
      return peers.named.includes(id);
    case 'rooms':
      return place.room === id;
    case 'sites':
      return place.site === id || place.atSite === id;
  }
}

/**
 * How many places are left for each session that a diary decides about, with that diary in place of the one entered
 * (meetings stay in it). Each session is looked at by itself, with the diaries of all others in it and of where it may
 * be held; how sessions go together is for the search. Some tens of milliseconds a session.
 */
export function placesLeft(review: Review, of: DiaryOf, diary: Diary): readonly PlacesLeft[] {
  const now = withDiary(review, of, diary);
  const open = () => withDiary(review, of, openDiary);
  return sessionsOf(review, of).map((session) => ({
    session,
    left: timesLeft(now, session),
    most: mostOf(review, open, of, session),
  }));
}

/** What was counted for diaries that are empty: it is asked at every stroke that somebody paints. */
const counted = perReview(() => new Map<string, number>());

function mostOf(review: Review, open: () => Review, of: DiaryOf, session: Session): number {
  const known = counted(review);
  const key = `${of.list} ${of.id} ${session.id}`;
  const most = known.get(key) ?? timesLeft(open(), session).length;
  known.set(key, most);
  return most;
}

/** Everywhere in the week that a session could be, alone of all. */
export function timesLeft(review: Review, session: Session): readonly TimeLeft[] {
  // The same as in the whole review, at a fraction of the work: what a session may not do is said of it alone.
  const alone = {
    ...review,
    sessions: review.sessions.filter((s) => s.id === session.id || session.includes.includes(s.id)),
  };
  const people = everyoneIn(review, session);
  const diaries = review.contacts.filter((c) => people.includes(c.id)).map((c) => c.diary);
  const times = new Map<string, TimeLeft>();
  for (const { start: from, end: to } of compile(alone).model.items[0]?.slots ?? []) {
    const span = { from, to };
    times.set(`${from} ${to}`, { ...span, ifNeeded: diaries.some((d) => isIfNeeded(d, span)) });
  }
  return [...times.values()].sort((a, b) => a.from - b.from);
}

/** The review with another diary of one of those in it. */
export function withDiary(review: Review, { list, id }: DiaryOf, diary: Diary): Review {
  const met = list === 'contacts' ? metSpans(review.meetings ?? [], id) : [];
  const items: readonly { readonly id: string; readonly diary: Diary }[] = review[list];
  return {
    ...review,
    [list]: items.map((item) => (item.id === id ? { ...item, diary: withMet(diary, met) } : item)),
  };
}
