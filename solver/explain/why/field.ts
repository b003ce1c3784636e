import type { Review } from '../../../src/review/review.ts';
import { type Compiled, compile } from '../../model/compile.ts';
import type { CompileOptions } from '../../model/kept.ts';
import type { Model } from '../../model/model.ts';
import { least, limitsOf, ordersOf } from './between.ts';
import { type Changeable, concernsSession } from './changeables.ts';
import { changed, only } from './changed.ts';
import { type Blame, NOBODY, Refusals } from './refusals.ts';
import type { Limit, Open, Order, View } from './view.ts';

interface Slots {
  readonly time: Blame;
  /** By peer; worked out at the first look. */
  peers?: readonly Blame[];
  /** Of the place that its `held` names. */
  first?: Blame;
  /** By place, for those that go with the slot. */
  places?: readonly (readonly [place: number, Blame])[];
}

/**
 * A few sessions with everything that people can change about them set aside, and for each of their times, places and
 * peers which of those things refuse it. So what is open while some of them are in force is looked up, and nothing has
 * to be worked out again. It takes each changeable thing to refuse by itself; what is concluded from it is therefore
 * held against the review itself before it is told (`conflict.ts`).
 */
export class Field {
  readonly review: Review;
  readonly changeables: readonly Changeable[];
  readonly model: Model;
  private readonly all: ReadonlySet<string>;
  private readonly refusals: Refusals;
  private readonly opened: Map<string, readonly Open[]>[];
  private readonly concerning: readonly (readonly number[])[];
  private readonly never: readonly Blame[];
  private readonly places: readonly (readonly Blame[])[];
  private readonly peers: readonly (readonly Blame[])[];
  private readonly teams: readonly (readonly Blame[])[];
  private readonly smallestFirst: readonly (readonly number[])[];
  private readonly slots: readonly (readonly Slots[])[];
  private readonly orders: readonly Order[];
  private readonly limits: readonly Limit[];

  constructor(
    review: Review,
    sessions: readonly string[],
    changeables: readonly Changeable[],
    options: CompileOptions = {},
    given?: Compiled,
  ) {
    this.all = new Set(sessions);
    this.review = given ? review : only(review, this.all);
    this.changeables = changeables;
    this.model = (given ?? compile(changed(this.review, changeables), options)).model;
    const { items } = this.model;
    const refusals = new Refusals(this.review, changeables, this.model, options.keep?.placements);
    this.refusals = refusals;
    this.never = items.map((item) => refusals.never(item));
    this.places = items.map((item) => item.places.map((_, p) => refusals.place(item, p)));
    this.peers = items.map((item) => this.review.peers.map(({ id }) => refusals.peer(item, id)));
    this.teams = items.map((item) => item.teams.map((_, t) => refusals.team(item, t)));
    this.smallestFirst = items.map((item) =>
      item.teams
        .map((t) => t.index)
        .sort((a, b) => item.teams[a]!.members.length - item.teams[b]!.members.length || a - b),
    );
    this.slots = items.map((item) => item.slots.map((slot) => ({ time: refusals.time(item, slot) })));
    this.opened = items.map(() => new Map());
    this.concerning = items.map(({ session }) =>
      changeables.flatMap((changeable, c) => (concernsSession(this.review, changeable, session) ? [c] : [])),
    );
    this.orders = ordersOf(this.model, changeables, refusals);
    this.limits = limitsOf(this.model, changeables, refusals);
  }

  /** The numbers of all sessions. */
  get items(): readonly number[] {
    return this.model.items.map((item) => item.index);
  }

  /** What is open to these sessions while these changeable things, by number, are in force. */
  view(inForce: Uint8Array, items: readonly number[] = this.items): View {
    const free = (blame: Blame): boolean => {
      for (const c of blame) if (inForce[c]) return false;
      return true;
    };
    const teams = items.map((i) => this.smallestFirst[i]!.filter((t) => free(this.teams[i]![t]!)));
    return {
      items,
      teams,
      open: items.map((i, n) => this.known(i, inForce, () => this.openTo(i, teams[n]!, free))),
      orders: this.orders.filter((o) => inForce[o.changeable] && items.includes(o.a) && items.includes(o.b)),
      limits: this.limits.map(({ away, draws, loose, by }) => {
        const set = by.filter(({ changeable }) => inForce[changeable]);
        return { away, draws, most: set.length === 0 ? loose : least(loose, set) };
      }),
    };
  }

  /** What was worked out before where nothing that concerns the session has changed. */
  private known(i: number, inForce: Uint8Array, work: () => readonly Open[]): readonly Open[] {
    let key = '';
    for (const c of this.concerning[i]!) key += inForce[c];
    let open = this.opened[i]!.get(key);
    if (!open) {
      open = work();
      this.opened[i]!.set(key, open);
    }
    return open;
  }

  private openTo(i: number, teams: readonly number[], free: (blame: Blame) => boolean): readonly Open[] {
    const item = this.model.items[i]!;
    if (teams.length === 0 || !free(this.never[i]!)) return [];
    let mayCome = 0;
    this.peers[i]!.forEach((blame, p) => {
      if (free(blame)) mayCome |= 1 << p;
    });
    const mayBe = this.places[i]!.map(free);
    const out: Open[] = [];
    for (const slot of item.slots) {
      const known = this.slots[i]![slot.index]!;
      if (!free(known.time)) continue;
      known.peers ??= this.refusals.slotPeers(item, slot);
      let peers = slot.peers & mayCome;
      known.peers.forEach((blame, p) => {
        if (peers & (1 << p) && !free(blame)) peers &= ~(1 << p);
      });
      const suffices = (place: number): boolean => {
        const come = peers & item.places[place]!.peers;
        return teams.some((t) => (item.teams[t]!.mask & ~come) === 0);
      };
      const allPlaces = (): readonly number[] => {
        known.places ??= slot.places.map(
          (place) => [place, this.refusals.slotPlace(item, slot, place)] as const,
        );
        return known.places.flatMap(([place, blame]) =>
          mayBe[place] && free(blame) && suffices(place) ? [place] : [],
        );
      };
      // One place is enough to be open; which others there are is asked only of times that are tried.
      const first = item.places.findIndex(({ place }) => place === slot.held.placement.place);
      known.first ??= first < 0 ? NOBODY : this.refusals.slotPlace(item, slot, first);
      const isOpen = first >= 0 && mayBe[first] && free(known.first) && suffices(first);
      let all: readonly number[] | undefined = isOpen ? undefined : allPlaces();
      if (all?.length === 0) continue;
      let always = ~0;
      for (const t of teams) {
        const { mask } = item.teams[t]!;
        if ((mask & ~peers) === 0) always &= mask;
      }
      out.push({
        slot,
        peers,
        always,
        get places() {
          all ??= allPlaces();
          return all;
        },
      });
    }
    return out;
  }
}
