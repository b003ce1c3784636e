import { dayOf, overlaps } from '../time/span.ts';
import { clock, clockSpan, weekday } from '../time/words.ts';
import type { Rule } from './rule.ts';

/** Sessions side by side end together, so that the pairs can swap; a visit may span several blocks (manual 1454). */
export const alignedEnds: Rule = {
  id: 'aligned-ends',
  title: 'Sessions side by side end together',
  group: 'time',
  manual: ['1454', '840'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'paired',
      looksAt: ['time'],
      among: 'day',
      alike: (_review, session) => (session.kind === 'site-visit' ? 'visit' : 'session'),
      swaps: (session) => (session.kind === 'site-visit' ? 'spans' : 'ends'),
      asks: 'Sessions running side by side end at the same moment, the swap point; a visit may span several blocks, and ends at a swap point.',
      test(review, a, b) {
        const [x, y] = [a.placement.away, b.placement.away];
        if (!overlaps(x, y) || x.to === y.to) return undefined;
        const [first, last] = x.to < y.to ? [a, b] : [b, a];
        // The blocks beside a visit end while it goes on; what may not be is a session cut by the visit's own end.
        if (last.session.kind === 'site-visit') return undefined;
        return {
          sessions: [a.session.id, b.session.id],
          when: { from: Math.max(x.from, y.from), to: Math.max(x.to, y.to) },
          say: () =>
            `On ${weekday(review.week, dayOf(x.from))} ${first.session.title} ends at ${clock(first.placement.away.to)} while ` +
            `${last.session.title} runs ${clockSpan(last.placement.away)}: they run side by side and should end together.`,
        };
      },
    },
  ],
};
