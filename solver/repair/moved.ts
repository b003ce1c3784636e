import type { Stand, Stands } from './stands.ts';

/**
 * What it costs that sessions move, as one number that compares as the three it is made of do, in order: people told
 * and moved, people moved, sessions moved. Whoever has several sessions is counted once.
 */
export class Moved {
  private readonly moved: Int32Array;
  private readonly told: Int32Array;
  cost = 0;

  constructor(stands: Stands) {
    this.moved = new Int32Array(stands.people);
    this.told = new Int32Array(stands.people);
  }

  add(stand: Stand): void {
    this.cost += 1;
    for (const p of stand.people) {
      if (this.moved[p]!++ === 0) this.cost += PERSON;
      if (stand.told && this.told[p]!++ === 0) this.cost += TOLD;
    }
  }

  takeBack(stand: Stand): void {
    this.cost -= 1;
    for (const p of stand.people) {
      if (--this.moved[p]! === 0) this.cost -= PERSON;
      if (stand.told && --this.told[p]! === 0) this.cost -= TOLD;
    }
  }
}

const PERSON = 10_000;
const TOLD = PERSON * 10_000;

/** The three counts in a cost. */
export const countsIn = (
  cost: number,
): { readonly told: number; readonly people: number; readonly times: number } => ({
  told: Math.floor(cost / TOLD),
  people: Math.floor((cost % TOLD) / PERSON),
  times: cost % PERSON,
});
