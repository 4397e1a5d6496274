import type { HourTotal } from '#domain/day/day-report.ts'
import type {
  CategoryRow,
  CostRow,
  GroupRow,
  ItemRow,
  LossRow,
  SessionRow,
  TaxRow,
  TipRow,
} from './report.ts'
import { categoryKey, groupKey, hourKey, itemKey, lossKey, taxRowKey } from './row-keys.ts'
import { summedRows } from './summed-rows.ts'

export function mergedTaxes(rows: readonly TaxRow[]): readonly TaxRow[] {
  return summedRows(rows, taxRowKey, ['net', 'tax'])
}

export function mergedItems(rows: readonly ItemRow[]): readonly ItemRow[] {
  return summedRows(rows, itemKey, ['qty', 'amount'])
}

export function mergedCosts(rows: readonly CostRow[]): readonly CostRow[] {
  return summedRows(rows, itemKey, ['qty', 'net', 'worth'])
}

export function mergedTips(rows: readonly TipRow[]): readonly TipRow[] {
  return summedRows(rows, groupKey, ['count', 'amount', 'refunded'])
}

export function mergedCategories(rows: readonly CategoryRow[]): readonly CategoryRow[] {
  return summedRows(rows, categoryKey, ['qty', 'amount'])
}

export function mergedHours(rows: readonly HourTotal[]): readonly HourTotal[] {
  return summedRows(rows, hourKey, ['orders', 'gross'])
}

export function mergedGroups(rows: readonly GroupRow[]): readonly GroupRow[] {
  return summedRows(rows, groupKey, ['orders', 'covers', 'amount'])
}

export function mergedLosses(rows: readonly LossRow[]): readonly LossRow[] {
  return summedRows(rows, lossKey, ['count', 'amount'])
}

export function sessionsInOrder(rows: readonly SessionRow[]): readonly SessionRow[] {
  return [...rows].sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
}
