import type { HourTotal } from '#domain/day/day-report.ts'
import { mergeBy } from '#domain/day/merge-by.ts'
import { minor } from '#domain/money/money.ts'
import type { CategoryRow, GroupRow, ItemRow, LossRow, SessionRow, TaxRow } from './report.ts'
import { categoryKey, groupKey, hourKey, itemKey, lossKey, taxRowKey } from './row-keys.ts'

export function mergedTaxes(rows: readonly TaxRow[]): readonly TaxRow[] {
  return mergeBy(rows, taxRowKey, (a, b) => ({ ...a, net: minor(a.net + b.net), tax: minor(a.tax + b.tax) }))
}

export function mergedItems(rows: readonly ItemRow[]): readonly ItemRow[] {
  return mergeBy(rows, itemKey, addSold)
}

export function mergedCategories(rows: readonly CategoryRow[]): readonly CategoryRow[] {
  return mergeBy(rows, categoryKey, addSold)
}

export function mergedHours(rows: readonly HourTotal[]): readonly HourTotal[] {
  return mergeBy(rows, hourKey, (a, b) => ({
    hour: a.hour,
    orders: a.orders + b.orders,
    gross: minor(a.gross + b.gross),
  }))
}

export function mergedGroups(rows: readonly GroupRow[]): readonly GroupRow[] {
  return mergeBy(rows, groupKey, (a, b) => ({
    id: a.id,
    orders: a.orders + b.orders,
    covers: a.covers + b.covers,
    amount: minor(a.amount + b.amount),
  }))
}

export function mergedLosses(rows: readonly LossRow[]): readonly LossRow[] {
  return mergeBy(rows, lossKey, (a, b) => ({
    ...a,
    count: a.count + b.count,
    amount: minor(a.amount + b.amount),
  }))
}

export function sessionsInOrder(rows: readonly SessionRow[]): readonly SessionRow[] {
  return [...rows].sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
}

function addSold<T extends CategoryRow>(a: T, b: T): T {
  return { ...a, qty: a.qty + b.qty, amount: minor(a.amount + b.amount) }
}
