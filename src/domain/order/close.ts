import { assert } from '#domain/assert.ts'
import type { Item } from '#domain/item/item.ts'
import { minor } from '#domain/money/money.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricedLine } from '#domain/pricing/pricing.ts'
import { coversOf, liveItems, paidBy, pricingInput, type Bill } from './bill.ts'
import { priceBasis } from './price-basis.ts'
import type { Sale, SoldLine, SoldPayment, VoidedLine } from './sale.ts'

/** When, where and by whom an order is closed; `closeId` is the payment that brought it to nothing. */
export interface Closing {
  readonly closeId: string
  readonly closedAt: number
  readonly closedBy: string
  readonly businessDate: string
  /** Local hour, 0–23. */
  readonly hour: number
  readonly currency: string
}

/** The money of an order frozen as it stands, with every payment that counts. [BILL1] */
export function saleOf(bill: Bill, closing: Closing): Sale {
  const { order } = bill
  const priced = priceBill(pricingInput(bill))
  const items = new Map(bill.items.map((item) => [item.id, item]))
  const { lines, subtotal, discounts, discount, charges, charge, relief, net, tax, total, taxes } = priced
  return {
    ...closing,
    covers: coversOf(bill),
    service: order.service,
    tableId: order.tableId,
    waiter: order.waiter,
    lines: lines.map((line) => soldLine(line, items.get(line.id))),
    voids: bill.items.flatMap(voidedLines),
    payments: bill.payments.filter(({ status }) => status === 'taken').map(soldPayment),
    basis: priceBasis(bill),
    subtotal,
    discounts,
    discount,
    charges,
    charge,
    relief,
    net,
    tax,
    total,
    taxes,
  }
}

/** How many lines a close sends because nobody did. [PAY6] */
export function unsentItems(bill: Bill): readonly Item[] {
  return liveItems(bill.items).filter(({ status }) => status === 'new')
}

function soldLine(priced: PricedLine, item: Item | undefined): SoldLine {
  assert(item !== undefined, 'every priced line is an item of the bill')
  const { amount, discounts, discount, charge, tax, taxes, relief, total } = priced
  const { menuItemId, name, categoryId, qty, unitPrice } = item
  return {
    itemId: item.id,
    menuItemId,
    name,
    categoryId,
    qty,
    unitPrice,
    amount,
    discounts,
    discount,
    charge,
    tax,
    taxes,
    relief,
    total,
  }
}

/** What the kitchen had and the guest did not pay for; what was taken off before sending is no loss. */
export function voidedLines(item: Item): readonly VoidedLine[] {
  const told = item.voids.filter(({ kind, qty }) => kind !== 'removed' && qty > 0)
  return told.map(({ kind, qty, reason, by, approvedBy }) => ({
    itemId: item.id,
    menuItemId: item.menuItemId,
    name: item.name,
    kind,
    qty,
    amount: minor(item.unitPrice * qty),
    reason,
    by,
    approvedBy,
  }))
}

function soldPayment(payment: Payment): SoldPayment {
  const { id, method, methodName, tip, rounding } = payment
  return { paymentId: id, method, methodName, amount: paidBy(payment), tip, rounding }
}
