import { elsewhereIn } from '../solver/explain/elsewhere/elsewhere.ts';
import { seatIn, seatsIn } from '../solver/explain/elsewhere/seats.ts';
import { swapIn } from '../solver/explain/elsewhere/swap.ts';
import { OpenWeek } from '../solver/explain/elsewhere/week.ts';
import type { Draft, OpenReview } from '../src/actions/open-review.ts';
import type { Elsewhere, Seat, Seats, Swap, Way } from '../src/check/elsewhere.ts';
import type { Minute } from '../src/time/span.ts';

/** Programmes that are kept laid open: a few, for each takes a few megabytes. */
const MOST_KEPT = 3;

/** The draft that is asked about. */
type Open = Pick<OpenReview, 'review'>;

/**
 * A draft laid open to be asked where its sessions could go, in this thread: some tens of milliseconds, and some more
 * where the draft is asked about for the first time.
 */
export interface LaidOpen {
  /** Every place of the week for one session. Undefined for a session that is not placed on its own. */
  readonly placesOf: (open: Open, draft: Draft, session: string) => Elsewhere | undefined;
  /** The rooms and pairs that it could have at one time. */
  readonly seatsOf: (open: Open, draft: Draft, session: string, start: Minute) => Seats;
  /** One of them; undefined where it can't be had. */
  readonly seatOf: (open: Open, draft: Draft, session: string, seat: Seat) => Way | undefined;
  /** Two sessions that change times; undefined where one of them has none. */
  readonly swapOf: (open: Open, draft: Draft, one: string, other: string) => Swap | undefined;
}

interface Laid {
  readonly draft: Draft;
  readonly week: OpenWeek;
  readonly told: Map<string, Elsewhere>;
}

/** Keeps the last few drafts laid open, with what was answered about their sessions. */
export function layOpen(): LaidOpen {
  const kept: Laid[] = [];
  const laid = ({ review }: Open, draft: Draft): Laid => {
    const at = kept.findIndex((k) => k.draft === draft);
    const found =
      at < 0
        ? { draft, week: new OpenWeek(review, draft.programme), told: new Map<string, Elsewhere>() }
        : kept.splice(at, 1)[0]!;
    kept.unshift(found);
    kept.length = Math.min(kept.length, MOST_KEPT);
    return found;
  };
  return {
    placesOf(open, draft, session) {
      const { week, told } = laid(open, draft);
      const known = told.get(session) ?? elsewhereIn(week, session);
      if (known) told.set(session, known);
      return known;
    },
    seatsOf: (open, draft, session, start) => seatsIn(laid(open, draft).week, session, start),
    seatOf: (open, draft, session, seat) => seatIn(laid(open, draft).week, session, seat),
    swapOf: (open, draft, one, other) => swapIn(laid(open, draft).week, one, other),
  };
}
