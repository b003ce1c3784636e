import type { Held } from '../../src/programme/placement.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import type { Minute } from '../../src/time/span.ts';
import type { Parts } from './parts.ts';

/** Quarter hours in which the engine counts who is where: day 0 to day 5. */
export const TICK = 15;
export const TICKS = 6 * 96;

/** What is paid: single-handed sessions, third streams and evenings, points (tiers 3, 4 and 6 of rules.md). */
export interface Price {
  singles: number;
  beyond: number;
  points: number;
}

/** A use of one thing (a person, a room, the streams) over ticks [from, to). */
export interface Use {
  readonly thing: number;
  readonly from: number;
  readonly to: number;
}

/** A time at which a session could be held, as far as its own rules go. */
export interface Slot {
  readonly index: number;
  readonly day: number;
  readonly start: Minute;
  readonly end: Minute;
  readonly awayFrom: Minute;
  readonly awayTo: Minute;
  /** Indexes into the session's places that go with it. */
  readonly places: readonly number[];
  readonly price: Price;
  /** Contacts and streams drawn on. */
  readonly uses: readonly Use[];
  /** Peers who can be there then, as bits. */
  readonly peers: number;
  /** As a placement with no peers yet, in the first of its places. */
  readonly held: Held;
}

/** The peers who could take a session together. */
export interface Team {
  readonly index: number;
  readonly mask: number;
  readonly members: readonly number[];
  readonly ids: readonly string[];
  readonly price: Price;
}

export interface PlaceChoice {
  readonly place: Place;
  readonly price: Price;
  /** Peers who can go there, as bits. */
  readonly peers: number;
}

/** One session to place, with everywhere it could go. */
export interface Item {
  readonly index: number;
  readonly session: Session;
  /** The contacts' indexes, for the pieces of the programme that a contact's day is. */
  readonly contacts: readonly number[];
  readonly places: readonly PlaceChoice[];
  readonly slots: readonly Slot[];
  readonly teams: readonly Team[];
  readonly teamByMask: ReadonlyMap<number, number>;
  /** Slots by the end of the peers' time, to find those that share a swap point. */
  readonly slotsByEnd: ReadonlyMap<Minute, readonly number[]>;
  /** The choice that a programme to keep makes for it: slot, place and team, where they still are choices. */
  readonly kept?: {
    readonly slot: number;
    readonly place: number;
    readonly team: number;
    readonly told: boolean;
    /** In the order in which the programme to keep names them. */
    readonly peers: readonly string[];
    /** Who of them leads. */
    readonly lead: string | undefined;
    readonly stream: string;
  };
  /**
   * Where it stands in a programme that is held as it is, refused or not: always a slot, a place and a team. `added`
   * says which of them is there for that alone, and for no other choice.
   */
  readonly standing?: {
    readonly slot: number;
    readonly place: number;
    readonly team: number;
    readonly added: { readonly slot: boolean; readonly place: boolean; readonly team: boolean };
  };
}

/** A review as the engine works on it. */
export interface Model {
  readonly review: Review;
  readonly parts: Parts;
  readonly items: readonly Item[];
  /** Things that can be used by so many at once: the most, by thing × tick. */
  readonly things: number;
  readonly most: Int16Array;
  /** Uses of peers: by peer, the things a peer draws on over the time (0) or the peers' time (1). */
  readonly peerThings: readonly (readonly { readonly thing: number; readonly away: boolean }[])[];
  /** Uses of places: by item and place. */
  readonly placeThings: readonly (readonly (readonly {
    readonly thing: number;
    readonly away: boolean;
  }[])[])[];
}
