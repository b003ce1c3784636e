import { ask } from '../solver/host/asks.ts';
import type { Draft, OpenReview } from '../src/actions/open-review.ts';
import type { Elsewhere, Seat, Seats, Swap, Way } from '../src/check/elsewhere.ts';
import type { Minute } from '../src/time/span.ts';

/** Drafts of which what was answered is kept. */
const MOST_KEPT = 3;

/** The draft that is asked about. */
type Open = Pick<OpenReview, 'review'>;

/**
 * Asks a draft where its sessions could go: some tens of milliseconds, and some more where the draft is asked about for
 * the first time. In a thread of its own: nobody else’s page waits for it.
 */
export interface LaidOpen {
  /** Every place of the week for one session. Undefined for a session that is not placed on its own. */
  readonly placesOf: (open: Open, draft: Draft, session: string) => Promise<Elsewhere | undefined>;
  /** The rooms and pairs that it could have at one time. */
  readonly seatsOf: (open: Open, draft: Draft, session: string, start: Minute) => Promise<Seats>;
  /** One of them; undefined where it can't be had. */
  readonly seatOf: (open: Open, draft: Draft, session: string, seat: Seat) => Promise<Way | undefined>;
  /** Two sessions that change times; undefined where one of them has none. */
  readonly swapOf: (open: Open, draft: Draft, one: string, other: string) => Promise<Swap | undefined>;
}

interface Kept {
  readonly draft: Draft;
  readonly told: Map<string, Promise<Elsewhere | undefined>>;
}

// By which the thread knows a draft again; the same in every server of this process, which share the thread.
const numbers = new WeakMap<Draft, number>();
let last = 0;

/** A draft as it is asked about. */
function asked(draft: Draft) {
  const number = numbers.get(draft) ?? ++last;
  numbers.set(draft, number);
  return { programme: draft.programme, number };
}

/** Remembers of the last few drafts where their sessions could go. */
export function layOpen(): LaidOpen {
  const kept: Kept[] = [];
  const toldOf = (draft: Draft): Kept['told'] => {
    const at = kept.findIndex((k) => k.draft === draft);
    const found = at < 0 ? { draft, told: new Map() } : kept.splice(at, 1)[0]!;
    kept.unshift(found);
    kept.length = Math.min(kept.length, MOST_KEPT);
    return found.told;
  };
  return {
    placesOf({ review }, draft, session) {
      const told = toldOf(draft);
      const known = told.get(session) ?? ask('places', review, { ...asked(draft), session });
      told.set(session, known);
      // What broke off is asked again by the next.
      known.catch(() => told.delete(session));
      return known;
    },
    seatsOf: ({ review }, draft, session, start) => ask('seats', review, { ...asked(draft), session, start }),
    seatOf: ({ review }, draft, session, seat) => ask('seat', review, { ...asked(draft), session, seat }),
    swapOf: ({ review }, draft, one, other) => ask('swap', review, { ...asked(draft), one, other }),
  };
}
