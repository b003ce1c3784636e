/**
 * What is left of an entry once everything that has the wrong shape is taken out: any field may be gone, and a gone
 * member of a list leaves a hole, so that the others keep their numbers. What is left has the right shape.
 */
export type Partly<T> = T extends readonly (infer U)[]
  ? readonly (Partly<U> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Partly<T[K]> | undefined }
    : T;

/** The members of a list that are left, each with its number in the file. */
export const numbered = <T>(
  list: readonly (T | undefined)[] | undefined,
): readonly (readonly [T, number])[] =>
  (list ?? []).flatMap((item, i) => (item === undefined ? [] : [[item, i] as const]));
