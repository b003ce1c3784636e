import type { Review } from '../review/review.ts';
import type { Minute } from '../time/span.ts';
import type { SolveOptions } from './outcome.ts';
import type { Cost, Programme } from './programme.ts';

/** How a day of a programme ends. */
export interface DayEnd {
  readonly day: number;
  /** When its last session ends, travel included. */
  readonly to: Minute;
  readonly sessions: number;
}

/** What a programme comes to in plain figures, all by the review itself: what is put side by side. */
export interface Figures {
  /** Sessions that are left out: ids, in the review's order. */
  readonly leftOut: Readonly<Record<'must' | 'should' | 'could', readonly string[]>>;
  /** Sessions taken by one peer alone, in a stream beyond the usual, in the evening. */
  readonly alone: number;
  readonly beyond: number;
  readonly evenings: number;
  /** Journeys of peers beyond the visits' own. */
  readonly journeys: number;
  /** Sessions at a time that their contact has marked "if needed". */
  readonly ifNeeded: number;
  /** Full days of peers without a free hour. */
  readonly withoutDownTime: number;
  /** Days with sessions, in order. */
  readonly days: readonly DayEnd[];
  /** Of the interviewing peers: the least and the most time free within the times for sessions. Minutes. */
  readonly free: Range;
  /** Of the interviewing peers: the least and the most time at sessions, travel included. Minutes. */
  readonly work: Range;
  /** Wishes not met, in points. */
  readonly points: number;
}

export interface Range {
  readonly least: Minute;
  readonly most: Minute;
}

/** A programme that really differs from the others, with what it would gain and cost. */
export interface Alternative {
  /** `first`, or the name of what was asked: `two-streams`. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what was asked of it beyond what the review asks. */
  readonly means: string;
  readonly programme: Programme;
  readonly cost: Cost;
  readonly figures: Figures;
  /** Sentences, against the first programme; none of the first itself. */
  readonly gains: readonly string[];
  readonly costs: readonly string[];
  /** How far it is from the first, from 0, the same, to 1, nothing where it was. */
  readonly distance: number;
}

export interface Alternatives {
  /** The first programme, then up to as many others as were asked for, in the order in which they are offered. */
  readonly programmes: readonly Alternative[];
  /** Sentences: what was looked at and is not among them, and why. */
  readonly asides: readonly string[];
}

export interface AlternativesOptions extends Pick<SolveOptions, 'seed' | 'effort' | 'timeLimit' | 'signal'> {
  /** What the others are held against: the programme as it stands. */
  readonly first: Programme;
  /** How many programmes at the most, the first included. Default 5. */
  readonly most?: number;
  /** Told how many of what there is to try have been tried. */
  readonly progress?: (tried: number, all: number) => void;
}

export type FindAlternatives = (review: Review, options: AlternativesOptions) => Promise<Alternatives>;

/** The most programmes that are put side by side. */
export const MOST_ALTERNATIVES = 5;
