import type { Item } from '#domain/item/item.ts'
import { AMOUNT_MAX, minor, sum, type Minor } from '#domain/money/money.ts'
import { taxTotals, type TaxedTotals, type TaxPolicy } from '#domain/money/tax.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Order } from './order.ts'

/** An order with everything that hangs on it, as one device knows it now. */
export interface Bill {
  readonly order: Order
  readonly items: readonly Item[]
  readonly payments: readonly Payment[]
}

export interface BillTotals extends TaxedTotals {
  readonly paid: Minor
  /** What is still to pay; negative when two tills took the same money. */
  readonly balance: Minor
}

export function lineAmount(item: Pick<Item, 'unitPrice' | 'qty'>): Minor {
  return minor(item.unitPrice * item.qty)
}

/** Items that count: everything but removed and voided ones. */
export function liveItems(items: readonly Item[]): readonly Item[] {
  return items.filter((item) => item.status !== 'voided')
}

/** Money of the bill as it stands. Not for closed orders: their money is frozen in `order.sale`. [BILL1] */
export function billTotals(bill: Bill, policy: TaxPolicy): BillTotals {
  const lines = liveItems(bill.items).map((item) => ({ amount: lineAmount(item), taxes: item.taxes }))
  const totals = taxTotals(lines, policy)
  const paid = paidSoFar(bill.payments)
  return { ...totals, paid, balance: minor(totals.total - paid) }
}

export function paidSoFar(payments: readonly Payment[]): Minor {
  return sum(payments.filter((payment) => payment.status === 'taken').map((payment) => payment.amount))
}

/** Whether one more line of this size keeps every total an exact integer. */
export function fitsTotal(bill: Bill, extra: number): boolean {
  const subtotal = sum(liveItems(bill.items).map(lineAmount))
  return Number.isSafeInteger(extra) && subtotal + extra <= AMOUNT_MAX
}
