import type { Item } from '#domain/item/item.ts'
import { AMOUNT_MAX, minor, sum, type Minor } from '#domain/money/money.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricedBill, PricingInput } from '#domain/pricing/pricing.ts'
import type { Order } from './order.ts'

/** An order with everything that hangs on it, as one device knows it now. */
export interface Bill {
  readonly order: Order
  /** Orders merged into it, and into those. */
  readonly merged: readonly Order[]
  /** Of the order and of all that is merged into it, as are the payments. */
  readonly items: readonly Item[]
  readonly payments: readonly Payment[]
}

export interface BillTotals extends PricedBill {
  readonly paid: Minor
  /** What is still to pay; negative when two tills took the same money. */
  readonly balance: Minor
}

/** What a line costs before discounts, in minor units. [PRICE2] */
export function lineAmount(item: Pick<Item, 'unitPrice' | 'qty'>): Minor {
  return minor(item.unitPrice * item.qty)
}

/** Items that count: everything but removed and voided ones. */
export function liveItems(items: readonly Item[]): readonly Item[] {
  return items.filter((item) => item.status !== 'voided')
}

/** The guests of an order and of those merged into it. [BILL3] */
export function coversOf(bill: Pick<Bill, 'order' | 'merged'>): number {
  return [bill.order, ...bill.merged].reduce((all, { covers }) => all + covers, 0)
}

/** What the money of a bill depends on: its lines, and the rest as its own order says, not a merged one. [BILL3] */
export function pricingInput(bill: Bill): PricingInput {
  const { order } = bill
  return {
    lines: liveItems(bill.items).map((item) => ({
      id: item.id,
      amount: lineAmount(item),
      qty: item.qty * item.pieces,
      taxes: item.taxes,
      discounts: item.discounts,
    })),
    discounts: order.discounts,
    rules: order.rules,
    service: order.service,
    covers: coversOf(bill),
    waivedCharges: order.waivedCharges,
    openCharges: order.openCharges,
    exempt: order.exempt,
  }
}

/** Money of the bill as it stands. Not for closed orders: their money is frozen in `order.sale`. [BILL1] [BILL4] */
export function billTotals(bill: Bill): BillTotals {
  const priced = priceBill(pricingInput(bill))
  const paid = paidSoFar(bill.payments)
  return { ...priced, paid, balance: minor(priced.total - paid) }
}

/** What payments that stand count towards an order: less what was given back that never was a sale. [BILL4] */
export function paidSoFar(payments: readonly Payment[]): Minor {
  return sum(payments.filter(({ status }) => status === 'taken').map(paidBy))
}

/** What one payment counts, without its tip. */
export function paidBy(payment: Pick<Payment, 'amount' | 'refunds'>): Minor {
  return minor(payment.amount - sum(payment.refunds.map(({ excess }) => excess)))
}

/** Whether one more line of this size keeps every total an exact integer. */
export function fitsTotal(bill: Bill, extra: number): boolean {
  const subtotal = sum(liveItems(bill.items).map(lineAmount))
  return Number.isSafeInteger(extra) && subtotal + extra <= AMOUNT_MAX
}
