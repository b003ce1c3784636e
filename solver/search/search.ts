import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import type { Window } from '../../src/review/frame.ts';
import type { Minute } from '../../src/time/span.ts';
import type { Item, Model, Slot, Team } from '../model/model.ts';
import { type Random, randomFrom, shuffle } from '../random.ts';
import type { Choice } from './choice.ts';
import { blockLengths, conforms, drawPattern, givenEnds, type Pattern } from './patterns.ts';
import { State } from './state.ts';
import type { Settled } from './tallies.ts';

/** A programme as choices, by item; undefined where a session is left out. */
export type Plan = readonly (Choice | undefined)[];

export interface Found {
  readonly plan: Plan;
  readonly cost: Cost;
}

/** One figure to anneal on. The tiers stand far enough apart that no sum of lower ones outweighs a higher one. */
const tierScale: Cost = [1e12, 1e10, 1e8, 1e6, 1e4, 1];

/** How many sessions a chain moves at most. */
const CHAIN = 5;

/** Rises of this many temperatures are taken once in eight thousand times: not worth the asking. */
const HOPELESS = 9;

/**
 * An anytime search over whole programmes: it cuts windows into blocks and fills them, forces in what is left out by
 * ejecting what is in the way, and anneals on times, pairs and places. Iterations decide what a seed finds.
 */
export class Search {
  readonly model: Model;
  readonly state: State;
  private readonly random: Random;
  private readonly lengths: readonly Minute[];
  private readonly given: ReadonlyMap<string, readonly Minute[]>;
  /** Breakout weights: what has often been left out weighs more. */
  private readonly weight: Float64Array;
  /** Fewer moved from a programme to keep comes before quality. */
  private readonly keepScale: number;
  private readonly touched: { readonly item: Item; readonly was: Choice | undefined }[] = [];
  private readonly settled: Settled[] = [];
  best: Found;

  constructor(model: Model, seed: number) {
    this.model = model;
    this.state = new State(model);
    this.random = randomFrom(seed);
    this.lengths = blockLengths(model);
    this.given = new Map(model.review.frame.windows.map((w) => [w.id, givenEnds(model, w)]));
    this.weight = new Float64Array(model.items.length).fill(1);
    this.keepScale = model.items.some((i) => i.kept) ? 1e9 : 0;
    this.best = this.snapshot();
  }

  private snapshot(): Found {
    return { plan: [...this.state.at], cost: this.state.cost() };
  }

  /** How far from the programme to keep: contacts moved (those told count double), then places, then pairs. */
  private moved(): number {
    if (this.keepScale === 0) return 0;
    let moved = 0;
    for (const item of this.model.items) {
      const { kept } = item;
      if (!kept) continue;
      const now = this.state.at[item.index];
      if (!now) continue;
      if (now.slot !== kept.slot) moved += (kept.told ? 2 : 1) * 1e4;
      if (now.place !== kept.place) moved += 1e2;
      if (now.team !== kept.team) moved += 1;
    }
    return moved;
  }

  private energy(): number {
    const { state } = this;
    return (
      state.unplaced[0] * tierScale[0] +
      state.unplaced[1] * tierScale[1] +
      this.moved() * this.keepScale * 1e-3 +
      state.singles * tierScale[2] +
      state.beyond * tierScale[3] +
      state.unplaced[2] * tierScale[4] +
      state.points
    );
  }

  // ── moves, with their way back ────────────────────────────────────────────────────────────────────────────────

  private put(item: Item, choice: Choice): void {
    this.touched.push({ item, was: undefined });
    this.state.put(item, choice);
  }

  private lift(item: Item): Choice {
    const was = this.state.lift(item);
    this.touched.push({ item, was });
    return was;
  }

  private settle(): void {
    this.settled.push(this.state.settle());
  }

  private commit(): void {
    this.touched.length = 0;
    this.settled.length = 0;
  }

  private undoTo(touches: number, settles: number): void {
    while (this.touched.length > touches) {
      const { item, was } = this.touched.pop()!;
      if (was) this.state.put(item, was);
      else this.state.lift(item);
    }
    while (this.settled.length > settles) this.state.unsettle(this.settled.pop()!);
    if (touches === 0 && settles === 0) this.state.unsettle([]);
  }

  /** Makes a move and keeps it where the energy allows at this temperature. True where it was kept. */
  private attempt(temperature: number, move: () => boolean): boolean {
    const before = this.energy();
    const broken = this.state.broken;
    if (!move()) {
      this.undoTo(0, 0);
      return false;
    }
    // What the move pays by itself may already be too much, whatever the rules about the whole will say.
    const most = this.state.mostToGain();
    const least =
      this.energy() - before - most.singles * tierScale[2] - most.beyond * tierScale[3] - most.points;
    if (least > 0 && least > temperature * HOPELESS) {
      this.undoTo(0, 0);
      return false;
    }
    this.settle();
    const rise = this.energy() - before;
    const allowed =
      this.state.broken <= broken &&
      (rise <= 0 || (temperature > 0 && this.random.next() < Math.exp(-rise / temperature)));
    if (!allowed) {
      this.undoTo(0, 0);
      return false;
    }
    this.commit();
    this.remember();
    return true;
  }

  private remember(): void {
    if (this.state.broken > 0) return;
    if (this.keepScale > 0) {
      const energy = this.energy();
      if (energy < this.bestEnergy - 1e-6) {
        this.bestEnergy = energy;
        this.best = this.snapshot();
      }
    } else if (compareCosts(this.state.cost(), this.best.cost) < 0) this.best = this.snapshot();
  }
  private bestEnergy = Number.POSITIVE_INFINITY;

  // ── choosing ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** A place and a team for a slot that fits in time: the cheapest, or with some chance another. */
  private complete(item: Item, slot: Slot, keen: boolean, wish?: number): Choice | undefined {
    const { state, random } = this;
    const places = slot.places.length > 1 ? this.byPrice(item, slot) : slot.places;
    for (const place of places) {
      if (!state.fitsPlace(item, slot, place)) continue;
      const free = state.peersFree(item, slot, place);
      if (wish !== undefined && (item.teams[wish]!.mask & ~free) === 0) {
        const choice = { slot: slot.index, place, team: wish };
        if (state.allowsFully(item, choice)) return choice;
      }
      const team = this.pickTeam(item, free, keen, (t) =>
        state.allowsFully(item, { slot: slot.index, place, team: t.index }),
      );
      if (team) return { slot: slot.index, place, team: team.index };
      if (random.next() < 0.3 && !keen) return undefined;
    }
    return undefined;
  }

  private byPrice(item: Item, slot: Slot): readonly number[] {
    const places = [...slot.places];
    if (this.random.next() < 0.25) return shuffle(places, this.random);
    return places.sort((a, b) => item.places[a]!.price.points - item.places[b]!.price.points);
  }

  private pickTeam(item: Item, free: number, keen: boolean, allowed: (t: Team) => boolean): Team | undefined {
    const open = item.teams.filter((t) => (t.mask & ~free) === 0);
    if (open.length === 0) return undefined;
    // Teams are in order of price, so the cheapest stand first.
    const cheapest = open[0]!;
    const pool = keen
      ? open.filter(
          (t) => t.price.singles === cheapest.price.singles && t.price.points <= cheapest.price.points + 1,
        )
      : open.filter((t) => t.price.singles === cheapest.price.singles);
    for (let tries = 0; tries < 4; tries++) {
      const team = pool[this.random.below(pool.length)]!;
      if (allowed(team)) return team;
    }
    return open.find(allowed);
  }

  /** Puts a session in the best slot that there is for it now, by its own prices; false where there is none. */
  private insert(item: Item, within: (slot: Slot) => boolean, onlyClean = false): boolean {
    const { state, random } = this;
    const broken = state.broken;
    const open: { slot: Slot; score: number }[] = [];
    for (const slot of item.slots) {
      if (!within(slot) || !state.fitsTime(item, slot)) continue;
      const keepIt = item.kept?.slot === slot.index ? -1e6 : 0;
      open.push({ slot, score: slot.price.points + slot.price.beyond * 100 + random.next() * 3 + keepIt });
    }
    open.sort((a, b) => a.score - b.score);
    // One that needs no stream beyond the usual is taken at once; else the first that nothing refuses.
    let second: Choice | undefined;
    const dear = state.beyond + state.singles;
    for (const { slot } of open.slice(0, 12)) {
      const wish = item.kept?.team;
      const choice = this.complete(item, slot, true, wish !== undefined && wish >= 0 ? wish : undefined);
      if (!choice) continue;
      const [touches, settles] = [this.touched.length, this.settled.length];
      this.put(item, choice);
      this.settle();
      if (state.broken <= broken) {
        if (state.beyond + state.singles <= dear) return true;
        second ??= choice;
      }
      this.undoTo(touches, settles);
    }
    if (!second || onlyClean) return false;
    this.put(item, second);
    this.settle();
    return true;
  }

  /** Hardest first: musts, long ones, few slots, often left out; with a little chance. */
  private inOrder(items: Item[]): Item[] {
    const rank = { must: 0, should: 1, could: 2 };
    const key = new Map(
      items.map((item) => [
        item,
        rank[item.session.priority] * 1000 -
          item.session.minutes * 1.2 +
          Math.log(item.slots.length + 1) * 30 -
          this.weight[item.index]! * 8 +
          this.random.next() * 25,
      ]),
    );
    return items.sort((a, b) => key.get(a)! - key.get(b)!);
  }

  private unplaced(): Item[] {
    return this.model.items.filter(
      (item) => this.state.at[item.index] === undefined && item.slots.length > 0,
    );
  }

  private pattern(window: Window): Pattern {
    return drawPattern(window, this.lengths, this.given.get(window.id)!, this.random);
  }

  // ── the moves ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** Starts afresh: cut every window, fill it, then take what fits anywhere. */
  construct(): void {
    this.clear();
    const { windows } = this.model.review.frame;
    const patterns = windows.map((w) => ({ window: w, pattern: this.pattern(w) }));
    const inPattern = (slot: Slot) =>
      patterns.some(
        ({ window, pattern }) =>
          slot.start >= window.from && slot.end <= window.to && conforms(pattern, slot),
      );
    if (this.keepScale > 0) this.insertKept();
    for (const item of this.inOrder(this.unplaced())) {
      if (item.slots.length <= 2 || !this.insert(item, inPattern)) this.insert(item, () => true);
    }
    this.commit();
    this.remember();
  }

  /** Everything of the programme to keep that is still allowed goes in first, as it stands. */
  private insertKept(): void {
    for (const item of this.model.items) {
      const { kept } = item;
      if (!kept || kept.slot < 0 || kept.place < 0 || kept.team < 0) continue;
      const slot = item.slots[kept.slot]!;
      if (!slot.places.includes(kept.place) || !this.state.fitsTime(item, slot)) continue;
      if (!this.state.fitsPlace(item, slot, kept.place)) continue;
      if (item.teams[kept.team]!.mask & ~this.state.peersFree(item, slot, kept.place)) continue;
      if (!this.state.allowsFully(item, kept)) continue;
      const [touches, settles] = [this.touched.length, this.settled.length];
      this.put(item, kept);
      this.settle();
      if (this.state.broken > 0) this.undoTo(touches, settles);
    }
  }

  private clear(): void {
    for (const item of this.model.items) if (this.state.at[item.index]) this.lift(item);
    this.settle();
    this.commit();
  }

  /** Takes the state to a plan that was found before. */
  restore(plan: Plan): void {
    this.clear();
    for (const item of this.model.items) {
      const choice = plan[item.index];
      if (choice) this.put(item, choice);
    }
    this.settle();
    this.commit();
  }

  private relocate(): boolean {
    const item = this.anyItem();
    if (!item) return false;
    if (this.state.at[item.index]) this.lift(item);
    for (let tries = 0; tries < 12; tries++) {
      const slot = item.slots[this.random.below(item.slots.length)]!;
      if (!this.state.fitsTime(item, slot)) continue;
      const choice = this.complete(item, slot, this.random.next() < 0.7);
      if (!choice) continue;
      this.put(item, choice);
      return true;
    }
    return false;
  }

  private swap(): boolean {
    const a = this.anyPlaced();
    const b = this.anyPlaced();
    if (!a || !b || a === b) return false;
    const [slotA, slotB] = [this.state.slotOf(a.index)!, this.state.slotOf(b.index)!];
    if (slotA.start === slotB.start && slotA.end === slotB.end) return false;
    const toB = this.slotLike(a, slotB);
    const toA = this.slotLike(b, slotA);
    if (!toB || !toA) return false;
    const [choiceA, choiceB] = [this.lift(a), this.lift(b)];
    // Half the time the pairs stay with the time, half the time they go with the session.
    const cross = this.random.next() < 0.5;
    const wishA = cross ? a.teamByMask.get(b.teams[choiceB.team]!.mask) : choiceA.team;
    const wishB = cross ? b.teamByMask.get(a.teams[choiceA.team]!.mask) : choiceB.team;
    if (!this.state.fitsTime(a, toB)) return false;
    const first = this.complete(a, toB, true, wishA);
    if (!first) return false;
    this.put(a, first);
    if (!this.state.fitsTime(b, toA)) return false;
    const second = this.complete(b, toA, true, wishB);
    if (!second) return false;
    this.put(b, second);
    return true;
  }

  /** A slot of the item that ends where this one does. */
  private slotLike(item: Item, like: Slot): Slot | undefined {
    const same = item.slotsByEnd.get(like.awayTo);
    return same && item.slots[same[this.random.below(same.length)]!];
  }

  private reteam(): boolean {
    const item = this.anyPlaced();
    if (!item || item.teams.length < 2) return false;
    const was = this.lift(item);
    const slot = item.slots[was.slot]!;
    const free = this.state.peersFree(item, slot, was.place);
    const team = this.pickTeam(item, free, this.random.next() < 0.4, (t) =>
      this.state.allowsFully(item, { ...was, team: t.index }),
    );
    if (!team || team.index === was.team) return false;
    this.put(item, { ...was, team: team.index });
    return true;
  }

  /** Two sessions of a day exchange a peer each, or their pairs. */
  private exchange(): boolean {
    const a = this.anyPlaced();
    if (!a) return false;
    const day = this.state.placedOn(this.state.slotOf(a.index)!.day);
    const b = this.model.items[day[this.random.below(day.length)]!]!;
    if (a === b) return false;
    const [wasA, wasB] = [this.state.at[a.index]!, this.state.at[b.index]!];
    const [maskA, maskB] = [a.teams[wasA.team]!.mask, b.teams[wasB.team]!.mask];
    const [onlyA, onlyB] = [oneOf(maskA & ~maskB, this.random), oneOf(maskB & ~maskA, this.random)];
    if (onlyA === 0 || onlyB === 0) return false;
    const whole = this.random.next() < 0.25;
    const teamA = a.teamByMask.get(whole ? maskB : (maskA & ~onlyA) | onlyB);
    const teamB = b.teamByMask.get(whole ? maskA : (maskB & ~onlyB) | onlyA);
    if (teamA === undefined || teamB === undefined) return false;
    this.lift(a);
    this.lift(b);
    return this.putIfFree(a, { ...wasA, team: teamA }) && this.putIfFree(b, { ...wasB, team: teamB });
  }

  private putIfFree(item: Item, choice: Choice): boolean {
    const slot = item.slots[choice.slot]!;
    if (!this.state.fitsPlace(item, slot, choice.place)) return false;
    if (item.teams[choice.team]!.mask & ~this.state.peersFree(item, slot, choice.place)) return false;
    if (!this.state.allowsFully(item, choice)) return false;
    this.put(item, choice);
    return true;
  }

  private moveHouse(): boolean {
    const item = this.anyPlaced();
    if (!item || item.places.length < 2) return false;
    const was = this.lift(item);
    const slot = item.slots[was.slot]!;
    const place = slot.places[this.random.below(slot.places.length)]!;
    return place !== was.place && this.putIfFree(item, { ...was, place });
  }

  /** Empties a window, cuts it another way, and fills it again from what came out and what is left out. */
  private rebuild(): boolean {
    const { windows } = this.model.review.frame;
    const window = windows[this.random.below(windows.length)];
    if (!window) return false;
    const out = this.state
      .placedOn(window.day)
      .map((i) => this.model.items[i]!)
      .filter((item) => {
        const slot = this.state.slotOf(item.index)!;
        return slot.start >= window.from && slot.end <= window.to;
      });
    for (const item of out) this.lift(item);
    for (let extra = this.random.below(4); extra > 0; extra--) {
      const item = this.anyPlaced();
      if (item) this.lift(item);
    }
    this.settle();
    const pattern = this.pattern(window);
    const inWindow = (slot: Slot) => slot.start >= window.from && slot.end <= window.to;
    const within = (slot: Slot) => !inWindow(slot) || conforms(pattern, slot);
    for (const item of this.inOrder(this.unplaced())) {
      if (item.slots.length <= 2 || !this.insert(item, within)) this.insert(item, () => true);
    }
    return true;
  }

  /** Forces in a session that is left out: whatever is in its way comes out and looks for another place. */
  private force(): boolean {
    const waiting = this.unplaced();
    if (waiting.length === 0) return false;
    const item = waiting[this.random.below(waiting.length)]!;
    this.weight[item.index]! += 1;
    let chosen: { slot: Slot; blockers: readonly number[]; score: number } | undefined;
    for (let tries = 0; tries < 6; tries++) {
      const slot = item.slots[this.random.below(item.slots.length)]!;
      const blockers = this.state.blockersOf(item, slot);
      const score = blockers.reduce((sum, i) => sum + this.weight[i]!, 0) + this.random.next();
      if (!chosen || score < chosen.score) chosen = { slot, blockers, score };
    }
    const { slot, blockers } = chosen!;
    const out = blockers.map((i) => this.model.items[i]!);
    for (const other of out) this.lift(other);
    let choice = this.state.fitsTime(item, slot) ? this.complete(item, slot, true) : undefined;
    if (!choice) {
      // The time is free but no pair or place is: those who hold them come out too.
      for (const i of [...this.state.placedOn(slot.day)]) {
        const other = this.state.slotOf(i)!;
        if (other.awayFrom >= slot.awayTo || slot.awayFrom >= other.awayTo) continue;
        const beside = this.model.items[i]!;
        this.lift(beside);
        out.push(beside);
      }
      choice = this.state.fitsTime(item, slot) ? this.complete(item, slot, true) : undefined;
      if (!choice) return false;
    }
    this.put(item, choice);
    this.settle();
    for (const other of this.inOrder([
      ...out,
      ...this.unplaced().filter((i) => !out.includes(i) && i !== item),
    ])) {
      if (!this.state.at[other.index]) this.insert(other, () => true);
    }
    return true;
  }

  /**
   * A session that is left out, or held at a price in a higher tier, takes the time of another; that one looks for a
   * time that costs nothing, or takes the time of a third; and so on (an ejection chain; Glover 1996).
   */
  private chain(): boolean {
    const { state, random } = this;
    const dear = state.dearly();
    const waiting = this.unplaced();
    const wanted = [...waiting, ...dear.map((i) => this.model.items[i]!)];
    let item = wanted[random.below(wanted.length)];
    if (!item) return false;
    if (state.at[item.index]) this.lift(item);
    this.settle();
    const out = new Set<number>();
    for (let links = 0; links < CHAIN; links++) {
      if (this.insert(item, () => true, true)) return true;
      out.add(item.index);
      const ejected = this.eject(item, out);
      if (!ejected) break;
      item = ejected;
    }
    this.insert(item, () => true);
    return true;
  }

  /** Gives an item the time of another that ends when it would; the other comes out. */
  private eject(item: Item, spared: ReadonlySet<number>): Item | undefined {
    const { state, random } = this;
    for (let tries = 0; tries < 12; tries++) {
      const slot = item.slots[random.below(item.slots.length)]!;
      const beside = state
        .placedOn(slot.day)
        .filter((i) => !spared.has(i) && state.slotOf(i)!.awayTo === slot.awayTo);
      if (beside.length === 0) continue;
      const other = this.model.items[beside[random.below(beside.length)]!]!;
      const touches = this.touched.length;
      const settles = this.settled.length;
      const team = other.teams[state.at[other.index]!.team]!.mask;
      this.lift(other);
      const choice = state.fitsTime(item, slot)
        ? this.complete(item, slot, true, item.teamByMask.get(team))
        : undefined;
      if (choice) {
        this.put(item, choice);
        this.settle();
        if (state.broken === 0) return other;
      }
      this.undoTo(touches, settles);
      // What was put back is as it was: nothing changed that the rules must be asked about.
      state.unsettle([]);
    }
    return undefined;
  }

  /** Leaves a "could" out: by the tiers that is better than holding it single-handed or in a stream beyond the usual. */
  private drop(): boolean {
    const item = this.anyPlaced();
    if (item?.session.priority !== 'could') return false;
    this.lift(item);
    return true;
  }

  private anyItem(): Item | undefined {
    const item = this.model.items[this.random.below(this.model.items.length)];
    return item && item.slots.length > 0 ? item : undefined;
  }

  private anyPlaced(): Item | undefined {
    const item = this.model.items[this.random.below(this.model.items.length)];
    return item && this.state.at[item.index] ? item : undefined;
  }

  /** Makes one move, of a kind drawn by chance, at a temperature in points; gives what it cost, in plain moves. */
  step(temperature: number): number {
    const { unplaced, beyond, singles } = this.state;
    const incomplete = unplaced[0] + unplaced[1] + unplaced[2] > 0;
    const draw = this.random.next();
    // Emptying and refilling a window is dear, and pays where a higher tier is still to be won.
    const wanting = incomplete || beyond + singles > 0;
    const rebuilds = wanting ? 0.05 : 0.008;
    if (incomplete && draw < 0.04) {
      this.attempt(temperature, () => this.force());
      return 12;
    }
    if (draw < (incomplete ? 0.04 : 0) + rebuilds) {
      this.attempt(temperature, () => this.rebuild());
      return 30;
    }
    if (wanting && draw < 0.15) {
      this.attempt(temperature, () => this.chain());
      return 15;
    }
    if (draw < 0.35) this.attempt(temperature, () => this.relocate());
    else if (draw < 0.6) this.attempt(temperature, () => this.swap());
    else if (draw < 0.78) this.attempt(temperature, () => this.reteam());
    else if (draw < 0.95) this.attempt(temperature, () => this.exchange());
    else if (draw < 0.97 && beyond + singles > 0) this.attempt(temperature, () => this.drop());
    else this.attempt(temperature, () => this.moveHouse());
    return 1;
  }
}

/** One bit of a mask, drawn by chance; 0 of an empty one. */
function oneOf(mask: number, random: Random): number {
  let count = 0;
  for (let m = mask; m; m &= m - 1) count++;
  if (count === 0) return 0;
  let skip = random.below(count);
  let m = mask;
  while (skip-- > 0) m &= m - 1;
  return m & -m;
}
