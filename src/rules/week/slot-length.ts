import { timeOf } from '../../programme/placement.ts';
import { type SessionKind, usualMinutes } from '../../review/session.ts';
import { length } from '../../time/span.ts';
import { minutes, spanName } from '../../time/words.ts';
import type { PlacedPart } from '../rule.ts';

/** The part of a rule that gives sessions of one kind their usual length, no more and no less; `takes` says why. */
export function slotLength(kind: SessionKind, asks: string, takes: string): PlacedPart {
  const usual = usualMinutes[kind];
  return {
    name: 'rule',
    kind: 'must',
    waivable: true,
    shape: 'placed',
    looksAt: ['time'],
    alike: (_review, session) => session.kind,
    asks,
    test(review, { session, placement }) {
      const given = placement.end - placement.start;
      if (session.kind !== kind || given === usual) return undefined;
      const time = timeOf(placement);
      return {
        amount: Math.abs(given - usual),
        sessions: [session.id],
        when: time,
        say: () =>
          `${session.title} on ${spanName(review.week, time)} is given ${minutes(length(time))}: ${takes}.`,
      };
    },
  };
}
