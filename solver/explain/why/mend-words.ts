import type { Placement } from '../../../src/programme/placement.ts';
import { everyoneIn, nameOf, namesOf, sessionOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { ruleOf } from '../../../src/rules/index.ts';
import { contains, dayOf, overlaps, type Span } from '../../../src/time/span.ts';
import { clockSpan, spanName, weekday } from '../../../src/time/words.ts';
import { listed } from '../words.ts';
import type { Changeable } from './changeables.ts';
import { streamsIn } from './facts.ts';

/**
 * A set of changes as what would have to be, with the time that a programme made with it needs: `if Nora Peel can be had
 * on Monday, 2.00pm to 6.30pm after all, say 2.00pm to 3.00pm`.
 */
export const mendWords = (
  review: Review,
  changes: readonly Changeable[],
  placements: readonly Placement[],
): string => `if ${listed(changes.map((change) => wordsOf(review, change, placements)))}`;

const title = (review: Review, id: string): string => sessionOf(review, id)!.title;

/** A span that is asked for, and the part of it that is needed. */
function asked(review: Review, span: Span, used: readonly Span[]): string {
  const needed = used.filter((u) => overlaps(u, span));
  const [first] = needed;
  const whole = `${spanName(review.week, span)} after all`;
  if (!first || needed.length > 1 || contains(first, span)) return whole;
  const part = { from: Math.max(first.from, span.from), to: Math.min(first.to, span.to) };
  return dayOf(span.from) === dayOf(span.to - 1)
    ? `${whole}, say ${clockSpan(part)}`
    : `${whole}, say on ${spanName(review.week, part)}`;
}

function wordsOf(review: Review, change: Changeable, placements: readonly Placement[]): string {
  const timesOf = (mine: (p: Placement) => boolean): readonly Span[] =>
    placements.filter(mine).map((p) => ({ from: p.start, to: p.end }));
  switch (change.kind) {
    case 'contact-diary': {
      const used = timesOf((p) => everyoneIn(review, sessionOf(review, p.session)!).includes(change.contact));
      return `${nameOf(review, change.contact)} can be had on ${asked(review, change.span, used)}`;
    }
    case 'peer-diary': {
      const used = placements.filter((p) => p.peers.includes(change.peer)).map((p) => p.away);
      return `${nameOf(review, change.peer)} can be had on ${asked(review, change.span, used)}`;
    }
    case 'room-diary': {
      const used = timesOf((p) => 'room' in p.place && p.place.room === change.room);
      return `${nameOf(review, change.room)} can be had on ${asked(review, change.span, used)}`;
    }
    case 'site-diary':
      return `${nameOf(review, change.site)} is open on ${asked(
        review,
        change.span,
        timesOf(() => true),
      )}`;
    case 'contact-event':
      return `${nameOf(review, change.contact)} need not be at ${eventTitle(review, change.event)}`;
    case 'peer-event':
      return `${nameOf(review, change.peer)} need not be at ${eventTitle(review, change.event)}`;
    case 'room-event':
      return `${eventTitle(review, change.event)} is held in another room than ${nameOf(review, review.frame.events.find((e) => e.id === change.event)!.room!)}`;
    case 'no-other-room': {
      const more =
        change.count === 1 ? 'is another room that holds' : `are ${change.count} more rooms that hold`;
      const used = timesOf(
        (p) => 'room' in p.place && p.place.room.startsWith(`another-${change.people}-${change.day}-`),
      );
      const when = used.length === 1 ? spanName(review.week, used[0]!) : weekday(review.week, change.day);
      return `there ${more} ${change.people} on ${when}`;
    }
    case 'this-place':
      return `${title(review, change.session)} may be in any room that fits`;
    case 'equipment':
      return `${title(review, change.session)} can do without ${listed(sessionOf(review, change.session)!.place.equipment)}`;
    case 'lock':
      return `${title(review, change.session)} is no longer locked where it is`;
    case 'given-time':
      return `${title(review, change.session)} need not start at the time given for it`;
    case 'earliest-day':
      return `${title(review, change.session)} may be earlier than ${weekday(review.week, sessionOf(review, change.session)!.earliestDay)}`;
    case 'latest-day':
      return `${title(review, change.session)} may be later than ${weekday(review.week, sessionOf(review, change.session)!.latestDay)}`;
    case 'after':
      return `${title(review, change.session)} need not come after ${title(review, change.other)}`;
    case 'no-evening':
      return `${title(review, change.session)} may be held in the evening`;
    case 'named-peers':
      return `${title(review, change.session)} may be taken by other peers than ${namesOf(review, sessionOf(review, change.session)!.peers.named)}`;
    case 'peer-count':
      return `${title(review, change.session)} may be taken by two peers`;
    case 'not-interviewing':
      return `${nameOf(review, change.peer)} takes sessions too`;
    case 'forbidden-pair':
      return `${namesOf(review, change.pair)} may be paired after all`;
    case 'fixed-pair':
      return `${namesOf(review, change.pair)} need not always work together`;
    case 'streams': {
      const window = review.frame.windows.find((w) => w.id === change.window)!;
      const most = streamsIn(review, change.window) + change.count;
      return `${most} sessions may run at once on ${spanName(review.week, window)}`;
    }
    case 'no-waiver':
      return `the review manager grants ${title(review, change.session)} an exception to the rule “${ruleOf(change.rule)?.title ?? change.rule}”`;
    case 'not-agreed':
      return `the review manager agrees who comes to ${title(review, change.session)} in another’s place`;
  }
}

const eventTitle = (review: Review, id: string): string =>
  review.frame.events.find((e) => e.id === id)!.title;
