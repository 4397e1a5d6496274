import type { SoldLine, Sale } from '#domain/order/sale.ts'
import { minor, sum, type Minor } from '#domain/money/money.ts'
import { taxKey, type TaxTotal } from '#domain/tax/tax.ts'
import { methodOf } from './day-figures.ts'
import { mergeBy } from './merge-by.ts'

export interface MethodTotal {
  readonly method: string
  readonly count: number
  readonly amount: Minor
}

export interface ItemTotal {
  readonly menuItemId: string
  readonly name: string
  readonly qty: number
  /** What guests paid for it: after discounts, with charges and tax on top. */
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
    gross: sum(sales.map(({ total }) => total)),
    net: sum(sales.map(({ net }) => net)),
    tax: sum(sales.map(({ tax }) => tax)),
    taxes: taxTotals(sales.flatMap(({ taxes }) => taxes)),
    methods: methodTotals(sales),
    items: itemTotals(sales.flatMap(({ lines }) => lines)),
    hours: hourTotals(sales),
  }
}

/** What nobody had to pay stands apart from what was paid: an exempt tax is no tax at 0. */
function taxTotals(taxes: readonly TaxTotal[]): readonly TaxTotal[] {
  return mergeBy(
    taxes,
    (tax) => `${taxKey(tax)}${tax.exempt === true ? ' exempt' : ''}`,
    (a, b) => ({ ...a, net: minor(a.net + b.net), tax: minor(a.tax + b.tax) }),
  )
}

function methodTotals(sales: readonly Sale[]): readonly MethodTotal[] {
  return mergeBy(
    sales.flatMap(({ payments }) =>
      payments.map((one) => ({ method: methodOf(one), count: 1, amount: one.amount })),
    ),
    ({ method }) => method,
    (a, b) => ({ method: a.method, count: a.count + b.count, amount: minor(a.amount + b.amount) }),
  )
}

function itemTotals(lines: readonly SoldLine[]): readonly ItemTotal[] {
  return mergeBy(
    lines.map(({ menuItemId, name, qty, total }): ItemTotal => ({ menuItemId, name, qty, amount: total })),
    ({ name, menuItemId }) => `${name} ${menuItemId}`,
    (a, b) => ({ ...a, qty: a.qty + b.qty, amount: minor(a.amount + b.amount) }),
  )
}

function hourTotals(sales: readonly Sale[]): readonly HourTotal[] {
  return mergeBy(
    sales.map((sale): HourTotal => ({ hour: sale.hour, orders: 1, gross: sale.total })),
    ({ hour }) => String(hour).padStart(2, '0'),
    (a, b) => ({ hour: a.hour, orders: a.orders + b.orders, gross: minor(a.gross + b.gross) }),
  )
}
