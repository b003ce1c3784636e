import type { Placement } from '../../src/programme/placement.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import type { Minute } from '../../src/time/span.ts';
import type { Item, PlaceChoice, Slot, Team } from './model.ts';

export interface CompileOptions {
  readonly keep?: Programme;
  /** What has begun before this minute of the week stays as `keep` has it. */
  readonly from?: Minute;
  /** What `keep` has is among the choices even where rules refuse it (`Item.standing`). */
  readonly standing?: boolean;
  /**
   * What `keep` has and no must on it alone refuses is given no other choice: so much less to work out where little
   * changed, for a first look at what is to be mended. Prices are right, but nothing is proven by such a model.
   */
  readonly near?: boolean;
}

/** What locks and the past leave no choice about, and the placement that it is taken from. */
export interface Fixed {
  readonly time: boolean;
  readonly place: boolean;
  readonly peers: boolean;
  readonly placement: Placement;
}

/** What the programme to keep fixes of a session; undefined where it does not hold the session. */
export function fixedBy(review: Review, session: Session, options: CompileOptions): Fixed | undefined {
  const placement = options.keep?.placements.find((p) => p.session === session.id);
  if (!placement) return undefined;
  const past = options.from !== undefined && placement.start < options.from;
  const locks = review.locks.filter((l) => l.session === session.id);
  return {
    time: past || locks.some((l) => l.time),
    place: past || locks.some((l) => l.place),
    peers: past || locks.some((l) => l.peers),
    placement,
  };
}

const samePlace = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The choice that a programme to keep makes for a session, by number; -1 for what is no choice any more. */
export function keptChoice(
  review: Review,
  keep: Programme | undefined,
  session: Session,
  {
    slots,
    places,
    teams,
  }: {
    readonly slots: readonly Slot[];
    readonly places: readonly PlaceChoice[];
    readonly teams: readonly Team[];
  },
): Item['kept'] {
  const placement = keep?.placements.find((p) => p.session === session.id);
  if (!placement) return undefined;
  const mask = placement.peers.reduce((m, id) => m | (1 << review.peers.findIndex((p) => p.id === id)), 0);
  return {
    slot: slots.findIndex((s) => s.start === placement.start && s.end === placement.end),
    place: places.findIndex((p) => samePlace(p.place, placement.place)),
    team: teams.findIndex((t) => t.mask === mask),
    told: placement.told,
    peers: placement.peers,
    lead: placement.lead,
    stream: placement.stream,
  };
}
