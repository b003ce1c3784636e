import type { Held } from '../programme/placement.ts';
import type { Contact, Peer } from '../review/people.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import type { Minute, Span } from '../time/span.ts';
import type { CountsOf } from './counts.ts';

export type Kind = 'must' | 'want' | 'check';
export type Group = 'time' | 'people' | 'places' | 'streams' | 'agreed';

/** What a predicate found: facts first; the sentence is made only when somebody reads it. */
export interface Breach {
  /** Units that the weight is paid for (wants); minutes, people or 1 for the rest. Default 1. */
  readonly amount?: number;
  /** Ids of the peers and contacts it is about. */
  readonly who?: readonly string[];
  /** Session ids. */
  readonly sessions?: readonly string[];
  readonly when?: Span;
  /** Id of a room or site. */
  readonly where?: string;
  /** One plain sentence: a name, a time and, where there is one, a way out. */
  readonly say: () => string;
}

interface PartFace {
  /** Names the part within its rule, for weights and messages: `rule` for the first, else a word. */
  readonly name: string;
  readonly kind: Kind;
  /** Musts only: the review manager may waive it. */
  readonly waivable?: boolean;
  /** Checks only: the programme can't be approved while it speaks. */
  readonly blocksApproval?: boolean;
  /** Wants only: points for each unit of a breach's amount. */
  readonly weight?: number;
  /** What a unit of the amount is, in the rule book's words after the points: `an hour`. Default `each`. */
  readonly per?: string;
  /** Wants only, in place of a weight. */
  readonly tier?: 3 | 4;
  /** One plain sentence for the rule book: what this part asks. */
  readonly asks: string;
}

/** Which aspects of a placement a predicate looks at; the solver tries it on just those and fills in the rest. */
export type Aspect = 'time' | 'place' | 'peer' | 'peers';

/**
 * Why one placement is refused, or what it costs. With the aspect `peer` it is asked for one peer at a time
 * (`held.placement.peers` has just that one); with `peers`, for all who take the session together.
 */
export interface PlacedPart extends PartFace {
  readonly shape: 'placed';
  readonly looksAt: readonly Aspect[];
  /**
   * For engines: of sessions of one length that this says the same of, it says the same at the same times, places and
   * with the same peers, so that what was asked of one holds for all. Left out: each is its own.
   */
  readonly alike?: (review: Review, session: Session) => string;
  readonly test: (review: Review, held: Held) => Breach | undefined;
}

/** What a placement draws on, by moment; at most so many may draw on one thing at a time. */
export interface SharedPart extends PartFace {
  readonly shape: 'shared';
  /** What decides on which things it draws, besides the session. */
  readonly looksAt: 'session' | 'place' | 'peer';
  /** The contact's time or the peers' time. */
  readonly over: 'time' | 'away';
  /** Keys of the things drawn on; with `peer`, asked for one peer at a time. */
  readonly draws: (review: Review, held: Held) => readonly string[];
  /** The most that may draw on the thing at any moment of the span. */
  readonly atMost: (review: Review, key: string, span: Span) => number;
  /** `held`: those drawing on `key` at once, more than may. */
  readonly breach: (review: Review, key: string, held: readonly Held[], span: Span) => Breach;
}

/** When two placements clash, or what they cost together. Asked for each two once, the earlier first. */
export interface PairedPart extends PartFace {
  readonly shape: 'paired';
  readonly looksAt: readonly Aspect[];
  /** Which two can clash at all: any two of the same day, any two, or two that share a peer or contact that day. */
  readonly among: 'day' | 'week' | 'person-day';
  /**
   * For engines: whether it can ever speak of these two sessions, whatever their times, places and peers. Left out: of
   * any two. Asked either way round.
   */
  readonly between?: (review: Review, a: Session, b: Session) => boolean;
  /** For engines: sessions at places that this says the same of never clash by the part. Left out: they may. */
  readonly clearOf?: (review: Review, held: Held) => string;
  /**
   * For engines, where it looks at the time alone: sessions that this says the same of clash alike at the same times,
   * so that what was asked of two of them holds for all. Left out: each is its own.
   */
  readonly alike?: (review: Review, session: Session) => string;
  /**
   * For engines, where it asks that those who run side by side (peers' time) end together: whether a session keeps to
   * that (`ends`) or may run on past the ends of others, and only not end while one of them runs (`spans`).
   */
  readonly swaps?: (session: Session) => 'ends' | 'spans';
  readonly test: (review: Review, a: Held, b: Held) => Breach | undefined;
}

/** The part of the programme that a whole part is asked about. `held` is in time order. */
export interface Scope {
  readonly peer?: Peer;
  readonly contact?: Contact;
  /** 0 to 5. */
  readonly day?: number;
  readonly held: readonly Held[];
}

/**
 * A rule about more than two placements, asked for each piece of the programme that `over` names: once a peer and
 * day, once a contact and day, once a peer, once a day, once for the week; `frame` looks at the fixed events alone.
 */
export interface WholePart extends PartFace {
  readonly shape: 'whole';
  readonly over: 'peer-day' | 'contact-day' | 'peer-week' | 'day' | 'week' | 'frame';
  /** Musts: whether a breach is mended by taking sessions away (so a half-built programme is held to it) or by adding. */
  readonly mendedBy: 'fewer' | 'more';
  /**
   * For engines: what it looks at of the placements of a scope, beside whose they are. Left out: everything.
   */
  readonly looksAt?: readonly ('time' | 'place')[];
  /** For engines: the same as a sum over counters, where it is one. Of a must, only where none of it can be waived. */
  readonly counts?: CountsOf;
  /**
   * For engines, where its amount is the fewest placements to take out so that of those that it counts no more than
   * `most` ever run at once (peers' time): what that is.
   */
  readonly columns?: {
    readonly most: (review: Review) => number;
    readonly counts: (held: Held) => boolean;
  };
  /**
   * For engines, of a part about days and times alone: its amount is the pieces of a day in which sessions run (peers'
   * time), not all at one moment, and between no two of them are `minutes` in which none runs. `pieceOf` names the piece
   * that a session counts for by its peers' time; undefined where it counts for none.
   */
  readonly pauses?: {
    readonly minutes: Minute;
    readonly pieceOf: (review: Review, away: Span) => string | undefined;
  };
  /**
   * For engines, of a part about a peer's day: the day is legs, one after the other, and the amount of the day is at
   * least the sum of what `least` says of each: of the keys of everything in it that has one, each named once, whatever
   * else is in it. More keys are never less. A placement is on the same leg with every peer.
   */
  readonly calls?: {
    readonly of: (review: Review, held: Held) => Call | undefined;
    readonly least: (review: Review, keys: readonly string[]) => number;
  };
  readonly test: (review: Review, scope: Scope) => readonly Breach[];
}

/** Where a placement brings its peers, and on which leg of which day. */
export interface Call {
  readonly key: string;
  readonly leg: string;
}

/** Facts about the moment of asking that a review does not hold. */
export interface AskedAt {
  /** `yyyy-mm-dd`, in the review's zone; undefined where the day must not matter (files, same bytes). */
  readonly today?: string;
}

/** What is wrong with the review itself. */
export interface DataPart extends PartFace {
  readonly shape: 'data';
  readonly test: (review: Review, asked: AskedAt) => readonly Breach[];
}

export type Part = PlacedPart | SharedPart | PairedPart | WholePart | DataPart;

/** A number in a rule that a council may change, under `limits` in its review. */
export interface Limit {
  /** The rule's id, or that and a word after a slash: `evening-limit/day`. */
  readonly name: string;
  /** Where the review says nothing. */
  readonly usual: number;
  /** One plain sentence for the rule book: what it is a number of. */
  readonly says: string;
}

/** What a limit is for this review. */
export const limitIn = (review: Pick<Review, 'limits'>, { name, usual }: Limit): number =>
  review.limits[name] ?? usual;

/** A line of the rule book. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly group: Group;
  /** Line numbers of the manual, as `1456` or `337-368`; `silent` where it says nothing. */
  readonly manual: readonly string[];
  readonly parts: readonly Part[];
  /** Every limit that the parts read; a review that gives another is refused. */
  readonly limits?: readonly Limit[];
}

/** Points a unit for a want, as the council may have changed them (`rule/part`, then `rule`). */
export const weightOf = (review: Review, rule: Rule, part: Part): number =>
  review.weights[`${rule.id}/${part.name}`] ?? review.weights[rule.id] ?? part.weight ?? 0;
