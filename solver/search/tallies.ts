import type { Item, Model, Price } from '../model/model.ts';
import type { Choice } from './choice.ts';
import { Memo } from './memo.ts';
import type { Placed } from './placed.ts';
import { Scopes, type Tally } from './scopes.ts';

/** What asking again replaced, in groups of five (a piece's number and its four figures): what puts them back. */
export type Settled = readonly number[];

const NOTHING: Settled = [];

/**
 * What every piece of the programme breaks and pays by the `whole` rules, and which pieces have changed since they were
 * asked. Every change is passed on to the totals.
 */
export class Tallies {
  private readonly scopes: Scopes;
  private readonly placed: Placed;
  private readonly totals: Tally;
  /** Four figures a piece: broken, singles, beyond, points. */
  private readonly figures: Float64Array;
  private readonly memo = new Memo();
  private readonly answer = new Float64Array(4);
  /** The pieces that are to be asked again, and which are among them. */
  private readonly dirty: number[] = [];
  private readonly isDirty: Uint8Array;

  constructor(model: Model, placed: Placed, totals: Tally) {
    this.scopes = new Scopes(model);
    this.placed = placed;
    this.totals = totals;
    this.figures = new Float64Array(this.scopes.count * 4);
    this.isDirty = new Uint8Array(this.scopes.count);
    for (let piece = 0; piece < this.scopes.count; piece++) this.mark(piece);
    this.settle();
  }

  private mark(piece: number): void {
    if (this.isDirty[piece]) return;
    this.isDirty[piece] = 1;
    this.dirty.push(piece);
  }

  /** Notes the pieces that a session at this choice is part of: they are to be asked again. */
  touch(item: Item, choice: Choice): void {
    const { asks } = this.scopes;
    const { day } = item.slots[choice.slot]!;
    if (asks.day) this.mark(this.scopes.ofDay(day));
    if (asks.week) this.mark(this.scopes.week);
    for (const p of item.teams[choice.team]!.members) {
      if (asks['peer-day']) this.mark(this.scopes.ofPeerDay(p, day));
      if (asks['peer-week']) this.mark(this.scopes.ofPeerWeek(p));
    }
    if (asks['contact-day']) for (const c of item.contacts) this.mark(this.scopes.ofContactDay(c, day));
  }

  /**
   * The most that asking again about what changed could take off the tiers and points: what those pieces pay now. A
   * move that is worse by more than this needs no asking.
   */
  mostToGain(): Price {
    const { figures } = this;
    const most: Price = { singles: 0, beyond: 0, points: 0 };
    for (const piece of this.dirty) {
      most.singles += figures[piece * 4 + 1]!;
      most.beyond += figures[piece * 4 + 2]!;
      most.points += figures[piece * 4 + 3]!;
    }
    return most;
  }

  /** The ids of the sessions that the `whole` wants blame for what is paid in tiers 3 and 4. */
  blamed(): ReadonlySet<string> {
    const ids = new Set<string>();
    for (let piece = 0; piece < this.scopes.count; piece++) {
      if (this.figures[piece * 4 + 1]! + this.figures[piece * 4 + 2]! === 0) continue;
      for (const id of this.scopes.blamed(piece, this.placed)) ids.add(id);
    }
    return ids;
  }

  /** Asks the `whole` rules again about what changed since the last time. Gives what to hand to `unsettle`. */
  settle(): Settled {
    const { figures, dirty, isDirty, answer } = this;
    if (dirty.length === 0) return NOTHING;
    const before: number[] = [];
    for (const piece of dirty) {
      isDirty[piece] = 0;
      const base = piece * 4;
      before.push(piece, figures[base]!, figures[base + 1]!, figures[base + 2]!, figures[base + 3]!);
      this.ask(piece);
      this.replace(base, answer[0]!, answer[1]!, answer[2]!, answer[3]!);
    }
    dirty.length = 0;
    return before;
  }

  /** After sessions were put back where they were: the figures as they were before `settle`, without asking again. */
  unsettle(before: Settled): void {
    for (const piece of this.dirty) this.isDirty[piece] = 0;
    this.dirty.length = 0;
    for (let n = 0; n < before.length; n += 5)
      this.replace(before[n]! * 4, before[n + 1]!, before[n + 2]!, before[n + 3]!, before[n + 4]!);
  }

  private replace(base: number, broken: number, singles: number, beyond: number, points: number): void {
    const { figures, totals } = this;
    totals.broken += broken - figures[base]!;
    totals.singles += singles - figures[base + 1]!;
    totals.beyond += beyond - figures[base + 2]!;
    totals.points += points - figures[base + 3]!;
    figures[base] = broken;
    figures[base + 1] = singles;
    figures[base + 2] = beyond;
    figures[base + 3] = points;
  }

  /** What the rules say of a piece, in `answer`: as they said it before of the same, or asked anew. */
  private ask(piece: number): void {
    const { memo, scopes, placed, answer } = this;
    memo.open(piece);
    scopes.spots(piece, placed, memo);
    if (memo.read(answer)) return;
    scopes.tally(piece, placed, answer);
    memo.write(answer);
  }
}
