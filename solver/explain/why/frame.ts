import { hostOf, nameOf, sessionOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { QUARTER } from '../../../src/time/span.ts';
import { clock, minutes, spanName } from '../../../src/time/words.ts';
import type { Changeable } from './changeables.ts';
import { longer } from './changed.ts';

/** A change that is no reason for a conflict, and might mend it all the same. */
export interface Offer {
  readonly says: string;
  readonly make: (review: Review) => Review;
}

/** By how much a half-day may be made longer. Minutes. */
const LONGER = [30, 60] as const;
const SHORTEST_VISIT = 30;

/** A group without somebody whose diary stands in its way; the host stays. */
export function* withoutOne(
  review: Review,
  sessions: readonly string[],
  things: readonly Changeable[],
): Generator<Offer> {
  const busy = [...new Set(things.flatMap((t) => (t.kind === 'contact-diary' ? [t.contact] : [])))];
  for (const contact of busy) {
    for (const id of sessions) {
      const session = sessionOf(review, id)!;
      if (session.kind !== 'focus-group' || !session.contacts.includes(contact)) continue;
      if (session.contacts.length < 2 || hostOf(review, session)?.id === contact) continue;
      yield {
        says: `if ${session.title} is held without ${nameOf(review, contact)}`,
        make: (r) => ({
          ...r,
          sessions: r.sessions.map((s) =>
            s.id === id ? { ...s, contacts: s.contacts.filter((c) => c !== contact) } : s,
          ),
        }),
      };
    }
  }
}

/** Half-days made longer, by little first; and shorter visits. */
export function* frameOffers(
  review: Review,
  sessions: readonly string[],
  windows: ReadonlySet<string>,
): Generator<Offer> {
  for (const more of LONGER) {
    for (const window of review.frame.windows) {
      if (!windows.has(window.id)) continue;
      yield {
        says: `if ${spanName(review.week, window)}, goes on until ${clock(window.to + more)}, and what follows that day comes ${minutes(more)} later`,
        make: (r) => longer(r, window.id, more),
      };
    }
  }
  for (const id of sessions) {
    const session = sessionOf(review, id)!;
    if (session.kind !== 'site-visit') continue;
    for (let less = session.minutes - QUARTER; less >= SHORTEST_VISIT; less -= QUARTER) {
      yield {
        says: `if ${session.title} takes ${minutes(less)} rather than ${session.minutes}`,
        make: (r) => ({
          ...r,
          sessions: r.sessions.map((s) => (s.id === id ? { ...s, minutes: less } : s)),
        }),
      };
    }
  }
}
