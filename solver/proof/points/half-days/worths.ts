/** What it is worth that a session is held, by who takes it; and what is paid besides. The prices half-days are asked at. */
export interface Worths {
  /** By item and team: what it brings. Where it is not above what its time and place cost, it is not held. */
  readonly of: readonly Float64Array[];
  /** What a point paid for times, places and breaks counts for. */
  readonly points: number;
  /** What a single-handed session costs, and one beyond the columns; infinite where none may be. */
  readonly single: number;
  readonly beyond: number;
}

/** So many at a price; none cost nothing, whatever the price. */
export const times = (count: number, price: number): number => (count > 0 ? count * price : 0);
