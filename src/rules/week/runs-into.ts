import type { FixedEvent } from '../../review/frame.ts';
import type { Review } from '../../review/review.ts';
import { overlaps, type Span } from '../../time/span.ts';
import { clock, spanName } from '../../time/words.ts';
import type { PlacedPart } from '../rule.ts';
import { leavesLunch } from './lunch.ts';

/** The rule that speaks when a session runs into an event of the whole team, so that one slip is one finding. */
export type EventOwner =
  | 'five-day-week'
  | 'team-meetings'
  | 'draft-handover'
  | 'presentation-preparation'
  | 'lunch-and-breaks';

/** Events that name some of the team only are for `one-place-at-a-time`. */
export function ownerOf(event: FixedEvent): EventOwner {
  switch (event.kind) {
    case 'team-meeting':
    case 'gathering':
      return 'team-meetings';
    case 'handover':
      return 'draft-handover';
    case 'lunch':
    case 'break':
      return 'lunch-and-breaks';
    case 'preparation':
      return event.day === 4 ? 'presentation-preparation' : 'five-day-week';
    default:
      return 'five-day-week';
  }
}

/** The first of the whole team's events that a stretch of peers' time runs into; a lunch, where too little is left. */
export function runsInto(review: Review, away: Span): FixedEvent | undefined {
  let first: FixedEvent | undefined;
  for (const event of review.frame.events) {
    if (event.peers !== 'all' || !overlaps(event, away)) continue;
    if (event.kind === 'lunch' && leavesLunch(event, away)) continue;
    if (!first || event.from < first.from) first = event;
  }
  return first;
}

/** The part of a rule that keeps sessions out of the events it owns. */
export const keepsClear = (owner: EventOwner, name: string, asks: string): PlacedPart => ({
  name,
  kind: 'must',
  shape: 'placed',
  looksAt: ['time'],
  alike: () => '',
  asks,
  test(review, { session, placement }) {
    const event = runsInto(review, placement.away);
    if (!event || ownerOf(event) !== owner) return undefined;
    return {
      sessions: [session.id],
      when: placement.away,
      say: () =>
        `${session.title} on ${spanName(review.week, placement.away)} runs into “${event.title}”, ` +
        `${clock(event.from)} to ${clock(event.to)}.`,
    };
  },
});
