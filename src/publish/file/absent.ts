/**
 * A file's shape on its way out. Every field has to be named, so that none is forgotten; one that is left out is there
 * as `undefined`, which is not written.
 */
export type Writing<T> = T extends readonly (infer U)[]
  ? readonly Writing<U>[]
  : T extends object
    ? { readonly [K in keyof T]-?: Writing<T[K]> | Absent<T, K> }
    : T;

/** `undefined` for a field of `T` that may be left out, else nothing. */
type Absent<T, K extends keyof T> = Record<never, never> extends Pick<T, K> ? undefined : never;

/** The list or the mark; `undefined` where it is empty or not set, which is what its absence means. */
export function orAbsent<T>(list: readonly T[]): readonly T[] | undefined;
export function orAbsent(mark: boolean): true | undefined;
export function orAbsent<T>(value: readonly T[] | boolean): readonly T[] | true | undefined {
  if (typeof value === 'boolean') return value || undefined;
  return value.length === 0 ? undefined : value;
}
