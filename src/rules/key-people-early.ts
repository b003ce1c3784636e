import { timeOf } from '../programme/placement.ts';
import { everyoneIn, firstHalfEnd, namesOf, sessionsToPlace } from '../review/facts.ts';
import type { Contact } from '../review/people.ts';
import type { Review } from '../review/review.ts';
import { dayOf } from '../time/span.ts';
import { spanName, weekday } from '../time/words.ts';
import type { Rule } from './rule.ts';

interface Deadline {
  readonly contact: string;
  /** 1 to 5. */
  readonly day: number;
}

/** The day by which a contact is to be seen: what the council gave, day 1 for the director, the first half if marked. */
function deadlineOf(review: Review, contact: Contact): number | undefined {
  if (typeof contact.early === 'number') return contact.early;
  if (contact.roles.includes('director-childrens-services')) return 1;
  return contact.early ? firstHalfEnd(review) : undefined;
}

// Which session is which person's first follows from the review alone, so it is worked out once for each.
const known = new WeakMap<Review, ReadonlyMap<string, readonly Deadline[]>>();

/**
 * Deadlines by session. A person in several sessions is held to one of them: their first interview as the review
 * lists them, else their first session; never a debrief, in which the team speaks.
 */
function deadlines(review: Review): ReadonlyMap<string, readonly Deadline[]> {
  let found = known.get(review);
  if (!found) {
    const bySession = new Map<string, Deadline[]>();
    for (const contact of review.contacts) {
      const day = deadlineOf(review, contact);
      const own = sessionsToPlace(review).filter(
        (s) => s.kind !== 'debrief' && everyoneIn(review, s).includes(contact.id),
      );
      const first = own.find((s) => s.kind === 'interview') ?? own[0];
      if (day === undefined || !first) continue;
      bySession.set(first.id, [...(bySession.get(first.id) ?? []), { contact: contact.id, day }]);
    }
    found = bySession;
    known.set(review, found);
  }
  return found;
}

/**
 * The director is seen on day 1; others whom the council marked early in the first half of the week, or by the day
 * it gave (manual 1573-1580).
 */
export const keyPeopleEarly: Rule = {
  id: 'key-people-early',
  title: 'Key people are seen early',
  group: 'people',
  manual: ['1573-1580'],
  parts: [
    {
      name: 'rule',
      kind: 'want',
      weight: 6,
      shape: 'placed',
      looksAt: ['time'],
      asks: 'The director is seen on day 1, and others marked early in the first half of the week or by the day given.',
      test(review, { session, placement }) {
        const day = dayOf(placement.start);
        const late = deadlines(review)
          .get(session.id)
          ?.filter((d) => d.day < day);
        if (!late || late.length === 0) return undefined;
        const who = late.map((d) => d.contact);
        return {
          amount: late.reduce((days, d) => days + day - d.day, 0),
          who,
          sessions: [session.id],
          when: timeOf(placement),
          say: () =>
            `${session.title} is on ${spanName(review.week, timeOf(placement))}: ${late
              .map((d) => `${namesOf(review, [d.contact])} was to be seen by ${weekday(review.week, d.day)}`)
              .join(', ')}.`,
        };
      },
    },
  ],
};
