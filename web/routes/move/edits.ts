import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import { type Move, parking, placing } from '../../../src/programme/edit.ts';
import type { Placement } from '../../../src/programme/placement.ts';
import { seatWords } from '../../../src/publish/elsewhere-words.ts';
import { counted } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { momentName } from '../../../src/time/words.ts';
import type { LaidOpen } from '../../laid-open.ts';
import { pairWord, placeWord, type SeatAsked, wayAsked } from './way-asked.ts';

/** A change of a draft that can be made, and what the history will say of it. */
export interface Made {
  readonly move: Move;
  readonly why: string;
}

interface Edited {
  readonly laidOpen: LaidOpen;
  readonly open: OpenReview;
  readonly draft: Draft;
  readonly session: string;
}

/** What became of a session that keeps its time: `Gave Lead member another place and pair: Room 2, with …`. */
function seatedWords(review: Review, was: Placement, now: Placement): string {
  const place = placeWord(was.place) !== placeWord(now.place);
  const pair = pairWord(was.peers) !== pairWord(now.peers);
  const what = [...(place ? ['place'] : []), ...(pair ? ['pair'] : [])].join(' and ');
  return `Gave ${nameOf(review, now.session)} another ${what || 'time'}: ${seatWords(review, now)}`;
}

/** A session goes where it is asked to, and others make room for it; undefined where that can’t be had. */
export async function movedTo(
  { laidOpen, open, draft, session }: Edited,
  seat: SeatAsked,
): Promise<Made | undefined> {
  const way = await wayAsked(laidOpen, open, draft, session, seat);
  if (!way) return undefined;
  const { review } = open;
  const others = way.others.flatMap((o) => o.after ?? []);
  const was = draft.programme.placements.find((p) => p.session === session);
  const stays = was !== undefined && was.start === way.placement.start;
  return {
    move: placing([way.placement, ...others]),
    why: `${stays ? seatedWords(review, was, way.placement) : `Moved ${nameOf(review, session)} to ${momentName(review.week, way.placement.start)}`}${others.length > 0 ? `, and ${counted(others.length, 'other session')} to make room` : ''}`,
  };
}

/** Two sessions change times; undefined where they can’t. */
export async function swappedWith(
  { laidOpen, open, draft, session }: Edited,
  other: string,
): Promise<Made | undefined> {
  const found = await laidOpen.swapOf(open, draft, session, other);
  if (!found?.ok) return undefined;
  const { placement, others } = found.way;
  return {
    move: placing([placement, ...others.flatMap((o) => o.after ?? [])]),
    why: `Swapped ${nameOf(open.review, session)} and ${nameOf(open.review, other)}`,
  };
}

/** A session leaves the week; undefined where it is not in it, or its time is locked. */
export function parked(
  { open: { review }, draft, session }: Omit<Edited, 'laidOpen'>,
  by: string,
): Made | undefined {
  const isThere = draft.programme.placements.some((p) => p.session === session);
  if (!isThere || review.locks.some((l) => l.session === session && l.time)) return undefined;
  return {
    move: parking(session, `${by} took it out of the week.`),
    why: `Took ${nameOf(review, session)} out of the week`,
  };
}
