import type { Review } from '../../src/review/review.ts';
import { dayOf } from '../../src/time/span.ts';
import { clock, clockSpan, weekday } from '../../src/time/words.ts';
import type { Item } from '../model/model.ts';
import type { Refusals } from '../model/refusals.ts';

/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** When a session could be held as far as its own people, places and rules go: `only Tuesday 2.00pm to 3.30pm`. */
export function whenPossible(review: Review, item: Item): string {
  const times = [...new Map(item.slots.map((s) => [s.start, s])).values()];
  if (times.length === 0) return 'at no time at all';
  if (times.length <= 3) {
    return `only ${listed(times.map((s) => `${weekday(review.week, s.day)} ${clockSpan({ from: s.start, to: s.end })}`))}`;
  }
  const days = [...new Set(times.map((s) => s.day))];
  const spans = days.map((day) => {
    const own = times.filter((s) => dayOf(s.start) === day);
    return `${weekday(review.week, day)} between ${clock(own[0]!.start)} and ${clock(Math.max(...own.map((s) => s.end)))}`;
  });
  return days.length <= 2 ? `only ${listed(spans)}` : `at ${times.length} times on ${days.length} days`;
}

/** What refuses times, places or people of a session, most first, each with an example. */
export function refusedBy(refusals: Refusals): readonly string[] {
  const kinds = { time: 'times', place: 'places', peer: 'peers', pair: 'pairs' } as const;
  return [...refusals.list]
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .map((r) => {
      const share =
        r.what === 'time' && refusals.tried > 0
          ? `${r.count} of ${refusals.tried} times`
          : `${r.count} ${r.count === 1 ? kinds[r.what].slice(0, -1) : kinds[r.what]}`;
      return `${share} refused (${r.rule.split('/')[0]}). ${r.example.say()}`;
    });
}
