import type { Elsewhere, PlaceInWeek, Way } from '../../../src/check/elsewhere.ts';
import {
  againstWords,
  changeOfCostWords,
  differenceWords,
  othersWords,
  placeStateWords,
  seatWords,
} from '../../../src/publish/elsewhere-words.ts';
import type { Review } from '../../../src/review/review.ts';
import { ruleOf } from '../../../src/rules/index.ts';
import { dayOf } from '../../../src/time/span.ts';
import { clock, dayName, weekday } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { tagColours } from '../programme/chosen-view.ts';
import { anchorOf } from './glance-view.ts';

const nothing = {
  seat: '',
  cost: '',
  others: [] as readonly string[],
  comes: [] as readonly string[],
  goes: [] as readonly string[],
  differs: false,
  keeping: '',
  reason: '',
  rule: { text: '', href: '' },
  /** What the button that goes there sends; empty where there is none. */
  start: '',
  keeps: '',
};

const wayView = (review: Review, way: Way) => ({
  seat: seatWords(review, way.placement),
  cost: capital(changeOfCostWords(way.change)),
  others: othersWords(review, way),
  ...differenceWords(way),
  differs: way.appears.length + way.disappears.length > 0,
});

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** One place, or several one after the other that the same rule stands against: what is said of the first holds for all. */
function lineView(review: Review, run: readonly [PlaceInWeek, ...PlaceInWeek[]]) {
  const [place] = run;
  const last = run.at(-1)!;
  const base = {
    ...nothing,
    ids: run.map((p) => anchorOf(p)),
    time: run.length === 1 ? clock(place.start) : `${clock(place.start)} to ${clock(last.start)}`,
    tag: { text: placeStateWords[place.state], classes: tagColours[place.state] },
  };
  switch (place.state) {
    case 'here': {
      const better = place.better;
      return better
        ? {
            ...base,
            ...wayView(review, better),
            seat: `Better at the same time: ${seatWords(review, better.placement)}`,
            start: String(place.start),
          }
        : base;
    }
    case 'free':
      return {
        ...base,
        ...wayView(review, place.way),
        start: String(place.start),
        keeps: place.keeping ? 'yes' : '',
        keeping: place.keeping
          ? `With the room and pair that it has now: ${changeOfCostWords(place.keeping.change)}`
          : '',
      };
    case 'moves':
      return { ...base, ...wayView(review, place.way), start: String(place.start) };
    case 'taken':
    case 'refused': {
      const { rule, sentence, tried } = place.against;
      return {
        ...base,
        reason: `${run.length > 1 && tried ? `At ${clock(place.start)}: ` : ''}${sentence}`,
        rule: { text: againstWords(rule), href: ruleOf(rule) ? addresses.rule(rule) : '' },
      };
    }
  }
}

/** Places in time order, those one after the other that the same rule refuses for all that is said together. */
function runsOf(places: readonly PlaceInWeek[]): readonly (readonly [PlaceInWeek, ...PlaceInWeek[]])[] {
  const runs: [PlaceInWeek, ...PlaceInWeek[]][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && goesWith(run[0], place)) run.push(place);
    else runs.push([place]);
  }
  return runs;
}

function goesWith(a: PlaceInWeek, b: PlaceInWeek): boolean {
  if (a.state === 'refused' && b.state === 'refused') return a.against.rule === b.against.rule;
  if (a.state === 'taken' && b.state === 'taken')
    return a.against.rule === b.against.rule && a.by.join() === b.by.join();
  return false;
}

/** A day of the week, or all of it. */
export type DayShown = number | 'all';

/** Days on which it could start. */
const daysOf = ({ places }: Elsewhere): readonly number[] => [...new Set(places.map((p) => dayOf(p.start)))];

/** The day that is asked for; else that on which it is, or would best be; else the first. */
export function dayShown(told: Elsewhere, asked: string | undefined): DayShown {
  const days = daysOf(told);
  if (asked === 'all') return asked;
  const wanted = days.find((day) => String(day) === asked);
  const at = told.here?.start ?? told.best?.start;
  return wanted ?? (at === undefined ? undefined : dayOf(at)) ?? days[0] ?? 'all';
}

/** The days to choose from, and the whole week. */
export const dayTabs = (
  review: Review,
  told: Elsewhere,
  shown: DayShown,
  hrefOf: (day: DayShown) => string,
) =>
  [...daysOf(told), 'all' as const].map((day) => ({
    text: day === 'all' ? 'Week' : weekday(review.week, day),
    href: `${hrefOf(day)}#where`,
    current: day === shown,
  }));

/** The places of a day, or of each, a line each: of all days at once they would be a dozen screens. */
export function placesView(review: Review, told: Elsewhere, shown: DayShown) {
  const { places } = told;
  const days = daysOf(told).filter((day) => shown === 'all' || day === shown);
  return days.map((day) => ({
    name: dayName(review.week, day),
    lines: runsOf(places.filter((p) => dayOf(p.start) === day)).map((run) => lineView(review, run)),
  }));
}
