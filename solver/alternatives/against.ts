import type { Figures, Range } from '../../src/programme/alternatives.ts';
import { namesOf } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';
import { clock, minutes, weekday } from '../../src/time/words.ts';

/** What a programme gains and costs against another, in sentences. */
export interface Against {
  readonly gains: readonly string[];
  readonly costs: readonly string[];
}

type Count = 'alone' | 'beyond' | 'evenings' | 'journeys' | 'ifNeeded' | 'withoutDownTime';

/** What is counted, after a figure and `more` or `fewer`. All are better fewer. */
const countWords: Readonly<Record<Count, (review: Review, one: boolean) => string>> = {
  alone: (_, one) => `${one ? 'session' : 'sessions'} taken by one peer alone`,
  beyond: ({ streams }, one) =>
    `${one ? 'session' : 'sessions'} in a ${streams === 2 ? 'third' : 'further'} stream`,
  evenings: (_, one) => `${one ? 'session' : 'sessions'} in the evening`,
  journeys: (_, one) => `${one ? 'journey' : 'journeys'} between sites`,
  ifNeeded: (_, one) => `${one ? 'session' : 'sessions'} at an “if needed” time`,
  withoutDownTime: (_, one) => `full ${one ? 'day' : 'days'} of a peer without a free hour`,
};
const counts = Object.keys(countWords) as readonly Count[];

/** Differences that nobody would change a programme for are not spoken of: under these minutes and points. */
const MINUTES = 30;
const POINTS = 1;

const hours = (n: number): string => `${Math.round(n / 6) / 10}`;
const span = ({ least, most }: Range): string => `${hours(least)} to ${hours(most)} hours`;

/** Puts a programme's figures against those of another, better and worse apart. */
export function against(review: Review, now: Figures, first: Figures): Against {
  const [gains, costs]: [string[], string[]] = [[], []];
  heldAndLeft(review, now, first, gains, costs);
  for (const count of counts) {
    const more = now[count] - first[count];
    if (more === 0) continue;
    const n = Math.abs(more);
    const words = countWords[count](review, n === 1);
    (more < 0 ? gains : costs).push(
      `${n} ${more < 0 ? 'fewer' : 'more'} ${words} (${now[count]}, not ${first[count]}).`,
    );
  }
  ends(review, now, first, gains, costs);
  const apart = (f: Figures): number => f.work.most - f.work.least;
  const uneven = apart(now) - apart(first);
  if (Math.abs(uneven) >= MINUTES)
    (uneven < 0 ? gains : costs).push(
      `Work is shared ${uneven < 0 ? 'more' : 'less'} evenly: ${span(now.work)} a peer, not ${span(first.work)}.`,
    );
  const points = now.points - first.points;
  if (Math.abs(points) >= POINTS) {
    const [was, is] = [first, now].map((f) => Math.round(f.points * 10) / 10);
    (points < 0 ? gains : costs).push(
      `Other wishes are met ${points < 0 ? 'better' : 'less well'}: ${is} points not met, against ${was}.`,
    );
  }
  return { gains, costs };
}

/** Sessions that one holds and the other leaves out, by name. */
function heldAndLeft(review: Review, now: Figures, first: Figures, gains: string[], costs: string[]): void {
  const words = { must: 'must', should: 'should', could: 'could' } as const;
  for (const priority of ['must', 'should', 'could'] as const) {
    const [then, was] = [now.leftOut[priority], first.leftOut[priority]];
    const held = was.filter((id) => !then.includes(id));
    const left = then.filter((id) => !was.includes(id));
    const could = `${words[priority]} be held`;
    if (held.length > 0)
      gains.push(
        `Holds ${namesOf(review, held)}, which ${could} and ${held.length === 1 ? 'is' : 'are'} left out of the first.`,
      );
    if (left.length > 0) costs.push(`Leaves out ${namesOf(review, left)}, which ${could}.`);
  }
}

/** Days that end at another time, or have no session any more. */
function ends(review: Review, now: Figures, first: Figures, gains: string[], costs: string[]): void {
  const sooner: string[] = [];
  const later: string[] = [];
  for (const { day, to, sessions } of first.days) {
    const then = now.days.find((d) => d.day === day);
    const name = weekday(review.week, day);
    if (!then) gains.push(`${name} has no session.`);
    else if (then.sessions === 1 && sessions > 2) gains.push(`${name} has one session only.`);
    else if (then.to < to) sooner.push(`${name} at ${clock(then.to)}, ${minutes(to - then.to)} sooner`);
    else if (then.to > to) later.push(`${name} at ${clock(then.to)}, ${minutes(then.to - to)} later`);
  }
  if (sooner.length > 0) gains.push(`Sessions end ${sooner.join('; ')}.`);
  if (later.length > 0) costs.push(`Sessions end ${later.join('; ')}.`);
}
