import type { Review } from '../review/review.ts';
import { clock, weekday } from '../time/words.ts';
import type { Breach, Rule } from './rule.ts';
import { firstSessionsStart, lastSessionsEnd, sessionDays, teamEvents } from './week/frame-times.ts';
import { keepsClear } from './week/runs-into.ts';

/** What is wrong with the meeting that ends a day. */
function closing(review: Review, day: number): Breach | undefined {
  const last = teamEvents(review, 'team-meeting', day).at(-1);
  if (!last)
    return { say: () => `The team does not meet at the end of ${weekday(review.week, day)}: add a meeting.` };
  const end = lastSessionsEnd(review, day);
  if (end === undefined || last.from >= end) return undefined;
  return {
    when: last,
    say: () =>
      `On ${weekday(review.week, day)} “${last.title}” starts at ${clock(last.from)}, before the last sessions end at ${clock(end)}: it is for the end of the day.`,
  };
}

/** What is wrong with the gathering that opens a day. */
function opening(review: Review, day: number): Breach | undefined {
  const first = teamEvents(review, 'gathering', day)[0];
  if (!first)
    return {
      say: () =>
        `The team does not gather before the first sessions of ${weekday(review.week, day)}: add a gathering.`,
    };
  const start = firstSessionsStart(review, day);
  if (start === undefined || first.to <= start) return undefined;
  return {
    when: first,
    say: () =>
      `On ${weekday(review.week, day)} “${first.title}” ends at ${clock(first.to)}, after the first sessions start at ${clock(start)}: it comes before them.`,
  };
}

/** The team meets at the end of days 1 to 4 and gathers before days 2 to 4 begin (manual 1468, 1570-1622). */
export const teamMeetings: Rule = {
  id: 'team-meetings',
  title: 'The team meets every day',
  group: 'time',
  manual: ['1468', '1570-1622'],
  parts: [
    keepsClear('team-meetings', 'rule', 'No session runs into a meeting or a gathering of the whole team.'),
    {
      name: 'frame',
      kind: 'must',
      shape: 'whole',
      over: 'frame',
      mendedBy: 'more',
      asks: 'The whole team meets at the end of each of days 1 to 4, and gathers before the first session of days 2 to 4.',
      test: (review) =>
        sessionDays.flatMap((day) => [
          ...(day === 1 ? [] : [opening(review, day) ?? []].flat()),
          ...[closing(review, day) ?? []].flat(),
        ]),
    },
  ],
};
