/** Records by a key that each has alone. */
export function indexed<T>(records: readonly T[], keyOf: (record: T) => string): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [keyOf(record), record]));
}

/** Records by a key that several share, each group in the order of the records. */
export function grouped<K, T>(records: readonly T[], keyOf: (record: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

/** The same function that computes every key only once. */
export function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const memory = new Map<K, V>();
  return (key) => {
    const found = memory.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    memory.set(key, value);
    return value;
  };
}
