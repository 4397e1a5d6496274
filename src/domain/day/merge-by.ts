/** Merges entries with the same key by `add`, in the order of their keys. */
export function mergeBy<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  add: (a: T, b: T) => T,
): readonly T[] {
  const merged = new Map<string, T>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const known = merged.get(key)
    merged.set(key, known === undefined ? entry : add(known, entry))
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}
