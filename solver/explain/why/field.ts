import type { Placement } from '../../../src/programme/placement.ts';
import { everyoneIn } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Session } from '../../../src/review/session.ts';
import type { Aspect, PairedPart, PlacedPart } from '../../../src/rules/rule.ts';
import { type Compiled, compile } from '../../model/compile.ts';
import type { CompileOptions } from '../../model/kept.ts';
import { type Item, type Model, type Slot, TICK, TICKS } from '../../model/model.ts';
import { breaks, lookingAt, type Priced } from '../../model/parts.ts';
import { type Changeable, concernsSession, opens } from './changeables.ts';
import { changed, only } from './changed.ts';

/** Of a view, what is open to some of its sessions. */
export function partOf(view: View, items: readonly number[]): View {
  const at = items.map((i) => view.items.indexOf(i));
  return {
    ...view,
    items,
    open: at.map((n) => view.open[n]!),
    teams: at.map((n) => view.teams[n]!),
    orders: view.orders.filter((o) => items.includes(o.a) && items.includes(o.b)),
  };
}

/** A time of a session that nothing in force refuses, with the peers and places that go with it then. */
export interface Open {
  readonly slot: Slot;
  /** As bits. */
  readonly peers: number;
  /** Worked out at the first look. */
  readonly places: readonly number[];
  /** Peers who are in every team that could take it then, as bits. */
  readonly always: number;
}

/** What is open to some sessions while some of the changeable things are in force. */
export interface View {
  /** The sessions, by the items' indexes. */
  readonly items: readonly number[];
  /** In the order of `items`. */
  readonly open: readonly (readonly Open[])[];
  /** Teams by number, the smallest first, in the order of `items`. */
  readonly teams: readonly (readonly number[])[];
  /** The orders of two sessions that are in force, by their items' indexes. */
  readonly orders: readonly Order[];
  /** The most that may draw at once on what a changeable thing limits. */
  readonly limits: readonly { readonly away: boolean; readonly draws: Draws; readonly most: Int16Array }[];
}

/** Whether a session draws on something at a time. */
type Draws = (slot: Slot) => boolean;

interface Order {
  readonly changeable: number;
  readonly a: number;
  readonly b: number;
  readonly clash: (a: Slot, b: Slot) => boolean;
}

interface Limit {
  readonly away: boolean;
  readonly draws: Draws;
  readonly loose: Int16Array;
  /** By the changeable thing that sets it. */
  readonly by: readonly { readonly changeable: number; readonly most: Int16Array }[];
}

/** What refuses something: the numbers of changeable things, any one of which is enough. */
type Blame = readonly number[];

const NOBODY: Blame = [];

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
  private readonly partly = new Map<number, Review>();
  private readonly asked = new Map<string, Asked>();
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
  private readonly locked: readonly (Placement | undefined)[];

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
    this.locked = items.map(({ session }) =>
      this.review.locks.some((l) => l.session === session.id)
        ? options.keep?.placements.find((p) => p.session === session.id)
        : undefined,
    );
    this.never = items.map((item) => this.blameOf(item, [], {}));
    this.places = items.map((item) => item.places.map((_, p) => this.placeBlame(item, p)));
    this.peers = items.map((item) =>
      this.review.peers.map((peer) =>
        this.blameOf(item, ['peer'], { peers: [peer.id] }, (c) => !('peer' in c) || c.peer === peer.id),
      ),
    );
    this.teams = items.map((item) => item.teams.map((_, t) => this.teamBlame(item, t)));
    this.smallestFirst = items.map((item) =>
      item.teams
        .map((t) => t.index)
        .sort((a, b) => item.teams[a]!.members.length - item.teams[b]!.members.length || a - b),
    );
    this.slots = items.map((item) => item.slots.map((slot) => ({ time: this.timeBlame(item, slot) })));
    this.opened = items.map(() => new Map());
    this.concerning = items.map(({ session }) =>
      changeables.flatMap((changeable, c) => (concernsSession(this.review, changeable, session) ? [c] : [])),
    );
    this.orders = this.ordersOf();
    this.limits = this.limitsOf();
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
      known.peers ??= this.slotPeers(item, slot);
      let peers = slot.peers & mayCome;
      known.peers.forEach((blame, p) => {
        if (peers & (1 << p) && !free(blame)) peers &= ~(1 << p);
      });
      const suffices = (place: number): boolean => {
        const come = peers & item.places[place]!.peers;
        return teams.some((t) => (item.teams[t]!.mask & ~come) === 0);
      };
      const allPlaces = (): readonly number[] => {
        known.places ??= slot.places.map((place) => [place, this.slotPlace(item, slot, place)] as const);
        return known.places.flatMap(([place, blame]) =>
          mayBe[place] && free(blame) && suffices(place) ? [place] : [],
        );
      };
      // One place is enough to be open; which others there are is asked only of times that are tried.
      const first = item.places.findIndex(({ place }) => place === slot.held.placement.place);
      known.first ??= first < 0 ? NOBODY : this.slotPlace(item, slot, first);
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

  /** The review with one changeable thing in force and all others set aside. */
  private partlyChanged(changeable: number): Review {
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
  private timeBlame(item: Item, slot: Slot): Blame {
    const kept = this.locked[item.index];
    const lock = this.lockOf(item);
    if (kept && lock >= 0 && this.review.locks.some((l) => l.session === item.session.id && l.time)) {
      if (kept.start === slot.start && kept.end === slot.end) return NOBODY;
      return [lock, ...this.blameOf(item, ['time'], { slot })];
    }
    return this.blameOf(item, ['time'], { slot });
  }

  private placeBlame(item: Item, place: number): Blame {
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

  private teamBlame(item: Item, team: number): Blame {
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

  private slotPeers(item: Item, slot: Slot): readonly Blame[] {
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

  private slotPlace(item: Item, slot: Slot, p: number): Blame {
    const { place } = item.places[p]!;
    const mine = (c: Changeable) => !('room' in c) || ('room' in place && place.room === c.room);
    return this.blameOf(item, ['time', 'place'], { slot, place: p }, mine);
  }

  /** Orders of two sessions that a changeable thing asks for. */
  private ordersOf(): readonly Order[] {
    const { items, parts } = this.model;
    const byId = new Map(
      items.flatMap((item) => [
        [item.session.id, item] as const,
        ...item.session.includes.map((id) => [id, item] as const),
      ]),
    );
    const time = parts.pairedMusts.filter(({ part }) => part.looksAt.every((a) => a === 'time'));
    return this.changeables.flatMap((changeable, c): Order[] => {
      if (changeable.kind !== 'after') return [];
      const [a, b] = [byId.get(changeable.session), byId.get(changeable.other)];
      if (!a || !b || a === b) return [];
      const review = this.partlyChanged(c);
      const between = time.filter(
        ({ part }) => !part.between || part.between(review, sessionIn(review, a), sessionIn(review, b)),
      );
      const clash = (x: Slot, y: Slot): boolean =>
        between.some((priced) => clashes(review, priced, { item: a, slot: x }, { item: b, slot: y }));
      return [{ changeable: c, a: a.index, b: b.index, clash }];
    });
  }

  /** What sessions draw on together, where a changeable thing says how many may. */
  private limitsOf(): readonly Limit[] {
    const { items, parts } = this.model;
    const setting = this.changeables.flatMap((changeable, c) =>
      opens[changeable.kind].includes('shared') ? [c] : [],
    );
    if (setting.length === 0) return [];
    return parts.sharedMusts.flatMap(({ part }): Limit[] => {
      if (part.looksAt !== 'session') return [];
      const keys = new Set(
        items.flatMap((item) =>
          item.slots.slice(0, 1).flatMap((slot) => part.draws(this.model.review, slot.held)),
        ),
      );
      return [...keys].flatMap((key): Limit[] => {
        const mostUnder = (review: Review): Int16Array => {
          const most = new Int16Array(TICKS);
          for (const window of review.frame.windows)
            for (let t = Math.floor(window.from / TICK); t < window.to / TICK; t++)
              most[t] = part.atMost(review, key, { from: t * TICK, to: (t + 1) * TICK });
          return most;
        };
        const loose = mostUnder(this.model.review);
        const by = setting.flatMap((changeable) => {
          const most = mostUnder(this.partlyChanged(changeable));
          return most.some((m, t) => m < loose[t]!) ? [{ changeable, most }] : [];
        });
        if (by.length === 0) return [];
        const draws: Draws = (slot) => part.draws(this.model.review, slot.held).includes(key);
        return [{ away: part.over === 'away', draws, loose, by }];
      });
    });
  }
}

function least(loose: Int16Array, set: readonly { readonly most: Int16Array }[]): Int16Array {
  const out = Int16Array.from(loose);
  for (const { most } of set) for (let t = 0; t < TICKS; t++) if (most[t]! < out[t]!) out[t] = most[t]!;
  return out;
}

const sessionIn = (review: Review, item: Item) => review.sessions.find((s) => s.id === item.session.id)!;

interface At {
  readonly item: Item;
  readonly slot: Slot;
}

/** Whether a must on two placements that looks at the time alone refuses two sessions at these times. */
export function clashes(
  review: Review,
  { rule, part }: { readonly rule: Priced<PairedPart>['rule']; readonly part: PairedPart },
  a: At,
  b: At,
): boolean {
  if (part.among !== 'week' && a.slot.day !== b.slot.day) return false;
  if (part.among === 'person-day') {
    const people = everyoneIn(review, b.item.session);
    if (!everyoneIn(review, a.item.session).some((c) => people.includes(c))) return false;
  }
  const [x, y] = [a, b].map(({ item, slot }) => ({
    session: sessionIn(review, item),
    placement: slot.held.placement,
  }));
  const inOrder = a.slot.start < b.slot.start || (a.slot.start === b.slot.start && a.slot.end <= b.slot.end);
  return breaks(review, rule, part, inOrder ? part.test(review, x!, y!) : part.test(review, y!, x!));
}
