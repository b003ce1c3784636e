/** The same numbers in every run: who clicks on what. */
export function lots(seed: number): () => number {
  // Neighbouring seeds far apart: otherwise all begin with nearly the same number, and click at once.
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The number below which a part of them lie. */
export const share = (of: readonly number[], part: number): number | undefined =>
  [...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * part))];
