import type { Place } from '../review/places.ts';
import type { Session } from '../review/session.ts';
import type { Minute, Span } from '../time/span.ts';

/** Where one session went. */
export interface Placement {
  readonly session: string;
  /** The contact's time. */
  readonly start: Minute;
  readonly end: Minute;
  /** The peers' time, travel included; the contact's time where nobody travels. */
  readonly away: Span;
  readonly stream: string;
  readonly place: Place;
  /** Peer ids. */
  readonly peers: readonly string[];
  /** The one of them who leads; the others take notes. Undefined: not settled. */
  readonly lead?: string;
  /** The contacts have been told of this time: moving it disturbs them. */
  readonly told: boolean;
}

/** A placement with its session looked up: what rules see. */
export interface Held {
  readonly session: Session;
  readonly placement: Placement;
}

/** The contact's time as a span. */
export const timeOf = (placement: Placement): Span => ({ from: placement.start, to: placement.end });
