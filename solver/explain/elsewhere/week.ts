import type { Way } from '../../../src/check/elsewhere.ts';
import { type Difference, Ledger, type Moves } from '../../../src/check/ledger/ledger.ts';
import { type Change, changesBetween } from '../../../src/programme/changes.ts';
import type { Placement } from '../../../src/programme/placement.ts';
import { heldIn, type Programme } from '../../../src/programme/programme.ts';
import { lettersFor } from '../../../src/programme/streams.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Minute } from '../../../src/time/span.ts';
import { compile } from '../../model/compile.ts';
import type { Item, Model } from '../../model/model.ts';
import { type Choice, heldAt } from '../../search/choice.ts';
import { Journal } from '../../search/journal.ts';
import { State } from '../../search/state.ts';

export interface OpenOptions {
  /** What has begun before this minute of the week stays, and nothing goes there. */
  readonly from?: Minute;
}

/**
 * A programme laid open to be asked about: in the engine, to try things quickly, and in the checker's ledger, which has
 * the last word. Broken musts and times off the grid are held as they are.
 */
export class OpenWeek {
  readonly review: Review;
  readonly programme: Programme;
  readonly from: Minute | undefined;
  readonly ledger: Ledger;
  readonly model: Model;
  readonly state: State;
  /** Nothing placed: to ask what a session could have if it were alone. */
  readonly empty: State;
  readonly journal: Journal;

  constructor(review: Review, programme: Programme, { from }: OpenOptions = {}) {
    this.ledger = new Ledger(review, programme);
    this.review = this.ledger.review;
    this.programme = programme;
    this.from = from;
    const keep = { keep: programme, standing: true, ...(from !== undefined && { from }) };
    this.model = compile(this.review, keep).model;
    this.state = new State(this.model);
    this.empty = new State(this.model);
    this.journal = new Journal(this.state);
    for (const item of this.model.items) if (item.standing) this.state.put(item, item.standing);
    this.state.settle();
  }

  itemOf(session: string): Item | undefined {
    return this.model.items.find((item) => item.session.id === session);
  }

  /** False for a session that is where it is for good: locked whole, or begun. */
  isMovable(item: Item): boolean {
    return item.slots.length * item.places.length * item.teams.length > 1;
  }

  /** What the checker says of moves that the engine thought of. */
  difference(moves: ReadonlyMap<Item, Choice>): Difference {
    return this.ledger.differenceOf(placementsOf(moves));
  }

  /** The moves as a way for the first of them; undefined where the checker finds a must broken by them. */
  way(moves: ReadonlyMap<Item, Choice>): Way | undefined {
    return this.wayOf(placementsOf(moves));
  }

  /** The same for placements; the first is the session that the way is for. */
  wayOf(moves: Moves): Way | undefined {
    const difference = this.ledger.differenceOf(moves);
    return difference.breaks.length > 0 ? undefined : this.told(moves, difference);
  }

  told(moves: Moves, { cost, change, appears, disappears }: Difference): Way {
    const [session] = [...moves.keys()];
    const was = this.ledger.held.map((h) => h.placement).filter((p) => moves.has(p.session));
    const will = this.inColumns(moves);
    const placement = will.find((p) => p.session === session);
    const changes = changesBetween(this.review, { placements: was }, { placements: will });
    return {
      placement: placement!,
      others: changes.filter((c: Change) => c.session !== session),
      tell: [...new Set(changes.flatMap((c) => c.tell))],
      cost,
      change,
      appears,
      disappears,
    };
  }

  /** What moves, each in a column in which it overlaps nothing; whatever keeps its time keeps its column where it can. */
  private inColumns(moves: Moves): readonly Placement[] {
    const { review, ledger } = this;
    const before = ledger.held.map((h) => h.placement);
    const placements = [
      ...before.filter((p) => !moves.has(p.session)),
      ...[...moves.values()].filter((p): p is Placement => p !== undefined),
    ];
    const then = new Map(placements.map((p) => [p.session, p]));
    const kept = before.flatMap((p): readonly (readonly [string, string])[] => {
      const now = then.get(p.session);
      return now?.start === p.start && now.end === p.end ? [[p.session, p.stream]] : [];
    });
    const letters = lettersFor(heldIn(review, { placements }), review.streams, new Map(kept));
    return placements.flatMap((p) =>
      moves.has(p.session) ? [{ ...p, stream: letters.get(p.session) ?? p.stream }] : [],
    );
  }
}

const placementsOf = (moves: ReadonlyMap<Item, Choice>): Moves =>
  new Map([...moves].map(([item, choice]) => [item.session.id, heldAt(item, choice).placement]));
