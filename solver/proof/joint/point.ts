/** Points are counted in so many parts, so that an hour's price is whole by the tenth of a minute. */
export const POINT = 600;

/** Points as whole parts, what is smaller left out. */
export const inParts = (points: number): number => Math.floor(points * POINT + 1e-6);
