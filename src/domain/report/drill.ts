import type { Minor } from '#domain/money/money.ts'
import type { Report } from './report.ts'
import { categoryKey, groupKey, hourKey, itemKey, lossKey, taxRowKey } from './row-keys.ts'

/** The tables whose rows lead to their orders. */
export const DRILL_TABLES = [
  'methods',
  'taxes',
  'items',
  'categories',
  'hours',
  'waiters',
  'tips',
  'tables',
  'services',
  'discounts',
  'voids',
  'refunds',
] as const

export type DrillTable = (typeof DRILL_TABLES)[number]

/** One row of a report, by its table and key: the way from a figure to its orders. [REPORT10] */
export interface Drill {
  readonly table: DrillTable
  readonly key: string
}

/** What of a row's figure something brought in. */
export interface DrillPart {
  /** Orders, dishes, payments or times, as the row counts. */
  readonly count: number
  readonly amount: Minor
}

/** A row of a report; null: it has none. Of one order's report: the order's part of the figure. [REPORT10] */
export function partIn(report: Report, { table, key }: Drill): DrillPart | null {
  switch (table) {
    case 'methods':
      return partOf(
        report.figures.payments,
        ({ method }) => method,
        key,
        (row) => ({ ...row }),
      )
    case 'taxes':
      return partOf(report.taxes, taxRowKey, key, ({ tax }) => ({ count: 1, amount: tax }))
    case 'items':
      return partOf(report.items, itemKey, key, ({ qty, amount }) => ({ count: qty, amount }))
    case 'categories':
      return partOf(report.categories, categoryKey, key, ({ qty, amount }) => ({ count: qty, amount }))
    case 'hours':
      return partOf(report.hours, hourKey, key, ({ orders, gross }) => ({ count: orders, amount: gross }))
    case 'waiters':
    case 'tables':
    case 'services':
      return partOf(report[table], groupKey, key, ({ orders, amount }) => ({ count: orders, amount }))
    case 'tips':
      return partOf(report.tips, groupKey, key, ({ count, amount }) => ({ count, amount }))
    case 'discounts':
    case 'voids':
    case 'refunds':
      return partOf(report[table], lossKey, key, ({ count, amount }) => ({ count, amount }))
  }
}

function partOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  key: string,
  of: (row: Row) => DrillPart,
): DrillPart | null {
  const row = rows.find((one) => keyOf(one) === key)
  if (row === undefined) return null
  const { count, amount } = of(row)
  return { count, amount }
}
