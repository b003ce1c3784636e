/**
 * The one of `known` that `word` looks like a misspelling of: at most a third of its letters (and at most three)
 * missing, added, changed or swapped; or the same but for capitals, spaces, hyphens and underscores. Undefined where
 * none is near.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > 80) return undefined;
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');
  const wanted = plain(word);
  let [best, least]: [string | undefined, number] = [
    undefined,
    Math.min(3, Math.floor(wanted.length / 3)) + 1,
  ];
  for (const candidate of known) {
    const other = plain(candidate);
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const away = distance(wanted, other, least);
    if (away < least) [best, least] = [candidate, away];
    if (least === 0) break;
  }
  return best;
}

/** Letters missing, added, changed or swapped with their neighbour; gives up (`most`) when it can't be fewer. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    if (Math.min(...next) >= most) return most;
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

/** `Did you mean “x”? ` where something known is near; else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? '' : `Did you mean “${near}”?`;
}
