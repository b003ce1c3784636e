import type { End, Week } from '../../tiers/week.ts';
import { type Offers, type Taken, takenUp } from './offers.ts';
import { times, type Worths } from './worths.ts';

/** What is best held in one block: what it brings in all, and who takes what. */
export interface Filling {
  readonly gain: number;
  readonly taken: readonly Taken[];
  readonly beyond: number;
}

export const EMPTY: Filling = { gain: 0, taken: [], beyond: 0 };

/** A visit that runs on past blocks, with those who take it; `beyond`: it counts as the one beyond the columns. */
export interface Across extends Taken {
  readonly beyond: boolean;
}

/** Ways to fill one block that are looked into before the rest is judged by what it could bring at the most. */
const MOST_TRIED = 600;

/** The best fillings of the blocks that end at one moment, at the worths that were last told. */
export class Fillings {
  private readonly week: Week;
  private readonly end: End;
  private readonly offers: Offers;
  /** Everything that could be in such a block, the most worth first. */
  private sorted: readonly Taken[] = [];
  private beyond = 0;

  constructor(week: Week, end: End, offers: Offers) {
    this.week = week;
    this.end = end;
    this.offers = offers;
  }

  price(worths: Worths): void {
    this.beyond = worths.beyond;
    const all: Taken[] = [];
    for (const seat of this.end.seats) all.push(...takenUp(this.offers.of(seat), worths));
    this.sorted = all.sort((a, b) => b.gain - a.gain);
  }

  /** The best filling of a block of a length, beside what runs across it. */
  best(length: number, across: readonly Across[]): Filling {
    const { end, offers, beyond } = this;
    const busy = across.reduce((mask, a) => mask | a.team.mask, 0);
    const list = this.sorted.filter(
      ({ offer, team }) =>
        offer.seat.to - offer.seat.from <= length &&
        (team.mask & busy) === 0 &&
        across.every((a) => offers.beside(a.offer, offer)),
    );
    const room = end.most - across.length;
    if (room <= 0 || list.length === 0) return EMPTY;
    const usual =
      this.week.usual - across.reduce((n, a) => n + (a.offer.seat.counts && !a.beyond ? 1 : 0), 0);
    const over = (counted: number): number => Math.min(counted, Math.max(0, counted - usual));
    let best = EMPTY;
    let ceiling = 0;
    let tried = 0;
    const chosen: Taken[] = [];
    // Those that count for no column could all be there beside as many as the columns hold.
    const free = new Map<unknown, number>();
    for (const { offer, gain } of list)
      if (!offer.seat.counts && !free.has(offer.seat.item)) free.set(offer.seat.item, gain);
    const walk = (from: number, sum: number, counted: number, mask: number, freely: number): void => {
      const left = room - chosen.length;
      const within = Math.min(left, Math.max(0, usual - counted));
      for (let k = from; k < list.length; k++) {
        const one = list[k]!;
        const { offer, team, gain } = one;
        // Nothing that follows brings more than this one does.
        const could = sum + within * gain + (left - within) * Math.max(0, gain - beyond) + freely;
        if (could <= Math.max(best.gain, ceiling) + 1e-9) return;
        if (team.mask & mask) continue;
        if (!chosen.every((c) => offers.beside(c.offer, offer))) continue;
        if (++tried > MOST_TRIED) {
          ceiling = could;
          return;
        }
        const { counts, item } = offer.seat;
        const now = counted + (counts ? 1 : 0);
        if (over(now) > 0 && beyond === Number.POSITIVE_INFINITY) continue;
        chosen.push(one);
        const all = [...across, ...chosen];
        if (
          offers.together(
            all.map((t) => t.offer),
            end.minute,
          )
        ) {
          const total = sum + gain - times(over(now), beyond);
          if (total > best.gain + 1e-9) best = { gain: total, taken: [...chosen], beyond: over(now) };
          if (chosen.length < room)
            walk(k + 1, sum + gain, now, mask | team.mask, counts ? freely : freely - free.get(item)!);
        }
        chosen.pop();
      }
    };
    walk(
      0,
      0,
      0,
      0,
      [...free.values()].reduce((a, b) => a + b, 0),
    );
    offers.looked += tried + (this.sorted.length >> 3);
    return ceiling > best.gain ? { ...best, gain: ceiling } : best;
  }
}
