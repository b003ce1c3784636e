import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import type { Elsewhere, PlaceInWeek } from '../../../src/check/elsewhere.ts';
import {
  againstWords,
  changeOfCostWords,
  othersWords,
  seatWords,
} from '../../../src/publish/elsewhere-words.ts';
import { peopleIn, whoWords } from '../../../src/publish/who.ts';
import { counted, listed, sessionWords } from '../../../src/publish/words.ts';
import { sessionOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { dayOf } from '../../../src/time/span.ts';
import { clock, minutes, spanName, weekday } from '../../../src/time/words.ts';
import type { DraftAddresses, GridShown } from '../../addresses.ts';
import type { LaidOpen } from '../../laid-open.ts';
import { streamsOf } from '../move/streams.ts';
import { fullWords, shortView } from '../session/glance-view.ts';
import { type ChosenAsked, chosenView } from './chosen-view.ts';

/** A place where the session that is picked could start, as a day’s column of them shows it. */
export interface PlaceLink {
  readonly start: number;
  readonly id: string;
  readonly href: string;
  readonly time: string;
  readonly when: string;
  readonly state: PlaceInWeek['state'];
  readonly word: string;
  readonly cost: string;
  readonly full: string;
  readonly chosen: boolean;
  /** It can be dropped there at once: nobody else moves. */
  readonly drop: string;
}

/** A session that is picked in the grid: what it is, everywhere it could go, and what was chosen. */
export async function pickView(
  laidOpen: LaidOpen,
  open: OpenReview,
  draft: Draft,
  at: DraftAddresses,
  day: GridShown['day'],
  asked: ChosenAsked,
) {
  const told = await laidOpen.placesOf(open, draft, asked.pick);
  const session = told && sessionOf(open.review, asked.pick);
  if (!told || !session) return null;
  const { review } = open;
  const who = whoWords(session, peopleIn(review, session));
  const show = { day, pick: asked.pick };
  const { here } = told;
  const isHeld = review.locks.some((l) => l.session === session.id && l.time);
  return {
    id: session.id,
    title: session.title,
    what: `${sessionWords[session.kind]}, ${minutes(session.minutes)}${who ? `: ${who}` : ''}`,
    where: here
      ? `${spanName(review.week, { from: here.start, to: here.end })}, ${seatWords(review, here)}.`
      : 'It has no place in the week.',
    settled: told.settled,
    counts: countsOf(told),
    best: bestView(told, open, at, asked.pick),
    why: at.session(session.id),
    cancel: at.grid({ day }),
    choose: at.grid(),
    day: day === undefined ? '' : String(day),
    move: at.move(session.id),
    seen: String(draft.version),
    park: here && !isHeld ? at.park(session.id) : '',
    stream: here
      ? {
          action: at.stream(session.id),
          now: here.stream,
          options: streamsOf(review, draft.programme).map(({ id, text }) => ({
            value: id,
            text: text.slice(0, 1).toUpperCase() + text.slice(1),
            selected: id === here.stream,
          })),
        }
      : null,
    chosen: await chosenView({ laidOpen, open, draft, at, told }, asked),
    swapOf(other: string): string {
      const there = draft.programme.placements.find((p) => p.session === other);
      // Those that end together would each stay where they are.
      const stays = !here || !there || there.end === here.end;
      return stays ? '' : at.grid({ ...show, swap: other });
    },
    places: told.places.map((place): PlaceLink => {
      const name = weekday(review.week, dayOf(place.start));
      return {
        start: place.start,
        id: `at-${place.start}`,
        href: at.grid({ ...show, day: day === 'all' ? 'all' : dayOf(place.start), to: place.start }),
        time: clock(place.start),
        when: `${name} ${clock(place.start)}`,
        state: place.state,
        ...shortView(place),
        full: fullOf(review, place),
        chosen: asked.swap === undefined && String(place.start) === asked.to,
        drop: place.state === 'free' ? String(place.start) : '',
      };
    }),
  };
}

export type PickView = NonNullable<Awaited<ReturnType<typeof pickView>>>;

function countsOf({ places }: Elsewhere): string {
  const of = (state: PlaceInWeek['state']) => places.filter((p) => p.state === state).length;
  return listed([
    counted(of('free'), 'time is free', 'times are free'),
    `${of('moves')} can be had if others move`,
    `${of('taken')} taken`,
    `${of('refused')} not possible`,
  ]);
}

/** The best of the other places, to be gone to with one click. */
function bestView({ best }: Elsewhere, { review }: OpenReview, at: DraftAddresses, pick: string) {
  if (!best) return null;
  const moved = best.way.others.length;
  return {
    href: at.grid({ day: dayOf(best.start), pick, to: best.start }),
    text: spanName(review.week, { from: best.start, to: best.end }),
    more: `${changeOfCostWords(best.way.change)}${moved === 0 ? '' : `, ${counted(moved, 'other session')} would move`}`,
  };
}

/** All that is to be known before it is chosen: what it costs, who moves, what refuses it. */
function fullOf(review: Review, place: PlaceInWeek): string {
  switch (place.state) {
    case 'moves':
      return `${fullWords(place)}. ${othersWords(review, place.way).join(' ')}`;
    case 'taken':
    case 'refused':
      return `${fullWords(place)}. ${againstWords(place.against.rule)}: ${place.against.sentence}`;
    default:
      return fullWords(place);
  }
}
