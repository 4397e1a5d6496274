import type { HourTotal } from '#domain/day/day-report.ts'
import { mergeBy } from '#domain/day/merge-by.ts'
import { minor } from '#domain/money/money.ts'
import { taxKey } from '#domain/tax/tax.ts'
import type { CategoryRow, DrawerFigures, GroupRow, ItemRow, LossRow, TaxRow } from './report.ts'

// Every field that is no sum is part of the key: what is merged first changes nothing. [REPORT3]

export function mergedTaxes(rows: readonly TaxRow[]): readonly TaxRow[] {
  return mergeBy(
    rows,
    (row) => `${taxKey(row)}${row.exempt ? ' exempt' : ''}`,
    (a, b) => ({ ...a, net: minor(a.net + b.net), tax: minor(a.tax + b.tax) }),
  )
}

export function mergedItems(rows: readonly ItemRow[]): readonly ItemRow[] {
  return mergeBy(rows, ({ name, menuItemId, categoryId }) => `${name} ${menuItemId} ${categoryId}`, addSold)
}

export function mergedCategories(rows: readonly CategoryRow[]): readonly CategoryRow[] {
  return mergeBy(rows, ({ categoryId }) => categoryId, addSold)
}

export function mergedHours(rows: readonly HourTotal[]): readonly HourTotal[] {
  return mergeBy(
    rows,
    ({ hour }) => String(hour).padStart(2, '0'),
    (a, b) => ({ hour: a.hour, orders: a.orders + b.orders, gross: minor(a.gross + b.gross) }),
  )
}

export function mergedGroups(rows: readonly GroupRow[]): readonly GroupRow[] {
  return mergeBy(
    rows,
    ({ id }) => id,
    (a, b) => ({
      id: a.id,
      orders: a.orders + b.orders,
      covers: a.covers + b.covers,
      amount: minor(a.amount + b.amount),
    }),
  )
}

export function mergedLosses(rows: readonly LossRow[]): readonly LossRow[] {
  return mergeBy(
    rows,
    ({ kind, name, reason, by, approvedBy }) => JSON.stringify([kind, name, reason, by, approvedBy]),
    (a, b) => ({ ...a, count: a.count + b.count, amount: minor(a.amount + b.amount) }),
  )
}

export function addDrawers(a: DrawerFigures, b: DrawerFigures): DrawerFigures {
  return {
    sessions: a.sessions + b.sessions,
    open: a.open + b.open,
    expected: minor(a.expected + b.expected),
    counted: minor(a.counted + b.counted),
    difference: minor(a.difference + b.difference),
  }
}

function addSold<T extends CategoryRow>(a: T, b: T): T {
  return { ...a, qty: a.qty + b.qty, amount: minor(a.amount + b.amount) }
}
