import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import { type Move, parking, placing } from '../../../src/programme/edit.ts';
import { counted } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { momentName } from '../../../src/time/words.ts';
import type { LaidOpen } from '../../laid-open.ts';
import { type SeatAsked, wayAsked } from './way-asked.ts';

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

/** A session goes where it is asked to, and others make room for it; undefined where that can’t be had. */
export async function movedTo(
  { laidOpen, open, draft, session }: Edited,
  seat: SeatAsked,
): Promise<Made | undefined> {
  const way = await wayAsked(laidOpen, open, draft, session, seat);
  if (!way) return undefined;
  const { review } = open;
  const others = way.others.flatMap((o) => o.after ?? []);
  const to = `${nameOf(review, session)} to ${momentName(review.week, way.placement.start)}`;
  return {
    move: placing([way.placement, ...others]),
    why: `Moved ${to}${others.length > 0 ? `, and ${counted(others.length, 'other session')} to make room` : ''}`,
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
