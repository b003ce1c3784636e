import type { Elsewhere, PlaceInWeek, PlaceState, Way } from '../check/elsewhere.ts';
import { changeName } from '../programme/changes.ts';
import type { Placement } from '../programme/placement.ts';
import { type Cost, placeName } from '../programme/programme.ts';
import { namesOf, sessionOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { ruleOf } from '../rules/index.ts';
import { spanName } from '../time/words.ts';
import { counted, listed } from './words.ts';

/** What a place is, in a word or two. */
export const placeStateWords: Readonly<Record<PlaceState, string>> = {
  here: 'It is here',
  free: 'Free',
  moves: 'If others move',
  taken: 'Taken',
  refused: 'Not possible',
};

/** What each tier of a cost counts, after a number. */
const units: readonly (readonly [one: string, many: string])[] = [
  ['session left out that must be held', 'sessions left out that must be held'],
  ['session left out that should be held', 'sessions left out that should be held'],
  ['session taken by one peer alone', 'sessions taken by one peer alone'],
  [
    'session beyond the usual streams or in the evening',
    'sessions beyond the usual streams or in the evening',
  ],
  ['session left out that could be held', 'sessions left out that could be held'],
  ['point', 'points'],
];

/** At most a tenth of a point. */
const tenth = (n: number): number => Math.round(n * 10) / 10;

/** A change of cost, the weightiest first: `1 more session taken by one peer alone, 3 points less`; `costs the same`. */
export function changeOfCostWords(change: Cost): string {
  const parts = change.flatMap((by, tier) => {
    const n = tenth(Math.abs(by));
    if (n === 0) return [];
    const [one, many] = units[tier]!;
    const unit = n === 1 ? one : many;
    if (tier === 5) return [`${n} ${unit} ${by > 0 ? 'more' : 'less'}`];
    return [`${n} ${by > 0 ? 'more' : n === 1 ? 'less' : 'fewer'} ${unit}`];
  });
  return parts.join(', ') || 'costs the same';
}

/** Where and with whom: `Committee Room 1, with Helen Marsden and Joe Bell`. */
export function seatWords(review: Review, placement: Placement): string {
  const session = sessionOf(review, placement.session);
  const where = session ? placeName(review, { session, placement }) : '';
  const who = placement.peers.length > 0 ? `with ${namesOf(review, placement.peers)}` : 'with nobody';
  return [where, who].filter(Boolean).join(', ');
}

/** Who goes where to make room, a sentence each. */
export const othersWords = (review: Review, way: Way): readonly string[] =>
  way.others.map((change) => changeName(review, change));

/** Wishes and rules of which a move makes more or less, a sentence each. */
export const differenceWords = ({
  appears,
  disappears,
}: Way): { readonly comes: readonly string[]; readonly goes: readonly string[] } => ({
  comes: appears.map((f) => f.sentence),
  goes: disappears.map((f) => f.sentence),
});

/** The title of a rule, as the reason that a place is refused; a word of its own for locks and the past. */
export function againstWords(rule: string): string {
  if (rule === 'lock') return 'Locked';
  if (rule === 'past') return 'Past';
  return ruleOf(rule)?.title ?? rule;
}

/** Of all the times at which a session could start, how many can be had and what stands against the rest: a sentence or two. */
export function triedWords({ here, places }: Pick<Elsewhere, 'here' | 'places'>): string {
  const of = (state: PlaceState): readonly PlaceInWeek[] => places.filter((p) => p.state === state);
  const others = places.length - of('here').length;
  const counts = [
    counted(of('free').length, 'is free', 'are free'),
    `${of('moves').length} can be had if others move`,
    counted(of('taken').length, 'is taken', 'are taken'),
    counted(of('refused').length, 'is not possible', 'are not possible'),
  ];
  return `Of the ${counted(others, here ? 'other time' : 'time')} in the week at which it could start, ${listed(counts)}.${refusers(places)}`;
}

/** Why a session is where it is, in a few sentences. */
export function whyWords(review: Review, told: Elsewhere): readonly string[] {
  const { here, settled, best, places } = told;
  return [
    ...(here
      ? [`It is on ${spanName(review.week, { from: here.start, to: here.end })}, ${seatWords(review, here)}.`]
      : ['It has no place in the programme.']),
    ...settled,
    triedWords(told),
    ...bestWords(review, told, best),
    ...betterHere(review, places),
  ];
}

/** The rules that refuse most places. */
function refusers(places: readonly PlaceInWeek[]): string {
  const count = new Map<string, number>();
  for (const place of places) {
    if (place.state !== 'refused') continue;
    count.set(place.against.rule, (count.get(place.against.rule) ?? 0) + 1);
  }
  const most = [...count].sort((a, b) => b[1] - a[1]).slice(0, 3);
  if (most.length === 0) return '';
  return ` What stands against those most: ${listed(most.map(([rule, n]) => `“${againstWords(rule)}” (${n})`))}.`;
}

function bestWords(review: Review, { here }: Elsewhere, best: Elsewhere['best']): readonly string[] {
  if (!best) return [here ? 'There is nowhere else for it.' : 'There is nowhere for it.'];
  const when = spanName(review.week, { from: best.start, to: best.end });
  const moved = best.way.others.length;
  const who = moved === 0 ? 'nobody else moves' : `${counted(moved, 'other session')} would move`;
  const first = best.way.change.find((by) => Math.abs(by) > 1e-9) ?? 0;
  const words = changeOfCostWords(best.way.change);
  const is = here ? 'The best of the other places' : 'The best place';
  if (first < 0) return [`${is} is better: ${when}, ${words}; ${who}.`];
  return [`${is} is ${when}: ${words}; ${who}.`];
}

function betterHere(review: Review, places: readonly PlaceInWeek[]): readonly string[] {
  const here = places.find((p) => p.state === 'here');
  if (here?.state !== 'here' || !here.better) return [];
  const { placement, change } = here.better;
  return [
    `At the same time it could be better: ${seatWords(review, placement)}: ${changeOfCostWords(change)}.`,
  ];
}
