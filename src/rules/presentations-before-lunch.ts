import { contactOf } from '../review/facts.ts';
import type { FixedEvent } from '../review/frame.ts';
import type { Review } from '../review/review.ts';
import { length, type Minute } from '../time/span.ts';
import { clock, clockSpan, minutes, momentName, weekday } from '../time/words.ts';
import { type Limit, limitIn, type Rule } from './rule.ts';
import { firstSessionsStart } from './week/frame-times.ts';

/** Up to 20 minutes of council overview and at least 20 of first thoughts (manual 341, 352). */
const SHORTEST: Minute = 40;

const PEOPLE: Limit = {
  name: 'presentations-before-lunch/people',
  usual: 12,
  says: 'The most people of the council and its partners at the presentations.',
};

const presentationsOf = (review: Review): readonly FixedEvent[] =>
  review.frame.events.filter((e) => e.kind === 'presentations' && e.day === 1);

/** Council overview, first thoughts and discussion are over by lunch of day 1 (manual 339-366; intervention 2126). */
export const presentationsBeforeLunch: Rule = {
  id: 'presentations-before-lunch',
  title: 'Presentations before the first lunch',
  group: 'time',
  manual: ['339-366', '2126'],
  limits: [PEOPLE],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'whole',
      over: 'frame',
      mendedBy: 'more',
      asks: 'The council’s overview (up to 20 minutes) and the team’s first thoughts (20 to 30), with their discussion, end by lunchtime of day 1.',
      test(review) {
        const events = presentationsOf(review);
        const last = events.reduce<FixedEvent | undefined>((a, b) => (a && a.to >= b.to ? a : b), undefined);
        if (!last)
          return [
            {
              say: () =>
                `The council overview and first thoughts presentations are missing from the morning of ${weekday(review.week, 1)}.`,
            },
          ];
        const given = events.reduce((sum, e) => sum + length(e), 0);
        if (given < SHORTEST)
          return [
            {
              when: last,
              say: () =>
                `${last.title} on ${weekday(review.week, 1)} (${clockSpan(last)}) has ${minutes(given)}: the two presentations alone take at least ${SHORTEST}.`,
            },
          ];
        const lunch = review.frame.events.find((e) => e.kind === 'lunch' && e.day === 1)?.from;
        const by = lunch ?? firstSessionsStart(review, 1);
        if (by === undefined || last.to <= by) return [];
        return [
          {
            when: last,
            say: () =>
              `${last.title} ends at ${momentName(review.week, last.to)}, and is to be over by ${lunch === undefined ? 'the first sessions' : 'lunch'} at ${clock(by)}.`,
          },
        ];
      },
    },
    {
      name: 'audience',
      kind: 'check',
      shape: 'data',
      asks: 'At most 12 people of the council and its partners are at the presentations.',
      test(review) {
        const most = limitIn(review, PEOPLE);
        return presentationsOf(review).flatMap((event) => {
          const people = Math.max(event.headcount ?? 0, event.contacts.length);
          if (people <= most) return [];
          return [
            {
              amount: people - most,
              when: event,
              say: () =>
                `${people} people of the council and its partners are expected at ${event.title}: at most ${most} are recommended.`,
            },
          ];
        });
      },
    },
    {
      name: 'improvement-board',
      kind: 'check',
      shape: 'data',
      asks: 'In a council in intervention, the improvement board is asked to the presentations.',
      test(review) {
        const events = presentationsOf(review);
        if (!review.options.intervention || events.length === 0) return [];
        const invited = events.some((e) =>
          e.contacts.some((id) =>
            contactOf(review, id)?.roles.some(
              (role) => role === 'improvement-board-chair' || role === 'improvement-board-dfe',
            ),
          ),
        );
        if (invited) return [];
        const chair = review.contacts.find((c) => c.roles.includes('improvement-board-chair'));
        return [
          {
            ...(chair && { who: [chair.id] }),
            say: () =>
              `Nobody of the improvement board is among those at ${events[0]!.title}: ask ${chair ? `its chair, ${chair.name}` : 'its chair'}, to come.`,
          },
        ];
      },
    },
  ],
};
