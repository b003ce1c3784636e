import type { Inquiry } from './inquiry.ts';

/**
 * A smallest part of `list` that fails together with `background`, which holds without it: no member can be spared.
 * Junker, "QuickXplain: Preferred Explanations and Relaxations for Over-Constrained Problems" (AAAI 2004). Members that
 * come first are rather kept in the answer. `fails` has to be monotone, and may only say true of what is proven.
 */
export function* quickXplain<T>(
  background: readonly T[],
  list: readonly T[],
  fails: (set: readonly T[]) => Inquiry<boolean>,
): Inquiry<readonly T[]> {
  if (list.length === 0) return [];
  return yield* within(background, false, list, fails);
}

function* within<T>(
  background: readonly T[],
  grown: boolean,
  list: readonly T[],
  fails: (set: readonly T[]) => Inquiry<boolean>,
): Inquiry<readonly T[]> {
  if (grown && (yield* fails(background))) return [];
  if (list.length === 1) return list;
  const half = Math.ceil(list.length / 2);
  const [first, second] = [list.slice(0, half), list.slice(half)];
  const late = yield* within([...background, ...first], first.length > 0, second, fails);
  const early = yield* within([...background, ...late], late.length > 0, first, fails);
  return [...early, ...late];
}
