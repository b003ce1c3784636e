import type { Change } from '../programme/changes.ts';
import type { Placement } from '../programme/placement.ts';
import type { Cost } from '../programme/programme.ts';
import type { Minute } from '../time/span.ts';
import type { Finding } from './finding.ts';

/** A session put somewhere, whatever has to make room for it, and what that does to the programme. All of it checked. */
export interface Way {
  readonly placement: Placement;
  /** Other sessions that go elsewhere for it, and where to. */
  readonly others: readonly Change[];
  /** Ids of the contacts and peers who would have to be told, of this session and of the others. */
  readonly tell: readonly string[];
  /** What the whole programme would then cost, and what it costs more than now: below 0 where it gets better. */
  readonly cost: Cost;
  readonly change: Cost;
  /** Findings that would come and go. */
  readonly appears: readonly Finding[];
  readonly disappears: readonly Finding[];
}

/** What stands against a place: a rule, and its own sentence about the session held there. */
export interface Against {
  /** The rule's id; `lock` where the time is locked, `past` where it has begun. */
  readonly rule: string;
  readonly sentence: string;
  /** The placement that the rule was asked about; none for `lock` and `past`. */
  readonly tried?: Placement;
}

interface Time {
  readonly start: Minute;
  readonly end: Minute;
}

/** Where it is now. `better`: another room or pair at the same time that costs less. */
export interface HerePlace extends Time {
  readonly state: 'here';
  readonly better?: Way;
}

/** Nothing refuses it and nobody has to move. `keeping`: the same with the room and the pair it has, where they are others. */
export interface FreePlace extends Time {
  readonly state: 'free';
  readonly way: Way;
  readonly keeping?: Way;
}

/** It can be had if others move: the fewest that were found. That no fewer would do is not proven. */
export interface MovesPlace extends Time {
  readonly state: 'moves';
  readonly way: Way;
  readonly against: Against;
}

/** Others are there, and no way was found to move few of them. */
export interface TakenPlace extends Time {
  readonly state: 'taken';
  /** Ids of the sessions in the way, as far as one can say. */
  readonly by: readonly string[];
  readonly against: Against;
}

/** A rule refuses it, wherever everything else is. */
export interface RefusedPlace extends Time {
  readonly state: 'refused';
  readonly against: Against;
}

export type PlaceInWeek = HerePlace | FreePlace | MovesPlace | TakenPlace | RefusedPlace;
export type PlaceState = PlaceInWeek['state'];

/** Everywhere in the week that one session could go, and why it is where it is. */
export interface Elsewhere {
  readonly session: string;
  /** Where it is; undefined where it is left out. */
  readonly here?: Placement;
  /** What the programme costs as it is. */
  readonly cost: Cost;
  /** What the programme would cost without the session, less what it costs now. */
  readonly without?: Cost;
  /** Findings about the session where it is: musts it breaks, wants it pays for. */
  readonly about: readonly Finding[];
  /** What the organiser settled about it: a given time, locks. Sentences. */
  readonly settled: readonly string[];
  /** The cheapest of the other places, with nobody else moved if there is one as cheap. */
  readonly best?: FreePlace | MovesPlace;
  /** Every quarter hour at which it could start in the windows of the week, and where it is, in time order. */
  readonly places: readonly PlaceInWeek[];
}

/** What can be had at one time: each room and each pair with the best of the other beside it, best first. All checked. */
export interface Seats {
  readonly rooms: readonly Way[];
  readonly pairs: readonly Way[];
}

/** One seat: a time, a place and peers. */
export type Seat = Pick<Placement, 'start' | 'place' | 'peers'>;

/** Two sessions that change times: how, or what stands against it. */
export type Swap =
  | { readonly ok: true; readonly way: Way }
  | { readonly ok: false; readonly against: Against };
