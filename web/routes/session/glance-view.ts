import type { Elsewhere, PlaceInWeek } from '../../../src/check/elsewhere.ts';
import type { Cost } from '../../../src/programme/programme.ts';
import { changeOfCostWords, placeStateWords } from '../../../src/publish/elsewhere-words.ts';
import { counted } from '../../../src/publish/words.ts';
import type { Review } from '../../../src/review/review.ts';
import { DAY, dayOf, QUARTER } from '../../../src/time/span.ts';
import { clock, weekday } from '../../../src/time/words.ts';

/** What a place shows in a picture of the whole week: few letters, all of it said again in the lists below. */
const shortStates = { here: 'Here', free: 'Free', moves: 'Move', taken: 'Taken', refused: 'No' } as const;

/** The weightiest of a change of cost, in few letters: `+3`, `−2`, `+1 alone`, `same`. */
const shortUnits = ['out', 'out', 'alone', 'extra', 'out', ''] as const;

function shortChange(change: Cost): string {
  const tier = change.findIndex((by) => Math.abs(by) >= 0.05);
  if (tier < 0) return 'same';
  const by = Math.round(change[tier]! * 10) / 10;
  return [`${by > 0 ? '+' : '−'}${Math.abs(by)}`, shortUnits[tier]].filter(Boolean).join(' ');
}

/** The id of a place's line in the lists. */
export const anchorOf = (place: PlaceInWeek): string => `at-${place.start}`;

/** In full, for those who hear the picture rather than see it. */
export function fullWords(place: PlaceInWeek): string {
  const state = placeStateWords[place.state];
  if (place.state !== 'free' && place.state !== 'moves') return state;
  const moved = place.way.others.length;
  const who = moved === 0 ? '' : `, ${counted(moved, 'other session')} would move`;
  return `${state}${who}: ${changeOfCostWords(place.way.change)}`;
}

/** What a place is and what it costs, in few letters. */
export function shortView(place: PlaceInWeek): { readonly word: string; readonly cost: string } {
  const way = place.state === 'free' || place.state === 'moves' ? place.way : undefined;
  const moved = way?.others.length ?? 0;
  return {
    word: moved > 0 ? `${shortStates.moves} ${moved}` : shortStates[place.state],
    cost: way ? shortChange(way.change) : '',
  };
}

function cellView(place: PlaceInWeek | undefined, day: string, lineOf: LineOf) {
  if (!place) return { state: 'none', word: '', cost: '', href: '', when: '', full: '' };
  return {
    state: place.state,
    ...shortView(place),
    href: lineOf(place),
    when: `${day} ${clock(place.start)}`,
    full: fullWords(place),
  };
}

/** The address of a place's line in the lists, on this page or on that of another day. */
type LineOf = (place: PlaceInWeek) => string;

/** The whole week in one table: times down the left, days across. */
export function glanceView(review: Review, { places }: Elsewhere, lineOf: LineOf) {
  const days = [...new Set(places.map((p) => dayOf(p.start)))];
  const times = [...new Set(places.map((p) => p.start % DAY))].sort((a, b) => a - b);
  const at = new Map(places.map((p) => [p.start, p]));
  return {
    days: days.map((day) => {
      const name = weekday(review.week, day);
      return { short: name.slice(0, 3), rest: name.slice(3) };
    }),
    rows: times.map((time, n) => ({
      time: clock(time),
      // A gap between times (lunch, the day's end) is a line.
      gap: n > 0 && time - times[n - 1]! > QUARTER,
      cells: days.map((day) => cellView(at.get(day * DAY + time), weekday(review.week, day), lineOf)),
    })),
  };
}
