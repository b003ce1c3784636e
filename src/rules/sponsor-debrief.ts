import type { Held } from '../programme/placement.ts';
import { contactOf, namesOf, sessionsToPlace } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { at, dayOf } from '../time/span.ts';
import { spanName, weekday } from '../time/words.ts';
import type { Rule } from './rule.ts';
import {
  debriefDays,
  debriefPeers,
  hasTimeOfItsOwn,
  isSponsorDebrief,
  sponsorName,
} from './week/debriefs.ts';

/** The days that no debrief stands for: its own day, or the nearest where the review gave it another. */
function daysWithout(held: readonly Held[]): readonly number[] {
  const left = [...debriefDays];
  for (const { placement } of held) {
    const day = dayOf(placement.start);
    left.sort((a, b) => Math.abs(a - day) - Math.abs(b - day));
    left.shift();
  }
  return left.sort((a, b) => a - b);
}

const mornings = (review: Review, days: readonly number[]): string =>
  days.map((day) => `${weekday(review.week, day)} morning`).join(' and ');

/** No surprises: the team leader and the review manager debrief the sponsor on two mornings (manual 311-317, 928, 1599, 1613). */
export const sponsorDebrief: Rule = {
  id: 'sponsor-debrief',
  title: 'The sponsor is debriefed',
  group: 'time',
  manual: ['311-317', '928', '1599', '1613'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'whole',
      over: 'week',
      mendedBy: 'more',
      asks: 'The review sponsor is debriefed twice, on days 3 and 4.',
      test(review, { held }) {
        const there = sessionsToPlace(review).filter((s) => isSponsorDebrief(review, s));
        const given = held.filter((h) => isSponsorDebrief(review, h.session));
        // With fewer in the review than there are mornings, the check `sessions` says so; here it is what was not placed.
        const short = Math.min(there.length, debriefDays.length) - given.length;
        if (short <= 0) return [];
        const without = daysWithout(given).slice(0, short);
        return [
          {
            sessions: there.filter((s) => !given.some((h) => h.session.id === s.id)).map((s) => s.id),
            ...(review.sponsor !== undefined && { who: [review.sponsor] }),
            say: () => `No debrief with ${sponsorName(review)} on ${mornings(review, without)}.`,
          },
        ];
      },
    },
    {
      name: 'morning',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time'],
      alike: (review, session) =>
        isSponsorDebrief(review, session) && !hasTimeOfItsOwn(session) ? 'debrief' : '',
      asks: 'A debrief of the sponsor is on the morning of day 3 or 4, unless the review gives it another time.',
      test(review, { session, placement }) {
        if (!isSponsorDebrief(review, session) || hasTimeOfItsOwn(session)) return undefined;
        const day = dayOf(placement.start);
        if (debriefDays.includes(day) && placement.start < at(day, 12)) return undefined;
        return {
          sessions: [session.id],
          when: placement.away,
          say: () =>
            `${session.title} is on ${spanName(review.week, placement.away)}: the sponsor is debriefed on ${mornings(review, debriefDays)}.`,
        };
      },
    },
    {
      name: 'apart',
      kind: 'must',
      shape: 'paired',
      looksAt: ['time'],
      among: 'day',
      alike: (review, session) =>
        isSponsorDebrief(review, session) && !hasTimeOfItsOwn(session) ? 'debrief' : '',
      asks: 'The two debriefs are on different days, unless the review gives them other times.',
      test(review, a, b) {
        for (const { session } of [a, b])
          if (!isSponsorDebrief(review, session) || hasTimeOfItsOwn(session)) return undefined;
        return {
          sessions: [a.session.id, b.session.id],
          when: b.placement.away,
          say: () =>
            `${a.session.title} and ${b.session.title} are both on ${weekday(review.week, dayOf(a.placement.start))}: the sponsor is debriefed on ${mornings(review, debriefDays)}.`,
        };
      },
    },
    {
      name: 'peers',
      kind: 'must',
      shape: 'placed',
      looksAt: ['peers'],
      alike: (review, session) => (isSponsorDebrief(review, session) ? session.id : ''),
      asks: 'The team leader and the review manager take the debrief, unless it names others.',
      test(review, { session, placement }) {
        // Those whom a session names take it by the rule `pair`.
        if (!isSponsorDebrief(review, session) || session.peers.named.length > 0) return undefined;
        const take = debriefPeers(review, session);
        const missing = take.filter((id) => !placement.peers.includes(id));
        const others = placement.peers.filter((id) => !take.includes(id));
        if (take.length === 0 || missing.length + others.length === 0) return undefined;
        return {
          who: [...missing, ...others],
          sessions: [session.id],
          when: placement.away,
          say: () =>
            `${session.title} on ${spanName(review.week, placement.away)} is for ${namesOf(review, take)}, ` +
            `and ${placement.peers.length === 0 ? 'nobody takes it' : `is taken by ${namesOf(review, placement.peers)}`}.`,
        };
      },
    },
    {
      name: 'sessions',
      kind: 'check',
      blocksApproval: true,
      shape: 'data',
      asks: 'The review has two debriefs with its sponsor to place.',
      test(review) {
        const there = sessionsToPlace(review).filter((s) => isSponsorDebrief(review, s)).length;
        if (there >= debriefDays.length) return [];
        return [
          {
            ...(review.sponsor !== undefined && { who: [review.sponsor] }),
            say: () =>
              `The review has ${there === 0 ? 'no debrief' : 'only one debrief'} with ${sponsorName(review)}: there is to be one on ${mornings(review, debriefDays)}.`,
          },
        ];
      },
    },
    {
      name: 'organiser',
      kind: 'check',
      shape: 'data',
      asks: 'The review manager has a short regular slot with the council’s organiser.',
      test(review) {
        const manager = review.peers.find((p) => p.role === 'review-manager');
        const organiser = contactOf(review, review.organiser ?? '');
        if (!manager || !organiser) return [];
        const meet = review.frame.events.some(
          (e) => e.peers !== 'all' && e.peers.includes(manager.id) && e.contacts.includes(organiser.id),
        );
        if (meet) return [];
        return [
          {
            who: [manager.id, organiser.id],
            say: () =>
              `${manager.name} has no regular slot with ${organiser.name}: add a short one, say on each of days 1 to 4.`,
          },
        ];
      },
    },
  ],
};
