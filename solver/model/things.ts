import type { Held } from '../../src/programme/placement.ts';
import type { Review } from '../../src/review/review.ts';
import type { SharedPart } from '../../src/rules/rule.ts';
import { TICK, TICKS } from './model.ts';
import type { Priced } from './parts.ts';

/** Numbers for the keys that `shared` rules draw on, and the most that may draw on each at each quarter hour. */
export class Things {
  private readonly numbers = new Map<string, number>();
  private readonly owners: { readonly part: SharedPart; readonly key: string }[] = [];
  private readonly review: Review;

  constructor(review: Review) {
    this.review = review;
  }

  get count(): number {
    return this.owners.length;
  }

  /** What a placement draws on by one part: the things' numbers. */
  drawn(shared: Priced<SharedPart>, held: Held): readonly number[] {
    return shared.part.draws(this.review, held).map((key) => {
      const name = `${shared.rule.id}/${shared.part.name}/${key}`;
      let number = this.numbers.get(name);
      if (number === undefined) {
        number = this.owners.length;
        this.numbers.set(name, number);
        this.owners.push({ part: shared.part, key });
      }
      return number;
    });
  }

  /** The most at once, by thing × tick; asked only of ticks that something could draw on, `[from, to)` of each day. */
  most(days: readonly { readonly from: number; readonly to: number }[]): Int16Array {
    const most = new Int16Array(this.owners.length * TICKS);
    this.owners.forEach(({ part, key }, thing) => {
      for (const { from, to } of days) {
        for (let tick = from; tick < to; tick++) {
          most[thing * TICKS + tick] = part.atMost(this.review, key, {
            from: tick * TICK,
            to: (tick + 1) * TICK,
          });
        }
      }
    });
    return most;
  }
}
