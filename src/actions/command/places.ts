import type { Elsewhere, PlaceInWeek, Way } from '../../check/elsewhere.ts';
import { nearest } from '../../intake/near.ts';
import { changeName } from '../../programme/changes.ts';
import type { Placement } from '../../programme/placement.ts';
import {
  againstWords,
  changeOfCostWords,
  differenceWords,
  othersWords,
  placeStateWords,
  seatWords,
  whyWords,
} from '../../publish/elsewhere-words.ts';
import { pretty } from '../../publish/pretty.ts';
import { nameOf, sessionsToPlace } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import { dayOf } from '../../time/span.ts';
import { readLocal, writeLocal } from '../../time/week.ts';
import { clock, dayName } from '../../time/words.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, type Exit, fail } from './desk.ts';
import { inputBoth } from './inputs.ts';
import { findingObject } from './report.ts';
import { headline } from './words.ts';

export const placesFace = {
  verb: 'places',
  means: 'Says why a session is where it is, and where else it could go: what that costs, whom it moves.',
  wants: ['REVIEW', 'PROGRAMME', 'SESSION'],
  options: {
    from: { takes: 'text', value: 'TIME', means: 'leave alone what began before, as 2026-03-24T09:00' },
    json: { takes: 'nothing', means: 'answer with one JSON object' },
  },
} as const satisfies Face;

/** Tells every place of the week for one session, named by its id or its title. Exit 0 where there is the session. */
export async function places(desk: Desk, args: Given): Promise<Exit> {
  const json = args.flag('json');
  const input = await inputBoth(desk, args.given, json);
  if (!input.ok) return input.exit;
  const { review, programme } = input.value;
  const time = args.text('from');
  const from = time === undefined ? undefined : readLocal(review.week, time);
  if (from?.ok === false)
    return fail(
      desk,
      `peerweek places: --from wants a local time such as ${review.week.firstDay}T09:00, not “${time}”.`,
    );
  const wanted = args.given[2]!;
  const session = sessionsToPlace(review).find((s) => s.id === wanted || s.title === wanted);
  const told = session && (await desk.elsewhere(review, programme, session.id, from?.minute));
  if (!told) return fail(desk, noSuch(review, wanted));
  desk.out(json ? pretty(objectOf(review, told)) : `${linesOf(review, told).join('\n')}\n`);
  return 0;
}

function noSuch(review: Review, wanted: string): string {
  const visit = review.sessions.find((s) => s.includes.includes(wanted));
  if (visit) return `peerweek places: “${wanted}” is held in the course of ${visit.title}; ask about that.`;
  const all = sessionsToPlace(review).flatMap((s) => [s.id, s.title]);
  const near = nearest(wanted, all);
  return `peerweek places: the review has no session “${wanted}”.${near ? ` Did you mean “${near}”?` : ''}`;
}

function linesOf(review: Review, told: Elsewhere): readonly string[] {
  const days = [...new Set(told.places.map((p) => dayOf(p.start)))];
  return [
    headline({ review }),
    nameOf(review, told.session),
    ...whyWords(review, told),
    ...(told.about.length > 0 ? ['', 'What is said of it where it is:'] : []),
    ...told.about.map((f) => `  ${f.rule}: ${f.sentence}`),
    ...days.flatMap((day) => [
      '',
      `${dayName(review.week, day)}:`,
      ...told.places.filter((p) => dayOf(p.start) === day).flatMap((p) => placeLines(review, p)),
    ]),
  ];
}

function placeLines(review: Review, place: PlaceInWeek): readonly string[] {
  const head = `  ${clock(place.start).padStart(7)}  ${placeStateWords[place.state]}`;
  switch (place.state) {
    case 'here':
      return [head];
    case 'free':
    case 'moves':
      return [
        `${head}: ${seatWords(review, place.way.placement)}; ${changeOfCostWords(place.way.change)}.`,
        ...othersWords(review, place.way).map((sentence) => `             ${sentence}`),
      ];
    case 'taken':
    case 'refused':
      return [`${head} (“${againstWords(place.against.rule)}”): ${place.against.sentence}`];
  }
}

function objectOf(review: Review, told: Elsewhere): object {
  return {
    session: told.session,
    ...(told.here && { here: placementObject(review, told.here) }),
    cost: told.cost,
    ...(told.without && { without: told.without }),
    why: whyWords(review, told),
    about: told.about.map((f) => findingObject(review, f)),
    places: told.places.map((p) => placeObject(review, p)),
  };
}

function placeObject(review: Review, place: PlaceInWeek): object {
  const base = {
    start: writeLocal(review.week, place.start),
    end: writeLocal(review.week, place.end),
    state: place.state,
  };
  switch (place.state) {
    case 'here':
      return { ...base, ...(place.better && { better: wayObject(review, place.better) }) };
    case 'free':
      return {
        ...base,
        ...wayObject(review, place.way),
        ...(place.keeping && { keeping: wayObject(review, place.keeping) }),
      };
    case 'moves':
      return { ...base, ...wayObject(review, place.way), refusedBy: againstObject(place.against) };
    case 'taken':
      return { ...base, by: place.by, refusedBy: againstObject(place.against) };
    case 'refused':
      return { ...base, refusedBy: againstObject(place.against) };
  }
}

const againstObject = ({ rule, sentence }: { readonly rule: string; readonly sentence: string }): object => ({
  rule,
  sentence,
});

const wayObject = (review: Review, way: Way): object => ({
  placement: placementObject(review, way.placement),
  change: way.change,
  cost: way.cost,
  moved: way.others.map((change) => ({
    session: change.session,
    moved: change.moved,
    ...(change.after && { placement: placementObject(review, change.after) }),
    tell: change.tell,
    sentence: changeName(review, change),
  })),
  tell: way.tell,
  ...differenceWords(way),
});

const placementObject = ({ week }: Review, p: Placement): object => ({
  start: writeLocal(week, p.start),
  end: writeLocal(week, p.end),
  away: { from: writeLocal(week, p.away.from), to: writeLocal(week, p.away.to) },
  place: p.place,
  peers: p.peers,
});
