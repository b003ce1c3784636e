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
 * Reviews in which what one way did first can’t be done, each for another reason: asked of them, the repair comes up with
 * other ways, to be held against the real review. Another time is looked for first, then another room, then others of
 * the team. None where the way changes nothing that could be otherwise.
 */
export function withoutFirst(review: Review, changes: readonly Change[]): readonly Review[] {
  const change = changes.find(({ after }) => after !== undefined);
  const { before, after, session } = change ?? {};
  if (!after || !change) return [];
  const span = timeOf(after);
  const isNew = !before || change.moved.includes('time');
  const contacts = review.sessions.find((s) => s.id === session)?.contacts ?? [];
  const came = after.peers.filter((id) => isNew || !before.peers.includes(id));
  return [
    ...(isNew && contacts.length > 0
      ? [{ ...review, contacts: busyToo(review.contacts, contacts, span) }]
      : []),
    ...(change.moved.includes('place') && !isNew && 'room' in after.place
      ? [{ ...review, rooms: busyToo(review.rooms, [after.place.room], span) }]
      : []),
    ...(came.length > 0 ? [{ ...review, peers: busyToo(review.peers, came.slice(0, 1), after.away) }] : []),
  ];
}
