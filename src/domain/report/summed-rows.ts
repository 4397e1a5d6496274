import { minor } from '#domain/money/money.ts'

/** The fields of a row that are numbers. */
type Sums<Row> = { [F in keyof Row]-?: Row[F] extends number ? F : never }[keyof Row]

/**
 * Rows with the same key as one, their sums added up, in the order of their keys. A month of a large menu has tens of
 * thousands of rows: each key's first row is copied once and added to in place.
 */
export function summedRows<Row extends object>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => string,
  sums: readonly Sums<Row>[],
): readonly Row[] {
  const merged = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(row)
    const known = merged.get(key)
    if (known === undefined) merged.set(key, { ...row })
    else for (const sum of sums) add(known, sum, row)
  }
  const keys = [...merged.keys()].sort()
  return keys.flatMap((key) => {
    const row = merged.get(key)
    if (row === undefined) return []
    // Every sum is exact, or it is a bug.
    for (const sum of sums) minor(Number(row[sum]))
    return [row]
  })
}

/** Only ever called with a copy of its own. */
function add<Row extends object>(to: Row, sum: Sums<Row>, from: Row): void {
  to[sum] = (Number(to[sum]) + Number(from[sum])) as Row[Sums<Row>]
}
