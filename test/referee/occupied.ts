import type { Time } from './read.ts';

/**
 * Who or what is taken up by whom, minute by minute through the six days. The checker of src sweeps over starts and
 * ends; this counts every minute, so that the two can't share a mistake about edges.
 */
export class Occupied {
  readonly #minutes = new Map<string, Map<number, string[]>>();

  add(key: string, time: Time, by: string): void {
    let taken = this.#minutes.get(key);
    if (!taken) {
      taken = new Map();
      this.#minutes.set(key, taken);
    }
    for (let minute = time.start; minute < time.end; minute++) {
      const there = taken.get(minute);
      if (there) there.push(by);
      else taken.set(minute, [by]);
    }
  }

  /** Every different crowd that is more than may be in some minute. */
  *tooMany(most: (key: string, minute: number) => number): Generator<{ key: string; by: readonly string[] }> {
    for (const [key, taken] of this.#minutes) {
      const seen = new Set<string>();
      for (const [minute, by] of taken) {
        if (by.length <= most(key, minute)) continue;
        const crowd = [...by].sort().join(' ');
        if (seen.has(crowd)) continue;
        seen.add(crowd);
        yield { key, by };
      }
    }
  }
}
