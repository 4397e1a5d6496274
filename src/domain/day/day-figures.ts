import { minor, sum, type Minor } from '#domain/money/money.ts'
import type { Sale, VoidedLine } from '#domain/order/sale.ts'
import type { Refund } from '#domain/payment/payment.ts'
import { ofSale } from '#domain/payment/refunded.ts'
import { taxKey } from '#domain/tax/tax.ts'
import type { DayFigures, MethodFigures, TaxFigures } from './day-close.ts'
import { mergeBy } from './merge-by.ts'

/** What happened on one business date. */
export interface DayBooks {
  readonly sales: readonly Sale[]
  /** Given back that day, of whatever day's sale. */
  readonly refunds: readonly Refund[]
  /** Of orders that were never sold: a sale tells its own. */
  readonly voids?: readonly VoidedLine[]
  /** Tips as they stand now, by payment id; a sale tells them as they were at its close. */
  readonly tips?: ReadonlyMap<string, Minor>
}

/** What somebody reads at any time, without closing anything: the figures a Z would have now. [ZDAY8] */
export interface XReport {
  readonly businessDate: string
  readonly at: number
  readonly figures: DayFigures
}

export function xReport(businessDate: string, at: number, books: DayBooks): XReport {
  return { businessDate, at, figures: dayFigures(books) }
}

/** The sums of a day, from what was frozen: sums and nothing else. In minor units. [ZDAY6] */
export function dayFigures({ sales, refunds, voids = [], tips }: DayBooks): DayFigures {
  const total = (amountOf: (sale: Sale) => Minor): Minor => sum(sales.map(amountOf))
  const discounts = sales.flatMap((sale) => sale.discounts)
  const charges = sales.flatMap((sale) => sale.charges)
  const payments = sales.flatMap((sale) => sale.payments)
  const gratuities = amounts(charges.filter(({ gratuity }) => gratuity))
  const given = (amountOf: (refund: Refund) => Minor): Minor => sum(refunds.map(amountOf))
  return {
    orders: sales.length,
    covers: sales.reduce((all, { covers }) => all + covers, 0),
    gross: total(({ subtotal }) => subtotal),
    discounts: amounts(discounts.filter(({ kind }) => kind === 'discount')),
    comps: amounts(discounts.filter(({ kind }) => kind === 'comp')),
    charges: amounts(charges.filter(({ gratuity }) => !gratuity)),
    gratuities,
    net: minor(total(({ net }) => net) - gratuities),
    tax: total(({ tax }) => tax),
    refunds: given(ofSale),
    refundedTax: sum(refunds.flatMap(({ taxes }) => taxes.map(({ tax }) => tax))),
    voids: amounts([...sales.flatMap((sale) => sale.voids), ...voids]),
    tips: minor(
      sum(payments.map(({ paymentId, tip }) => tips?.get(paymentId) ?? tip)) - given(({ tip }) => tip),
    ),
    rounding: minor(sum(payments.map(({ rounding }) => rounding)) - given(({ rounding }) => rounding)),
    payments: methodFigures(sales, refunds),
    taxes: taxFigures(sales, refunds),
  }
}

/** Two parts of a day together: a Z and its addendum. [ZDAY6] */
export function addFigures(a: DayFigures, b: DayFigures): DayFigures {
  const plus = (figure: AmountFigure): Minor => minor(a[figure] + b[figure])
  return {
    orders: a.orders + b.orders,
    covers: a.covers + b.covers,
    gross: plus('gross'),
    discounts: plus('discounts'),
    comps: plus('comps'),
    charges: plus('charges'),
    gratuities: plus('gratuities'),
    net: plus('net'),
    tax: plus('tax'),
    refunds: plus('refunds'),
    refundedTax: plus('refundedTax'),
    voids: plus('voids'),
    tips: plus('tips'),
    rounding: plus('rounding'),
    payments: mergedMethods([...a.payments, ...b.payments]),
    taxes: mergedTaxes([...a.taxes, ...b.taxes]),
  }
}

type AmountFigure = Exclude<keyof DayFigures, 'orders' | 'covers' | 'payments' | 'taxes'>

function amounts(entries: readonly { readonly amount: Minor }[]): Minor {
  return sum(entries.map(({ amount }) => amount))
}

function methodFigures(sales: readonly Sale[], refunds: readonly Refund[]): readonly MethodFigures[] {
  const nothing = minor(0)
  const paid = sales
    .flatMap((sale) => sale.payments)
    .map((one) => ({ method: methodOf(one), count: 1, amount: one.amount, refunded: nothing }))
  const back = refunds
    .map((one) => ({ method: methodOf(one), count: 0, amount: nothing, refunded: ofSale(one) }))
    .filter(({ refunded }) => refunded !== 0)
  return mergedMethods([...paid, ...back])
}

function mergedMethods(rows: readonly MethodFigures[]): readonly MethodFigures[] {
  return mergeBy(
    rows,
    ({ method }) => method,
    (a, b) => ({
      method: a.method,
      count: a.count + b.count,
      amount: minor(a.amount + b.amount),
      refunded: minor(a.refunded + b.refunded),
    }),
  )
}

/** As the store calls it: its own methods by name, the plain ones by kind. */
export function methodOf(of: { readonly method: string; readonly methodName: string }): string {
  return of.methodName === '' ? of.method : of.methodName
}

function taxFigures(sales: readonly Sale[], refunds: readonly Refund[]): readonly TaxFigures[] {
  const nothing = minor(0)
  const borne = sales
    .flatMap((sale) => sale.taxes)
    .map((row) => ({ key: taxKey(row), name: row.name, net: row.net, tax: row.tax, refunded: nothing }))
  const back = refunds
    .flatMap(({ taxes }) => taxes)
    .map(({ key, tax }) => ({ key, name: nameIn(key), net: nothing, tax: nothing, refunded: tax }))
  return mergedTaxes([...borne, ...back])
}

function mergedTaxes(rows: readonly TaxFigures[]): readonly TaxFigures[] {
  return mergeBy(
    rows,
    ({ key }) => key,
    (a, b) => ({
      key: a.key,
      name: a.name,
      net: minor(a.net + b.net),
      tax: minor(a.tax + b.tax),
      refunded: minor(a.refunded + b.refunded),
    }),
  )
}

/** A tax key is rate, place, name and id; a tax of another day's sale is told by the name in its key. */
function nameIn(key: string): string {
  return key.slice(key.indexOf(' ', key.indexOf(' ') + 1) + 1, key.lastIndexOf(' '))
}
