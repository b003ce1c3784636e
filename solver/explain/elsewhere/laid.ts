import type { Elsewhere, Seat, Seats, Swap, Way } from '../../../src/check/elsewhere.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Minute } from '../../../src/time/span.ts';
import { elsewhereIn } from './elsewhere.ts';
import { seatIn, seatsIn } from './seats.ts';
import { swapIn } from './swap.ts';
import { OpenWeek } from './week.ts';

/** Programmes that are kept laid open: a few, for each takes a few megabytes. */
const MOST_KEPT = 6;

/** A programme that is asked about. */
export interface Asked {
  readonly programme: Programme;
  /** By which it is known again: never the same for two. */
  readonly number: number;
}

interface Laid {
  readonly review: Review;
  readonly number: number;
  readonly week: OpenWeek;
}

/** The last few programmes laid open, of whatever review: laying one open takes as long as asking it. */
const kept: Laid[] = [];

function weekOf(review: Review, { programme, number }: Asked): OpenWeek {
  const at = kept.findIndex((k) => k.number === number && k.review === review);
  const found = at < 0 ? { review, number, week: new OpenWeek(review, programme) } : kept.splice(at, 1)[0]!;
  kept.unshift(found);
  kept.length = Math.min(kept.length, MOST_KEPT);
  return found.week;
}

/** Every place of the week for one session. Undefined for a session that is not placed on its own. */
export const placesIn = (
  review: Review,
  asked: Asked & { readonly session: string },
): Elsewhere | undefined => elsewhereIn(weekOf(review, asked), asked.session);

/** The rooms and pairs that it could have at one time. */
export const seatsAt = (
  review: Review,
  asked: Asked & { readonly session: string; readonly start: Minute },
): Seats => seatsIn(weekOf(review, asked), asked.session, asked.start);

/** One of them; undefined where it can't be had. */
export const seatAt = (
  review: Review,
  asked: Asked & { readonly session: string; readonly seat: Seat },
): Way | undefined => seatIn(weekOf(review, asked), asked.session, asked.seat);

/** Two sessions that change times; undefined where one of them has none. */
export const swapOf = (
  review: Review,
  asked: Asked & { readonly one: string; readonly other: string },
): Swap | undefined => swapIn(weekOf(review, asked), asked.one, asked.other);
