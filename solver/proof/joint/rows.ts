import type { LinearBuilder } from '../linear.ts';

export type Term = readonly [coefficient: number, variable: number];

/** Adds "the sum is at most so many" where it says anything: not where all of it together is no more. */
export function atMost(builder: LinearBuilder, name: string, terms: readonly Term[], most: number): void {
  let sum = 0;
  for (const [c] of terms) if (c > 0) sum += c;
  if (sum > most) builder.add(name, terms, '<=', most);
}

/** Puts into a list of a map, made when first needed. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
