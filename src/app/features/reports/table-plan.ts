/** One column of a table, on the screen and in its file. */
export interface Column<Row> {
  readonly key: string
  readonly label: string
  /** As the screen shows it; absent: only the file has it. */
  readonly text?: (row: Row) => string
  /** As the file has it: plain figures, no signs of a currency. */
  readonly raw: (row: Row) => string
  /** What it is sorted by; absent: it is not. */
  readonly sort?: (row: Row) => number
  /** Drawn as a bar beside the figure. */
  readonly bar?: (row: Row) => number
}

/** A table of a report: what it is called, its columns and rows. The first column names the row. */
export interface TablePlan<Row> {
  readonly id: string
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Small words below the name of a row. */
  readonly aside?: (row: Row) => string
  /** Nothing happened in it: shown pale. */
  readonly isQuiet?: (row: Row) => boolean
  /** The last row: its sums, by column key. */
  readonly totals?: { readonly [key: string]: string }
  /** Rows shown at first. */
  readonly first?: number
}

/** The table as rows of text, its head first. */
export function plainRows<Row>({ columns, rows }: TablePlan<Row>): readonly (readonly string[])[] {
  return [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ raw }) => raw(row)))]
}

export interface Sort {
  readonly key: string
  readonly descending: boolean
}

/** Sorted by a column; rows that are equal there stay as they were. */
export function sorted<Row>({ columns, rows }: TablePlan<Row>, sort: Sort | null): readonly Row[] {
  const by = columns.find(({ key }) => key === sort?.key)?.sort
  if (sort === null || by === undefined) return rows
  const direction = sort.descending ? -1 : 1
  return [...rows].sort((a, b) => direction * (by(a) - by(b)))
}

/** What a tap on a column's head does: the largest first, then the other way round. */
export function nextSort(sort: Sort | null, key: string): Sort {
  return { key, descending: sort?.key === key ? !sort.descending : true }
}
