import type { Team } from '../../../model/model.ts';
import type { Seat, Stretch, Week } from '../../tiers/week.ts';
import { type Across, EMPTY, type Filling, Fillings } from './filling.ts';
import { type Offer, Offers, type Taken, takenUp } from './offers.ts';
import { atOneMoment, hasPause, hasPauseIn, type Pause } from './pause.ts';
import { times, type Worths } from './worths.ts';

/** The best that one stretch can hold at the worths asked. */
export interface Held {
  /** No way to hold sessions in the stretch brings more. */
  readonly gain: number;
  readonly taken: readonly Taken[];
  /** What is paid for times, places and breaks. */
  readonly points: number;
  readonly singles: number;
  readonly beyond: number;
}

interface Block {
  readonly index: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** The best so far that ends with a block: what it brings, that block's filling, and what went before. */
interface Chain {
  readonly gain: number;
  readonly block: Block;
  readonly filling: Filling;
  readonly before: Chain | undefined;
  readonly paused: boolean;
}

/** The best walk over the blocks beside some visits. */
interface Walk {
  readonly gain: number;
  readonly chain: Chain | undefined;
  /** Whether it pays for having no break in common. */
  readonly paid: boolean;
}

/** A visit at one of its times, within the columns or beyond: what it brings at the most, and by whom. */
interface Stay {
  readonly offer: Offer;
  readonly gain: number;
  readonly ways: readonly Across[];
  /** The same as if it took no peers: what blocks bring beside it is then as much as beside anybody. */
  readonly nobody: Across;
}

const NOBODY: Team = {
  index: -1,
  mask: 0,
  members: [],
  ids: [],
  price: { singles: 0, beyond: 0, points: 0 },
};

/** Sets of visits that are looked into before the rest is judged by what it could bring at the most. */
const MOST_TRIED = 1000;

/**
 * One stretch by itself, solved at given worths: which blocks it is cut into, which pairs take which sessions in each,
 * which visits run across, whether there is a break in common. A walk over the ends in time order (dynamic programming)
 * for each set of visits that could pay.
 */
export class HalfDay {
  readonly index: number;
  private readonly stretch: Stretch;
  private readonly week: Week;
  private readonly pause: Pause | undefined;
  private readonly offers: Offers;
  private readonly fillings: readonly Fillings[];
  private readonly blocks: readonly Block[];
  private readonly known = new Map<string, Filling>();
  private readonly most: number;
  /** What a break in common is worth, at the worths that were last told. */
  private weight = 0;

  constructor(week: Week, stretch: Stretch, pause: Pause | undefined) {
    this.week = week;
    this.stretch = stretch;
    this.index = stretch.index;
    this.pause = pause;
    this.offers = new Offers(week.model, stretch);
    this.fillings = stretch.ends.map((end) => new Fillings(week, end, this.offers));
    const blocks: Block[] = [];
    stretch.ends.forEach(({ minute, lengths }, end) => {
      for (const length of lengths)
        blocks.push({ index: blocks.length, end, from: minute - length, to: minute });
    });
    this.blocks = blocks;
    this.most = stretch.ends.reduce((most, end) => Math.max(most, end.most), 0);
  }

  /** Blocks, and ways to fill them, looked at so far. */
  get looked(): number {
    return this.offers.looked;
  }

  best(worths: Worths): Held {
    this.known.clear();
    for (const f of this.fillings) f.price(worths);
    const stays = this.stays(worths);
    const weight = worths.points * (this.pause?.weight ?? 0);
    this.weight = weight;
    let walk = this.walk([]);
    let across: readonly Across[] = [];
    let gain = walk.gain;
    let ceiling = gain;
    let tried = 0;
    /** Who takes the visits of a set, each with somebody free; `room`: the most that blocks beside them bring. */
    const take = (
      set: readonly Stay[],
      n: number,
      chosen: readonly Across[],
      own: number,
      room: number,
    ): void => {
      const stay = set[n];
      if (!stay) {
        if (tried++ > MOST_TRIED) {
          ceiling = Math.max(ceiling, room + own);
          return;
        }
        const next = this.walk(chosen);
        if (next.gain + own > gain + 1e-9) {
          gain = next.gain + own;
          ceiling = Math.max(ceiling, gain);
          walk = next;
          across = chosen;
        }
        return;
      }
      let later = 0;
      for (let m = n + 1; m < set.length; m++) later += set[m]!.gain;
      for (const one of stay.ways) {
        if (room + own + one.gain + later <= ceiling + 1e-9) return;
        if (!chosen.every((a) => apart(a.offer.seat, one.offer.seat) || (a.team.mask & one.team.mask) === 0))
          continue;
        take(set, n + 1, [...chosen, one], own + one.gain, room);
      }
    };
    const add = (from: number, set: readonly Stay[], own: number, room: number): void => {
      for (let n = from; n < stays.length; n++) {
        const s = stays[n]!;
        if (set.some((t) => t.offer.seat.item === s.offer.seat.item)) continue;
        const most = own + s.gain + rest(stays, n + 1, [...set, s]);
        if (room + most <= ceiling + 1e-9) continue;
        if (!set.every((t) => apart(t.offer.seat, s.offer.seat) || this.offers.beside(t.offer, s.offer)))
          continue;
        if (tried++ > MOST_TRIED) {
          ceiling = Math.max(ceiling, room + most);
          continue;
        }
        const more = [...set, s];
        const beside = this.walk(more.map((t) => t.nobody)).gain;
        if (beside + own + s.gain > ceiling + 1e-9) take(more, 0, [], 0, beside);
        add(n + 1, more, own + s.gain, beside + weight);
      }
    };
    add(0, [], 0, walk.gain + weight);
    return { ...heldIn(walk, across, this.pause), gain: ceiling };
  }

  /** What the stretch pays that holds just these. */
  standing(seats: readonly { readonly seat: Seat; readonly team: Team }[]): Held {
    const { pause } = this;
    const taken = seats
      .filter(({ seat }) => this.offers.has(seat))
      .map(({ seat, team }): Taken => ({ offer: this.offers.of(seat), team, gain: 0 }));
    const spans = taken.map((t) => t.offer.seat);
    const none = pause && spans.length > 1 && !atOneMoment(spans) && !hasPause(spans, pause.minutes);
    let [points, singles, beyond] = [none ? pause.weight : 0, 0, beyondIn(spans, this.week.usual)];
    for (const { offer, team } of taken) {
      points += offer.points;
      singles += team.price.singles + offer.seat.slot.price.singles;
      beyond += offer.seat.slot.price.beyond;
    }
    return { gain: 0, taken, points, singles, beyond };
  }

  /** Visits at their times, those that bring most first, each with whoever could take it. */
  private stays(worths: Worths): readonly Stay[] {
    const out: Stay[] = [];
    for (const seat of this.stretch.spanning) {
      const offer = this.offers.of(seat);
      const taken = [...takenUp(offer, worths)].sort((a, b) => b.gain - a.gain);
      const ways = (beyond: boolean): void => {
        const own = taken
          .map((t): Across => ({ ...t, gain: t.gain - times(beyond ? 1 : 0, worths.beyond), beyond }))
          .filter((t) => t.gain > 1e-9);
        const [first] = own;
        if (first) out.push({ offer, gain: first.gain, ways: own, nobody: { ...first, team: NOBODY } });
      };
      ways(false);
      if (seat.counts && this.week.usual < this.most && worths.beyond < Number.POSITIVE_INFINITY) ways(true);
    }
    return out.sort((a, b) => b.gain - a.gain);
  }

  /** The best blocks beside these visits, and what is paid where no break in common is left. */
  private walk(across: readonly Across[]): Walk {
    const { pause } = this;
    this.offers.looked += this.blocks.length;
    const spans = across.map((a) => a.offer.seat);
    let best: Walk = { gain: 0, chain: undefined, paid: false };
    if (pause && across.length > 1 && !atOneMoment(spans) && !hasPause(spans, pause.minutes))
      best = { gain: -this.weight, chain: undefined, paid: true };
    // By end: the best that ends there, with no break in common so far and with one.
    const plain: (Chain | undefined)[] = [];
    const paused: (Chain | undefined)[] = [];
    const consider = (chain: Chain, alone: boolean): void => {
      const list = chain.paused ? paused : plain;
      const { end } = chain.block;
      if (!list[end] || chain.gain > list[end].gain) list[end] = chain;
      let paid = false;
      if (pause && !chain.paused) {
        const all = [...spans, chain.block];
        const free = alone ? atOneMoment(all) : false;
        if (!free && !hasPauseIn(spans, chain.block.to, Number.POSITIVE_INFINITY, pause.minutes)) paid = true;
      }
      const gain = chain.gain - (paid ? this.weight : 0);
      if (gain > best.gain + 1e-12) best = { gain, chain, paid };
    };
    for (const block of this.blocks) {
      if (cuts(across, block)) continue;
      const filling = this.filling(block, across);
      if (filling === EMPTY) continue;
      const first =
        pause !== undefined && hasPauseIn(spans, Number.NEGATIVE_INFINITY, block.from, pause.minutes);
      consider({ gain: filling.gain, block, filling, before: undefined, paused: first }, true);
      for (let e = 0; e < block.end; e++) {
        const minute = this.stretch.ends[e]!.minute;
        if (minute > block.from) break;
        const [a, b] = [plain[e], paused[e]];
        if (a) {
          const now = pause !== undefined && hasPauseIn(spans, minute, block.from, pause.minutes);
          consider({ gain: a.gain + filling.gain, block, filling, before: a, paused: now }, false);
        }
        if (b) consider({ gain: b.gain + filling.gain, block, filling, before: b, paused: true }, false);
      }
    }
    return best;
  }

  private filling(block: Block, across: readonly Across[]): Filling {
    const running = across.filter(({ offer: { seat } }) => seat.from < block.to && block.to <= seat.to);
    const key = `${block.index} ${running
      .map(
        (a) =>
          `${a.offer.seat.item.index}:${a.team.mask}:${a.beyond ? 1 : 0}:${a.offer.seat.rooms ? a.offer.index : ''}`,
      )
      .sort()
      .join()}`;
    let filling = this.known.get(key);
    if (!filling) {
      filling = this.fillings[block.end]!.best(block.to - block.from, running);
      this.known.set(key, filling);
    }
    return filling;
  }
}

function heldIn(walk: Walk, across: readonly Across[], pause: Pause | undefined): Held {
  const taken: Taken[] = [...across];
  let beyond = across.filter((a) => a.beyond).length;
  for (let c = walk.chain; c; c = c.before) {
    taken.push(...c.filling.taken);
    beyond += c.filling.beyond;
  }
  let [points, singles] = [walk.paid ? pause!.weight : 0, 0];
  for (const { offer, team } of taken) {
    points += offer.points;
    singles += team.price.singles + offer.seat.slot.price.singles;
    beyond += offer.seat.slot.price.beyond;
  }
  return { gain: 0, taken, points, singles, beyond };
}

/** Whether one of the visits ends within the block. */
const cuts = (across: readonly Across[], { from, to }: Block): boolean =>
  across.some(({ offer: { seat } }) => from < seat.to && seat.to < to && seat.from < to);

const apart = (a: Seat, b: Seat): boolean => a.from >= b.to || b.from >= a.to;

/** The most that visits later in the list could bring beside these: the best of each session that is not in yet. */
function rest(stays: readonly Stay[], from: number, set: readonly Stay[]): number {
  let sum = 0;
  const seen = new Set<unknown>(set.map((t) => t.offer.seat.item));
  for (let n = from; n < stays.length; n++) {
    const { offer, gain } = stays[n]!;
    if (seen.has(offer.seat.item)) continue;
    seen.add(offer.seat.item);
    sum += gain;
  }
  return sum;
}

/** The fewest to take out so that of those that count no more run at once than is usual: always the one that ends last. */
function beyondIn(seats: readonly Seat[], usual: number): number {
  let out = 0;
  let running: Seat[] = [];
  for (const seat of seats.filter((s) => s.counts).sort((a, b) => a.from - b.from)) {
    running = [...running.filter((s) => s.to > seat.from), seat].sort((a, b) => a.to - b.to);
    if (running.length > usual) {
      running.pop();
      out++;
    }
  }
  return out;
}
