import { nameOf } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';
import { ruleOf } from '../../src/rules/index.ts';
import { dayOf } from '../../src/time/span.ts';
import { clock, clockSpan, weekday } from '../../src/time/words.ts';
import type { Item, Slot } from '../model/model.ts';
import type { Refusal, Refusals } from '../model/refusals.ts';

/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** When a session could be held as far as its own people, places and rules go: `only on Tuesday 2.00pm to 3.30pm`. */
export const whenPossible = (review: Review, item: Item): string => whenOf(review, item.slots);

/** The same of times that are given. */
export function whenOf(review: Review, slots: readonly Slot[]): string {
  const times = [...new Map(slots.map((s) => [s.start, s])).values()];
  if (times.length === 0) return 'at no time at all';
  const apart = times.every((t, n) => n === 0 || times[n - 1]!.end <= t.start);
  if (times.length <= 3 && apart) {
    return `only on ${listed(times.map((s) => `${weekday(review.week, s.day)} ${clockSpan({ from: s.start, to: s.end })}`))}`;
  }
  const days = [...new Set(times.map((s) => s.day))];
  const spans = days.map((day) => {
    const own = times.filter((s) => dayOf(s.start) === day);
    return `${weekday(review.week, day)} between ${clock(own[0]!.start)} and ${clock(Math.max(...own.map((s) => s.end)))}`;
  });
  return days.length <= 2 ? `only on ${listed(spans)}` : `at ${times.length} times on ${days.length} days`;
}

/** Whether a refusal helps to say why a session has so few times: what rules out one place of several does not. */
function matters(item: Item, { what, people }: Refusal): boolean {
  if (what === 'place') return item.places.length === 0;
  if (what === 'pair') return item.teams.length === 0;
  if (what === 'peer') {
    const wanted = item.session.peers.named;
    return item.teams.length === 0 || wanted.some((id) => people.has(id));
  }
  return true;
}

/**
 * What refuses times, places or people of a session, most first. A time's example is the rule's own sentence; places and
 * people were tried apart from any time, so they are named and the rule with them.
 */
export function refusedBy(review: Review, item: Item, refusals: Refusals): readonly string[] {
  return refusals.list
    .filter((refusal) => matters(item, refusal))
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .map((refusal) => {
      const rule = ruleOf(refusal.rule.split('/')[0]!)?.title ?? refusal.rule;
      if (refusal.what === 'time') {
        const all = refusal.count === refusals.tried;
        const share = all
          ? 'Every time is refused'
          : `${refusal.count} of ${refusals.tried} times are refused`;
        return `${share}, such as this: ${refusal.example.say()}`;
      }
      if (refusal.what === 'place') {
        return `${refusal.count === 1 ? 'One place is' : `${refusal.count} places are`} ruled out: ${rule.toLowerCase()}.`;
      }
      if (refusal.what === 'pair') {
        return `${refusal.count === 1 ? 'One pair is' : `${refusal.count} pairs are`} ruled out: ${rule.toLowerCase()}.`;
      }
      // With a time the rule's own sentence is true; without one it was asked about no time in particular.
      const { when } = refusal.example;
      if (when !== undefined && when.from > 0) {
        const more = refusal.count > 1 ? ` It is the same at ${refusal.count} of its times.` : '';
        return `${refusal.example.say()}${more}`;
      }
      const who = [...refusal.people].map((id) => nameOf(review, id));
      return `${listed(who)} can’t take it (${rule}).`;
    });
}
