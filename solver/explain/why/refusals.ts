import type { Placement } from '../../../src/programme/placement.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Session } from '../../../src/review/session.ts';
import type { Aspect, PlacedPart } from '../../../src/rules/rule.ts';
import type { Item, Model, Slot } from '../../model/model.ts';
import { breaks, lookingAt, type Priced } from '../../model/parts.ts';
import { type Changeable, concernsSession, opens } from './changeables.ts';
import { changed } from './changed.ts';

/** What refuses something: the numbers of changeable things, any one of which is enough. */
export type Blame = readonly number[];

export const NOBODY: Blame = [];

/** A review and a session as it is in it. */
interface In {
  readonly review: Review;
  readonly session: Session;
}

/** What is asked about a session's placements, as far as parts look at some aspects. */
interface Asked {
  readonly suspects: readonly { readonly c: number; readonly changeable: Changeable; readonly place: In }[];
  readonly parts: readonly Priced<PlacedPart>[];
  readonly asItIs: readonly In[];
}

/** A session of the model as it is in a review. */
export const sessionIn = (review: Review, item: Item) =>
  review.sessions.find((s) => s.id === item.session.id)!;

/** For a session's times, places, peers and teams: which of the changeable things refuse each, every one by itself. */
export class Refusals {
  private readonly partly = new Map<number, Review>();
  private readonly asked = new Map<string, Asked>();
  private readonly review: Review;
  private readonly changeables: readonly Changeable[];
  private readonly model: Model;
  /** By item: as it is kept, where it is locked. */
  private readonly locked: readonly (Placement | undefined)[];

  constructor(
    review: Review,
    changeables: readonly Changeable[],
    model: Model,
    kept: readonly Placement[] | undefined,
  ) {
    this.review = review;
    this.changeables = changeables;
    this.model = model;
    this.locked = model.items.map(({ session }) =>
      review.locks.some((l) => l.session === session.id)
        ? kept?.find((p) => p.session === session.id)
        : undefined,
    );
  }

  /** Whatever time, place and peers it has. */
  never(item: Item): Blame {
    return this.blameOf(item, [], {});
  }

  /** Of a peer, whatever the time. */
  peer(item: Item, id: string): Blame {
    return this.blameOf(item, ['peer'], { peers: [id] }, (c) => !('peer' in c) || c.peer === id);
  }

  /** The review with one changeable thing in force and all others set aside. */
  partlyChanged(changeable: number): Review {
    let review = this.partly.get(changeable);
    if (!review) {
      review = changed(
        this.review,
        this.changeables.filter((_, c) => c !== changeable),
      );
      this.partly.set(changeable, review);
    }
    return review;
  }

  /** The changeable things any of which refuses a placement, as far as parts look at just these aspects. */
  private blameOf(
    item: Item,
    aspects: readonly Aspect[],
    over: { readonly slot?: Slot; readonly place?: number; readonly peers?: readonly string[] },
    concerned: (c: Changeable) => boolean = () => true,
  ): Blame {
    const { suspects, parts, asItIs } = this.askedOf(item, aspects);
    const slot = over.slot ?? item.slots[0];
    if (suspects.length === 0 || !slot) return NOBODY;
    const placement: Placement = {
      ...slot.held.placement,
      ...(over.place !== undefined && { place: item.places[over.place]!.place }),
      peers: over.peers ?? [],
    };
    const refuses = ({ rule, part }: Priced<PlacedPart>, { review, session }: In): boolean =>
      breaks(review, rule, part, part.test(review, { session, placement }));
    // Only what refuses it as things are can refuse it with less in force.
    const speaking = parts.filter((part) => asItIs.some((place) => refuses(part, place)));
    if (speaking.length === 0) return NOBODY;
    const blame = suspects.flatMap(({ c, changeable, place }) =>
      concerned(changeable) && speaking.some((part) => refuses(part, place)) ? [c] : [],
    );
    return blame.length === 0 ? NOBODY : blame;
  }

  private askedOf(item: Item, aspects: readonly Aspect[]): Asked {
    const key = `${item.index} ${aspects.join()}`;
    let asked = this.asked.get(key);
    if (!asked) {
      const inReview = (review: Review): In => ({ review, session: sessionIn(review, item) });
      const suspects = this.changeables.flatMap((changeable, c) =>
        opens[changeable.kind].some((o) => typeof o !== 'string' && o.join() === aspects.join()) &&
        concernsSession(this.review, changeable, item.session)
          ? [{ c, changeable, place: inReview(this.partlyChanged(c)) }]
          : [],
      );
      const given = this.changeables.filter((c) => c.kind === 'given-time' && c.session === item.session.id);
      asked = {
        suspects,
        parts: lookingAt(this.model.parts.placedMusts, ...aspects),
        // A given time stands above what is asked of days, which speaks only where it is set aside.
        asItIs: [this.review, ...given.map((c) => changed(this.review, [c]))].map(inReview),
      };
      this.asked.set(key, asked);
    }
    return asked;
  }

  private lockOf(item: Item): number {
    return this.changeables.findIndex((c) => c.kind === 'lock' && c.session === item.session.id);
  }

  /** A lock refuses every time but its own; and that one nothing else refuses. */
  time(item: Item, slot: Slot): Blame {
    const kept = this.locked[item.index];
    const lock = this.lockOf(item);
    if (kept && lock >= 0 && this.review.locks.some((l) => l.session === item.session.id && l.time)) {
      if (kept.start === slot.start && kept.end === slot.end) return NOBODY;
      return [lock, ...this.blameOf(item, ['time'], { slot })];
    }
    return this.blameOf(item, ['time'], { slot });
  }

  place(item: Item, place: number): Blame {
    if (item.slots.length === 0) return NOBODY;
    const blame = this.blameOf(item, ['place'], { place });
    const kept = this.locked[item.index];
    const lock = this.lockOf(item);
    if (!kept || lock < 0 || !this.review.locks.some((l) => l.session === item.session.id && l.place))
      return blame;
    return JSON.stringify(kept.place) === JSON.stringify(item.places[place]!.place)
      ? NOBODY
      : [lock, ...blame];
  }

  team(item: Item, team: number): Blame {
    if (item.slots.length === 0) return NOBODY;
    const { ids } = item.teams[team]!;
    const blame = this.blameOf(item, ['peers'], { peers: ids });
    const kept = this.locked[item.index];
    const lock = this.lockOf(item);
    if (!kept || lock < 0 || !this.review.locks.some((l) => l.session === item.session.id && l.peers))
      return blame;
    const same = ids.length === kept.peers.length && ids.every((id) => kept.peers.includes(id));
    return same ? NOBODY : [lock, ...blame];
  }

  slotPeers(item: Item, slot: Slot): readonly Blame[] {
    return this.review.peers.map((peer, p) =>
      slot.peers & (1 << p)
        ? this.blameOf(
            item,
            ['time', 'peer'],
            { slot, peers: [peer.id] },
            (c) => 'peer' in c && c.peer === peer.id,
          )
        : NOBODY,
    );
  }

  slotPlace(item: Item, slot: Slot, p: number): Blame {
    const { place } = item.places[p]!;
    const mine = (c: Changeable) => !('room' in c) || ('room' in place && place.room === c.room);
    return this.blameOf(item, ['time', 'place'], { slot, place: p }, mine);
  }
}
