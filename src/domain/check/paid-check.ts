import { sum, type Minor } from '#domain/money/money.ts'
import { ratio } from '#domain/money/ratio.ts'
import { liveItems, paidBy, type Bill } from '#domain/order/bill.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { PricedBill } from '#domain/pricing/pricing.ts'
import { checkBalances } from './balances.ts'
import { REST } from './check.ts'
import { checkTotals, type CheckTotals } from './check-totals.ts'
import type { SoldCheck, SoldShare } from './sold-check.ts'

/** The checks of a split order that cost something and on which nothing is left to pay, in their order. [CHECK14] */
export function paidChecks(bill: Bill): readonly CheckTotals[] {
  const { order } = bill
  if (order.checks.length === 0) return []
  if (order.sale === null) return checkBalances(bill).filter((one) => one.total > 0 && one.balance <= 0)
  return checkTotals(pricedOf(order.sale), liveItems(bill.items), order.checks).filter(
    ({ total }) => total > 0,
  )
}

/** The receipt's figures of one check; null: there is no such check, or something of it is left to pay. [CHECK14] */
export function soldCheck(bill: Bill, checkId: string, currency: string, now: number): SoldCheck | null {
  const check = paidChecks(bill).find(({ id }) => id === checkId)
  return check === undefined ? null : frozen(bill, check, currency, now)
}

/** The whole of an order, where a check could stand. */
export const WHOLE_ORDER = 'whole'

/** What is still to pay of an open order, or of one check of it, before anybody pays; null: nothing is. [BILL6] */
export function unpaidBill(
  bill: Bill,
  checkId: string | null,
  currency: string,
  now: number,
): { readonly bill: SoldCheck; readonly due: Minor } | null {
  const all = checkBalances(checkId === null ? { ...bill, order: { ...bill.order, checks: [] } } : bill)
  const check = all.find(({ id }) => id === (checkId ?? REST))
  if (check === undefined || check.balance <= 0) return null
  const told = frozen(bill, check, currency, now)
  if (checkId !== null) return { bill: { ...told, at: now }, due: check.balance }
  const payments = bill.payments.filter(({ status }) => status === 'taken').map(paymentRow)
  return { bill: { ...told, id: WHOLE_ORDER, at: now, payments }, due: check.balance }
}

function frozen(bill: Bill, check: CheckTotals, currency: string, now: number): SoldCheck {
  const { id, name, subtotal, discount, charge, relief, taxes, tax, total } = check
  const paid = bill.payments.filter((one) => one.status === 'taken' && checkOf(bill, one.checkId) === id)
  return {
    id,
    name,
    subtotal,
    discount,
    charge,
    relief,
    taxes,
    tax,
    total,
    at: paid.reduce((latest, { takenAt }) => Math.max(latest, takenAt), 0) || now,
    currency,
    lines: soldShares(bill, check),
    payments: paid.map(paymentRow),
  }
}

function paymentRow(payment: Payment): SoldCheck['payments'][number] {
  const { id, method, methodName, tip, rounding, tendered, change } = payment
  return { paymentId: id, method, methodName, amount: paidBy(payment), tip, rounding, tendered, change }
}

/** The frozen money of a sale as it was priced. */
function pricedOf(sale: Sale): PricedBill {
  return { ...sale, lines: sale.lines.map((line) => ({ ...line, id: line.itemId })) }
}

/** A payment that names no check, or one that is gone, is of the rest. [CHECK13] */
function checkOf({ order }: Bill, checkId: string | null): string {
  return order.checks.some(({ id }) => id === checkId) ? (checkId ?? REST) : REST
}

/** In pieces where that says the same: two of three beers are "2", a third of one steak is "1/3". */
function soldShares(bill: Bill, check: CheckTotals): readonly SoldShare[] {
  const items = new Map(bill.items.map((item) => [item.id, item]))
  const isWhole = sum(check.lines.map(({ amount }) => amount)) === check.subtotal
  if (!isWhole) return []
  return check.lines.flatMap(({ itemId, parts, of, amount }) => {
    const item = items.get(itemId)
    if (item === undefined) return []
    const { n, d } = ratio(parts * item.qty, of)
    return [{ name: item.name, parts: Number(n), of: Number(d), amount }]
  })
}
