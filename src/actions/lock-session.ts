import { all } from '../entry/edit.ts';
import { lock as hold, type LockedPart, unlock as release } from '../entry/locks.ts';
import { listed } from '../publish/words.ts';
import { nameOf } from '../review/facts.ts';
import { type Changed, changeReview, entryAt, type Needs } from './change-review.ts';
import type { OpenReview } from './open-review.ts';

export const lockedParts: readonly LockedPart[] = ['time', 'place', 'peers'];

const words: Readonly<Record<LockedPart, string>> = { time: 'time', place: 'place', peers: 'pair' };

const named = (some: readonly LockedPart[]): string => listed(some.map((part) => words[part]));

/** What is to be held of a session, out of its time, place and pair; what was held and is not named is let go. */
export interface LockAsked {
  readonly session: string;
  readonly what: readonly LockedPart[];
  readonly because: string;
  /** The version of the review that the person had before their eyes: what was held then. */
  readonly seen: number;
}

export type Locked =
  | Changed
  /** It is held so already. */
  | { readonly kind: 'nothing to do' }
  /** Whoever wants to move it has to be told why they can’t. */
  | { readonly kind: 'no reason' };

/**
 * Holds what is asked of where a session is, each part apart, with who did and why. Made to the version that was seen:
 * what somebody else locked or let go meanwhile stays so, and is a clash where both are about the same part.
 */
export async function lockSession(
  needs: Needs,
  { review }: Pick<OpenReview, 'review'>,
  { session, what, because, seen }: LockAsked,
  by: string,
): Promise<Locked> {
  const before = (await entryAt(needs.store, review.id, seen))?.locks ?? review.locks;
  const isHeld = (part: LockedPart) => before.some((l) => l.session === session && l[part]);
  const comes = what.filter((part) => !isHeld(part));
  const goes = lockedParts.filter((part) => isHeld(part) && !what.includes(part));
  if (comes.length + goes.length === 0) return { kind: 'nothing to do' };
  if (comes.length > 0 && because === '') return { kind: 'no reason' };
  const edit = all([
    ...goes.map((part) => release(session, part)),
    ...comes.map((part) => hold(session, part, by, because)),
  ]);
  const name = nameOf(review, session);
  const why =
    comes.length > 0
      ? `Locked the ${named(comes)} of ${name}: ${because.replace(/\.$/, '')}`
      : `Unlocked the ${named(goes)} of ${name}`;
  return changeReview(needs, review.id, seen, edit, { by, why, inGrid: true });
}
