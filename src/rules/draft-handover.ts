import { namesOf } from '../review/facts.ts';
import type { FixedEvent } from '../review/frame.ts';
import type { Review } from '../review/review.ts';
import { at, type Minute } from '../time/span.ts';
import { momentName, weekday } from '../time/words.ts';
import type { Rule } from './rule.ts';
import { lastSessionsEnd } from './week/frame-times.ts';
import { keepsClear } from './week/runs-into.ts';

/** What “first thing” on day 5 means: begun by then. */
const FIRST_THING: Minute = at(5, 9, 30);

/** Once the interviews of day 4 are over, or first thing on day 5 and before the conference. */
function inTime(review: Review, event: FixedEvent): boolean {
  if (event.day === 4) return event.from >= (lastSessionsEnd(review, 4) ?? at(4, 12));
  const conference = review.frame.events.find((e) => e.kind === 'conference');
  return (
    event.day === 5 && event.from <= FIRST_THING && event.to <= (conference?.from ?? Number.POSITIVE_INFINITY)
  );
}

/** Sponsor and director see the draft presentation on day 4, or first thing on day 5 (manual 317, 1618). */
export const draftHandover: Rule = {
  id: 'draft-handover',
  title: 'The draft presentation is handed over',
  group: 'time',
  manual: ['317', '1618'],
  parts: [
    keepsClear('draft-handover', 'rule', 'No session runs into the handover of the draft presentation.'),
    {
      name: 'frame',
      kind: 'must',
      shape: 'whole',
      over: 'frame',
      mendedBy: 'more',
      asks: 'At about 5.30pm on day 4 the draft presentation goes to the review sponsor and the director, with the team leader and the review manager there, and is discussed; if that can’t be, first thing on day 5.',
      test(review) {
        const handovers = review.frame.events.filter((e) => e.kind === 'handover');
        const event = handovers.find((e) => inTime(review, e)) ?? handovers[0];
        const [four, five] = [weekday(review.week, 4), weekday(review.week, 5)];
        if (!event)
          return [
            {
              say: () =>
                `The draft presentation is not handed over: add it to ${four}, at about 5.30pm, or first thing on ${five}.`,
            },
          ];
        if (!inTime(review, event))
          return [
            {
              when: event,
              say: () =>
                `“${event.title}” is on ${momentName(review.week, event.from)}: it is for ${four}, when the interviews are over, or first thing on ${five}.`,
            },
          ];
        const named = event.peers;
        if (named === 'all') return [];
        const missing = review.peers.filter(
          (p) => (p.role === 'team-leader' || p.role === 'review-manager') && !named.includes(p.id),
        );
        if (missing.length === 0) return [];
        return [
          {
            who: missing.map((p) => p.id),
            when: event,
            say: () =>
              `${namesOf(
                review,
                missing.map((p) => p.id),
              )} should be at “${event.title}” on ${momentName(review.week, event.from)}: it needs the team leader and the review manager.`,
          },
        ];
      },
    },
    {
      name: 'who',
      kind: 'check',
      shape: 'data',
      asks: 'Where the handover says who comes, the review sponsor and the director are among them.',
      test(review) {
        const event = review.frame.events.find((e) => e.kind === 'handover' && e.contacts.length > 0);
        if (!event) return [];
        const missing = review.contacts.filter(
          (c) =>
            (c.id === review.sponsor || c.roles.includes('director-childrens-services')) &&
            !event.contacts.includes(c.id),
        );
        if (missing.length === 0) return [];
        return [
          {
            who: missing.map((c) => c.id),
            when: event,
            say: () =>
              `${namesOf(
                review,
                missing.map((c) => c.id),
              )} should be at “${event.title}”: the draft goes to the review sponsor and the director.`,
          },
        ];
      },
    },
  ],
};
