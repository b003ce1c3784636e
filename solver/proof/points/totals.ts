import type { Group } from './groups.ts';

/** Totals beyond this many are not told apart. */
const MOST = 16;

const ranks = ['must', 'should', 'could'] as const;
const rankOf = ({ items }: Group): number => ranks.indexOf(items[0]!.session.priority);

/** Totals of those with so many of each priority left out. */
interface Reached {
  readonly out: readonly number[];
  readonly totals: Set<number>;
}

/**
 * Everything that a counter may come to once all sessions are taken or left out, as many as is given: each session adds
 * what one of its teams does. Undefined where it could be too many things.
 */
export function totalsOf(
  groups: readonly Group[],
  unitsOf: (group: Group) => readonly number[],
): readonly number[] | undefined {
  const left = ranks.map((_, rank) => groups.find((g) => rankOf(g) === rank)?.left ?? 0);
  let reached = new Map<string, Reached>([['0,0,0', { out: [0, 0, 0], totals: new Set([0]) }]]);
  for (const group of groups) {
    const units = unitsOf(group);
    const rank = rankOf(group);
    for (let n = 0; n < group.items.length; n++) {
      const next = new Map<string, Reached>();
      const add = (out: readonly number[], total: number): void => {
        const known = next.get(out.join()) ?? { out, totals: new Set<number>() };
        next.set(out.join(), known);
        known.totals.add(total);
      };
      for (const { out, totals } of reached.values())
        for (const total of totals) {
          for (const unit of units) add(out, total + unit);
          if (out[rank]! < left[rank]!)
            add(
              out.map((o, r) => (r === rank ? o + 1 : o)),
              total,
            );
        }
      for (const { totals } of next.values()) if (totals.size > MOST) return undefined;
      reached = next;
    }
  }
  const totals = reached.get(left.join())?.totals ?? new Set<number>();
  return [...totals].sort((a, b) => a - b);
}
