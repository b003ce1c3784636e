import { nameOf, roomOf } from '../review/facts.ts';
import type { Rule } from './rule.ts';

/** The base room is for the team alone; the record review alone may use its computers (manual 962, 965). */
export const baseRoom: Rule = {
  id: 'base-room',
  title: 'The base room is the team’s own',
  group: 'places',
  manual: ['962', '965'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'placed',
      looksAt: ['place'],
      asks: 'No session is held in the base room; the record review, which uses its computers, may be.',
      test(review, { session, placement }) {
        if (session.kind === 'record-review' || !('room' in placement.place)) return undefined;
        const id = placement.place.room;
        if (!roomOf(review, id)?.baseRoom) return undefined;
        return {
          sessions: [session.id],
          where: id,
          say: () =>
            `${session.title} is in ${nameOf(review, id)}, the base room, which is for the team alone: give it another room.`,
        };
      },
    },
    {
      name: 'review',
      kind: 'check',
      shape: 'data',
      asks: 'The team has a base room.',
      test: (review) =>
        review.rooms.some((room) => room.baseRoom)
          ? []
          : [
              {
                say: () => 'No room is marked as the team’s base room: mark the one that is theirs all week.',
              },
            ],
    },
  ],
};
