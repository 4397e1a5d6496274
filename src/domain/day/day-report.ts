import type { SoldLine, Sale } from '#domain/order/order.ts'
import { minor, type Minor } from '#domain/money/money.ts'
import type { TaxTotal } from '#domain/money/tax.ts'

export interface MethodTotal {
  readonly method: string
  readonly count: number
  readonly amount: Minor
}

export interface ItemTotal {
  readonly menuItemId: string
  readonly name: string
  readonly qty: number
  readonly amount: Minor
}

export interface HourTotal {
  /** Local hour 0–23 in which the orders were closed. */
  readonly hour: number
  readonly orders: number
  readonly gross: Minor
}

/** A day's sales, from frozen sales only. Gross is what guests paid; net is without any tax. */
export interface DayReport {
  readonly businessDate: string
  readonly currency: string
  readonly orders: number
  readonly gross: Minor
  readonly net: Minor
  readonly tax: Minor
  readonly taxes: readonly TaxTotal[]
  readonly methods: readonly MethodTotal[]
  readonly items: readonly ItemTotal[]
  readonly hours: readonly HourTotal[]
}

/** [REPORT1] Every figure is a sum over the sales given; their order changes nothing. */
export function dayReport(businessDate: string, currency: string, sales: readonly Sale[]): DayReport {
  return {
    businessDate,
    currency,
    orders: sales.length,
    gross: total(sales, (sale) => sale.total),
    net: total(sales, (sale) => sale.net),
    tax: total(sales, (sale) => sale.tax),
    taxes: taxTotals(sales.flatMap((sale) => sale.taxes)),
    methods: methodTotals(sales),
    items: itemTotals(sales.flatMap((sale) => sale.lines)),
    hours: hourTotals(sales),
  }
}

function total(sales: readonly Sale[], amountOf: (sale: Sale) => Minor): Minor {
  return minor(sales.reduce((sum, sale) => sum + amountOf(sale), 0))
}

/** Merges entries with the same key by `add`, in the order of their keys. */
function mergeBy<T>(
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

function taxTotals(taxes: readonly TaxTotal[]): readonly TaxTotal[] {
  return mergeBy(
    taxes,
    (tax) => `${String(tax.ratePpm).padStart(9, '0')} ${tax.inclusive} ${tax.name} ${tax.id}`,
    (a, b) => ({ ...a, net: minor(a.net + b.net), tax: minor(a.tax + b.tax) }),
  )
}

function methodTotals(sales: readonly Sale[]): readonly MethodTotal[] {
  return mergeBy(
    sales.flatMap((sale) => sale.payments.map((p) => ({ method: p.method, count: 1, amount: p.amount }))),
    (method) => method.method,
    (a, b) => ({ method: a.method, count: a.count + b.count, amount: minor(a.amount + b.amount) }),
  )
}

function itemTotals(lines: readonly SoldLine[]): readonly ItemTotal[] {
  return mergeBy(
    lines.map(({ menuItemId, name, qty, amount }): ItemTotal => ({ menuItemId, name, qty, amount })),
    (item) => `${item.name} ${item.menuItemId}`,
    (a, b) => ({ ...a, qty: a.qty + b.qty, amount: minor(a.amount + b.amount) }),
  )
}

function hourTotals(sales: readonly Sale[]): readonly HourTotal[] {
  return mergeBy(
    sales.map((sale): HourTotal => ({ hour: sale.hour, orders: 1, gross: sale.total })),
    (hour) => String(hour.hour).padStart(2, '0'),
    (a, b) => ({ hour: a.hour, orders: a.orders + b.orders, gross: minor(a.gross + b.gross) }),
  )
}
