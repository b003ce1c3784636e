import type { Held } from '../programme/placement.ts';
import { sessionOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import { contains, dayOf } from '../time/span.ts';
import { clockSpan, dayAndYear, momentName, spanName, weekday } from '../time/words.ts';
import type { Breach, Rule } from './rule.ts';
import { isAfterMeeting } from './week/evenings.ts';
import { sessionDays, teamEvents } from './week/frame-times.ts';
import { ownerOf, runsInto } from './week/runs-into.ts';

const weekend: readonly string[] = ['Saturday', 'Sunday'];

/** Whether one session is asked to come after the other, those held in the course of a visit included. */
function comesAfter(review: Review, later: Session, earlier: Session): boolean {
  const waitsFor = (after: readonly string[]): boolean =>
    after.length > 0 && (after.includes(earlier.id) || earlier.includes.some((id) => after.includes(id)));
  return waitsFor(later.after) || later.includes.some((id) => waitsFor(sessionOf(review, id)?.after ?? []));
}

/** The frame of the week: what happens on which day, and where sessions may go (manual 323, 337-368, 1561-1625). */
export const fiveDayWeek: Rule = {
  id: 'five-day-week',
  title: 'A week of five days',
  group: 'time',
  manual: ['323', '337-368', '1561-1625'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time'],
      alike: () => '',
      asks: 'Sessions, travel included, are held in the windows of the week: from the afternoon of day 1 to midday of day 4, unless the council changed them.',
      test(review, { session, placement }) {
        const { away } = placement;
        const event = runsInto(review, away);
        if (event) {
          // The other events have rules of their own, which say it.
          if (ownerOf(event) !== 'five-day-week') return undefined;
        } else {
          if (review.frame.windows.some((w) => contains(w, away))) return undefined;
          // What is held after the closing meeting is for `evening-limit`.
          if (isAfterMeeting(review, away)) return undefined;
        }
        return {
          sessions: [session.id],
          when: away,
          say() {
            const start = `${session.title} on ${spanName(review.week, away)}`;
            if (event) return `${start} runs into “${event.title}”, ${clockSpan(event)}.`;
            const windows = review.frame.windows.filter((w) => w.day === dayOf(away.from));
            return windows.length === 0
              ? `${start} is on a day that has no time for sessions.`
              : `${start} is not within a time for sessions: that day, ${windows.map(clockSpan).join(' or ')}.`;
          },
        };
      },
    },
    {
      name: 'days',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time'],
      alike: (_review, { fixed, earliestDay, latestDay }) =>
        fixed === undefined ? `${earliestDay} ${latestDay}` : 'fixed',
      asks: 'A session with an earliest or a latest day is held within them.',
      test(review, { session, placement }) {
        const day = dayOf(placement.start);
        if (session.fixed !== undefined) return undefined;
        if (session.earliestDay <= day && day <= session.latestDay) return undefined;
        return {
          sessions: [session.id],
          when: placement.away,
          say: () =>
            `${session.title} is on ${spanName(review.week, placement.away)}, and is to be ` +
            (day < session.earliestDay
              ? `no earlier than ${weekday(review.week, session.earliestDay)}.`
              : `no later than ${weekday(review.week, session.latestDay)}.`),
        };
      },
    },
    {
      name: 'fixed',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time'],
      alike: (_review, { fixed }) => `${fixed}`,
      asks: 'A session with a fixed time starts then.',
      test(review, { session, placement }) {
        const { fixed } = session;
        if (fixed === undefined || fixed === placement.start) return undefined;
        return {
          sessions: [session.id],
          when: placement.away,
          say: () =>
            `${session.title} is fixed for ${momentName(review.week, fixed)}, but starts on ${momentName(review.week, placement.start)}.`,
        };
      },
    },
    {
      name: 'order',
      kind: 'must',
      shape: 'paired',
      looksAt: ['time'],
      among: 'week',
      between: (review, a, b) => comesAfter(review, a, b) || comesAfter(review, b, a),
      asks: 'A session that is to come after another starts when that has ended.',
      test(review, a, b) {
        const clash = (later: Held, earlier: Held): Breach | undefined =>
          earlier.placement.end <= later.placement.start ||
          !comesAfter(review, later.session, earlier.session)
            ? undefined
            : {
                sessions: [earlier.session.id, later.session.id],
                when: later.placement.away,
                say: () =>
                  `${later.session.title} starts on ${momentName(review.week, later.placement.start)}, before ` +
                  `${earlier.session.title} has ended (${momentName(review.week, earlier.placement.end)}): it is to come after it.`,
              };
        return clash(b, a) ?? clash(a, b);
      },
    },
    {
      name: 'weekdays',
      kind: 'check',
      shape: 'data',
      asks: 'None of the five days is a Saturday or a Sunday.',
      test(review) {
        const off = [1, 2, 3, 4, 5].filter((day) => weekend.includes(weekday(review.week, day)));
        if (off.length === 0) return [];
        return [
          {
            say: () =>
              `The week runs from ${dayAndYear(review.week, 1)} to ${dayAndYear(review.week, 5)}, over ${off.map((day) => `a ${weekday(review.week, day)}`).join(' and ')}: look at the date of day 1, which is usually a Monday.`,
          },
        ];
      },
    },
    {
      name: 'frame',
      kind: 'must',
      shape: 'whole',
      over: 'frame',
      mendedBy: 'more',
      asks: 'The team first meets the evening before day 1, finalises its first thoughts in the base room on the morning of day 1, and holds sessions on days 1 to 4, once the presentations are over.',
      test(review) {
        const out: Breach[] = [];
        if (teamEvents(review, 'team-meeting', 0).length === 0)
          out.push({
            say: () =>
              `The team’s first meeting, on the evening of ${weekday(review.week, 0)}, is not in the week.`,
          });
        const presentations = review.frame.events.filter((e) => e.kind === 'presentations' && e.day === 1);
        const over = Math.max(...presentations.map((e) => e.to));
        const begin = Math.min(...presentations.map((e) => e.from));
        if (!teamEvents(review, 'preparation', 1).some((e) => e.to <= begin))
          out.push({
            say: () =>
              `The team has no time on the morning of ${weekday(review.week, 1)} to finalise its first thoughts before it presents them.`,
          });
        for (const window of review.frame.windows) {
          if (!sessionDays.includes(window.day))
            out.push({
              when: window,
              say: () =>
                `${spanName(review.week, window)} is set aside for sessions, which are held from ${weekday(review.week, 1)} to ${weekday(review.week, 4)}.`,
            });
          else if (window.day === 1 && window.from < over)
            out.push({
              when: window,
              say: () =>
                `${spanName(review.week, window)} is set aside for sessions, which start once the presentations are over.`,
            });
        }
        return out;
      },
    },
  ],
};
