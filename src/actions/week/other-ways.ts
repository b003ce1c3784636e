import type { Change } from '../../programme/changes.ts';
import { timeOf } from '../../programme/placement.ts';
import type { Diary } from '../../review/diary.ts';
import type { Review } from '../../review/review.ts';
import type { Span } from '../../time/span.ts';

const busyToo = <T extends { readonly id: string; readonly diary: Diary }>(
  list: readonly T[],
  ids: readonly string[],
  span: Span,
): readonly T[] =>
  list.map((item) =>
    ids.includes(item.id) ? { ...item, diary: { ...item.diary, busy: [...item.diary.busy, span] } } : item,
  );

/**
 * The review in which what one way did first can’t be done: asked of that, the repair comes up with another way, to be
 * held against the real review. Undefined where the way changes nothing that could be otherwise.
 */
export function withoutFirst(review: Review, changes: readonly Change[]): Review | undefined {
  const change = changes.find(({ after }) => after !== undefined);
  const { before, after, session } = change ?? {};
  if (!after || !change) return undefined;
  const span = timeOf(after);
  if (!before || change.moved.includes('time')) {
    const contacts = review.sessions.find((s) => s.id === session)?.contacts ?? [];
    return contacts.length === 0
      ? undefined
      : { ...review, contacts: busyToo(review.contacts, contacts, span) };
  }
  if (change.moved.includes('place'))
    return 'room' in after.place
      ? { ...review, rooms: busyToo(review.rooms, [after.place.room], span) }
      : undefined;
  const came = after.peers.filter((id) => !before.peers.includes(id));
  return came.length === 0 ? undefined : { ...review, peers: busyToo(review.peers, came, after.away) };
}
