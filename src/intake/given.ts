/** The fields of an entry that were given, of those named; what was left out stays left out. */
export function given<T extends object, const K extends keyof T>(
  entry: T,
  ...keys: readonly K[]
): Pick<T, K> {
  const out: Partial<Pick<T, K>> = {};
  for (const key of keys) if (Object.hasOwn(entry, key)) out[key] = entry[key];
  return out as Pick<T, K>;
}
