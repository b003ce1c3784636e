import type { Model } from '../../model/model.ts';
import type { LinearBuilder } from '../linear.ts';
import type { Blocks } from './blocks.ts';
import type { Term } from './rows.ts';
import type { Start } from './starts.ts';

/**
 * What pays in tier 4: an evening each, and those beyond the usual streams, as the part that says `columns` counts
 * them. The fewest to take out so that the rest fit the columns are counted block by block: what ends together runs
 * side by side, so whatever is beyond the columns there is beyond them whoever is called so.
 */
export function countBeyond(
  model: Model,
  starts: readonly Start[],
  blocks: Blocks | undefined,
  builder: LinearBuilder,
): readonly Term[] {
  const price = starts.flatMap((s): Term[] =>
    s.slot.price.beyond > 0 ? [[s.slot.price.beyond, s.variable]] : [],
  );
  const columns = model.parts.wholeWants.find(({ part }) => part.tier === 4 && part.columns)?.part.columns;
  if (!columns || !blocks) return price;
  const usual = columns.most(model.review);
  const counts = (s: Start) => columns.counts(s.slot.held);
  const beyond = new Map<Start, number>();
  const beyondFor = (s: Start): number => {
    let v = beyond.get(s);
    if (v === undefined) {
      v = builder.variable(`beyond_${s.item.session.id}_${s.slot.awayFrom}`);
      builder.add(
        'beyond_if_held',
        [
          [1, v],
          [-1, s.variable],
        ],
        '<=',
        0,
      );
      beyond.set(s, v);
      price.push([1, v]);
    }
    return v;
  };
  for (const end of blocks.ends) {
    const own = end.starts.filter(counts);
    const across = end.across.filter(counts);
    const most = Math.min(end.most, new Set([...own, ...across].map((s) => s.item)).size) - usual;
    if (own.length === 0 || most <= 0) continue;
    const here = Array.from({ length: most }, (_, n) => builder.variable(`beyond_to_${end.minute}_${n + 1}`));
    here.forEach((v, n) => {
      price.push([1, v]);
      builder.add(
        `beyond_${end.minute}`,
        [
          [1, v],
          [-1, n === 0 ? end.atLeast[0]!.variable : here[n - 1]!],
        ],
        '<=',
        0,
      );
    });
    const terms = [...own.map((s): Term => [1, s.variable]), ...here.map((v): Term => [-1, v])];
    builder.add(`columns_to_${end.minute}`, [...terms, [-usual, end.atLeast[0]!.variable]], '<=', 0);
    if (across.length > 0)
      builder.add(
        `columns_to_${end.minute}_across`,
        [
          ...terms,
          ...across.flatMap((s): Term[] => [
            [1, s.variable],
            [-1, beyondFor(s)],
          ]),
        ],
        '<=',
        usual,
      );
  }
  return price;
}
